"""Milestones on screen: the counts, what is behind with the worst first, and both tracks on one time axis."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, Column, fetch
from overblik.show import charts, danish, figures, links, page, tables
from overblik.show import fremdrift_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDE: Final = 165  # px of a key figure: two beside each other on a phone
_WORST: Final = 10  # bars that a reader takes in; the table beside has them all

# What the timeline may show; the first stands when nothing is chosen.
KINDS: Final = {"aabne": "Endnu ikke nået", "naaede": "Nået", "alle": "Alle milepæle"}

# What a click on a milestone carries: its indsats, else its area.
_IDS: Final = ("indsats_id", "omraade_id")

_SINCE: Final = (
    "Bagud regnes fra den aftalte dato, som aldrig flytter sig. En ny dato er en forventet dato efter statusdatoen."
)

TABLE: Final = (
    "navn", "omraade_navn", "indsatsomraade_navn", "spor", "aftalt_dato", "forventet_dato", "naaet_dato",
    "forsinkelse_dage", "ansvarlig_rolle",
)  # fmt: skip
LATE: Final = {
    "vist": Column("Milepæl", "tekst"),
    "forsinkelse_dage": Column("Bagud", "dage"),
    "aftalt_dato": Column("Siden", "dato"),
    "ny": Column("Ny dato", "tekst"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
}


def sentence(choice: Choice) -> str:
    """The page's answer in a line."""
    return words.headline(fetch("noegletal", choice).one(), fetch("milepaele_forsinkede", choice).rows())


def key_figures(key: Answer, tracks: Answer) -> None:
    """Due, reached, overdue; then each track by itself."""
    row = key.one()
    shown = [
        ("Aftalt til dato", danish.count(row["milepaele_til_dato"]), "begge spor"),
        ("Nået", danish.count(row["milepaele_naaet"]), "af dem, der er aftalt til dato"),
        ("Overskredet", danish.count(row["milepaele_overskredet"]), "fristen er nået, milepælen er ikke"),
    ]
    for track in tracks.rows():
        name = danish.capitalised(words.track_name(track["spor_navn"]))
        shown.append((name, words.track(track), words.track_note(track)))
    with st.container(horizontal=True, gap="small", key="fremdrift-noegletal"):
        for label, text, note in shown:
            with st.container(width=_WIDE, gap=None):
                st.metric(literal(label), text)
                st.caption(literal(note))


def late(answer: Answer) -> None:
    """What is behind, worst first: how much as bars, since when, the new date and who is responsible as a table."""
    rows = [_told(row) for row in answer.rows()]
    left, right = st.columns([2, 3], gap="large")
    with left:
        figures.figure(
            words.behind(rows),
            charts.bars(
                rows[:_WORST], name="vist", value="forsinkelse_dage", value_name="Dage bagud", unit="dage", ids=_IDS
            ),
            answer,
            unit=_unit(rows),
            alt=alt_words.by_group(rows, what="Forsinkelse", name="vist", column="forsinkelse_dage", unit="dage"),
            key="fremdrift-bagud",
            links=to_milestone,
            empty="Alt, der er aftalt, er nået eller ventes til tiden.",
        )
    if rows:
        with right:
            tables.rows_table(rows, LATE, alt="Milepæle, der er bagud, den mest forsinkede først", key="bagud")
            st.caption(_SINCE)


def _told(row: Row) -> dict[str, Any]:
    new = danish.day(row["ny_dato"], missing="ingen").replace(" ", danish.NBSP)
    return {**row, "vist": f"{row['navn']} ({words.place(row)})", "ny": new}


def _unit(rows: Sequence[Row]) -> str:
    some = f"; de {_WORST} mest forsinkede af {danish.count(len(rows))}" if len(rows) > _WORST else ""
    return f"Dage fra den aftalte dato til den nye, eller til statusdatoen{some}"


def timeline(answer: Answer) -> None:
    """Agreed, expected and reached: a heading an area and track, a line a milestone."""
    with st.columns(3)[0]:
        kind = page.pick("milepaele", "Vis milepæle", KINDS) or "alle"
    statusdato = answer.params["statusdato"]
    rows = picked(answer.rows(), kind)
    named = sorted((_grouped(row) for row in rows), key=_order)
    gone = sum(row["status"] == "bortfaldet" for row in answer.rows())
    figures.figure(
        words.listed(rows, statusdato),
        charts.timeline(named, group="gruppe", ids=_IDS, statusdato=statusdato),
        answer,
        unit="Aftalt, forventet og nået dato"
        + (f"; {danish.count(gone)} {'bortfalden' if gone == 1 else 'bortfaldne'} er ikke tegnet" if gone else ""),
        alt=alt_words.of_timeline(rows),
        key=f"fremdrift-tidslinje-{kind}",
        narrow=charts.timeline(named, group="gruppe", ids=_IDS, statusdato=statusdato, narrow=True),
        table_columns=TABLE,
        table_rows=named,
        links=to_milestone,
    )


def picked(rows: Sequence[Row], kind: str) -> list[dict[str, Any]]:
    """The milestones that the timeline shows; what has been given up is on no line."""
    wanted = {"aabne": (False,), "naaede": (True,)}.get(kind, (False, True))
    return [dict(row) for row in rows if row["status"] != "bortfaldet" and row["er_naaet"] in wanted]


def _grouped(row: Row) -> dict[str, Any]:
    track = words.track_name(row["spor"])
    told = {"omraade_navn": words.place(row), "spor": danish.capitalised(track)}
    return {**row, **told, "gruppe": f"{words.place(row)} · {track}"}


def _order(row: Row) -> tuple[Any, ...]:
    """Areas in Danish order, what they share last; within an area the tracks, within a track by agreed date."""
    return row["omraade_id"] is None, danish.sort_key(row["omraade_navn"]), row["spor"], row["aftalt_dato"]


def to_milestone(ids: Sequence[str]) -> figures.Target | None:
    """The indsats that a milestone belongs to, else its area."""
    indsats, area = ids
    if indsats not in ("", "None"):
        return links.to("indsatser", indsats=indsats)
    return links.to("omraade", omraade=area) if area not in ("", "None") else None
