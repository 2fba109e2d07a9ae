"""udviklingsplaner and boligbestand_andel: the share of family homes on statusdato, and how far it is to the target."""

from datetime import date
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports

PLAN = {"udviklingsplan_id": "U1", "omraade_id": "NORD", "frist_dato": date(2030, 1, 1), "maal_andel_pct": 40.0}


def stock(day: date, scenario: str, family: int, homes: int) -> Row:
    counts = {"almene_familieboliger": family, "boliger_i_alt": homes}
    return {"udviklingsplan_id": "U1", "opgjort_dato": day, "scenarie": scenario, **counts}


STOCK = [
    stock(date(2021, 1, 1), "faktisk", 90, 100),
    stock(date(2022, 1, 1), "faktisk", 80, 100),  # the newest on statusdato
    stock(date(2023, 1, 1), "faktisk", 70, 100),  # after it
    stock(date(2029, 1, 1), "plan", 42, 120),
    stock(date(2031, 1, 1), "plan", 30, 120),  # after the plan's own deadline
]


def test_the_share_is_the_newest_one_on_statusdato_and_the_way_left_is_in_points():
    with published_with(exports(), date(2023, 4, 10), udviklingsplan=[PLAN], boligbestand=STOCK) as ask:
        (found,) = ask("udviklingsplaner", statusdato=date(2022, 6, 30))
    assert (found["opgjort_dato"], found["andel_pct"], found["afstand_pct"]) == (date(2022, 1, 1), 80.0, 40.0)
    assert (found["plan_andel_pct"], found["plan_dato"]) == (35.0, date(2029, 1, 1))
    assert found["godkendt_dato"] is None


def test_a_plan_without_any_count_of_homes_has_no_share():
    with published_with(exports(), date(2023, 4, 10), udviklingsplan=[PLAN]) as ask:
        (found,) = ask("udviklingsplaner")
        assert ask("boligbestand_andel") == []
    assert (found["andel_pct"], found["afstand_pct"], found["plan_andel_pct"]) == (None, None, None)


def test_over_time_what_is_counted_ends_at_statusdato_and_what_is_planned_goes_on():
    with published_with(exports(), date(2023, 4, 10), udviklingsplan=[PLAN], boligbestand=STOCK) as ask:
        found = ask("boligbestand_andel", statusdato=date(2022, 6, 30))
    assert picked(found, "opgjort_dato", "faktisk_pct", "plan_pct", "maal_andel_pct") == [
        (date(2021, 1, 1), 90.0, None, 40.0),
        (date(2022, 1, 1), 80.0, None, 40.0),
        (date(2029, 1, 1), None, 35.0, 40.0),
        (date(2031, 1, 1), None, 25.0, 40.0),
    ]


def test_there_is_nothing_where_the_tables_are_not_delivered():
    with published_tables(exports(), date(2023, 4, 10)) as ask:
        assert ask("udviklingsplaner") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    counted = [row for row in example_tables()["boligbestand"] if row["scenarie"] == "faktisk"]
    found = fetch("udviklingsplaner").rows()
    assert len(found) == len(example_tables()["udviklingsplan"])
    for row in found:
        mine = [one for one in counted if one["udviklingsplan_id"] == row["udviklingsplan_id"]]
        newest = max(
            (one for one in mine if one["opgjort_dato"] <= date(2023, 3, 31)), key=lambda one: one["opgjort_dato"]
        )
        share = 100 * newest["almene_familieboliger"] / newest["boliger_i_alt"]
        assert row["andel_pct"] == pytest.approx(share)
        assert row["afstand_pct"] == pytest.approx(share - row["maal_andel_pct"])
