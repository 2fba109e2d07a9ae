"""The social and the physical work of an area on one time axis: rows of the questions become lanes of one chart."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer
from overblik.show import charts, danish, figures, links
from overblik.show import udviklingsplaner_saetninger as words
from overblik.show.text import literal

Row = Mapping[str, Any]

_COLUMNS: Final = ("omraade_navn", "indsatsomraade_navn", "navn", "status_navn", "start_dato", "slut_dato", "loeber")
_MILESTONES: Final = (
    "omraade_navn", "navn", "aftalt_dato", "forventet_dato", "naaet_dato", "forsinkelse_dage", "ansvarlig_rolle",
)  # fmt: skip
_SOCIAL, _PHYSICAL = "Boligsociale indsatser", "Den fysiske plan"


def side_by_side(efforts: Answer, milestones: Answer, plans: Answer, course: Answer, physical: Answer) -> None:
    """One area: each indsats and each milestone on a lane. Several: a lane an indsatsområde, one for the milestones."""
    areas = {row["omraade_id"]: row["omraade_navn"] for row in [*physical.rows(), *efforts.rows()]}
    done = [row for row in milestones.rows() if row["spor"] == "fysisk" and row["status"] != "bortfaldet"]
    lanes: list[charts.Lane] = []
    for area in sorted(areas, key=lambda one: danish.sort_key(areas[one])):
        mine = [[row for row in rows if row["omraade_id"] == area] for rows in (efforts.rows(), done, plans.rows())]
        ours, theirs, plan = mine
        steps = (*_steps(plan, course.rows()), *_deadlines(plan))
        lanes += _deep(ours, theirs, steps) if len(areas) == 1 else _flat(areas[area], ours, theirs, steps)
    statusdato = efforts.params["statusdato"]
    heading = words.together(efforts.rows(), physical.rows())
    figures.figure(
        heading,
        charts.tracks(lanes, statusdato=statusdato),
        efforts,
        unit="Boligsociale indsatser fra start til slut",
        alt=_told(lanes),
        key="udviklingsplaner-spor",
        narrow=charts.tracks(lanes, statusdato=statusdato, narrow=True),
        table_columns=_COLUMNS,
        links=_to,
    )
    if done:
        figures.foot(
            milestones,
            unit="Fysiske milepæle på dagen",
            heading=heading,
            key="udviklingsplaner-milepaele",
            table_rows=done,
            table_columns=_MILESTONES,
        )
    later = words.after_the_plan(physical.rows())
    if later:
        st.caption(literal(later))


def _deep(efforts: Sequence[Row], milestones: Sequence[Row], steps: Iterable[charts.Point]) -> list[charts.Lane]:
    found = [charts.Lane(_SOCIAL, row["navn"], bars=(_effort(row),)) for row in efforts]
    found += [charts.Lane(_PHYSICAL, row["navn"], points=(_milestone(row),)) for row in milestones]
    return found + _stepped(_PHYSICAL, steps)


def _flat(
    area: str, efforts: Sequence[Row], milestones: Sequence[Row], steps: Iterable[charts.Point]
) -> list[charts.Lane]:
    found = []
    for name, group in groupby(efforts, key=lambda row: row["indsatsomraade_navn"]):
        row = next(iter(group))
        found.append(charts.Lane(area, f"{name} ({danish.count(row['antal'])})", bars=(_field(row),)))
    if milestones:
        found.append(charts.Lane(area, "Fysiske milepæle", points=tuple(map(_milestone, milestones))))
    return found + _stepped(area, steps)


def _stepped(group: str, steps: Iterable[charts.Point]) -> list[charts.Lane]:
    points = tuple(steps)
    return [charts.Lane(group, "Udviklingsplanens trin og frist", points=points)] if points else []


def _effort(row: Row) -> charts.Bar:
    period = f"{danish.day(row['start_dato'])} – {danish.day(row['slut_dato'])}"
    told = f"{row['navn']}\n{row['indsatsomraade_navn']}\n{period}\n{row['status_navn']}"
    return charts.Bar(row["start_dato"], row["slut_dato"], row["loeber"], told, ("indsats", row["indsats_id"]))


def _field(row: Row) -> charts.Bar:
    period = f"{danish.day(row['foerste_start'])} – {danish.day(row['sidste_slut'])}"
    told = f"{row['indsatsomraade_navn']}\n{period}\n{row['antal_loeber']} af {row['antal']} indsatser løber"
    runs = row["antal_loeber"] > 0
    return charts.Bar(row["foerste_start"], row["sidste_slut"], runs, told, ("omraade", row["omraade_id"]))


def _milestone(row: Row) -> charts.Point:
    agreed = f"{row['navn']}\naftalt {danish.day(row['aftalt_dato'])}"
    ids = ("milepael", row["omraade_id"])
    if row["er_naaet"]:
        return charts.Point(row["naaet_dato"], "naaet", f"{agreed}\nnået {danish.day(row['naaet_dato'])}", ids)
    expected = f"\nventes {danish.day(row['forventet_dato'])}" if row["forventet_dato"] else "\ningen ny dato"
    if row["overskredet"]:
        return charts.Point(row["aftalt_dato"], "overskredet", f"{agreed}, overskredet{expected}", ids)
    told = agreed + (expected if row["forventet_dato"] else "")
    return charts.Point(row["forventet_dato"] or row["aftalt_dato"], "aftalt", told, ids)


def _steps(plans: Sequence[Row], course: Sequence[Row]) -> list[charts.Point]:
    """What the development plan itself expects on its way; the step on the deadline is told by the deadline."""
    deadlines = {row["udviklingsplan_id"]: row["frist_dato"] for row in plans}
    return [
        charts.Point(
            row["opgjort_dato"],
            "trin",
            f"Udviklingsplanens trin {danish.day(row['opgjort_dato'])}\n"
            f"{danish.percent(row['plan_pct'])} almene familieboliger",
        )
        for row in course
        if row["plan_pct"] is not None and row["udviklingsplan_id"] in deadlines
        if row["opgjort_dato"] < deadlines[row["udviklingsplan_id"]]
    ]


def _deadlines(plans: Sequence[Row]) -> list[charts.Point]:
    return [
        charts.Point(
            row["frist_dato"],
            "frist",
            f"Frist {danish.day(row['frist_dato'])}\n"
            f"højst {danish.percent(row['maal_andel_pct'])} almene familieboliger",
        )
        for row in plans
    ]


def _told(lanes: Sequence[charts.Lane]) -> str:
    """The lanes, read out."""
    if not lanes:
        return "Der er intet at vise i det valgte."
    parts = []
    for group, members in groupby(lanes, key=lambda lane: lane.group):
        of = list(members)
        bars, points = sum(len(lane.bars) for lane in of), sum(len(lane.points) for lane in of)
        days = [day for lane in of for bar in lane.bars for day in (bar.start, bar.end)]
        days += [point.day for lane in of for point in lane.points]
        span = f" fra {danish.day(min(days))} til {danish.day(max(days))}" if days else ""
        parts.append(f"{group}: {danish.count(bars)} perioder og {danish.count(points)} dage på tidsaksen{span}.")
    return " ".join(parts)


def _to(ids: Sequence[str]) -> figures.Target | None:
    """An indsats leads to itself, a milestone to Fremdrift of its area, an indsatsområde to the area in depth."""
    if len(ids) < 2:
        return None
    kind, one = ids[0], ids[1]
    if kind == "indsats":
        return links.to("indsatser", indsats=one)
    return links.to("fremdrift" if kind == "milepael" else "udviklingsplaner", omraade=one)
