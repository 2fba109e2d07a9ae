"""Opmærksomhedspunkter on screen: what is off course, worst first, each with a link to where it is seen."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import links, marks, saetninger
from overblik.show.text import literal

Row = Mapping[str, Any]

# As many points as a reader takes in at a glance; the rest is one key away.
_AT_A_GLANCE: Final = 3

_PAGES: Final = {
    "milepael": "fremdrift",
    "oekonomi": "oekonomi",
    "medfinansiering": "oekonomi",
    "aktivitet": "aktivitet",
    "aktivitet_aaret_foer": "aktivitet",
    "for_gamle_tal": "aktivitet",
    "beslutning": "beslutninger",
    "godkendelse": "beslutninger",
}

# What has a status of its own at every earlier meeting, so that one can say since when.
_DIMENSIONS: Final = {"oekonomi": "oekonomi", "aktivitet": "aktivitet", "aktivitet_aaret_foer": "aktivitet"}
_OFF: Final = ("roed", "gul")


def attention(points: Answer, choice: Choice) -> None:
    """What is off course, worst first: where, what, since when, who; each with a link to where it is seen."""
    st.subheader("Opmærksomhedspunkter", anchor=False)
    rows = points.rows()
    if not rows:
        st.success("Intet er ude af kurs i det valgte.", icon=":material/check_circle:")
        return
    statusdato = points.params["statusdato"]
    for row in rows[:_AT_A_GLANCE]:
        _point(row, statusdato, choice)
    if len(rows) > _AT_A_GLANCE:
        with st.expander(f"Vis {saetninger.in_words(len(rows) - _AT_A_GLANCE)} mere"):
            for row in rows[_AT_A_GLANCE:]:
                _point(row, statusdato, choice)


def off_since(point: Row, choice: Choice) -> date | None:
    """The earliest of the meetings' statusdatoer, counted back without a break, at which the same was off course.

    None for what tells its own date, and for what was on course at the last meeting. The last four meetings are asked.
    """
    if point["art"] not in _DIMENSIONS:
        return None
    square = (point["omraade_id"], point["indsatsomraade_kode"], _DIMENSIONS[point["art"]])
    meetings = [row for row in fetch("moeder", choice).rows() if choice.statusdato and row["dato"] <= choice.statusdato]
    since = None
    for meeting in meetings[:4]:
        status = {
            (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]): row["status"]
            for row in fetch("status", choice, statusdato=meeting["statusdato"]).rows()
        }
        if status.get(square) not in _OFF:
            break
        since = meeting["statusdato"]
    return since


def _point(row: Row, statusdato: date, choice: Choice) -> None:
    with st.container(border=True, gap="xxsmall"):
        status = marks.STATUSES[row["status"]]
        lead = f":{status.badge}[**{status.mark}**] **{literal(saetninger.place(row))}:**"
        told = saetninger.what(row, statusdato) + saetninger.lasting(off_since(row, choice))
        st.markdown(f"{lead} {literal(told)}")
        chosen = {"omraade": row["omraade_id"], "indsatsomraade": row["indsatsomraade_kode"]}
        links.link(
            f"Se tallene: {saetninger.place(row)}",
            links.to(_PAGES[row["art"]], **{name: code for name, code in chosen.items() if code and code != "ALLE"}),
            icon=":material/arrow_forward:",
        )
