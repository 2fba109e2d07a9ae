"""Aktivitet on screen: the key figures, the months, the lines against target and year before, and the calendar."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer
from overblik.show import aktivitet_saetninger as words
from overblik.show import charts, danish, figures, links
from overblik.show.charts import words as alt_words
from overblik.show.charts.layout import Figure
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDE: Final = 164  # px of a key figure: six in a row on a desk, two on a phone
_NAMES, _NAMES_NARROW = 30, 20  # characters of a line's name on a desk and on a phone
_DAYS_AT_MOST: Final = 13  # months that the calendar shows day by day; more are shown by month and weekday
_COUNSELLING: Final = "rådgivning afleveres som månedstal og er ikke med"

# The months' small charts: column, what it is, one and many of it, unit.
MONTHS: Final = (
    ("nye_deltagere", "Nye deltagere", "ny deltager", "nye deltagere", "antal"),
    ("frivillige", "Frivillige, talt hver gang", "frivillig", "frivillige", "antal"),
    ("frivilligtimer", "Frivilligtimer", "frivilligtime", "frivilligtimer", "timer"),
    ("medarbejdertimer", "Medarbejdertimer", "medarbejdertime", "medarbejdertimer", "timer"),
)
LINE: Final = (
    "navn", "fremmoeder_aar", "fremmoeder_aaret_foer", "aendring_pct", "maal", "maal_pct",
    "fremmoeder", "nye_deltagere", "frivillige", "frivilligtimer", "medarbejdertimer", "nyeste_maaned",
)  # fmt: skip
INDSATS_LINE: Final = (
    "navn", "indsatsomraade_navn", "fremmoeder_aar", "fremmoeder_aaret_foer", "maal", "maal_pct",
    "fremmoeder", "nye_deltagere", "frivillige", "nyeste_maaned",
)  # fmt: skip


def sentence(total: Answer) -> str:
    """The page's answer in a line."""
    return words.headline(total.one(), total.params["statusdato"])


def to_omraade(ids: Sequence[str]) -> figures.Target | None:
    """The area's own page."""
    return links.to("omraade", omraade=ids[0])


def to_indsatsomraade(ids: Sequence[str]) -> figures.Target | None:
    """The indsatser of an indsatsområde."""
    return links.to("indsatser", indsatsomraade=ids[0])


def to_indsats(ids: Sequence[str]) -> figures.Target | None:
    """The page of one indsats."""
    return links.to("indsatser", indsats=ids[0])


def key_figures(answer: Answer) -> None:
    """The year's attendance, then what was registered in the period, in one row."""
    row = answer.one()
    year = words.year_to_date(answer.params["statusdato"])
    measure = "af målet til dato" if row["maal_grundlag"] == "maal" else "af samme måneder året før"
    period = words.period(answer.params)
    shown = [
        ("Fremmøder i år", danish.count(row["fremmoeder_aar"], words.absent(row)), year),
        (
            "I forhold til mål",
            danish.percent(row["maal_pct"], decimals=0),
            measure if row["maal_pct"] is not None else "",
        ),
        ("Fremmøder", danish.count(row["fremmoeder"]), period),
        ("Nye deltagere", danish.count(row["nye_deltagere"]), period),
        ("Frivilligtimer", danish.count(row["frivilligtimer"]), period),
        ("Medarbejdertimer", danish.count(row["medarbejdertimer"]), period),
    ]
    with st.container(horizontal=True, gap="medium", key="aktivitet-noegletal"):
        for label, text, note in shown:
            with st.container(width=_WIDE, gap=None):
                st.metric(label, text)
                st.caption(literal(note))


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
            hidden="skjulte", until=months.params["til"],
        ),
        months,
        unit="Antal fremmøder pr. måned; den, der kommer tre gange, er tre fremmøder",
        alt=alt_words.over_time(months, what="Fremmøder pr. måned", column="fremmoeder", unit="antal"),
        key="aktivitet-maaneder",
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
                    table_columns=["maaned", column, f"{column}_aaret_foer"],
                )  # fmt: skip


def by_line(answer: Answer, target: figures.Links, columns: Sequence[str] = LINE) -> None:
    """One line a group, twice: how many against the year before, and the share of the target."""
    rows = [told(row) for row in answer.rows() if has_figures(row)]
    left, right = st.columns(2, gap="large")
    with left:
        _attended(answer, rows, target, columns)
    with right:
        _against_target(answer, [row for row in rows if row["maal_pct"] is not None], target, columns)


def _attended(answer: Answer, rows: Sequence[Row], target: figures.Links, columns: Sequence[str]) -> None:
    year = words.year_to_date(answer.params["statusdato"])
    compared = any(row["fremmoeder_aaret_foer"] is not None for row in rows)

    def drawn(name_width: int) -> Figure | None:
        return charts.bars(
            rows, name="vist", value="fremmoeder_aar", value_name=f"fremmøder {year}", unit="antal",
            against="fremmoeder_aaret_foer" if compared else None, against_name="samme måneder året før",
            ids=answer.question.key, why="hvorfor", name_width=name_width,
        )  # fmt: skip

    figures.figure(
        words.most(rows, answer.params["statusdato"]),
        drawn(_NAMES),
        answer,
        unit=f"Antal fremmøder i {year}",
        alt=alt_words.by_group(rows, what="Fremmøder", name="vist", column="fremmoeder_aar", unit="antal"),
        key=answer.question.name,
        narrow=drawn(_NAMES_NARROW),
        table_columns=columns,
        links=target,
    )


def _against_target(answer: Answer, rows: Sequence[Row], target: figures.Links, columns: Sequence[str]) -> None:
    def drawn(name_width: int) -> Figure | None:
        return charts.compare(
            rows, name="vist_maal", value="maal_pct", unit="pct", target=100, target_name="mål",
            ids=answer.question.key, name_width=name_width,
        )  # fmt: skip

    year = words.year_to_date(answer.params["statusdato"])
    figures.figure(
        words.reaching(rows),
        drawn(_NAMES),
        answer,
        unit=f"Fremmøder i {year} i procent af målet til dato",
        alt=alt_words.by_group(rows, what="Fremmøder mod mål", name="vist_maal", column="maal_pct", unit="pct"),
        key=f"{answer.question.name}-maal",
        narrow=drawn(_NAMES_NARROW),
        table_columns=columns,
        links=target,
        empty="Der er hverken mål eller et år før at måle mod.",
    )


def told(row: Row) -> dict[str, Any]:
    """The row with what its bars say: its state, what it is measured by, and why it has no figures."""
    state = row.get("status", "i_gang")
    name = row["navn"] if state in ("i_gang", "aendret") else f"{row['navn']} ({str(row['status_navn']).lower()})"
    measured = " (mod året før)" if row["maal_grundlag"] == "aaret_foer" else ""
    return {**row, "vist": name, "vist_maal": f"{name}{measured}", "hvorfor": words.absent(row)}


def has_figures(row: Row) -> bool:
    """Is there anything to draw for a line? An indsats that has not begun has nothing, and that is no gap."""
    return any(row[column] is not None for column in ("fremmoeder", "fremmoeder_aar", "fremmoeder_aaret_foer", "maal"))


def calendar(weekdays: Answer, fetch_days: Callable[[str], Answer]) -> None:
    """When things happen: day by day for a year or less, by month and weekday for more."""
    short = words.months_between(weekdays.params) <= _DAYS_AT_MOST
    days = fetch_days("aktivitet_pr_dag" if short else "aktivitet_kalender")
    draw = charts.calendar if short else charts.month_calendar
    figures.figure(
        words.weekdays(weekdays.rows()),
        draw(days, value="antal_afholdt", unit="antal", word="afholdte aktiviteter"),
        days,
        unit=f"Afholdte aktiviteter {'pr. dag' if short else 'pr. måned og ugedag'}; {_COUNSELLING}",
        alt=words.calendar_alt(weekdays.rows()),
        key="aktivitet-kalender",
    )
