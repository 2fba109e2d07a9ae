"""No small count can be worked out: not by one who knows the rule, the marks and two releases, but not the key."""

from datetime import date
from typing import Any

import pytest

from tests.answers.engine import long_run
from tests.deliveries import Row, Tables, exports
from tests.protection.adversary import COLUMNS, KEY, Name, cells, looked_at, possible, told_apart
from tests.protection.honest import corrected, honest_plan
from tests.protection.releasing import one_after_the_other

SEEDS = range(5)


def true_cells(aktivitet: list[Row]) -> dict[tuple[object, ...], dict[str, int]]:
    """What was handed in, by cell; a count that stands in one row only, so that unikke_deltagere is one too."""
    found: dict[tuple[object, ...], dict[str, int]] = {}
    for row in aktivitet:
        own = found.setdefault((row["indsats_id"], row["omraade_id"], row["dato"].replace(day=1)), {})
        for column in COLUMNS:
            if row[column] is not None:
                own[column] = own.get(column, 0) + row[column]
    return found


def what_is_left(seed: int) -> int:
    """Publishes a plan and its correction, looks at every marked cell, and gives how many there were."""
    plan = honest_plan(seed, rows=40)
    after = corrected(plan, seed)
    looked = 0
    with one_after_the_other(plan.today, plan.tables, after) as (_, releases):
        assert untouched(plan.tables, after, cells(releases[1])) == untouched(plan.tables, after, cells(releases[0]))
        truth = [true_cells(plan.tables["aktivitet"]), true_cells(after["aktivitet"])]
        for name, seen in looked_at(releases):
            looked += 1
            k = seen[0]["graense"]
            for true, row, left in zip(truth[-len(seen) :], seen, possible(seen), strict=True):
                for column, numbers in left.items():
                    assert column == "unikke_deltagere" or true[name][column] in numbers, "the adversary is wrong"
                    everything = set(range(1, k))
                    if told_apart(seen):
                        assert numbers >= set(range(2, k - 1)), (name, column)
                        assert len(numbers) >= k - 2, (name, column)
                    else:
                        assert numbers == everything, (name, column)
                    assert row[column] in (0, k, None)
    return looked


def untouched(before: Tables, after: Tables, cells_of: dict[Name, Row]) -> dict[Name, Row]:
    """The cells of a release that a correction did not speak of."""
    touched = {
        (row["indsats_id"], row["omraade_id"], row["dato"].replace(day=1))
        for row in after["aktivitet"]
        if row not in before["aktivitet"]
    }
    return {name: row for name, row in cells_of.items() if name not in touched}


def test_no_small_cell_of_a_random_plan_can_be_worked_out_and_a_correction_changes_its_own_cell_alone() -> None:
    assert sum(map(what_is_left, SEEDS)) > 10, "there must be small cells to look at"


@pytest.mark.long
def test_no_small_cell_of_many_random_plans_can_be_worked_out() -> None:
    looked = sum(what_is_left(seed) for seed in range(1000, 1000 + long_run()))
    assert looked > 10 * long_run()


def seen_as(**columns: Any) -> dict[str, Any]:
    """A cell as a release shows it; a column that ends in _lille is marked."""
    shut = {f"{column}_lille": False for column in COLUMNS} | dict.fromkeys(COLUMNS)
    return shut | {"graense": 5, "skjulte": 0, "manglende": 0} | columns


def test_the_adversary_sees_what_two_small_counts_of_a_cell_tell_of_each_other() -> None:
    apart = seen_as(fremmoeder=5, fremmoeder_lille=True, frivillige=0, frivillige_lille=True)
    assert possible([apart]) == [{"fremmoeder": {2, 3, 4}, "frivillige": {1, 2, 3}}]


def test_the_adversary_sees_that_a_correction_which_turns_a_rounding_went_up() -> None:
    low, high = seen_as(fremmoeder=0, fremmoeder_lille=True), seen_as(fremmoeder=5, fremmoeder_lille=True)
    assert possible([low, high]) == [{"fremmoeder": {1, 2, 3}}, {"fremmoeder": {2, 3, 4}}]


def test_at_the_lowest_threshold_the_adversary_would_work_it_out() -> None:
    low = seen_as(fremmoeder=0, fremmoeder_lille=True, graense=3)
    assert possible([low, low | {"fremmoeder": 3}]) == [{"fremmoeder": {1}}, {"fremmoeder": {2}}]


def test_the_adversary_works_nothing_out_of_one_marked_count() -> None:
    assert possible([seen_as(fremmoeder=5, fremmoeder_lille=True)]) == [{"fremmoeder": {1, 2, 3, 4}}]


def test_the_month_of_a_cell_is_that_of_its_registrations() -> None:
    tables = exports(aktivitet=[{"fremmoeder": 3, "dato": date(2022, 1, 15)}], oekonomi=[{"beloeb_kr": "1.00"}])
    with one_after_the_other(date(2023, 1, 1), tables) as (_, (release,)):
        (name,) = cells(release)
    assert name == ("I1", "NORD", date(2022, 1, 1))
    assert len(KEY) == len(name)
