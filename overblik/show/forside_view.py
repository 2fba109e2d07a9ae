"""The front page on screen: the sentence, the three statuses and the decisions, the matrix, and what is off course."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from overblik.answers import Answer, Choice
from overblik.settings import settings
from overblik.show import charts, danish, figures, forside, links, marks, saetninger
from overblik.show.text import literal

Row = Mapping[str, Any]


def cards(
    figures_now: Answer,
    status: Answer,
    before: Answer | None,
    points: Answer,
    decisions: Answer,
    meetings: Answer,
) -> None:
    """Fremdrift, økonomi, aktivitet, beslutninger: each with its status now and at the last meeting."""
    row = figures_now.one()
    last = next((meeting for meeting in meetings.rows() if meeting["er_sidste"]), None)
    told = {
        "fremdrift": ("Fremdrift", saetninger.progress(row, points.rows())),
        "oekonomi": ("Økonomi", saetninger.money(row)),
        "aktivitet": ("Aktivitet", saetninger.activity(row)),
    }
    with st.container(key="statuskort"):
        *columns, last_column = st.columns(4, gap="small")
    for column, (dimension, (title, text)) in zip(columns, told.items(), strict=True):
        with _card(column, title):
            _badge(forside.total(status, dimension))
            st.markdown(literal(text))
            st.caption(literal(_before(before, dimension, last)))
    with _card(last_column, "Beslutninger"):
        _decisions(decisions, meetings)
    figures.legend([row], ("fremmoeder_aar", "fremmoeder_pct"))


def _card(column: Any, title: str) -> Any:
    card = column.container(border=True, height="stretch", gap="small")
    card.markdown(f"**{literal(title)}**")
    return card


def _badge(total: Row) -> None:
    """The total's status; fremdrift has none of its own, so its squares are counted and the worst gives the colour."""
    status = marks.STATUSES[total["status"] or forside.worst(total)]
    text = marks.tally(forside.counts(total)) if total["status"] is None else danish.capitalised(status.word)
    st.badge(f"{status.mark} {text or 'Ingen milepæle'}", icon=None, color=status.badge)  # type: ignore[arg-type]


def _before(before: Answer | None, dimension: str, last: Row | None) -> str:
    if before is None or last is None:
        return "Sidste møde: ingen tal at sammenligne med"
    total = forside.total(before, dimension)
    told = (
        marks.STATUSES[total["status"]].word
        if total["status"]
        else marks.tally(forside.counts(total)) or "ingen milepæle"
    )
    return f"Sidste møde, {danish.day(last['dato'])}: {told}"


def _decisions(decisions: Answer, meetings: Answer) -> None:
    coming = next((meeting for meeting in meetings.rows() if meeting["er_naeste"]), None)
    if not meetings.rows():
        st.markdown("Møder og beslutninger er ikke leveret.")
        return
    waiting = forside.to_discuss(decisions)
    overdue = [row for row in decisions.rows() if row["er_forsinket"]]
    st.badge(f"{len(waiting)} skal drøftes" if waiting else "Intet nyt at drøfte", color="blue" if waiting else "gray")
    st.markdown(literal(" · ".join(row["emne"] for row in waiting) or "Der er ingen punkter til næste møde."))
    late = f" · {danish.count(len(overdue))} tidligere over fristen" if overdue else ""
    told = f"Næste møde i {settings().organ}: {danish.day(coming['dato'])}" if coming else "Næste møde er ikke oplyst"
    st.caption(literal(told + late))


def matrix(status: Answer, choice: Choice) -> None:
    """Område × indsatsområde; a click on a cell leads to the page and filter behind it."""
    found = forside.matrix(choice)
    figures.figure(
        forside.matrix_message(found),
        charts.matrix(found.squares, found.down, found.across),
        status,
        unit=f"{marks.status_legend()} · {marks.tally(dict(found.counts))}",
        alt=forside.matrix_in_words(found.squares, found.names(), found.counts),
        key="forside-matrix",
        narrow=charts.matrix_narrow(found.squares, found.down, found.across),
        links=to_square,
    )


def to_square(ids: Sequence[str]) -> figures.Target | None:
    """Where a square of the matrix leads: the page of its dimension, with its area and indsatsområde chosen."""
    area, code, dimension = ids
    chosen: dict[str, str | None] = {}
    if area != "FAELLES":
        chosen["omraade"] = area
    if code not in ("FAELLES", "FYSISK"):
        chosen["indsatsomraade"] = code
    return links.to(dimension, **chosen)  # the pages are named after the dimensions


def not_delivered(missing: Answer) -> None:
    """What the page cannot show because nobody has handed it in."""
    lacking = [row["navn"] for row in missing.rows() if not row["er_leveret"]]
    if lacking:
        st.caption(literal(f"Ikke leveret: {danish.names(lacking)}."))
