"""Økonomi on screen: key figures, the course over time and by year, and the money by area, effort and category."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.settings import settings
from overblik.show import charts, danish, figures, links, saetninger, tables
from overblik.show import oekonomi_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.filter_options import SHARED as SHARED_CODE
from overblik.show.text import literal

Row = Mapping[str, Any]

_KEY_FIGURE: Final = 165  # px: six in a row on a desk, two on a phone

# What a line shows beside its name when the plan has run its course, and everything there is to know of it.
AT_THE_END: Final = ("budget_kr", "prognose_kr", "prognoseafvigelse_kr", "prognoseafvigelse_pct")
ALL: Final = ("budget_oprindeligt_kr", "budget_kr", "budget_til_dato_kr", "forbrug_kr", "til_dato_afvigelse_kr",
              "disponeret_kr", "prognose_kr", "prognoseafvigelse_kr", "prognoseafvigelse_pct")  # fmt: skip
YEAR: Final = ("budget_oprindeligt_kr", "budget_kr", "forbrug_kr", "forventet_kr", "afvigelse_kr", "afvigelse_pct")

DIRECT: Final = ("kategorier", "forbrug_kr", "andel_forbrug_pct", "budget_til_dato_kr", "budget_kr", "andel_budget_pct")


def key_figures(answer: Answer) -> None:
    """The plan's money in one row: what was agreed, what is used, where it is expected to end."""
    row = answer.one()
    deviation = row["prognoseafvigelse_kr"]
    shown = [
        ("Oprindeligt budget", row["budget_oprindeligt_kr"], "hele planen"),
        ("Korrigeret budget", row["budget_kr"], "hele planen"),
        ("Budget til dato", row["budget_til_dato_kr"], f"{danish.percent(row['tidsprocent'])} af tiden er gået"),
        ("Forbrug", row["forbrug_kr"], f"{danish.percent(row['forbrugsprocent'])} af budgettet"),
        ("Disponeret", row["disponeret_kr"], "ikke bogført endnu"),
        ("Restbudget", row["restbudget_kr"], "efter disponeret"),
        ("Forventet forbrug", row["prognose_kr"], _method(row)),
        ("Forventet afvigelse", None if deviation is None else abs(deviation), _direction(row)),
    ]
    with st.container(horizontal=True, gap="small", key="oekonomi-noegletal"):
        for label, kroner, note in shown:
            with st.container(width=_KEY_FIGURE, gap=None):
                st.metric(label, danish.short_kroner(kroner))
                st.caption(literal(note))


def _method(row: Row) -> str:
    return "ved uændret takt" if row["prognose_metode"] == "takt" else "forbrug og restprognose"


def _direction(row: Row) -> str:
    """The word that makes the amount plain; the amount itself stands above it without a sign."""
    if not row["prognoseafvigelse_kr"]:
        return ""
    word = "merforbrug" if row["prognoseafvigelse_kr"] > 0 else "mindreforbrug"
    return (
        word if row["prognoseafvigelse_pct"] is None else f"{word}, {danish.percent(abs(row['prognoseafvigelse_pct']))}"
    )


def over_time(course: Answer, key: Answer) -> None:
    """Budget, forbrug and what is expected, from the plan's first month to its last."""
    row = key.one()
    series = [
        charts.Series("budget_akkumuleret_kr", "Korrigeret budget", "plan"),
        charts.Series(
            "forventet_akkumuleret_kr",
            "Ventet" if row["prognose_metode"] != "takt" else "Ventet, uændret takt",
            "forecast",
        ),
        charts.Series("forbrug_akkumuleret_kr", "Forbrug"),
    ]
    status = charts.Marker(row["statusdato"], f"status pr. {danish.day(row['statusdato'])}")
    spent = alt_words.over_time(
        course, what="Forbrug siden planens begyndelse", column="forbrug_akkumuleret_kr", unit="kr"
    )
    figures.figure(
        saetninger.pace(row),
        charts.lines(course, series, unit="kr", markers=[status], height=320) if _any_money(row) else None,
        course,
        unit="Kroner siden planens begyndelse",
        alt=f"{spent} {words.headline(row)}.",
        key="oekonomi-forloeb",
    )


def by_month(months: Answer) -> None:
    """Forbrug against budget in each month of the chosen period."""
    some = any(row["forbrug_kr"] or row["budget_kr"] for row in months.rows())
    figures.figure(
        words.months(months.rows()),
        charts.columns(
            months, value="forbrug_kr", name="Forbrug", unit="kr",
            against="budget_kr", against_name="Budget", height=260,
        ) if some else None,
        months,
        unit="Kroner pr. måned",
        alt=alt_words.over_time(months, what="Forbrug pr. måned", column="forbrug_kr", unit="kr"),
        key="oekonomi-maaneder",
    )  # fmt: skip


def by_year(years: Answer) -> None:
    """The same money by calendar year and by plan year: the two do not follow each other."""
    columns = {"navn": Column("År", "tekst")} | {name: years.question.columns[name] for name in YEAR}
    rows = [dict(row) | {"navn": words.year(row)} for row in years.rows()]
    for kind, title in (("kalenderaar", "Kalenderår"), ("planaar", "Planår")):
        st.markdown(f"**{title}**")
        own = [row for row in rows if row["inddeling"] == kind]
        tables.rows_table(
            own, columns, alt=f"Budget, forbrug og forventet forbrug pr. {title.lower()}", key=f"aar-{kind}"
        )
    st.caption(literal(figures.dated(years)))


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
        columns = {"navn": Column(danish.capitalised(group), "tekst")}
        columns |= {name: answer.question.columns[name] for name in AT_THE_END}
        tables.rows_table(
            rows, columns, alt=f"Forventet forbrug mod budget pr. {group}", key=f"oekonomi-{column}-udloeb"
        )


def named(answer: Answer, unnamed: str) -> list[dict[str, Any]]:
    """The rows, with the word for the line that has no name of its own: Fælles, Ikke fordelt på område."""
    (column,) = answer.question.key
    return [row | {"navn": row["navn"] or unnamed, column: row[column] or ""} for row in answer.rows()]


def to_omraade(ids: Sequence[str]) -> figures.Target | None:
    """The area's own page; the line without an area leads nowhere."""
    return links.to("omraade", omraade=ids[0]) if ids[0] else None


def to_indsatsomraade(ids: Sequence[str]) -> figures.Target | None:
    """The indsatser of an indsatsområde; what is shared has none."""
    return links.to("indsatser", indsatsomraade=ids[0]) if ids[0] != SHARED_CODE else None


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


def _any_money(row: Row) -> bool:
    return bool(row["budget_kr"] or row["forbrug_kr"] or row["prognose_kr"])
