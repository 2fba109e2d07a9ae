"""The yearly lists on screen: how far each area is from each list's own limit, criterion by criterion."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer
from overblik.show import charts, danish, figures, kort
from overblik.show import udviklingsplaner_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_NAME: Final = 15  # characters of an area's name at the end of its line
_LABEL: Final = 40  # px that such a name and its number take
_LISTS: Final = (
    "liste_dato", "omraade_navn", "kriterium", "vaerdi", "operator_navn", "graense", "afstand", "aendring", "opfyldt",
    "udpeget",
)  # fmt: skip


def criteria(answer: Answer) -> None:
    """One chart a criterion: for one area its value and the limit of each list, for several each one's distance."""
    rows = answer.rows()
    if not rows:
        st.info("Ingen kriterier i det leverede for det valgte.", icon=":material/info:")
        return
    found = [list(group) for _, group in groupby(rows, key=lambda row: row["kriterium"])]
    several = len({row["omraade_id"] for row in rows}) > 1
    for number, (place, of) in enumerate(kort.placed(found)):
        with place:
            _distances(answer, of, number) if several else _values(answer, of, number)


def _values(answer: Answer, rows: Sequence[Row], number: int) -> None:
    newest = rows[-1]
    series = [charts.Series("graense", "Listens grænse", "plan"), charts.Series("vaerdi", "Værdi")]
    _criterion(answer, rows, [newest], series, rows, "Værdien og hver listes egen grænse", "vaerdi", number)
    st.caption(literal(words.moved(newest)))


def _distances(answer: Answer, rows: Sequence[Row], number: int) -> None:
    """The areas' distances in one chart: nought is the limit of each list."""
    names = {row["omraade_id"]: row["omraade_navn"] for row in rows}
    every = {row["omraade_id"]: danish.sort_key(row["omraade_navn"]) for row in answer.rows()}
    order = {area: place for place, area in enumerate(sorted(every, key=lambda one: every[one]))}
    series = [charts.Series(area, _short(name), "other", order[area])
              for area, name in names.items()]  # fmt: skip
    drawn: list[dict[str, Any]] = []
    for day in sorted({row["liste_dato"] for row in rows}):
        of_day = {row["omraade_id"]: row["afstand"] for row in rows if row["liste_dato"] == day}
        drawn.append({"liste_dato": day} | {area: of_day.get(area) for area in names})
    newest = [list(group)[-1] for _, group in groupby(rows, key=lambda row: row["omraade_id"])]
    unit = "Afstand til hver listes egen grænse; over 0 er fri af den, under 0 er kriteriet opfyldt"
    _criterion(answer, rows, newest, series, drawn, unit, "afstand", number)


def _criterion(
    answer: Answer, rows: Sequence[Row], newest: Sequence[Row], series: Sequence[charts.Series],
    drawn: Sequence[Row], unit: str, column: str, number: int,
) -> None:  # fmt: skip
    figures.figure(
        words.criterion(newest),
        _roomy(
            charts.lines(drawn, series, unit="vaerdi", month="liste_dato", height=max(230, 70 + _LABEL * len(series)))
        ),
        answer,
        unit=unit,
        alt=alt_words.by_group(
            newest, what=f"{newest[0]['kriterium']}, seneste liste", name="omraade_navn", column=column, unit="vaerdi"
        ),
        key=f"udviklingsplaner-kriterium-{number}",
        table_rows=rows,
        table_columns=_LISTS,
    )


def _roomy(drawn: dict[str, Any] | None) -> dict[str, Any] | None:
    """Room over the lines: where limit and value lie close at the top, their words are moved apart."""
    if drawn is not None:
        drawn["layout"]["margin"]["t"] += 26
        drawn["layout"]["height"] += 26
    return drawn


def _short(name: str) -> str:
    """The name on one line; the table has it in full."""
    return name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
