"""Since the last meeting on screen: what turned, was reached, moved and corrected, each beside what it was then."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, Column, comparing, fetch
from overblik.answers.since import Basis, Source
from overblik.show import (
    danish,
    figures,
    forside_view,
    fremdrift_saetninger,
    links,
    marks,
    saetninger,
    siden,
    tables,
)
from overblik.show import siden_saetninger as words
from overblik.show.text import literal

Row = Mapping[str, Any]

PAGE: Final = "siden_sidste_moede"
FILTERS: Final = ("omraade", "indsatsomraade", "organisation", "statusdato")

_AT_A_GLANCE: Final = 5

_REACHED: Final = {
    "navn": Column("Milepæl", "tekst"),
    "sted": Column("Sted", "tekst"),
    "aftalt_dato": Column("Aftalt", "dato"),
    "vist": Column("Nået", "tekst"),
}
_LATE: Final = {
    "navn": Column("Milepæl", "tekst"),
    "sted": Column("Sted", "tekst"),
    "aftalt_dato": Column("Aftalt", "dato"),
    "forventet_dato": Column("Ventes nu", "dato"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
}
_MOVED: Final = {
    "navn": Column("Milepæl", "tekst"),
    "sted": Column("Sted", "tekst"),
    "ventet_foer": Column("Ventet dengang", "dato"),
    "forventet_dato": Column("Ventes nu", "dato"),
    "vist": Column("Flyttet", "tekst"),
}
_DONE: Final = {
    "emne": Column("Emne", "tekst"),
    "vist": Column("Udført", "tekst"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
    "moede_dato": Column("Besluttet på mødet", "dato"),
}


def invitation(choice: Choice) -> None:
    """From another page to this one, with what is chosen there."""
    links.link(
        "Hvad er sket siden sidste møde?", links.to(PAGE, omraade=choice.omraade), icon=":material/arrow_forward:"
    )


def held(meetings: Answer) -> dict[str, Row]:
    """The meetings up to statusdato by id, the last one first."""
    rows = [row for row in meetings.rows() if row["dato"] <= meetings.params["statusdato"]]
    rows.sort(key=lambda row: not row["er_sidste"])
    return {row["moede_id"]: row for row in rows}


def choices(meetings: Mapping[str, Row]) -> dict[str, str]:
    """The meetings as one chooses them."""
    return {id_: words.meeting(row) for id_, row in meetings.items()}


def none_held() -> None:
    """No meeting up to statusdato: a calm line."""
    st.info("Ingen møder til og med statusdatoen.", icon=":material/info:")


def summary(since: Basis, meeting: Row) -> None:
    """The whole in a sentence, what it is compared with, and the way to one area."""
    milestones = [answer.rows() for answer in since.both("milepaele")]
    told = words.heading(
        since.seen,
        siden.part(since.now),
        siden.turned(since),
        comparing.reached(*milestones),
        comparing.newly_late(*milestones),
        comparing.figures(*(answer.one() for answer in since.both("noegletal"))),
    )
    st.subheader(literal(told), anchor=False)
    then, _ = since.both("noegletal")
    basis = words.compared(since, then.release.updated)
    if since.is_own:
        st.caption(literal(basis))
    else:
        st.info(literal(basis), icon=":material/history:")
    if since.source is Source.OWN:
        seen = {"udgivelse": str(since.then.release)[:16], "statusdato": str(since.seen)}
        links.link("Se tallene, som mødet så dem", links.to("overblik", **seen), icon=":material/history:")
    _areas(since.now, meeting)


def _areas(now: Choice, meeting: Row) -> None:
    """Each area by name where none is chosen: the second of the mayor's two taps."""
    if now.omraade:
        links.link(
            "Alle områder", links.to(PAGE, omraade=None, moede=meeting["moede_id"]), icon=":material/arrow_back:"
        )
        return
    areas = [(row["omraade_id"], row["navn"]) for row in fetch("valg_omraade", now).rows()]
    links.row((name, links.to(PAGE, omraade=area, moede=meeting["moede_id"])) for area, name in areas)


def status(since: Basis) -> None:
    """Every square that turned: where, from what to what, and why; its name leads to the figures."""
    changes = siden.turned(since)
    part = siden.part(since.now)
    st.subheader(literal(words.turned(changes)), anchor=False)
    for row in changes[:_AT_A_GLANCE]:
        _square(row, part)
    if len(changes) > _AT_A_GLANCE:
        with st.expander(f"Vis {saetninger.in_words(len(changes) - _AT_A_GLANCE)} mere"):
            for row in changes[_AT_A_GLANCE:]:
                _square(row, part)
    _foot(since, "status", words.turned(changes))


def _square(row: Row, part: str) -> None:
    dimension = marks.DIMENSIONS[row["dimension"]]
    target = forside_view.to_square([row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]])
    whole = links.to(row["dimension"])
    with st.container(gap="xxsmall"):
        links.link(
            f"{words.square(row, part)}: {dimension.word}",
            target if target and row["omraade_id"] != "ALLE" else whole,
            icon=":material/arrow_forward:",
        )
        reason = marks.reason(row["aarsag"])
        st.markdown(f"{_marked(row['foer'])} → {_marked(row['nu'])}" + (f" · {literal(reason)}" if reason else ""))


def _marked(code: str | None) -> str:
    if code is None:
        return literal(words.status(None))
    return f":{marks.STATUSES[code].badge}[**{marks.STATUSES[code].mark}**] {marks.STATUSES[code].word}"


def then_and_now(since: Basis) -> None:
    """Forbrug, prognose and attendance: then, now, and the difference."""
    then, now = since.both("noegletal")
    rows = []
    for row in comparing.figures(then.one(), now.one()):
        name, column = row["maal"], now.question.columns[row["maal"]]
        rows.append(
            {
                "navn": words.measure(name, column.label, then.one(), now.one()),
                "foer": words.value(name, row["foer"], column.unit, row["foer_maerke"]),
                "nu": words.value(name, row["nu"], column.unit, row["nu_maerke"]),
                "forskel": words.difference(row["forskel"], column.unit, row["forskel_maerke"]),
                **{name: row[name] for name in ("foer_maerke", "nu_maerke", "forskel_maerke")},
            }
        )
    heads = {
        "navn": Column("Tal", "tekst"),
        "foer": Column("Dengang", "tekst"),
        "nu": Column("Nu", "tekst"),
        "forskel": Column("Forskel", "tekst"),
    }
    st.subheader("Penge og fremmøde, dengang og nu", anchor=False)
    days = f"Dengang er {danish.day(since.seen)}, nu er {danish.day(since.now.statusdato)}."
    st.caption(literal(days))
    tables.rows_table(rows, heads, alt="Forbrug, forventet forbrug og fremmøde på mødet og nu", key="siden-tal")
    _foot(since, "noegletal", "Penge og fremmøde, dengang og nu")


def milestones(since: Basis) -> None:
    """Reached, newly late, moved."""
    then, now = (answer.rows() for answer in since.both("milepaele"))
    reached, late = comparing.reached(then, now), comparing.newly_late(then, now)
    shown = [{**row, "vist": words.happened(row["naaet_dato"], since.seen)} for row in reached]
    _listed(words.milestones(len(reached), "er nået"), shown, _told(since, _REACHED), "siden-naaet")
    _listed(words.milestones(len(late), "har nu overskredet fristen"), late, _told(since, _LATE), "siden-forsinket")
    if since.is_own:
        moved = [{**row, "vist": words.moved(row)} for row in comparing.moved(then, now)]
        _listed(words.milestones(len(moved), "ventes på en anden dag"), moved, _told(since, _MOVED), "siden-flyttet")
    else:
        st.caption(literal(words.unseen("Flyttede datoer")))
    _foot(since, "milepaele", "Milepælene siden mødet")


def _told(since: Basis, columns: Mapping[str, Column]) -> dict[str, Column]:
    """The place is left out where one area is chosen: it would be the same in every row."""
    return {name: column for name, column in columns.items() if name != "sted" or len(since.now.omraade) != 1}


def decisions(since: Basis) -> None:
    """What was carried out since."""
    then, now = (answer.rows() for answer in since.both("beslutninger"))
    rows = comparing.done(then, now)
    told = [{**row, "vist": words.happened(row["udfoert_dato"], since.seen)} for row in rows]
    _listed(words.decisions(rows), told, _DONE, "siden-udfoert")
    _foot(since, "beslutninger", words.decisions(rows))


def corrections(since: Basis) -> None:
    """Rettet siden mødet: months that the meeting saw, whose figure is another one now."""
    if not since.is_own:
        st.info(literal(words.unseen("Rettelser")), icon=":material/info:")
        return
    for name, question, column in (
        ("Forbruget", "oekonomi_pr_maaned", "forbrug_kr"),
        ("Fremmødet", "aktivitet_pr_maaned", "fremmoeder"),
    ):
        then, now = since.same_months(question)
        unit = now.question.columns[column].unit
        rows = comparing.corrected(then.rows(), now.rows(), column)
        heads = {
            "maaned": Column("Måned", "maaned"),
            "foer": Column("På mødet", unit),
            "nu": Column("Nu", unit),
            "forskel": Column("Rettelse", unit),
        }
        _listed(words.corrections(name, rows), rows, heads, f"siden-{column}")
        figures.foot(now, unit="", heading=words.corrections(name, rows), key=f"siden-rettet-{column}")


def _listed(heading: str, rows: Sequence[Row], columns: Mapping[str, Column], key: str) -> None:
    st.subheader(literal(heading), anchor=False)
    if rows:
        told = [{**row, "sted": fremdrift_saetninger.place(row)} if "sted" in columns else row for row in rows]
        tables.rows_table(told, columns, alt=heading, key=key)


def _foot(since: Basis, question: str, heading: str) -> None:
    """Source and date of what stands there now; what it is compared with is said at the top of the page."""
    figures.foot(fetch(question, since.now), unit="", heading=heading, key=f"siden-{question}")
