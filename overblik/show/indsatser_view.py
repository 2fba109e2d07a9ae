"""Indsatser on screen: the question of kernedrift, and the list with a link to each."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import aktivitet_saetninger, charts, figures, links
from overblik.show import indsatser_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDTHS: Final = (5, 2, 3, 4, 2)
COLUMNS: Final = (
    "navn", "indsatsomraade_navn", "omraader", "status_navn", "ansvarlig_rolle", "start_dato", "slut_dato",
    "milepaele_til_dato", "milepaele_naaet", "milepaele_overskredet", "fremmoeder_aar", "maal", "maal_pct",
    "kernedrift_navn",
)  # fmt: skip


def sentence(choice: Choice) -> str:
    """The list in a line, for the page's heading."""
    return words.headline(fetch("indsatser", choice).rows())


def kernedrift(answers: Answer, listed: Answer) -> None:
    """How many are unsettled and which, with the note that was handed in."""
    rows = listed.rows()
    counted = answers.rows()
    some = any(row["antal"] for row in counted)
    figures.figure(
        words.kernedrift(counted, rows),
        charts.bars(counted, name="navn", value="antal", value_name="indsatser", unit="antal") if some else None,
        answers,
        unit="Antal indsatser efter grænsen til kommunens kernedrift",
        alt=alt_words.by_group(counted, what="Indsatser", name="navn", column="antal", unit="antal"),
        key="indsatser-kernedrift",
    )
    for row in rows:
        if row["kernedrift"] == "uafklaret":
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                links.link(row["navn"], to_one(row["indsats_id"]))
                st.markdown(literal(row["kernedrift_note"] or "ingen note"), width="content")


def the_list(listed: Answer) -> None:
    """All indsatser under their indsatsområde: name, state, milestones, attendance, kernedrift."""
    rows = listed.rows()
    if not rows:
        st.info(literal(figures.NOTHING), icon=":material/info:")
        return
    year = aktivitet_saetninger.year_to_date(listed.params["statusdato"])
    _line(("Indsats", "Status", "Milepæle til dato", f"Fremmøder {year}", "Kernedrift"), head=True)
    for name, group in groupby(rows, key=lambda row: row["indsatsomraade_navn"]):
        st.markdown(f"**{literal(name or 'Uden indsatsområde')}**")
        for row in group:
            _one(row)
    figures._foot(listed, "Én linje pr. indsats", words.headline(rows), COLUMNS, None, "indsatser-liste")


def _one(row: Row) -> None:
    name, *rest = st.columns(_WIDTHS)
    with name, st.container(gap=None):
        links.link(row["navn"], to_one(row["indsats_id"]))
        facts = (row["omraader"] or "område ikke oplyst", row["ansvarlig_rolle"] or words.UNTOLD, words.period(row))
        st.caption(literal(" · ".join(facts)))
    told = (row["status_navn"], words.milestones(row), words.attendance(row), row["kernedrift_navn"] or words.UNTOLD)
    for place, text in zip(rest, told, strict=True):
        place.markdown(literal(text))


def _line(texts: Sequence[str], *, head: bool) -> None:
    with st.container(key="indsatser-hoved"):
        for place, text in zip(st.columns(_WIDTHS), texts, strict=True):
            place.caption(literal(text))


def to_one(indsats_id: str) -> figures.Target:
    """The page of one indsats."""
    return links.to("indsatser", indsats=indsats_id)
