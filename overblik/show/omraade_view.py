"""One area on screen: what it is, how it goes in each indsatsområde, both tracks on one axis; or the choice of one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import charts, danish, figures, forside, forside_view, fremdrift_view, links, marks
from overblik.show import fremdrift_saetninger as fremdrift
from overblik.show import omraade_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_SHARED: Final = (charts.Head("FAELLES", "Fælles"), charts.Head("FYSISK", "Fysisk"))


def sentence(choice: Choice) -> str:
    """The area's own answer in a line; without one area, which there are."""
    found = fetch("omraade_fakta", choice)
    area = _only(found)
    return words.chooser(found.rows()) if area is None else forside.sentence(_of(choice, area))


def of_one(choice: Choice) -> Choice | None:
    """The choice narrowed to the one area that the filters leave; None where they leave several or none."""
    area = _only(fetch("omraade_fakta", choice))
    return None if area is None else _of(choice, area)


def _only(found: Answer) -> str | None:
    rows = found.rows()
    return str(rows[0]["omraade_id"]) if len(rows) == 1 else None


def _of(choice: Choice, area: str) -> Choice:
    return replace(choice, omraade=(area,))


def chooser(areas: Answer, choice: Choice) -> None:
    """A line an area: its name leads to it, then what it is and how it goes."""
    if not areas.rows():
        st.info(figures.NOTHING, icon=":material/info:")
    keys = []
    for row in areas.rows():
        key = fetch("noegletal", _of(choice, row["omraade_id"]))
        keys.append(key.one())
        total = _totals(fetch("status", _of(choice, row["omraade_id"])))
        with st.container(border=True, gap="xxsmall"):
            links.link(row["navn"], links.to("omraade", omraade=row["omraade_id"]), icon=":material/arrow_forward:")
            st.caption(literal(words.facts(row)))
            st.markdown(literal(danish.capitalised(words.summary(key.one()))))
            with st.container(horizontal=True, gap="xsmall"):
                for dimension in marks.DIMENSIONS.values():
                    _badge(dimension, total[dimension.code])
    figures.legend(keys, ("fremmoeder_pct",))
    if areas.rows():
        st.caption(literal(figures.dated(fetch("noegletal", choice))))


def _totals(status: Answer) -> dict[str, Row]:
    return {
        row["dimension"]: row
        for row in status.rows()
        if (row["omraade_id"], row["indsatsomraade_kode"]) == ("ALLE", "ALLE")
    }


def _badge(dimension: marks.Dimension, total: Row) -> None:
    """The area's total in one dimension: its word, mark and colour; fremdrift has counts only, the worst colours it."""
    counts = {code: total[f"antal_{code}"] for code in marks.STATUSES}
    code = total["status"] or next((code for code in marks.STATUSES if counts[code]), "graa")
    told = marks.STATUSES[code].word if total["status"] else marks.tally(counts) or "ingen milepæle"
    text = f"{dimension.sign} {danish.capitalised(dimension.word)}: {marks.STATUSES[code].mark} {told}"
    st.badge(text, color=marks.STATUSES[code].badge)  # type: ignore[arg-type]


def about(answer: Answer) -> None:
    """Where, how many homes and people, whose; and the way to the other areas."""
    st.markdown(literal(words.facts(answer.one())))
    links.link("Alle områder", links.to("omraade", omraade=None, organisation=None), icon=":material/arrow_back:")


def status(answer: Answer, efforts: Answer, places: Answer) -> None:
    """The three dimensions in each indsatsområde; a click leads to the page and filter behind it."""
    squares = [row for row in answer.rows() if "ALLE" not in (row["omraade_id"], row["indsatsomraade_kode"])]
    across = [charts.Head(row["indsatsomraade_kode"], row["navn"]) for row in efforts.rows()] + list(_SHARED)
    areas = [charts.Head(area, "") for area in dict.fromkeys(row["omraade_id"] for row in squares)]
    counts = {code: sum(row["status"] == code for row in squares) for code in marks.STATUSES}
    names = {head.id: head.name for head in across} | {row["omraade_id"]: row["navn"] for row in places.rows()}
    figures.figure(
        f"Status pr. indsatsområde: {marks.tally(counts) or 'intet at vise'}",
        charts.matrix(squares, areas, across),
        answer,
        unit=marks.status_legend(),
        alt=forside.matrix_in_words(squares, names, counts),
        key="omraade-status",
        narrow=charts.matrix_narrow(squares, areas, across),
        links=forside_view.to_square,
    )


def both_tracks(answer: Answer, tracks: Answer) -> None:
    """The social and the physical track on one time axis: residents do not tell one plan from the other."""
    statusdato = answer.params["statusdato"]
    rows = [dict(row) | {"gruppe": _track(row)} for row in answer.rows() if row["status"] != "bortfaldet"]
    rows.sort(key=lambda row: (row["spor"], row["aftalt_dato"]))
    ids = ("indsats_id", "omraade_id")
    figures.figure(
        fremdrift.tracks(tracks.rows()),
        charts.timeline(rows, group="gruppe", ids=ids, statusdato=statusdato),
        answer,
        unit="Aftalt, forventet og nået dato, det boligsociale og det fysiske spor på samme tidsakse",
        alt=alt_words.of_timeline(rows),
        key="omraade-milepaele",
        narrow=charts.timeline(rows, group="gruppe", ids=ids, statusdato=statusdato, narrow=True),
        table_columns=fremdrift_view.TABLE,
        table_rows=[row | {"spor": row["gruppe"], "omraade_navn": fremdrift.place(row)} for row in rows],
        links=fremdrift_view.to_milestone,
    )


def _track(row: Row) -> str:
    return danish.capitalised(fremdrift.track_name(row["spor"]))


def to_indicators(choice: Choice) -> None:
    """The way to the area's indicators, one by one."""
    links.link(
        "Se områdets indikatorer", links.to("fremdrift", omraade=choice.omraade), icon=":material/arrow_forward:"
    )
