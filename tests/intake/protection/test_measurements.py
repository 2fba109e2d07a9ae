"""Indicators with few people behind them: what is hidden, what is hidden with it, and what stays so."""

from datetime import date

import pytest

from overblik.settings_limits import Diskretionering
from tests.deliveries import Row, Tables, exports
from tests.intake.protection.built import DAY, KEY, by, limits, released
from tests.naive.beskyttelse_maalinger import Key, measurements, targets
from tests.random_choices import month_end
from tests.random_people import few_people

PER = date(2022, 12, 31)
AREAS = ("NORD", "SYD", "VEST")


def share(taeller: int, naevner: int, area: str = "NORD", **more: object) -> Row:
    """A measurement of some among others."""
    vaerdi = 100 * taeller / naevner
    return {"omraade_id": area, "taeller": taeller, "naevner": naevner, "vaerdi": vaerdi, "periode_slut": PER, **more}


def number(vaerdi: float, area: str = "NORD", **more: object) -> Row:
    """A measurement that is itself a count of people."""
    return {"omraade_id": area, "vaerdi": vaerdi, "periode_slut": PER, **more}


def plan(*maalinger: Row, maal: tuple[Row, ...] = (), beboere: int | None = None, **indikator: object) -> Tables:
    """Exports of one indicator, of people in percent unless it says otherwise, measured in up to three areas."""
    return exports(
        boligomraade=[{"omraade_id": area, "beboere": beboere} for area in AREAS],
        indsatsomraade=[{}, {"indsatsomraade_kode": "KRI", "sensitiv": True}],
        indikator=[{"enhed": "pct", "personantal": True} | indikator],
        maaling=list(maalinger),
        maal=list(maal),
    )


def hidden(tables: Tables, before: tuple[Key, ...] = (), graenser: Diskretionering | None = None) -> list[str]:
    """The areas that are hidden, with the month where there are several; nothing is told of those."""
    rows = released(tables, graenser=graenser, hidden_before=before)["maaling"]
    several = len({row["periode_slut"] for row in rows}) > 1
    found = []
    for row in rows:
        if row["skjult_af"] == "beskyttelse":
            assert row["vaerdi_status"] == "skjult"
            assert [row[name] for name in ("taeller", "naevner", "vaerdi")] == [None] * 3
            found.append(row["omraade_id"] + (f" {row['periode_slut'].month}" if several else ""))
    return sorted(found)


@pytest.mark.parametrize(
    ("taeller", "naevner", "is_hidden"),
    [
        (4, 40, True),  # four people
        (36, 40, True),  # four people are not among them
        (5, 40, False),
        (35, 40, False),
        (0, 40, False),  # none at all is told
        (40, 40, False),
        (0, 9, True),  # too few in all, by the setting
        (5, 10, False),
    ],
)
def test_a_share_is_hidden_when_few_are_in_it_or_outside_it_or_behind_it(taeller: int, naevner: int, is_hidden: bool):
    assert hidden(plan(share(taeller, naevner))) == (["NORD"] if is_hidden else [])


def test_a_sensitive_indsatsomraade_has_the_higher_threshold():
    assert hidden(plan(share(9, 40), indsatsomraade_kode="KRI")) == ["NORD"]
    assert hidden(plan(share(9, 40), indsatsomraade_kode="UDD")) == []


def test_a_count_of_people_is_hidden_when_it_is_small():
    people = {"enhed": "antal"}
    assert hidden(plan(number(4), **people)) == ["NORD"]
    assert [hidden(plan(number(value), **people)) for value in (0, 5)] == [[], []]
    assert hidden(plan(number(4), enhed="antal", personantal=False)) == []


def test_an_average_over_people_is_hidden_when_they_are_few_or_nobody_says_how_many():
    assert hidden(plan(number(210_000, naevner=9), enhed="kr")) == ["NORD"]
    assert hidden(plan(number(210_000), enhed="kr")) == ["NORD"]
    assert hidden(plan(number(210_000, naevner=10), enhed="kr")) == []
    assert hidden(plan(number(210_000), enhed="kr", personantal=False)) == []


def test_people_are_seen_in_numerator_and_denominator_though_the_indicator_does_not_say_so():
    assert hidden(plan(share(3, 40), personantal=False)) == ["NORD"]


def test_an_area_with_few_residents_gets_no_rates():
    assert hidden(plan(share(20, 40), beboere=99)) == ["NORD"]
    assert hidden(plan(share(20, 40), beboere=100)) == []
    assert hidden(plan(number(20), beboere=99, enhed="antal")) == []
    assert hidden(plan(number(20), beboere=99, enhed="pct", personantal=False)) == ["NORD"]


def test_beside_the_whole_plan_the_next_smallest_area_is_hidden_too():
    areas = (share(3, 30, "NORD"), share(20, 60, "SYD"), share(20, 90, "VEST"))
    assert hidden(plan(*areas)) == ["NORD"]
    assert hidden(plan(*areas, share(43, 180, "ALLE"))) == ["NORD", "SYD"]


def test_more_areas_are_hidden_until_those_hidden_are_many_together():
    areas = (share(3, 30, "NORD"), share(0, 60, "SYD"), share(20, 90, "VEST"))
    # NORD and SYD have three together, which would tell as much as NORD alone.
    assert hidden(plan(*areas, share(23, 180, "ALLE"))) == ["NORD", "SYD", "VEST"]


def test_with_no_other_area_to_hide_the_whole_plan_is_hidden():
    assert hidden(plan(share(3, 30, "NORD"), share(3, 30, "ALLE"))) == ["ALLE", "NORD"]
    assert hidden(plan(share(0, 3, "NORD"), share(0, 60, "SYD"), share(0, 63, "ALLE"))) == ["ALLE", "NORD", "SYD"]


def test_a_whole_plan_that_is_hidden_cannot_be_added_up_from_its_areas():
    handed_in_hidden = {"omraade_id": "ALLE", "periode_slut": PER, "vaerdi": None, "vaerdi_status": "skjult"}
    assert hidden(plan(share(20, 60, "SYD"), share(20, 90, "VEST"), handed_in_hidden)) == ["SYD"]


def test_what_the_deliverer_hid_is_protected_from_subtraction_too():
    by_them = {"omraade_id": "NORD", "periode_slut": PER, "vaerdi": None, "vaerdi_status": "skjult"}
    assert hidden(plan(by_them, share(20, 60, "SYD"), share(20, 90, "VEST"), share(60, 190, "ALLE"))) == ["SYD"]
    rows = by(released(plan(by_them))["maaling"], "omraade_id")
    assert rows[("NORD",)]["skjult_af"] == "leverance"


def test_an_area_that_is_not_told_is_not_given_away_by_the_others():
    areas = (share(20, 60, "SYD"), share(20, 90, "VEST"))
    assert hidden(plan(*areas, share(43, 180, "ALLE"))) == ["SYD", "VEST"]  # NORD has three of thirty
    assert hidden(plan(*areas, share(55, 180, "ALLE"))) == []


def test_counts_beside_another_status_are_not_published():
    row = share(3, 30) | {"vaerdi": None, "vaerdi_status": "mangler"}
    (made,) = released(plan(row))["maaling"]
    assert [made[name] for name in ("taeller", "naevner", "vaerdi", "skjult_af")] == [None] * 4
    assert made["vaerdi_status"] == "mangler"


def from_january(month: int, taeller: int, naevner: int, area: str = "NORD") -> Row:
    """A measurement from 1 January to the end of a month."""
    return share(taeller, naevner, area, periode_start=date(2022, 1, 1), periode_slut=month_end(2022, month))


def test_a_series_that_counts_on_is_hidden_when_one_step_is_small():
    assert hidden(plan(from_january(3, 20, 60), from_january(6, 22, 70))) == ["NORD 3", "NORD 6"]
    assert hidden(plan(from_january(3, 20, 60), from_january(6, 20, 62))) == ["NORD 3", "NORD 6"]
    assert hidden(plan(from_january(3, 20, 60), from_january(6, 20, 60), from_january(9, 30, 90))) == []
    # Each of its own quarter: the difference counts nobody.
    own = [share(20 + n, 60, periode_start=date(2022, n, 1), periode_slut=month_end(2022, n)) for n in (3, 6)]
    assert hidden(plan(*own)) == []
    # Of a single day: who is there then, not who came to.
    days = [share(20 + n, 60, periode_slut=month_end(2022, n)) for n in (3, 6)]
    assert hidden(plan(*days)) == []


def test_in_a_series_that_counts_on_an_area_is_hidden_in_all_periods_or_in_none():
    assert hidden(plan(from_january(3, 3, 60), from_january(6, 30, 90))) == ["NORD 3", "NORD 6"]


def test_the_step_of_what_is_left_may_not_be_small_either():
    nord = (from_january(3, 3, 60, "NORD"), from_january(6, 5, 90, "NORD"))
    syd = (from_january(3, 40, 80, "SYD"), from_january(6, 40, 110, "SYD"))
    vest = (from_january(3, 60, 100, "VEST"), from_january(6, 80, 150, "VEST"))
    alle = (from_january(3, 103, 240, "ALLE"), from_january(6, 125, 350, "ALLE"))
    # NORD and SYD together grew by two.
    assert {name.split()[0] for name in hidden(plan(*nord, *syd, *vest, *alle))} == {"NORD", "SYD", "VEST"}


def test_what_was_hidden_stays_hidden_though_it_is_not_small_any_more():
    areas = (share(6, 30, "NORD"), share(20, 60, "SYD"), share(20, 90, "VEST"), share(46, 180, "ALLE"))
    assert hidden(plan(*areas)) == []
    assert hidden(plan(*areas), before=(("K1", "NORD", PER), ("K1", "SYD", PER))) == ["NORD", "SYD"]
    # The one that was hidden beside it is not swapped for another.
    assert hidden(plan(*areas), before=(("K1", "NORD", PER), ("K1", "VEST", PER))) == ["NORD", "VEST"]


def test_what_an_earlier_release_showed_hides_nothing_beside_it():
    areas = (share(3, 30, "NORD"), share(20, 60, "SYD"), share(20, 90, "VEST"), share(43, 180, "ALLE"))
    tables, everything = plan(*areas), tuple(("K1", area, PER) for area in (*AREAS, "ALLE"))
    rows = by(released(tables, shown_before=everything)["maaling"], "omraade_id")
    # SYD is known: with it and ALLE anybody would have the new figure of NORD.
    assert {area for (area,), row in rows.items() if row["vaerdi_status"] == "skjult"} == {"NORD", "ALLE"}


def test_a_starting_point_that_is_a_small_count_or_of_a_hidden_day_is_left_out():
    def starts(tables: Tables) -> list[tuple[object, object]]:
        return [(row["nul_vaerdi"], row["nul_skjult"]) for row in released(tables)["maal"]]

    def goal(nul: float, day: date = date(2021, 12, 31)) -> Row:
        return {"nul_vaerdi": nul, "nul_dato": day}

    assert starts(plan(maal=(goal(3),), enhed="antal")) == [(None, True)]
    assert starts(plan(maal=(goal(5),), enhed="antal")) == [(5.0, False)]
    assert starts(plan(maal=(goal(3),))) == [(3.0, False)]
    assert starts(plan(share(3, 30), maal=(goal(10, PER),))) == [(None, True)]
    assert starts(plan(share(13, 30), maal=(goal(10, PER),))) == [(10.0, False)]


@pytest.mark.parametrize("graenser", [Diskretionering(), Diskretionering(3, 6, 12, 400)], ids=["usual", "others"])
@pytest.mark.parametrize("seed", range(6))
def test_random_measurements_and_targets_are_those_of_the_reference(seed: int, graenser: Diskretionering):
    compare(seed, graenser)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 1000))
def test_many_random_measurements_and_targets_are_those_of_the_reference(seed: int):
    compare(seed, Diskretionering())


def compare(seed: int, graenser: Diskretionering) -> None:
    """The release's measurements and targets, alone and after one that hid every third and showed every second."""
    tables = few_people(seed)
    names = ("indikator_id", "omraade_id", "periode_slut")
    third = tuple((row[names[0]], row[names[1]], row[names[2]]) for row in tables["maaling"][::3])
    half = tuple((row[names[0]], row[names[1]], row[names[2]]) for row in tables["maaling"][1::2])
    for before in (((), ()), (third, half)):
        made = released(tables, KEY, graenser, *before)
        assert by(made["maaling"], *names) == by(measurements(tables, limits(graenser), *before), *names)
        own = ("indikator_id", "omraade_id", "maal_dato")
        assert by(made["maal"], *own) == by(targets(tables, limits(graenser), *before), *own)


def test_the_day_of_the_release_is_after_what_is_tested_here():
    assert PER < DAY
