"""Approvals on screen: for each subject a card, in it the areas beside each other, each with its track of bodies.

The outcome is a mark and a word, the colour only follows; what is awaited says since when, and that no later outcome is
registered.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import figures
from overblik.show.beslutninger_view import side_by_side
from overblik.show.godkendelser_saetninger import WHOLE, card, heading, note
from overblik.show.text import literal

Row = Mapping[str, Any]
Subject = tuple[str, dict[Any, list[Row]]]  # its name, and its cases by area

_MARKS: Final = {
    "godkendt": ("✓", "green"),
    "godkendt_med_bemaerkninger": ("✓", "green"),
    "forkastet": ("✕", "red"),
    "afventer": ("…", "orange"),
    "udsat": ("…", "orange"),
    "eventuel": ("?", "gray"),
}
_ACROSS: Final = 4  # areas beside each other; more go on below
_TOLD: Final = ("○", "gray")  # discussed, taken note of: neither yes nor no


def approvals(answer: Answer, choice: Choice) -> None:
    """Subjects with something awaited first; within a subject the areas in their common order, the whole plan last."""
    rows = answer.rows()
    st.subheader(literal(heading(rows)), anchor=False)
    order = [row["omraade_id"] for row in fetch("valg_omraade", choice).rows()]
    wide: list[Subject] = []
    narrow: list[Subject] = []
    for subject, cases in _grouped(rows, "hovedsag").items():
        places = _grouped(sorted(cases, key=lambda row: _place(row["omraade_id"], order)), "omraade_id")
        (wide if len(places) > 1 else narrow).append((subject, places))
    for one in wide:
        with st.container(border=True, gap="small"):
            _subject(one)
    side_by_side(narrow, _subject, across=2)
    if rows:
        st.caption(
            "✓ godkendt · ✕ forkastet · … afventer eller udsat · ? eventuel · ○ drøftet eller taget til efterretning"
        )
    columns = ("genstand", "omraade_navn", "organ", "udfald_navn", "dato", "oplyst_dato", "siden_dato", "kilde")
    named = [{**row, "omraade_navn": row["omraade_navn"] or WHOLE} for row in rows]
    figures.foot(
        answer,
        unit="Godkendelser",
        heading="Godkendelser",
        key="godkendelser",
        table_columns=columns,
        table_rows=named,
    )


def _subject(subject: Subject) -> None:
    name, places = subject
    st.markdown(f"**{literal(name)}**")
    st.markdown(literal(card([row for rows in places.values() for row in rows])))
    several = len(places) > 1  # the sentence has named a single one already
    tracks = list(places.values())
    for first in range(0, len(tracks), _ACROSS):
        beside = tracks[first : first + _ACROSS]
        columns = st.columns(_ACROSS if len(tracks) > _ACROSS else len(tracks), gap="small")
        for column, rows in zip(columns, beside, strict=False):
            with column.container(gap="xsmall"):
                _track(rows, named=several)


def _track(rows: Sequence[Row], *, named: bool) -> None:
    """One area's bodies, in the order in which a case comes to them."""
    if named:
        st.markdown(f"**{literal(rows[0]['omraade_navn'] or WHOLE)}**")
    for row in sorted(rows, key=lambda row: (row["organ_plads"], row["oplyst_dato"])):
        _case(row)


def _case(row: Row) -> None:
    """One body's outcome. What a later one has replaced stays in the table below, and is left out here."""
    if not row["er_seneste"]:
        return
    mark, colour = _MARKS.get(row["udfald"], _TOLD)
    with st.container(gap="xxsmall"):
        st.badge(f"{mark} {literal(row['udfald_navn'])}", color=colour)  # type: ignore[arg-type]
        st.caption(literal(note(row)))


def _place(area: str | None, order: Sequence[str]) -> int:
    """The area's place; one that the plan does not touch after those, the whole plan last."""
    return len(order) + 1 if area is None else order.index(area) if area in order else len(order)


def _grouped(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
