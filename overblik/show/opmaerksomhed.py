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

# What tells no date of its own, so that the meetings' figures must say since when.
_WITHOUT_DATE: Final = ("oekonomi", "aktivitet", "aktivitet_aaret_foer")


def attention(points: Answer) -> None:
    """What is off course, worst first: where, what, since when, who; each with a link to where it is seen."""
    st.subheader("Opmærksomhedspunkter", anchor=False)
    rows = points.rows()
    if not rows:
        st.success("Intet er ude af kurs i det valgte.", icon=":material/check_circle:")
        return
    choice = asked_for(points)
    for row in rows[:_AT_A_GLANCE]:
        _point(row, choice)
    if len(rows) > _AT_A_GLANCE:
        with st.expander(f"Vis {saetninger.in_words(len(rows) - _AT_A_GLANCE)} mere"):
            for row in rows[_AT_A_GLANCE:]:
                _point(row, choice)


def asked_for(points: Answer) -> Choice:
    """The choice that the points themselves were asked for, so that what is said of them is of the same figures."""
    return Choice(**points.params, release=points.release.id)


def off_since(point: Row, choice: Choice) -> date | None:
    """The earliest of the meetings' statusdatoer, counted back without a break, at which this very point stood too.

    A deviation to the other side is another point. None for what tells its own date, and for what is new since the
    last meeting. The last four meetings are asked.
    """
    if point["art"] not in _WITHOUT_DATE or choice.statusdato is None:
        return None
    meetings = [row for row in fetch("moeder", choice).rows() if row["dato"] <= choice.statusdato]
    since = None
    for meeting in meetings[:4]:
        then = fetch("opmaerksomhedspunkter", choice, statusdato=meeting["statusdato"]).rows()
        if not any(_same(point, row) for row in then):
            break
        since = meeting["statusdato"]
    return since


def _same(point: Row, other: Row) -> bool:
    over, other_over = ((row["beloeb_kr"] or 0) > 0 for row in (point, other))
    return (point["punkt_id"], point["art"], over) == (other["punkt_id"], other["art"], other_over)


def _point(row: Row, choice: Choice) -> None:
    assert choice.statusdato  # points are always of one
    with st.container(border=True, gap="xxsmall"):
        status = marks.STATUSES[row["status"]]
        lead = f":{status.badge}[**{status.mark}**] **{literal(saetninger.place(row))}:**"
        told = saetninger.what(row, choice.statusdato) + saetninger.lasting(off_since(row, choice))
        st.markdown(f"{lead} {literal(told)}")
        chosen = {"omraade": row["omraade_id"], "indsatsomraade": row["indsatsomraade_kode"]}
        links.link(
            f"Se tallene: {saetninger.place(row)}",
            links.to(_PAGES[row["art"]], **{name: code for name, code in chosen.items() if code and code != "ALLE"}),
            icon=":material/arrow_forward:",
        )
