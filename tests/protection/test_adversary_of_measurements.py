"""No hidden measurement can be reckoned out: not by one who has two releases and subtracts all that can be."""

from collections import defaultdict
from copy import deepcopy
from random import Random

import pytest

from overblik.intake.audit_finding import AuditFailed
from tests.answers.engine import long_run
from tests.deliveries import Row, Tables
from tests.protection.honest import honest_plan
from tests.protection.releasing import Released, one_after_the_other
from tests.protection.subtracting import NUMBERS, Name, possible, told

SEEDS = range(30, 35)


def by_indicator(release: Released) -> dict[str, list[Row]]:
    """The measurements of each indicator that counts people."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in release["maaling"].to_pylist():
        if row["vaerdi_status"] in ("ok", "skjult"):
            found[row["indikator_id"]].append(row)
    return found


def what_is_left(releases: list[Released], truth: Tables) -> int:
    """Looks at every hidden measurement of the newest release, and gives how many there were."""
    newest = releases[-1]
    units = {row["indikator_id"]: row["enhed"] for row in newest["indikator"].to_pylist()}
    delicate = {row["indsatsomraade_kode"] for row in truth["indsatsomraade"] if row["sensitiv"]}
    codes = {row["indikator_id"]: row["indsatsomraade_kode"] for row in newest["indikator"].to_pylist()}
    true = {(row["indikator_id"], row["omraade_id"], row["periode_slut"]): row for row in truth["maaling"]}
    looked = 0
    for indicator, rows in by_indicator(newest).items():
        enhed, k = units[indicator], 10 if codes[indicator] in delicate else 5
        before = remembered(by_indicator(releases[0]).get(indicator, []), enhed) if len(releases) > 1 else {}
        for row in rows:
            if row["vaerdi_status"] != "skjult":
                continue
            looked += 1
            place = (row["omraade_id"], row["periode_slut"])
            others = {name: value for name, value in before.items() if name[1:] != place}
            ranges = possible(rows, enhed, others)
            for number in NUMBERS[enhed]:
                low, high = ranges[(number, *place)]
                if len(releases) == 1:
                    handed_in = told(true[(indicator, *place)], number)
                    assert handed_in is not None
                    assert low <= handed_in <= high, "the adversary is wrong"
                elif (number, *place) in before and low <= before[(number, *place)] <= high:
                    continue  # it leads to what was shown of it before, which tells nothing new
                assert high - low + 1 >= k, (indicator, place, number)
                if number != "naevner" and low < k and high > 0:
                    assert low <= 1, (indicator, place, number)
                    assert high >= k - 1, (indicator, place, number)
    return looked


def remembered(rows: list[Row], enhed: str) -> dict[Name, float]:
    """What an earlier release showed."""
    return {
        (number, row["omraade_id"], row["periode_slut"]): value
        for row in rows
        for number in NUMBERS[enhed]
        if (value := told(row, number)) is not None
    }


def corrected(tables: Tables, seed: int) -> Tables:
    """The same exports with one count of one area corrected, and ALLE with it."""
    rng = Random(seed)
    after = deepcopy(tables)
    units = {row["indikator_id"]: row["enhed"] for row in after["indikator"]}
    rows = [row for row in after["maaling"] if units[row["indikator_id"]] == "antal" and row["periode_start"] is None]
    if areas := [row for row in rows if row["omraade_id"] != "ALLE"]:
        chosen = rng.choice(areas)
        change = rng.choice([0, 1, 2, 3, 4, 6, 9]) - chosen["vaerdi"]
        key = (chosen["indikator_id"], chosen["periode_slut"])
        for row in rows:
            if (row["indikator_id"], row["periode_slut"]) == key and row["omraade_id"] in (
                chosen["omraade_id"],
                "ALLE",
            ):
                row["vaerdi"] += change
    return after


def published_and_looked_at(seed: int) -> tuple[int, int]:
    """Publishes a plan, then its correction; how many hidden measurements there were, and how many were refused."""
    plan = honest_plan(seed)
    with one_after_the_other(plan.today, plan.tables) as (_, releases):
        looked = what_is_left(releases, plan.tables)
    after = corrected(plan.tables, seed)
    try:
        with one_after_the_other(plan.today, plan.tables, after) as (_, releases):
            return looked + what_is_left(releases, after), 0
    except AuditFailed as failed:  # once shown, and now beside a count that has become small
        return looked, sum(finding.way == "kendt_fra_foer" for finding in failed.findings)


def test_no_hidden_measurement_of_a_random_plan_can_be_reckoned_out() -> None:
    looked, refused = (sum(numbers) for numbers in zip(*map(published_and_looked_at, SEEDS), strict=True))
    assert looked > 50, "there must be hidden measurements to look at"
    assert refused < len(SEEDS)


@pytest.mark.long
def test_no_hidden_measurement_of_many_random_plans_can_be_reckoned_out() -> None:
    found = [published_and_looked_at(seed) for seed in range(2000, 2000 + long_run())]
    assert sum(refused for _, refused in found) < len(found) // 4
