"""boliger_nu_og_planlagt: the newest count on statusdato against the plan's own at its deadline."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.answers.test_udviklingsplaner import PLAN, STOCK, stock
from tests.deliveries import exports

COLUMNS = ("familie_nu", "andre_nu", "boliger_nu", "familie_plan", "andre_plan", "familie_forskel", "andre_forskel")


def test_now_is_the_newest_count_and_planned_is_the_last_step_before_the_deadline():
    with published_with(exports(), date(2023, 4, 10), udviklingsplan=[PLAN], boligbestand=STOCK) as ask:
        found = ask("boliger_nu_og_planlagt", statusdato=date(2022, 6, 30))
    assert picked(found, *COLUMNS) == [(80, 20, 100, 42, 78, -38, 58)]
    assert picked(found, "opgjort_dato", "plan_dato") == [(date(2022, 1, 1), date(2029, 1, 1))]


def test_half_a_count_gives_no_difference():
    now_only = [stock(date(2021, 1, 1), "faktisk", 90, 100)]
    with published_with(exports(), date(2023, 4, 10), udviklingsplan=[PLAN], boligbestand=now_only) as ask:
        found = ask("boliger_nu_og_planlagt")
    assert picked(found, *COLUMNS) == [(90, 10, 100, None, None, None, None)]


def test_the_example_gives_the_same_both_ways(example_data: Path):
    counted = example_tables()["boligbestand"]
    found = fetch("boliger_nu_og_planlagt").rows()
    assert len(found) == len(example_tables()["udviklingsplan"])
    for row in found:
        mine = [one for one in counted if one["udviklingsplan_id"] == row["udviklingsplan_id"]]
        now = max(
            (one for one in mine if one["scenarie"] == "faktisk" and one["opgjort_dato"] <= date(2023, 3, 31)),
            key=lambda one: one["opgjort_dato"],
        )
        then = max((one for one in mine if one["scenarie"] == "plan"), key=lambda one: one["opgjort_dato"])
        assert row["familie_forskel"] == then["almene_familieboliger"] - now["almene_familieboliger"]
        assert row["boliger_nu"] == now["boliger_i_alt"]
        assert row["andre_plan"] == then["boliger_i_alt"] - then["almene_familieboliger"]
