"""Økonomi on screen: who pays, against what was agreed and what is demanded; grants with their sources."""

from typing import Final

import streamlit as st

from overblik.answers import Answer
from overblik.settings import settings
from overblik.show import charts, figures, tables
from overblik.show import parter_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

_PARTY: Final = ("budget_kr", "budget_til_dato_kr", "forbrug_kr", "til_dato_afvigelse_kr", "til_dato_afvigelse_pct",
                 "disponeret_kr", "prognose_kr", "prognoseafvigelse_kr", "prognoseafvigelse_pct")  # fmt: skip
_GRANT: Final = ("navn", "beloeb_kr", "status_navn", "tilsagn_dato", "oplyst_dato", "kilde")


def contributors(answer: Answer) -> None:
    """What each party has contributed against what was agreed to date."""
    rows = answer.rows()
    figures.figure(
        words.contributed(rows, settings().graenser.oekonomi_gul_pct),
        charts.bars(
            rows, name="navn", value="forbrug_kr", value_name="Bidraget", unit="kr",
            against="budget_til_dato_kr", against_name="Aftalt til dato",
        ),
        answer,
        unit="Kroner til dato pr. bidragyder, kontant og naturalier",
        alt=alt_words.by_group(
            rows, what="Bidraget til dato", name="navn", column="forbrug_kr", unit="kr",
            against="budget_til_dato_kr", against_name="det aftalte til dato",
        ),
        key="oekonomi-bidragyder",
        table_columns=("navn", *_PARTY),
    )  # fmt: skip


def cofinancing(years: Answer, key: Answer) -> None:
    """The local share of each calendar year's forbrug against the demand, and of the whole below."""
    row, demand = key.one(), settings().graenser.medfinansiering_pct
    rows = [
        one | {"navn": str(one["aar"]) if one["er_gaaet"] else f"{one['aar']} til dato"}
        for one in years.rows()
        if one["medfinansiering_forbrug_pct"] is not None
    ]
    figures.figure(
        words.cofinancing(row, demand),
        charts.compare(
            rows, name="navn", value="medfinansiering_forbrug_pct", unit="pct", target=demand, target_name="krav"
        ) if rows else None,
        years,
        unit="Lokal andel af kalenderårets forbrug",
        alt=alt_words.by_group(
            rows, what="Lokal andel af forbruget", name="navn", column="medfinansiering_forbrug_pct", unit="pct"
        ),
        key="oekonomi-medfinansiering",
        table_rows=rows,
        table_columns=[name for name in years.question.columns if name != "er_gaaet"],
    )  # fmt: skip
    st.caption(literal(words.shares(row)))


def in_kind(answer: Answer) -> None:
    """Kontant and naturalier of the local parties, and of the fund."""
    rows = [
        row | {"navn": f"{'Lokalt' if row['er_lokal'] else 'Landsbyggefonden'}: {row['navn'].lower()}"}
        for row in answer.rows()
    ]
    figures.figure(
        words.in_kind(answer.rows()),
        charts.bars(
            rows, name="navn", value="forbrug_kr", value_name="Bidraget", unit="kr",
            against="budget_til_dato_kr", against_name="Aftalt til dato",
        ),
        answer,
        unit="Kroner til dato, kontant og naturalier",
        alt=alt_words.by_group(rows, what="Bidraget til dato", name="navn", column="forbrug_kr", unit="kr"),
        key="oekonomi-form",
        table_rows=rows,
    )  # fmt: skip


def grants(answer: Answer) -> None:
    """Each grant as it was told, with its day and its source; never added up."""
    rows = answer.rows()
    st.subheader(literal(words.grants(rows)), anchor=False)
    if not rows:
        st.info(figures.NOT_DELIVERED, icon=":material/info:")
        return
    columns = {name: answer.question.columns[name] for name in _GRANT}
    tables.rows_table(rows, columns, alt="Tilsagn med dato og kilde", key="oekonomi-tilsagn")
    st.caption(literal(f"{answer.question.definition} {figures.dated(answer)}"))
