"""Opmærksomhedspunkter on screen: what is off course, worst first, each with a link to where it is seen."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice
from overblik.show import figures, links, marks, saetninger, varighed
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


def attention(points: Answer) -> None:
    """What is off course, worst first: where, what, since when, who; each with a link to where it is seen."""
    with st.container(key="opmaerksomhed"):
        _attention(points)


def _attention(points: Answer) -> None:
    st.subheader("Opmærksomhedspunkter", anchor=False)
    rows = points.rows()
    if not rows:
        st.success("Intet er ude af kurs i det valgte.", icon=":material/check_circle:")
        return
    choice = varighed.asked_for(points)
    for row in rows[:_AT_A_GLANCE]:
        _point(row, choice)
    if len(rows) > _AT_A_GLANCE:
        with st.expander(f"Vis {saetninger.in_words(len(rows) - _AT_A_GLANCE)} mere"):
            for row in rows[_AT_A_GLANCE:]:
                _point(row, choice)
    figures.legend(rows, ("pct",))


def _point(row: Row, choice: Choice) -> None:
    assert choice.statusdato  # points are always of one
    with st.container(border=True, gap="xxsmall"):
        status = marks.STATUSES[row["status"]]
        lead = f":{status.badge}[**{status.mark}**] **{literal(saetninger.place(row))}:**"
        told = saetninger.what(row, choice.statusdato) + saetninger.lasting(varighed.off_since(row, choice))
        st.markdown(f"{lead} {literal(told)}")
        chosen = {"omraade": row["omraade_id"], "indsatsomraade": row["indsatsomraade_kode"]}
        links.link(
            f"Se tallene: {saetninger.place(row)}",
            links.to(_PAGES[row["art"]], **{name: code for name, code in chosen.items() if code and code != "ALLE"}),
            icon=":material/arrow_forward:",
        )
