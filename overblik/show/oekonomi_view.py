"""Økonomi on screen: the key figures, the course over time and by year."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.show import charts, danish, figures, oekonomi_forloeb, saetninger, tables
from overblik.show import oekonomi_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_KEY_FIGURE: Final = 130  # px: eight in a row on a desk, two on a phone

# On a phone the first three are seen without moving the table.
YEAR: Final = ("budget_kr", "forbrug_kr", "forventet_kr", "afvigelse_kr", "afvigelse_pct", "budget_oprindeligt_kr")


def key_figures(answer: Answer) -> None:
    """The plan's money in one row: what was agreed, what is used, where it is expected to end."""
    row = answer.one()
    deviation = row["prognoseafvigelse_kr"]
    shown = [
        ("Oprindeligt budget", row["budget_oprindeligt_kr"], "hele planen"),
        ("Korrigeret budget", row["budget_kr"], "hele planen"),
        ("Budget til dato", row["budget_til_dato_kr"], f"{danish.percent(row['tidsprocent'])} af tiden"),
        ("Forbrug", row["forbrug_kr"], f"{danish.percent(row['forbrugsprocent'])} af budgettet"),
        ("Disponeret", row["disponeret_kr"], "endnu ikke bogført"),
        ("Restbudget", row["restbudget_kr"], "efter disponeret"),
        ("Forventet forbrug", row["prognose_kr"], _method(row)),
        ("Forventet afvigelse", None if deviation is None else abs(deviation), _direction(row)),
    ]
    with st.container(horizontal=True, gap="xsmall", key="oekonomi-noegletal"):
        for label, kroner, note in shown:
            with st.container(width=_KEY_FIGURE, gap=None):
                st.metric(label, danish.short_kroner(kroner))
                st.caption(literal(note))


def _method(row: Row) -> str:
    return "ved uændret takt" if row["prognose_metode"] == "takt" else "med restprognose"


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
    figures.figure(
        saetninger.pace(row),
        oekonomi_forloeb.figure(course, row),
        course,
        unit="Kroner siden planens begyndelse",
        alt=oekonomi_forloeb.in_words(course, row),
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
    rows = [row | {"navn": words.year(row)} for row in years.rows()]
    for kind, title in (("kalenderaar", "Kalenderår"), ("planaar", "Planår")):
        st.subheader(title, anchor=False)
        own = [row for row in rows if row["inddeling"] == kind]
        ahead = [place for place, row in enumerate(own) if row["forbrug_kr"] is None]
        alt = f"Budget, forbrug og forventet forbrug pr. {title.lower()}"
        tables.rows_table(own, columns, later=ahead, alt=alt, key=f"oekonomi-{kind}")
    st.caption(literal(f"Minus er mindreforbrug, plus er merforbrug. {figures.dated(years)}"))
