"""Boligorganisationer on screen: what the plan means for each, what it contributes, and how residents take part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch, maerker
from overblik.show import charts, danish, figures, kort, links, omraade_saetninger
from overblik.show import organisationer_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_CONTRIBUTION: Final = ("navn", "form_navn", "aftalt_kr", "bidraget_kr", "afvigelse_kr", "bidraget_pct")
_RESIDENTS: Final = ("navn", "fremmoeder", "nye_deltagere", "frivillige", "frivilligtimer", "medarbejdertimer")
SHARED: Final = "Et område, som flere boligorganisationer har del i, tæller med hos dem alle."


def sentence(choice: Choice) -> str:
    """The page's first line: the organisation that is farthest behind with what it was to contribute."""
    return words.headline(organisations(choice), fetch("bidrag_pr_organisation", choice).rows())


def organisations(choice: Choice) -> list[Row]:
    """The boligorganisationer with an area, or those of them that are chosen."""
    rows = fetch("valg_organisation", choice).rows()
    return [row for row in rows if not choice.organisation or row["organisation_id"] in choice.organisation]


def cards(choice: Choice, contributions: Answer) -> None:
    """A card an organisation: its areas, milestones and attendance there, and what it contributes."""
    found = organisations(choice)
    if not found:
        st.info(figures.NOTHING, icon=":material/info:")
        return
    for place, row in kort.placed(found):
        to = links.to("organisationer", organisation=row["organisation_id"], omraade=None)
        with place, kort.card(row["organisation_id"], row["navn"], to if len(found) > 1 else None):
            _card(replace(choice, organisation=(row["organisation_id"],)), contributions)
    key = fetch("noegletal", choice)
    st.caption(literal(f"{SHARED} {figures.dated(key)}"))


def _card(choice: Choice, contributions: Answer) -> None:
    key = fetch("noegletal", choice).one()
    mine = [one for one in contributions.rows() if one["organisation_id"] in choice.organisation]
    st.markdown(literal(words.areas([area["navn"] for area in fetch("omraade_fakta", choice).rows()])))
    told = [omraade_saetninger.milestones(key), omraade_saetninger.attendance(key), words.contributed(mine)]
    st.markdown("\n".join(f"- {literal(danish.capitalised(one))}" for one in told))
    if mine:
        st.caption(literal(words.forms(mine)))


def more(choice: Choice) -> None:
    """Where the same figures of the one organisation are seen, each on its own page."""
    if len(choice.organisation) == 1:
        pages = (
            ("Milepæle", "fremdrift"), ("Økonomi", "oekonomi"), ("Aktivitet", "aktivitet"),
            ("Udviklingsplaner", "udviklingsplaner"),
        )  # fmt: skip
        every = ("Alle boligorganisationer", links.to("organisationer", organisation=None, omraade=None))
        links.row([every, *((name, links.to(page, organisation=choice.organisation)) for name, page in pages)])


def contributions(answer: Answer) -> None:
    """Kontant and naturalier of each local party against what was agreed to date; the fund's money is Økonomi's."""
    rows = [row for row in answer.rows() if row["type"] != "lbf"]
    drawn = [{**row, "linje": f"{row['navn']}: {row['form_navn'].lower()}"} for row in rows]
    figures.figure(
        words.behind(rows),
        charts.bars(
            drawn, name="linje", value="bidraget_kr", value_name="Bidraget", unit="kr",
            against="aftalt_kr", against_name="Aftalt til dato", name_width=28,
        ) if drawn else None,
        answer,
        unit="Kroner til dato, hele planen; uden Landsbyggefonden",
        alt=alt_words.by_group(
            drawn, what="Bidraget til dato", name="linje", column="bidraget_kr", unit="kr",
            against="aftalt_kr", against_name="det aftalte til dato",
        ),
        key="organisationer-bidrag",
        table_rows=rows,
        table_columns=_CONTRIBUTION,
    )  # fmt: skip


def attendance(answer: Answer, key: Answer) -> None:
    """How many come in each area against the target, and the way to each area."""
    rows = [row for row in answer.rows() if row["fremmoeder"] is not None or maerker.of(row, "fremmoeder")]
    figures.figure(
        danish.capitalised(omraade_saetninger.attendance(key.one())),
        charts.bars(
            rows, name="navn", value="fremmoeder_aar", value_name="Fremmøder i år", unit="antal",
            against="maal", against_name="Mål til dato", ids=("omraade_id",),
        ) if rows else None,
        answer,
        unit="Fremmøder i kalenderåret til og med statusdatoen; samme person tæller hver gang",
        alt=alt_words.by_group(rows, what="Fremmøder", name="navn", column="fremmoeder_aar", unit="antal"),
        key="organisationer-fremmoede",
        drawn_columns=("fremmoeder_aar",),
        links=_to_area,
    )  # fmt: skip


def residents(answer: Answer, activity: Answer) -> None:
    """Volunteers and their hours in each area: the residents' own part in the work."""
    rows = answer.rows()
    figures.figure(
        words.residents(rows),
        charts.bars(rows, name="navn", value="frivilligtimer", value_name="Frivilligtimer", unit="timer",
                    ids=("omraade_id",)) if rows else None,
        answer,
        unit="Frivilligtimer i perioden pr. område; timer afleveres pr. aktivitet og udgives kun pr. område",
        alt=alt_words.by_group(rows, what="Frivilligtimer", name="navn", column="frivilligtimer", unit="timer"),
        key="organisationer-frivillige",
        drawn_columns=("frivilligtimer",),
        table_columns=_RESIDENTS,
        links=_to_area,
        empty="Ingen frivilligtimer er registreret i perioden.",
    )  # fmt: skip
    st.markdown(literal(words.held(activity.one())))


def _to_area(ids: Sequence[str]) -> figures.Target:
    return links.to("aktivitet", omraade=ids[0])
