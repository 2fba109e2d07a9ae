"""Adjustments on screen: what was changed in which indsats, when, why and by whom, with the way to its charts."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from overblik.answers import Answer
from overblik.show import danish, figures, links
from overblik.show.beslutninger_view import side_by_side
from overblik.show.saetninger import in_words
from overblik.show.text import literal

Row = Mapping[str, Any]


def adjustments(answer: Answer) -> None:
    """Newest first, each with the way to its indsats, whose charts mark the same day."""
    rows = answer.rows()
    st.subheader(literal(heading(rows)), anchor=False)
    side_by_side(rows, _adjustment, across=2)
    named = [{**row, "omraade_navn": row["omraade_navn"] or "Hele indsatsen"} for row in rows]
    figures.foot(answer, unit="Justeringer", heading="Justeringer", key="justeringer", table_rows=named)


def heading(rows: Sequence[Row]) -> str:
    """Syv justeringer i syv indsatser, senest 1. februar 2023."""
    if not rows:
        return "Ingen justeringer er registreret i det valgte"
    count, efforts = len(rows), len({row["indsats_id"] for row in rows})
    told = f"{in_words(count)} {'justering' if count == 1 else 'justeringer'}"
    where = "én indsats" if efforts == 1 else f"{in_words(efforts)} indsatser"
    return danish.capitalised(f"{told} i {where}, senest {danish.day(rows[0]['dato'])}")


def _adjustment(row: Row) -> None:
    later = " (efter statusdatoen)" if row["efter_statusdato"] else ""
    st.caption(literal(f"{danish.day(row['dato'])}{later} · {row['omraade_navn'] or 'hele indsatsen'}"))
    st.markdown(f"**{literal(row['indsats_navn'])}:** {literal(row['aendring'])}")
    st.markdown(f"Hvorfor: {literal(row['begrundelse'])}")
    st.caption(literal(f"Besluttet af: {row['besluttet_af']}"))
    links.link(
        "Se på indsatsens figurer", links.to("indsatser", indsats=row["indsats_id"]), icon=":material/arrow_forward:"
    )
