"""The example's activity by area, indsatsområde, indsats and day equals plain Python over the raw exports."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from overblik.answers import fetch, month
from tests.answers.differences import same
from tests.answers.plain import example_areas, example_choice
from tests.naive import aktivitet, milepaele
from tests.naive.exports import Row
from tests.naive.maaneder import as_text, last_day, months
from tests.naive.valg import Valg

CHOICES: tuple[dict[str, Any], ...] = (
    {},
    {"omraade": tuple(example_areas()[:1])},
    {"indsatsomraade": ("KRI", "SAM"), "fra": "2022-06", "til": "2022-12"},
    {"statusdato": date(2022, 6, 30), "til": "2022-09"},
    {"statusdato": date(2024, 2, 29), "fra": "2023-01", "til": "2024-06"},
)


@pytest.fixture(params=CHOICES, ids=str)
def asked(request: pytest.FixtureRequest, example_data: Path) -> dict[str, Any]:
    return dict(request.param)


def ask(name: str, asked: dict[str, Any]) -> list[Row]:
    return fetch(name, **{key: month(value) if key in ("fra", "til") else value for key, value in asked.items()}).rows()


def line(valg: Valg, keeps: Callable[[Row], bool]) -> Row:
    """What a line of the activity says, from the rows it takes."""
    held = [row for row in aktivitet.in_scope(valg, "aktivitet") if keeps(row)]
    targets = [row for row in aktivitet.in_scope(valg, "aktivitetsmaal") if keeps(row)]
    period = aktivitet.between(held, valg.fra, valg.til)
    before = months(date(valg.statusdato.year - 1, 1, 1), date(valg.statusdato.year - 1, valg.statusdato.month, 1))
    in_plan = set(before) <= set(valg.plan_months)
    year = aktivitet.marked(aktivitet.this_year(held, valg), "fremmoeder", "fremmoeder_aar")
    held_before = aktivitet.between(held, before[0], before[-1]) if in_plan else []
    share, mark = aktivitet.compared(held, targets, valg)
    return {
        **aktivitet.marked(period, "fremmoeder"),
        **aktivitet.marked(period, "nye_deltagere"),
        **aktivitet.marked(period, "frivillige"),
        **year,
        **aktivitet.marked(held_before, "fremmoeder", "fremmoeder_aaret_foer"),
        "maal_pct": share,
        "maal_pct_maerke": mark,
    }


def compare(found: Row, expected: Row) -> None:
    assert {name: (found[name], value) for name, value in expected.items() if not same(value, found[name])} == {}


def test_by_area(asked: dict[str, Any]):
    valg = example_choice(**asked)
    rows = ask("aktivitet_pr_omraade", asked)
    assert rows
    for row in rows:
        mine = [held for held in aktivitet.in_scope(valg, "aktivitet") if held["omraade_id"] == row["omraade_id"]]
        period = aktivitet.between(mine, valg.fra, valg.til)
        hours = {name: aktivitet.hours(period, name) for name in ("frivilligtimer", "medarbejdertimer")}
        compare(row, line(valg, lambda held: held["omraade_id"] == row["omraade_id"]) | hours)  # noqa: B023


def test_by_indsatsomraade(asked: dict[str, Any]):
    valg = example_choice(**asked)
    own = aktivitet.efforts(valg)
    rows = ask("aktivitet_pr_indsatsomraade", asked)
    assert rows
    for row in rows:
        kode = row["indsatsomraade_kode"]
        compare(row, line(valg, lambda held: own[held["indsats_id"]]["indsatsomraade_kode"] == kode))  # noqa: B023


def test_in_all(asked: dict[str, Any]):
    (row,) = ask("aktivitet_i_alt", asked)
    compare(row, line(example_choice(**asked), lambda held: True))


def test_by_indsats_with_its_own_milestones(asked: dict[str, Any]):
    valg = example_choice(**asked)
    rows = ask("indsatser", asked)
    assert rows
    for row in rows:
        key = row["indsats_id"]
        own = [one for one in valg.rows("milepael") if one["indsats_id"] == key and valg.keeps_area(one["omraade_id"])]
        due = [one for one in own if milepaele.due(one, valg.statusdato)]
        expected = line(valg, lambda held: held["indsats_id"] == key) | {  # noqa: B023
            "milepaele_til_dato": len(due),
            "milepaele_naaet": len([one for one in due if milepaele.reached(one, valg.statusdato)]),
            "milepaele_overskredet": len([one for one in due if milepaele.overdue(one, valg.statusdato)]),
        }
        compare(row, expected)


def test_the_calendars(asked: dict[str, Any]):
    valg = example_choice(**asked)
    days: Counter[date] = Counter()
    for row in aktivitet.in_scope(valg, "aktivitet"):
        inside = valg.fra <= row["dato"] <= last_day(valg.til)
        if inside and row["aktivitetstype"] != "raadgivning":
            days[row["dato"]] += row["antal_afholdt"]
    assert {row["dato"]: row["antal_afholdt"] for row in ask("aktivitet_pr_dag", asked)} == dict(days)
    cells: Counter[tuple[str, int]] = Counter()
    for day, count in days.items():
        cells[as_text(day), day.isoweekday()] += count
    found = {(row["maaned"], row["ugedag"]): row["antal_afholdt"] for row in ask("aktivitet_kalender", asked)}
    assert found == dict(cells)
    weekdays = {row["ugedag"]: row["antal_afholdt"] for row in ask("aktivitet_pr_ugedag", asked)}
    assert sum(weekdays.values()) == sum(days.values())


def test_one_indsats_by_month(asked: dict[str, Any]):
    valg = example_choice(**asked)
    for key in aktivitet.efforts(valg):
        held = [
            row for row in valg.rows("aktivitet") if row["indsats_id"] == key and valg.keeps_area(row["omraade_id"])
        ]
        for row in ask("indsats_pr_maaned", {**asked, "indsats": key} | {"indsatsomraade": ()}):
            first = month(row["maaned"])
            own = aktivitet.between(held, first, first)
            compare(row, aktivitet.marked(own, "fremmoeder") | aktivitet.marked(own, "nye_deltagere"))
