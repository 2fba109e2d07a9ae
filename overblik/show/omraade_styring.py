"""Steering of one area on screen: who has approved what, what is decided and open, and what was adjusted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.show import danish, figures, tables
from overblik.show import omraade_saetninger as words
from overblik.show.text import literal

Row = Mapping[str, Any]

_APPROVALS: Final = {
    "genstand": Column("Sag", "tekst"),
    "organ": Column("Organ", "tekst"),
    "vist": Column("Udfald", "tekst"),
    "dato": Column("Behandlet", "dato"),
    "kilde": Column("Kilde", "tekst"),
}
_DECISIONS: Final = {
    "emne": Column("Emne", "tekst"),
    "beslutning": Column("Beslutning", "tekst"),
    "vist": Column("Status", "tekst"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
    "kompetence": Column("Hvem beslutter", "tekst"),
    "moede_dato": Column("Møde", "dato"),
}
_ADJUSTMENTS: Final = {
    "dato": Column("Dato", "dato"),
    "indsats_navn": Column("Indsats", "tekst"),
    "aendring": Column("Ændring", "tekst"),
    "begrundelse": Column("Begrundelse", "tekst"),
    "vist": Column("Gælder", "tekst"),
    "besluttet_af": Column("Besluttet af", "tekst"),
}


def approvals(answer: Answer) -> None:
    """What is awaited first, each with the day it was told."""
    _listed(answer, answer.rows(), words.approvals, _APPROVALS, words.approval)


def decisions(answer: Answer) -> None:
    """Open decisions first, then what was done."""
    rows = [{**row, "beslutning": row["beslutning"] or _undecided(row)} for row in answer.rows()]
    rows.sort(key=lambda row: not row["er_aaben"])
    _listed(answer, rows, words.decisions, _DECISIONS, words.decision_state)


def adjustments(answer: Answer) -> None:
    """What was changed, when, why and by whom: here, or for the whole of an indsats that the area has."""
    _listed(answer, answer.rows(), words.adjustments, _ADJUSTMENTS, _where)


def _undecided(row: Row) -> str:
    return "ikke truffet endnu" if row["er_aaben"] else words.UNTOLD


def _where(row: Row) -> str:
    place = row["omraade_navn"] or "hele indsatsen"
    return f"{place} (efter statusdatoen)" if row["efter_statusdato"] else str(place)


def _listed(
    answer: Answer,
    rows: Sequence[Row],
    heading: Callable[[Sequence[Row]], str],
    columns: Mapping[str, Column],
    shown: Callable[[Row], str],
) -> None:
    st.subheader(literal(heading(rows)), anchor=False)
    if rows:
        told = [{**row, "vist": danish.capitalised(shown(row))} for row in rows]
        tables.rows_table(told, columns, alt=answer.question.title, key=answer.question.name)
    st.caption(literal(figures.dated(answer)))
