"""Every published figure equals the slow, obvious second implementation: on random plans and on the example."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from overblik.intake.protection_key import EXAMPLE_KEY
from overblik.settings import EKSEMPEL, today
from tests.answers.differences import KEYS, differences
from tests.answers.engine import Ask, betegnelser, long_run, published, published_tables
from tests.deliveries import Tables
from tests.naive import answer_all, protected, read
from tests.plans import plans, questions, random_plan

# A failing plan is named by its seed, so it needs no shrinking: `random_plan(seed, rows)` makes it again.
COMMON = {
    "deadline": None,
    "database": None,
    "phases": [Phase.generate],
    "suppress_health_check": list(HealthCheck),
}


# Settings as an environment writes them, and as the reference takes them: each the other side of its default.
SETTINGS = {
    "fremdrift_gul_dage": 5,
    "fremdrift_roed_dage": 40,
    "oekonomi_gul_pct": 3,
    "oekonomi_roed_pct": 20,
    "aktivitet_groen_pct": 60,
    "aktivitet_gul_pct": 30,
    "medfinansiering_pct": 26,
    "for_gamle_maaneder": 1,
    "takt_mindst_maaneder": 5,
}


def compare(ask: Ask, tables: Tables, day: date, asked: dict[str, Any], **chosen: Any) -> None:
    """Asks every question both ways; `chosen` are settings."""
    expected = answer_all(protected(tables, EXAMPLE_KEY), today=day, betegnelser=betegnelser(), **asked, **chosen)
    lines = [line for name in KEYS for line in differences(name, expected[name], ask(name, **asked))]
    assert not lines, "\n".join([f"asked {asked} on {day}", *lines[:40]])


def publish_and_compare(data: st.DataObject) -> None:
    """Draws a plan, publishes it, and asks all questions of it, once plainly and twice with filters."""
    plan = data.draw(plans())
    asked = [{}, *data.draw(st.lists(questions(plan), min_size=2, max_size=2))]
    with published_tables(plan.tables, plan.today) as ask:
        for choice in asked:
            compare(ask, plan.tables, plan.today, choice)


@settings(max_examples=25, derandomize=True, **COMMON)
@given(st.data())
def test_random_plans_give_the_same_figures_both_ways(data: st.DataObject):
    publish_and_compare(data)


@pytest.mark.long
@settings(max_examples=long_run(), **COMMON)
@given(st.data())
def test_many_random_plans_give_the_same_figures_both_ways(data: st.DataObject):
    publish_and_compare(data)


@pytest.mark.parametrize("seed", range(8))
def test_other_settings_count_the_same_both_ways(seed: int):
    plan = random_plan(seed)
    as_text = {name: str(value) for name, value in SETTINGS.items()}
    as_text |= {"direkte_kategorier": "LOKALER,REVISION", "udgiv_fritekst": "ja"}
    as_values = SETTINGS | {"direkte_kategorier": ("LOKALER", "REVISION"), "udgiv_fritekst": True}
    with published_tables(plan.tables, plan.today, **as_text) as ask:
        compare(ask, plan.tables, plan.today, {}, **as_values)


def test_the_example_gives_the_same_figures_both_ways():
    tables, day = read(EKSEMPEL), today()
    areas = [row["omraade_id"] for row in tables["boligomraade"]]
    codes = sorted({row["indsatsomraade_kode"] for row in tables["indsatsomraade"]})
    owners = [row["organisation_id"] for row in tables["organisation"] if row["type"] == "boligorganisation"]
    with published(EKSEMPEL, day) as ask:
        compare(ask, tables, day, {})
        compare(ask, tables, day, {"omraade": areas[:1]})
        compare(ask, tables, day, {"omraade": areas[1:], "indsatsomraade": codes[:2]})
        compare(ask, tables, day, {"indsatsomraade": ["FAELLES"], "fra": "2023-01", "til": "2023-12"})
        compare(ask, tables, day, {"organisation": owners[:1], "statusdato": date(2022, 12, 31)})
        compare(ask, tables, day, {"statusdato": date(2024, 2, 29), "fra": "2023-11"})
