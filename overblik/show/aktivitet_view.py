"""Aktivitet on screen: the key figures, what is missing, the months, and the calendar."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer
from overblik.show import aktivitet_saetninger as words
from overblik.show import charts, figures, units
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDE: Final = 154  # px of a key figure: six in a row on a desk, two on a phone
_DAYS_AT_MOST: Final = 13  # months that the calendar shows day by day; more are shown by month and weekday
_LEFT_OUT: Final = "rådgivning (der afleveres som månedstal) og det, som kun få kom til, er ikke med"

KEY: Final = ("fremmoeder_aar", "maal_pct", "fremmoeder", "nye_deltagere", "frivilligtimer", "medarbejdertimer")

# The months' small charts: column, what it is, one and many of it, unit.
MONTHS: Final = (
    ("nye_deltagere", "Nye deltagere", "ny deltager", "nye deltagere", "antal"),
    ("frivillige", "Frivillige, talt hver gang", "frivillig", "frivillige", "antal"),
    ("frivilligtimer", "Frivilligtimer", "frivilligtime", "frivilligtimer", "timer"),
    ("medarbejdertimer", "Medarbejdertimer", "medarbejdertime", "medarbejdertimer", "timer"),
)


def sentence(total: Answer) -> str:
    """The page's answer in a line."""
    return words.headline(total.one(), total.params["statusdato"])


def key_figures(answer: Answer) -> None:
    """The year's attendance, then what was registered in the period, in one row."""
    row = answer.one()
    year = words.year_to_date(answer.params["statusdato"])
    label, share, note = words.measured(row)
    period = words.period(answer.params)
    shown = [
        ("Fremmøder i år", units.of(row, "fremmoeder_aar"), year),
        (label, share, note),
        ("Fremmøder", units.of(row, "fremmoeder"), period),
        ("Nye deltagere", units.of(row, "nye_deltagere"), period),
        ("Frivilligtimer", units.of(row, "frivilligtimer"), period),
        ("Medarbejdertimer", units.of(row, "medarbejdertimer"), period),
    ]
    with st.container(horizontal=True, gap="medium", key="aktivitet-noegletal"):
        for name, text, below in shown:
            with st.container(width=_WIDE, gap=None):
                st.metric(name, text)
                st.caption(literal(below))
    figures.legend([row], KEY)


def what_is_missing(old: Answer, total: Answer) -> None:
    """What the sums leave out: lines without new figures, and registrations without a number."""
    if told := words.gaps(old.rows()):
        st.info(literal(told), icon=":material/hourglass_disabled:")
    if told := words.left_out(total.one()):
        st.caption(literal(told))


def attendance(months: Answer) -> None:
    """Fremmøder month by month, with the same month the year before as a grey mark."""
    figures.figure(
        words.months(months.rows(), "fremmoeder", "fremmøde", "fremmøder"),
        charts.columns(
            months, value="fremmoeder", name="Fremmøder", unit="antal",
            against="fremmoeder_aaret_foer", against_name="samme måned året før",
            until=months.params["til"],
        ),
        months,
        unit="Antal fremmøder pr. måned; den, der kommer tre gange, er tre fremmøder",
        alt=alt_words.over_time(months, what="Fremmøder pr. måned", column="fremmoeder", unit="antal"),
        key="aktivitet-maaneder",
        drawn_columns=("fremmoeder", "fremmoeder_aaret_foer"),
        table_columns=["maaned", "fremmoeder", "fremmoeder_aaret_foer", "antal_afholdt", "skjulte", "manglende"],
        empty=f"{words.nothing(months.rows())}.",
    )  # fmt: skip


def people_and_hours(months: Answer) -> None:
    """New participants, volunteers and hours: four small charts, two and two."""
    for pair in (MONTHS[:2], MONTHS[2:]):
        for place, (column, name, one, many, unit) in zip(st.columns(2, gap="large"), pair, strict=True):
            with place:
                figures.figure(
                    words.months(months.rows(), column, one, many),
                    charts.columns(
                        months, value=column, name=name, unit=unit,
                        against=f"{column}_aaret_foer", against_name="samme måned året før",
                        until=months.params["til"], height=220,
                    ),
                    months,
                    unit=f"{name} pr. måned",
                    alt=alt_words.over_time(months, what=f"{name} pr. måned", column=column, unit=unit),
                    key=f"aktivitet-{column}",
                    drawn_columns=(column, f"{column}_aaret_foer"),
                    table_columns=["maaned", column, f"{column}_aaret_foer"],
                )  # fmt: skip


def calendar(weekdays: Answer, fetch_days: Callable[[str], Answer]) -> None:
    """When things happen: day by day for a year or less, by month and weekday for more."""
    short = words.months_between(weekdays.params) <= _DAYS_AT_MOST
    days = fetch_days("aktivitet_pr_dag" if short else "aktivitet_kalender")
    draw = charts.calendar if short else charts.month_calendar
    figures.figure(
        words.weekdays(weekdays.rows()),
        draw(days, value="antal_afholdt", unit="antal", word="afholdte aktiviteter"),
        days,
        unit=f"Afholdte aktiviteter {'pr. dag' if short else 'pr. måned og ugedag'}; {_LEFT_OUT}",
        alt=words.calendar_alt(weekdays.rows()),
        key="aktivitet-kalender",
    )
