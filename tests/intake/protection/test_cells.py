"""Small monthly cells: rounded by a keyed draw, right on average, each by itself, and never to be seen through."""

import math
from collections import Counter, defaultdict
from datetime import date

import pytest

from overblik.settings_limits import Diskretionering
from tests.deliveries import Row, Tables, exports
from tests.intake.protection.built import KEY, by, held, limits, of_activity, released
from tests.naive.beskyttelse import HOURS, PEOPLE, activity, cell_of, total
from tests.naive.maaneder import as_text, month_of
from tests.random_people import few_people

COUNTS = (*PEOPLE, "unikke_deltagere")
CELL = ("indsats_id", "omraade_id", "maaned")


def cells(tables: Tables, key: str = KEY, graenser: Diskretionering | None = None) -> dict[tuple[object, ...], Row]:
    return by(released(tables, key, graenser)["aktivitet_maaned"], *CELL)


def only(tables: Tables, graenser: Diskretionering | None = None, key: str = KEY) -> Row:
    (row,) = cells(tables, key, graenser).values()
    return row


def grid(count: int, *, sensitiv: bool, months: int = 12, series: int = 60) -> Tables:
    """Many cells with the same count."""
    rows = [held(month, count, indsats_id=f"I{n}") for n in range(series) for month in range(1, months + 1)]
    return of_activity(*rows, sensitiv=sensitiv)


@pytest.mark.parametrize(("count", "sensitiv"), [(x, False) for x in range(1, 5)] + [(x, True) for x in range(1, 10)])
def test_over_many_cells_and_keys_the_mean_is_the_true_count_and_both_outcomes_come(count: int, sensitiv: bool):
    k = 10 if sensitiv else 5
    shown = [
        row["fremmoeder"]
        for n in range(3)
        for row in cells(grid(count, sensitiv=sensitiv), f"{n:064x}").values()
    ]  # fmt: skip
    assert set(shown) == {0, k}
    error = k * math.sqrt(count / k * (1 - count / k) / len(shown))
    assert abs(sum(shown) / len(shown) - count) < 4 * error


@pytest.mark.parametrize("count", [0, 5, 6, 120])
def test_a_true_zero_and_what_is_not_small_stay_as_they_are(count: int):
    row = only(of_activity(held(1, count)))
    assert (row["fremmoeder"], row["fremmoeder_lille"]) == (count, False)
    assert (row["antal_afholdt"], row["registreringer"]) == (1, 1)


def test_what_was_not_registered_is_not_small():
    row = only(of_activity(held(1, None)))
    assert [row[name] for name in COUNTS] == [None] * 4
    assert not any(row[f"{name}_lille"] for name in COUNTS)


def test_the_threshold_is_the_indsatsomraades_in_the_plans_own_period():
    assert only(of_activity(held(1, 7)))["graense"] == 5
    sensitive = only(of_activity(held(1, 7), sensitiv=True))
    assert (sensitive["graense"], sensitive["fremmoeder_lille"]) == (10, True)
    other_period = of_activity(held(1, 7)) | exports(
        indsatsomraade=[{"bevillingsperiode": "2015-18", "sensitiv": True}, {"sensitiv": False}]
    ) | {"aktivitet": of_activity(held(1, 7))["aktivitet"]}  # fmt: skip
    assert only(other_period)["graense"] == 5


def test_it_is_the_months_sum_that_is_small_not_each_registration():
    row = only(of_activity(held(1, 3), held(1, 3), held(1, 0)))
    assert (row["fremmoeder"], row["fremmoeder_lille"], row["registreringer"]) == (6, False, 3)


def test_in_a_marked_cell_nothing_that_follows_the_count_is_published():
    row = only(of_activity(held(1, 2, antal_afholdt=3), held(1, None)))
    assert (row["antal_afholdt"], row["registreringer"], row["manglende"]) == (None, None, 1)


def test_unique_participants_are_published_only_where_one_row_gives_them():
    assert only(of_activity(held(1, 40, unikke_deltagere=12), held(1, 30)))["unikke_deltagere"] == 12
    assert (
        only(of_activity(held(1, 40, unikke_deltagere=12), held(1, 30, unikke_deltagere=8)))["unikke_deltagere"] is None
    )
    few = only(of_activity(held(1, 40, unikke_deltagere=3)))
    assert few["unikke_deltagere_lille"]
    assert few["unikke_deltagere"] in (0, 5)


@pytest.mark.parametrize("graenser", [Diskretionering(), Diskretionering(3, 3), Diskretionering(4, 7)], ids=repr)
@pytest.mark.parametrize("seed", range(4))
def test_every_release_table_of_activity_equals_the_reference(seed: int, graenser: Diskretionering):
    tables = few_people(seed)
    made, own = released(tables, KEY, graenser), limits(graenser)
    expected = activity(tables, KEY, own.ordinary, own.sensitive)
    assert by(made["aktivitet_maaned"], *CELL).keys() == {
        (row["indsats_id"], row["omraade_id"], month_of(row["dato"])) for row in tables["aktivitet"]
    }
    together: dict[object, list[Row]] = defaultdict(list)
    for row in expected:
        together[cell_of(row)].append(row)
    for cell in made["aktivitet_maaned"]:
        rows = together[cell["indsats_id"], cell["omraade_id"], as_text(cell["maaned"])]
        for name in PEOPLE:
            assert cell[name] == total(rows, name)
        for name in COUNTS:
            assert cell[f"{name}_lille"] == any(row[f"{name}_lille"] for row in rows)
    code = {row["indsats_id"]: row["indsatsomraade_kode"] for row in tables["indsats"]}
    for sums in made["timer_maaned"]:
        place = (sums["indsatsomraade_kode"], sums["omraade_id"], sums["maaned"])
        rows = [row for row in expected if (code[row["indsats_id"]], row["omraade_id"], month_of(row["dato"])) == place]
        assert [sums[hour] for hour in HOURS] == [total(rows, hour) for hour in HOURS]
    days: Counter[object] = Counter()
    for row in expected:
        if row["aktivitetstype"] != "raadgivning":
            days[code[row["indsats_id"]], row["omraade_id"], row["dato"]] += row["antal_afholdt"]
    found = by(made["aktivitet_dag"], "indsatsomraade_kode", "omraade_id", "dato")
    assert {place: row["antal_afholdt"] for place, row in found.items()} == dict(days)


@pytest.mark.parametrize("seed", range(6))
def test_no_shown_count_is_small_and_new_ones_are_never_more_than_all(seed: int):
    tables = few_people(seed)
    for n in range(3):
        for row in cells(tables, f"{n:064x}").values():
            shown = [row[name] for name in COUNTS if row[name] is not None]
            assert not any(0 < count < row["graense"] for count in shown)
    both = {"aktivitet": [row for row in tables["aktivitet"] if row["fremmoeder"] is not None]}
    for row in cells(tables | both).values():
        assert (row["nye_deltagere"] or 0) <= row["fremmoeder"]


def test_new_ones_stay_below_all_where_one_is_small_and_the_other_is_not():
    rows = [
        held(month, attended, nye_deltagere=new, indsats_id=f"I{attended}-{new}")
        for month in range(1, 13)
        for attended in range(12)
        for new in range(attended + 1)
    ]
    made = cells(of_activity(*rows)).values()
    assert all(row["nye_deltagere"] <= row["fremmoeder"] for row in made)
    assert any(row["nye_deltagere_lille"] and not row["fremmoeder_lille"] and row["nye_deltagere"] for row in made)


def test_one_more_month_or_one_corrected_cell_leaves_every_other_cell_as_it_was():
    rows = [
        held(month, 1 + (month + n) % 7, nye_deltagere=1, indsats_id=f"I{n}")
        for n in range(8)
        for month in range(1, 10)
    ]
    before = cells(of_activity(*rows))
    later = cells(of_activity(*rows, *(held(10, 3, indsats_id=f"I{n}") for n in range(8))))
    assert {key: later[key] for key in before} == before
    corrected = [rows[0] | {"fremmoeder": 4}, *rows[1:]]
    after = cells(of_activity(*corrected))
    changed = (rows[0]["indsats_id"], "NORD", date(2022, 1, 1))
    assert {key: row for key, row in after.items() if key != changed} == {
        key: row for key, row in before.items() if key != changed
    }


def test_another_key_rounds_otherwise():
    tables = grid(2, sensitiv=False)
    assert cells(tables, "1" * 64) == cells(tables, "1" * 64)
    assert cells(tables, "1" * 64) != cells(tables, "2" * 64)


def test_at_the_lowest_threshold_two_small_counts_never_tell_each_other():
    rows = [held(month, 2, nye_deltagere=1, frivillige=1, unikke_deltagere=2, indsats_id=f"I{n}")
            for n in range(5) for month in range(1, 13)]  # fmt: skip
    for row in cells(of_activity(*rows), graenser=Diskretionering(3, 3)).values():
        assert row["fremmoeder"] in (0, 3)
        assert [row[name] for name in COUNTS[1:]] == [None] * 3
        assert row["nye_deltagere_lille"]


def test_hours_are_hidden_unless_two_others_share_the_sum_with_the_small_cell():
    def hours(*indsatser: Row) -> tuple[float | None, float | None, bool]:
        (row,) = released(of_activity(*indsatser))["timer_maaned"]
        return row["frivilligtimer"], row["medarbejdertimer"], row["skjult"]

    few = held(1, 2, medarbejdertimer=2.5)
    one, two = (held(1, 50, indsats_id=name, medarbejdertimer=4.0) for name in ("I2", "I3"))
    assert hours(few) == (None, None, True)
    assert hours(few, one) == (None, None, True)
    assert hours(few, one, two) == (None, 10.5, False)
    assert hours(one, two) == (None, 8.0, False)
    # It gives no hours, so there is nothing to tell.
    assert hours(held(1, 2), one) == (None, 4.0, False)
    # Volunteers' hours are its alone: then neither is told.
    assert hours(few | {"frivilligtimer": 1.0}, one, two) == (None, None, True)


def test_the_days_of_a_marked_cell_are_in_no_sum_of_days():
    made = released(of_activity(held(1, 2), held(1, 60, indsats_id="I2", antal_afholdt=2)))
    assert [row["antal_afholdt"] for row in made["aktivitet_dag"]] == [2]
