"""Udviklingsplaner on screen: the areas beside each other, the way to each target, and the homes."""

from typing import Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import charts, danish, figures, kort, links
from overblik.show import udviklingsplaner_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

_HOMES: Final = (
    "omraade_navn", "opgjort_dato", "familie_nu", "andre_nu", "boliger_nu", "plan_dato", "familie_plan", "andre_plan",
    "boliger_plan", "familie_forskel", "andre_forskel",
)  # fmt: skip


def sentence(choice: Choice) -> str:
    """The page's first line: how many plans, and which is farthest from its target."""
    return words.headline(fetch("udviklingsplaner", choice).rows())


def areas(physical: Answer) -> None:
    """A card an area: its name leads to it alone, then how its physical milestones go and what is next."""
    rows = physical.rows()
    if not rows:
        st.info("Ingen udviklingsplaner og ingen fysiske milepæle i det valgte.", icon=":material/info:")
    for place, row in kort.placed(rows):
        to = links.to("udviklingsplaner", omraade=row["omraade_id"])
        with place, kort.card(row["omraade_id"], row["omraade_navn"], to):
            st.markdown(literal(danish.capitalised(words.milestones([row])) + "."))
            st.caption(literal(f"Næste milepæl: {words.next_milestone(row)}"))


def one_area(physical: Answer, area: str) -> None:
    """The same of the one area in a line, with the ways out of it."""
    for row in physical.rows():
        told = f"{danish.capitalised(words.milestones([row]))}. Næste milepæl: {words.next_milestone(row)}."
        st.markdown(literal(told))
    links.row([
        ("Alle udviklingsplaner", links.to("udviklingsplaner", omraade=None, organisation=None)),
        ("Alt om området", links.to("omraade", omraade=area)),
    ])  # fmt: skip


def paths(plans: Answer, course: Answer) -> None:
    """Each plan's share of family homes on its way to the target and the deadline."""
    if not plans.rows():
        st.info("Ingen udviklingsplan i det leverede for det valgte.", icon=":material/info:")
    for place, row in kort.placed(plans.rows()):
        plan = row["udviklingsplan_id"]
        rows = [one for one in course.rows() if one["udviklingsplan_id"] == plan]
        series = [
            charts.Series("maal_andel_pct", "Mål", "plan"),
            charts.Series("plan_pct", "Planen", "forecast"),
            charts.Series("faktisk_pct", "Faktisk"),
        ]
        with place:
            figures.figure(
                words.share(row),
                charts.lines(rows, series, unit="pct", month="opgjort_dato", height=240) if rows else None,
                course,
                unit="Almene familieboliger i procent af alle boliger",
                alt=alt_words.over_time(
                    rows, what="Andel almene familieboliger", column="faktisk_pct", unit="pct", month="opgjort_dato"
                ),
                key=f"udviklingsplaner-vej-{plan}",
                table_rows=rows,
                table_columns=("opgjort_dato", "faktisk_pct", "plan_pct", "maal_andel_pct"),
                empty="Boligerne er ikke opgjort.",
            )


def homes(answer: Answer) -> None:
    """Homes now and planned, family homes and others, a pair of bars each."""
    rows = answer.rows()
    drawn = [
        {"navn": f"{row['omraade_navn']}: {name}", "nu": row[f"{kind}_nu"], "plan": row[f"{kind}_plan"]}
        for row in rows
        for kind, name in (("familie", "almene familieboliger"), ("andre", "andre boliger"))
    ]
    figures.figure(
        words.homes(rows),
        charts.bars(
            drawn, name="navn", value="nu", value_name="Nu", unit="antal", against="plan", against_name="Planlagt",
            name_width=28,
        ) if drawn else None,
        answer,
        unit="Antal boliger nu og som udviklingsplanen regner med",
        alt=alt_words.by_group(drawn, what="Boliger nu", name="navn", column="nu", unit="antal"),
        key="udviklingsplaner-boliger",
        table_columns=_HOMES,
        empty="Boligerne er ikke opgjort.",
    )  # fmt: skip
