"""Indsatser on screen: the question of kernedrift, and the list with a link to each."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import charts, figures, links
from overblik.show import indsatser_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDTHS: Final = (10, 6, 6, 6, 7, 4)  # of the list's columns; on a phone they stand below each other

# A link to the page one is on is drawn as a button that is pressed, and cut at the column's end.
_STYLE: Final = """<style>
.st-key-indsatser-liste a[data-testid="stPageLink-NavLink"],
.st-key-indsatser-uafklaret a[data-testid="stPageLink-NavLink"]
  { background: transparent; padding: 0 }
.st-key-indsatser-liste a p, .st-key-indsatser-uafklaret a p
  { white-space: normal; overflow: visible; text-decoration: underline; text-underline-offset: 3px }
@media (max-width: 640px) {
  .st-key-indsatser-hoved { display: none }
  .st-key-indsatser-liste [data-testid="stHorizontalBlock"] { gap: 4px 20px }
  .st-key-indsatser-liste [data-testid="stColumn"] { flex: 0 0 auto; width: auto; min-width: 0 }
  .st-key-indsatser-liste [data-testid="stColumn"]:first-child { flex-basis: 100% }
  .st-key-indsatser-liste [data-testid="stColumn"]:last-child p::before { content: "Kernedrift: " }
}
</style>"""
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
    rows, counted = listed.rows(), answers.rows()
    some = any(row["antal"] for row in counted)
    figures.figure(
        words.kernedrift(counted, rows),
        charts.bars(counted, name="navn", value="antal", value_name="indsatser", unit="antal") if some else None,
        answers,
        unit="Antal indsatser efter grænsen til kommunens kernedrift",
        alt=alt_words.by_group(counted, what="Indsatser", name="navn", column="antal", unit="antal"),
        key="indsatser-kernedrift",
    )
    with st.container(key="indsatser-uafklaret", gap="xsmall"):
        for row in rows:
            if row["kernedrift"] == "uafklaret":
                links.link(row["navn"], to_one(row["indsats_id"]))
                st.caption(literal(row["kernedrift_note"] or "Der er ingen note om, hvad der er uafklaret."))


def the_list(listed: Answer) -> None:
    """All indsatser under their indsatsområde: name and areas, state and period, and how it goes."""
    rows = listed.rows()
    if not rows:
        st.info(literal(figures.NOTHING), icon=":material/info:")
        return
    st.html(_STYLE)
    with st.container(key="indsatser-hoved"):
        heads = ("Indsats", "Status", "Ansvarlig", "Milepæle", "Fremmøder i år", "Kernedrift")
        for place, text in zip(st.columns(_WIDTHS), heads, strict=True):
            place.caption(literal(text))
    with st.container(key="indsatser-liste"):
        for name, group in groupby(rows, key=lambda row: row["indsatsomraade_navn"]):
            st.subheader(literal(name or "Uden indsatsområde"), anchor=False, divider="gray")
            for row in group:
                _one(row)
    figures.legend(rows, ("fremmoeder_aar", "maal_pct"))
    figures.foot(
        listed, unit="Én linje pr. indsats", heading=words.headline(rows), key="indsatser-tal", table_columns=COLUMNS
    )


def _one(row: Row) -> None:
    name, *rest = st.columns(_WIDTHS)
    with name, st.container(gap=None):
        links.link(row["navn"], to_one(row["indsats_id"]))
        st.caption(literal(row["omraader"] or "område ikke oplyst"))
    told = (
        (row["status_navn"], words.period(row)),
        (row["ansvarlig_rolle"] or words.UNTOLD, ""),
        words.milestones(row),
        words.attendance(row),
        (row["kernedrift_navn"] or words.UNTOLD, ""),
    )
    for place, (text, note) in zip(rest, told, strict=True):
        place.markdown(literal(text) + (f"  \n:small[{literal(note)}]" if note else ""))


def to_one(indsats_id: str) -> figures.Target:
    """The page of one indsats."""
    return links.to("indsatser", indsats=indsats_id)
