"""Tables: an answer's columns by their labels and units, Danish numbers, marks for what is not there.

A column's marks (`<column>_maerke`) stand in its own cells, and what they mean in a line under the table.

pandas is imported here and nowhere else: its Styler is the one way in which Streamlit shows our own number formats and
still sorts numbers as numbers.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from overblik.answers import Answer, Column, maerker
from overblik.show import danish, downloads, marks, units
from overblik.show.text import literal

# Tables, of some 10 kB each: to style one anew takes 5 ms.
_KEPT: Final = 512

SHORT: Final = 80  # rows; longer ones scroll in a grid, shorter ones are plain text to every screen reader

_DAYS: Final = frozenset({"dato", "maaned"})


def table(
    answer: Answer,
    columns: Sequence[str] | None = None,
    *,
    rows: Sequence[Mapping[str, Any]] | None = None,
    alt: str = "",
    key: str | None = None,
) -> None:
    """The answer as a table: the columns named, or all but bare codes. Short ones as text, long ones sortable.

    `rows` stand in for the answer's own where a page has picked some out or put names for codes.
    """
    chosen = {name: answer.question.columns[name] for name in columns or _readable(answer.question.columns)}
    listed = answer.rows() if rows is None else rows
    when = next(
        (name for name in answer.question.key if name in chosen and chosen[name].unit in ("maaned", "aar")), None
    )
    statusdato = answer.params.get("statusdato")
    # Nothing is booked after statusdato: that is another thing than a sum that cannot be worked out.
    later = {place for place, row in enumerate(listed) if when and statusdato and _lies_ahead(row[when], statusdato)}
    rows_table(listed, chosen, later=later, alt=alt or answer.question.title, key=key, answer=answer)


def _lies_ahead(when: str | int, statusdato: date) -> bool:
    """Does a month ("2023-04") or a year begin after statusdato?"""
    return when > statusdato.year if isinstance(when, int) else danish.first_of_month(when) > statusdato


def rows_table(
    rows: Iterable[Mapping[str, Any]],
    columns: Mapping[str, Column],
    *,
    later: Collection[int] = (),
    alt: str = "",
    key: str | None = None,
    answer: Answer | None = None,
) -> None:
    """The same for rows that a page has picked out or put together; `columns` give order, label and unit.

    `later` are the places of rows that lie ahead: what is null there is not known yet. `answer` tells, when the table
    leaves as a file, how it was reckoned and from what.
    """
    listed = list(rows)
    columns = {name: column for name, column in columns.items() if column.unit != maerker.UNIT}
    if not listed:
        st.info("Ingen tal i det valgte.", icon=":material/info:")
    elif len(listed) <= SHORT:
        told = (listed, dict(columns), sorted(later), alt)
        _drawn(hashlib.sha256(repr(told).encode()).digest(), *told)
    else:
        st.dataframe(_styled(listed, columns, later, markdown=False), hide_index=True, key=key, alt=alt or None)
    if meaning := marks.legend(maerker.of(row, name) for row in listed for name in columns):
        st.caption(literal(meaning))
    if listed:
        downloads.offer(listed, columns, alt or "Tabel", answer)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _drawn(
    told: bytes, _rows: Sequence[Mapping[str, Any]], _columns: Mapping[str, Column], _later: Sequence[int], _alt: str
) -> None:
    """Draws a short table; drawn before, what Streamlit was told then is told again.

    It is found by `told`, a digest of all that it is made of: a table of other rows, or of another release's, is never
    the same, and nobody can change one that is kept.
    """
    styled = _styled(_rows, _columns, _later, markdown=True)
    st.table(styled, border="horizontal", hide_index=True, alt=_alt or None)


def _readable(columns: Mapping[str, Column]) -> list[str]:
    """All columns that say something to a reader; a code only where there is no text, a mark only in its cell."""
    named = any(column.unit == "tekst" for column in columns.values())
    left_out = {maerker.UNIT, "kode"} if named else {maerker.UNIT}
    return [name for name, column in columns.items() if column.unit not in left_out]


def _styled(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Column], later: Collection[int], *, markdown: bool
) -> Any:
    """A Styler over typed columns: numbers stay numbers (to the right, sortable), the reader sees our text."""
    heads = _heads(columns, markdown)
    frame = pd.DataFrame({heads[name]: _values(rows, name, column.unit, markdown) for name, column in columns.items()})
    written = {
        heads[name]: _writer(column.unit) for name, column in columns.items() if column.unit in units.NUMERIC | _DAYS
    }
    right = [heads[name] for name, column in columns.items() if column.unit in units.NUMERIC]
    styled = frame.style.format(written)
    ahead = [place for place in later if place < len(frame)]
    for head in right if ahead else ():
        empty = [place for place in ahead if pd.isna(frame[head].iloc[place])]
        styled = styled.format("endnu ikke", subset=pd.IndexSlice[empty, [head]])
    for name, column in ((name, column) for name, column in columns.items() if column.unit in units.NUMERIC):
        found = [maerker.of(row, name) for row in rows]
        for mark in {mark for mark in found if mark}:
            places = [place for place, one in enumerate(found) if one == mark]
            styled = styled.format(_writer(column.unit, mark), subset=pd.IndexSlice[places, [heads[name]]])
    return styled.set_properties(subset=right, **{"text-align": "right"})


def _heads(columns: Mapping[str, Column], markdown: bool) -> dict[str, str]:
    """Forbrug (kr.): label and unit, each once; two of the same label are told apart by their place."""
    heads: dict[str, str] = {}
    for name, column in columns.items():
        text = units.headed(column.label, column.unit)
        text = literal(text) if markdown else text
        while text in heads.values():
            text += danish.NBSP
        heads[name] = text
    return heads


def _values(rows: Sequence[Mapping[str, Any]], name: str, unit: str, markdown: bool) -> Any:
    """One column as pandas holds it. Money becomes a double on its way to the screen only, exact to the øre."""
    values = [row[name] for row in rows]
    if unit in units.NUMERIC:
        return pd.Series([None if value is None else float(value) for value in values], dtype="float64")
    if unit in _DAYS:
        days = [
            None if value is None else danish.first_of_month(value) if unit == "maaned" else value for value in values
        ]
        return pd.Series(pd.to_datetime(days))
    texts = [units.exact(value, unit) for value in values]
    if unit == "status":
        texts = [f"{text} (ca.)" if maerker.of(row, name) else text for text, row in zip(texts, rows, strict=True)]
    return [literal(text) for text in texts] if markdown else texts


def _writer(unit: str, mark: str | None = None) -> Any:
    def write(value: Any) -> str:
        if pd.isna(value):
            return units.exact(None, unit, mark)
        if unit in _DAYS:
            return units.exact(value.date(), unit).replace(" ", danish.NBSP)
        bare = danish.number(value, 2) if unit == "kr" else units.exact(_whole(value), unit, mark)
        return bare.removesuffix("%").removesuffix("timer").removesuffix("time").removesuffix("dage").rstrip()

    return write


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
