"""Økonomi on screen: the money by area, indsatsområde and category, and the work with the residents."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.settings import settings
from overblik.show import charts, danish, figures, links, tables
from overblik.show import oekonomi_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.filter_options import SHARED
from overblik.show.text import literal

Row = Mapping[str, Any]

# Everything there is to know of a line, and the two that its deviation at the end is read against.
AT_THE_END: Final = ("prognose_kr", "budget_kr")
ALL: Final = ("budget_oprindeligt_kr", "budget_kr", "budget_til_dato_kr", "forbrug_kr", "til_dato_afvigelse_kr",
              "disponeret_kr", "prognose_kr", "prognoseafvigelse_kr", "prognoseafvigelse_pct")  # fmt: skip
DIRECT: Final = ("kategorier", "forbrug_kr", "andel_forbrug_pct", "budget_til_dato_kr", "budget_kr", "andel_budget_pct")

_DEVIATION: Final = Column("Forventet afvigelse", "tekst")


def by_group(answer: Answer, group: str, unnamed: str, leads: figures.Links) -> None:
    """One line a group: forbrug against budget to date as a chart, then where each is expected to end, as a table."""
    rows, (column,) = named(answer, unnamed), answer.question.key
    figures.figure(
        words.to_date(rows),
        charts.bars(
            rows, name="navn", value="forbrug_kr", value_name="Forbrug", unit="kr",
            against="budget_til_dato_kr", against_name="Budget til dato", ids=(column,),
        ),
        answer,
        unit=f"Kroner pr. {group}",
        alt=alt_words.by_group(
            rows, what=f"Forbrug pr. {group}", name="navn", column="forbrug_kr", unit="kr",
            against="budget_til_dato_kr", against_name="budget til dato",
        ),
        key=f"oekonomi-{column}",
        table_rows=rows,
        table_columns=("navn", *ALL),
        links=leads,
    )  # fmt: skip
    if rows:
        st.markdown(f"**{literal(words.at_the_end(rows, settings().graenser.oekonomi_gul_pct))}**")
        _at_the_end(answer, rows, group, key=f"oekonomi-{column}-udloeb")
        with st.container(horizontal=True, gap="small"):
            for row in rows:
                if target := leads([row[column]]):
                    links.link(row["navn"], target, icon=":material/arrow_forward:")


def _at_the_end(answer: Answer, rows: Sequence[Row], group: str, key: str) -> None:
    """The deviation in words, for a sign alone is misread; then what it is made of."""
    columns = {"navn": Column(danish.capitalised(group), "tekst"), "afvigelse": _DEVIATION}
    columns |= {name: answer.question.columns[name] for name in AT_THE_END}
    told = [
        {**row, "afvigelse": danish.deviation(row["prognoseafvigelse_kr"], row["prognoseafvigelse_pct"])}
        for row in rows
    ]
    tables.rows_table(told, columns, alt=f"Forventet forbrug mod budget pr. {group}", key=key)


def named(answer: Answer, unnamed: str) -> list[dict[str, Any]]:
    """The rows, with the word for the line that has no name of its own: Fælles, Ikke fordelt på område."""
    (column,) = answer.question.key
    return [row | {"navn": row["navn"] or unnamed, column: row[column] or ""} for row in answer.rows()]


def to_omraade(ids: Sequence[str]) -> figures.Target | None:
    """The area's own page; the line without an area leads nowhere."""
    return links.to("omraade", omraade=ids[0]) if ids[0] else None


def to_indsatsomraade(ids: Sequence[str]) -> figures.Target | None:
    """The indsatser of an indsatsområde; what is shared has none."""
    return links.to("indsatser", indsatsomraade=ids[0]) if ids[0] != SHARED else None


def by_category(answer: Answer) -> None:
    """What the money is spent on, the largest first."""
    rows = sorted(answer.rows(), key=lambda row: -row["budget_kr"])
    figures.figure(
        words.largest(rows),
        charts.bars(
            rows, name="navn", value="forbrug_kr", value_name="Forbrug", unit="kr",
            against="budget_til_dato_kr", against_name="Budget til dato",
        ),
        answer,
        unit="Kroner pr. kategori",
        alt=alt_words.by_group(
            rows, what="Forbrug pr. kategori", name="navn", column="forbrug_kr", unit="kr",
            against="budget_til_dato_kr", against_name="budget til dato",
        ),
        key="oekonomi-kategori",
        table_rows=rows,
        table_columns=("navn", *ALL),
    )  # fmt: skip


def direct_work(answer: Answer) -> None:
    """The work with the residents against the rest, with the list the figure rests on beside it."""
    rows = [row | {"navn": "Direkte boligsocialt arbejde" if row["er_direkte"] else "Øvrigt"} for row in answer.rows()]
    some = any(row["forbrug_kr"] for row in rows)
    figures.figure(
        words.direct_work(rows),
        charts.bars(
            rows, name="navn", value="andel_forbrug_pct", value_name="Andel af forbruget", unit="pct",
            against="andel_budget_pct", against_name="Andel af budgettet",
        ) if some else None,
        answer,
        unit="Andel af forbruget til dato og af hele budgettet",
        alt=alt_words.by_group(rows, what="Andel af forbruget", name="navn", column="andel_forbrug_pct", unit="pct"),
        key="oekonomi-direkte",
        table_rows=rows,
        table_columns=("navn", *DIRECT),
    )  # fmt: skip
    listed = "; ".join(f"{row['navn']}: {row['kategorier']}" for row in rows if row["kategorier"])
    st.caption(literal(f"{listed}. Listen er en indstilling, som parterne skal være enige om."))
