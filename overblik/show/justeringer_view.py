"""Adjustments on screen: what was changed in which indsats, when, why and by whom, with the way to its charts."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.show import danish, figures, links, tables
from overblik.show.saetninger import in_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_COLUMNS: Final = {
    "dato": Column("Dato", "dato"),
    "indsats_navn": Column("Indsats", "tekst"),
    "vist": Column("Gælder", "tekst"),
    "aendring": Column("Ændring", "tekst"),
    "begrundelse": Column("Hvorfor", "tekst"),
    "besluttet_af": Column("Besluttet af", "tekst"),
}


def adjustments(answer: Answer) -> None:
    """Newest first; below it a link to each indsats, whose charts mark the same days."""
    rows = answer.rows()
    st.subheader(literal(heading(rows)), anchor=False)
    if rows:
        tables.rows_table(
            [{**row, "vist": _where(row)} for row in rows], _COLUMNS, alt="Justeringer", key="justeringer-tabel"
        )
        st.caption("Indsatserne; deres figurer mærker justeringen på dagen:")
        names = {row["indsats_id"]: row["indsats_navn"] for row in rows}
        links.row((name, links.to("indsatser", indsats=key)) for key, name in names.items())
    figures.foot(answer, unit="Justeringer", heading="Justeringer", key="justeringer")


def heading(rows: Sequence[Row]) -> str:
    """Syv justeringer i syv indsatser, senest 1. februar 2023."""
    if not rows:
        return "Ingen justeringer er registreret i det valgte"
    count, efforts = len(rows), len({row["indsats_id"] for row in rows})
    told = f"{in_words(count)} {'justering' if count == 1 else 'justeringer'}"
    where = "én indsats" if efforts == 1 else f"{in_words(efforts)} indsatser"
    return danish.capitalised(f"{told} i {where}, senest {danish.day(rows[0]['dato'])}")


def _where(row: Row) -> str:
    place = row["omraade_navn"] or "Hele indsatsen"
    return f"{place} (efter statusdatoen)" if row["efter_statusdato"] else str(place)
