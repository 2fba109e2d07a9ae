"""Udviklingsplaner on screen: the areas beside each other, the way to each target, the homes, and the yearly lists."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import shorten
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import charts, danish, figures, kort, links
from overblik.show import udviklingsplaner_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_NAME: Final = 18  # characters of an area's name at the end of its line
_LABEL: Final = 40  # px that such a name and its number take
_HOMES: Final = (
    "omraade_navn", "opgjort_dato", "familie_nu", "andre_nu", "boliger_nu", "plan_dato", "familie_plan", "andre_plan",
    "boliger_plan", "familie_forskel", "andre_forskel",
)  # fmt: skip
_LISTS: Final = (
    "liste_dato", "omraade_navn", "kriterium", "vaerdi", "operator_navn", "graense", "afstand", "aendring", "opfyldt",
    "udpeget",
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


def criteria(answer: Answer) -> None:
    """One chart a criterion: for one area its value and the limit of each list, for several each one's distance."""
    rows = answer.rows()
    if not rows:
        st.info("Ingen kriterier i det leverede for det valgte.", icon=":material/info:")
        return
    found = [list(group) for _, group in groupby(rows, key=lambda row: row["kriterium"])]
    several = len({row["omraade_id"] for row in rows}) > 1
    for number, (place, of) in enumerate(kort.placed(found)):
        with place:
            _distances(answer, of, number) if several else _values(answer, of, number)


def _values(answer: Answer, rows: Sequence[Row], number: int) -> None:
    newest = rows[-1]
    series = [charts.Series("graense", "Listens grænse", "plan"), charts.Series("vaerdi", "Værdi")]
    _criterion(answer, rows, [newest], series, rows, "Værdien og hver listes egen grænse", "vaerdi", number)
    st.caption(literal(words.moved(newest)))


def _distances(answer: Answer, rows: Sequence[Row], number: int) -> None:
    """The areas' distances in one chart: nought is the limit of each list."""
    names = {row["omraade_id"]: row["omraade_navn"] for row in rows}
    every = {row["omraade_id"]: danish.sort_key(row["omraade_navn"]) for row in answer.rows()}
    order = {area: place for place, area in enumerate(sorted(every, key=lambda one: every[one]))}
    series = [charts.Series(area, shorten(name, _NAME, placeholder="…"), "other", order[area])
              for area, name in names.items()]  # fmt: skip
    drawn: list[dict[str, Any]] = []
    for day in sorted({row["liste_dato"] for row in rows}):
        of_day = {row["omraade_id"]: row["afstand"] for row in rows if row["liste_dato"] == day}
        drawn.append({"liste_dato": day} | {area: of_day.get(area) for area in names})
    newest = [list(group)[-1] for _, group in groupby(rows, key=lambda row: row["omraade_id"])]
    unit = "Afstand til hver listes egen grænse; over 0 er fri af den, under 0 er kriteriet opfyldt"
    _criterion(answer, rows, newest, series, drawn, unit, "afstand", number)


def _criterion(
    answer: Answer, rows: Sequence[Row], newest: Sequence[Row], series: Sequence[charts.Series],
    drawn: Sequence[Row], unit: str, column: str, number: int,
) -> None:  # fmt: skip
    figures.figure(
        words.criterion(newest),
        _roomy(
            charts.lines(drawn, series, unit="vaerdi", month="liste_dato", height=max(230, 70 + _LABEL * len(series)))
        ),
        answer,
        unit=unit,
        alt=alt_words.by_group(
            newest, what=f"{newest[0]['kriterium']}, seneste liste", name="omraade_navn", column=column, unit="vaerdi"
        ),
        key=f"udviklingsplaner-kriterium-{number}",
        table_rows=rows,
        table_columns=_LISTS,
    )


def _roomy(drawn: dict[str, Any] | None) -> dict[str, Any] | None:
    """Room over the lines: where limit and value lie close at the top, their words are moved apart."""
    if drawn is not None:
        drawn["layout"]["margin"]["t"] += 26
        drawn["layout"]["height"] += 26
    return drawn
