"""The front page on screen: the sentence, the three statuses and the decisions, the matrix, and what is off course."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.settings import settings
from overblik.show import charts, danish, figures, links, marks, saetninger
from overblik.show.text import literal

Row = Mapping[str, Any]


def sentence(choice: Choice) -> str:
    """The one sentence at the top of the page; of a part of the plan it says first which."""
    return saetninger.heading(
        fetch("noegletal", choice).one(),
        _total(fetch("status", choice), "oekonomi")["status"],
        fetch("opmaerksomhedspunkter", choice).rows(),
        len(_to_discuss(fetch("beslutninger", choice))),
        sum(not row["er_leveret"] for row in fetch("leverede_tabeller", choice).rows()),
        chosen_part(choice),
    )


def chosen_part(choice: Choice) -> str:
    """Nordbyen; Nordbyen og Østbyen · Job: what the filters leave, empty for the whole plan."""
    found = [
        danish.names(row["navn"] for row in fetch(f"valg_{name}", choice).rows() if row[column] in chosen)
        for name, column, chosen in (
            ("organisation", "organisation_id", choice.organisation),
            ("omraade", "omraade_id", choice.omraade),
            ("indsatsomraade", "indsatsomraade_kode", choice.indsatsomraade),
        )
    ]
    return " · ".join(name for name in found if name)


def before(choice: Choice) -> Answer | None:
    """The statuses that stood at the last meeting; None where there was none."""
    last = next((meeting for meeting in fetch("moeder", choice).rows() if meeting["er_sidste"]), None)
    return fetch("status", choice, statusdato=last["statusdato"]) if last else None


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
    *columns, last_column = st.columns(4, gap="small")
    for column, (dimension, (title, text)) in zip(columns, told.items(), strict=True):
        with _card(column, title):
            _badge(_total(status, dimension))
            st.markdown(literal(text))
            st.caption(literal(_before(before, dimension, last)))
    with _card(last_column, "Beslutninger"):
        _decisions(decisions, meetings)


def _card(column: Any, title: str) -> Any:
    card = column.container(border=True, height="stretch", gap="small")
    card.markdown(f"**{literal(title)}**")
    return card


def _badge(total: Row) -> None:
    """The total's status; fremdrift has none of its own, so its squares are counted and the worst gives the colour."""
    status = marks.STATUSES[total["status"] or _worst(total)]
    text = marks.tally(_counts(total)) if total["status"] is None else danish.capitalised(status.word)
    st.badge(f"{status.mark} {text or 'Ingen milepæle'}", icon=None, color=status.badge)  # type: ignore[arg-type]


def _before(before: Answer | None, dimension: str, last: Row | None) -> str:
    if before is None or last is None:
        return "Sidste møde: ingen tal at sammenligne med"
    total = _total(before, dimension)
    told = marks.STATUSES[total["status"]].word if total["status"] else marks.tally(_counts(total)) or "ingen milepæle"
    return f"Sidste møde, {danish.day(last['dato'])}: {told}"


def _decisions(decisions: Answer, meetings: Answer) -> None:
    coming = next((meeting for meeting in meetings.rows() if meeting["er_naeste"]), None)
    if not meetings.rows():
        st.markdown("Møder og beslutninger er ikke leveret.")
        return
    waiting = _to_discuss(decisions)
    overdue = [row for row in decisions.rows() if row["er_forsinket"]]
    st.badge(f"{len(waiting)} skal drøftes" if waiting else "Intet nyt at drøfte", color="blue" if waiting else "gray")
    st.markdown(literal(" · ".join(row["emne"] for row in waiting) or "Der er ingen punkter til næste møde."))
    late = f" · {danish.count(len(overdue))} tidligere over fristen" if overdue else ""
    told = f"Næste møde i {settings().organ}: {danish.day(coming['dato'])}" if coming else "Næste møde er ikke oplyst"
    st.caption(literal(told + late))


def matrix(status: Answer, areas: Answer, efforts: Answer) -> None:
    """Område × indsatsområde; a click on a cell leads to the page and filter behind it."""
    down = [charts.Head(row["omraade_id"], row["navn"]) for row in areas.rows()] + [charts.Head("FAELLES", "Fælles")]
    across = [charts.Head(row["indsatsomraade_kode"], row["navn"]) for row in efforts.rows()]
    across += [charts.Head("FAELLES", "Fælles"), charts.Head("FYSISK", "Fysisk")]
    squares = [row for row in status.rows() if "ALLE" not in (row["omraade_id"], row["indsatsomraade_kode"])]
    counts = {code: sum(row["status"] == code for row in squares) for code in marks.STATUSES}
    figures.figure(
        "Hvor er vi, område for område?",
        charts.matrix(squares, down, across),
        status,
        unit=f"{marks.status_legend()} · {marks.tally(counts)}",
        alt=matrix_in_words(squares, {head.id: head.name for head in (*down, *across)}, counts),
        key="forside-matrix",
        narrow=charts.matrix_narrow(squares, down, across),
        links=to_square,
    )


def matrix_in_words(squares: Sequence[Row], names: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """The matrix for one who hears it: how many are what, then those that are red or yellow by name."""
    off = [row for row in squares if row["status"] in ("roed", "gul")]
    listed = "; ".join(
        f"{names.get(row['omraade_id'], row['omraade_id'])}, "
        f"{names.get(row['indsatsomraade_kode'], row['indsatsomraade_kode'])}: "
        f"{marks.DIMENSIONS[row['dimension']].word} {marks.STATUSES[row['status']].word}"
        for row in off
    )
    return f"{len(squares)} felter: {marks.tally(dict(counts))}." + (f" {listed}." if listed else "")


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


def _total(status: Answer, dimension: str) -> Row:
    return next(
        row
        for row in status.rows()
        if (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]) == ("ALLE", "ALLE", dimension)
    )


def _counts(total: Row) -> dict[str, int]:
    return {code: total[f"antal_{code}"] for code in marks.STATUSES}


def _worst(total: Row) -> str:
    return next((code for code in marks.STATUSES if total[f"antal_{code}"]), "graa")


def _to_discuss(decisions: Answer) -> list[dict[str, Any]]:
    return [row for row in decisions.rows() if row["er_til_naeste"]]
