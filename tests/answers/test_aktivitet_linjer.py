"""Activity in all, by area and by indsatsområde: sums, the year before, the target, and what has no figures."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.answers.engine import Ask
from tests.answers.indsats_plan import CAFE, KRI, UDD, VANDRING, indsats_plan, values


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with indsats_plan() as ask:
        yield ask


def test_by_area_the_year_to_statusdato_stands_beside_the_same_months_the_year_before(ask: Ask):
    rows = ask("aktivitet_pr_omraade")
    assert values(rows, "omraade_id", "navn", "fremmoeder", "fremmoeder_aar", "fremmoeder_aaret_foer") == [
        ("NORD", "Ærøgården", 10 + 12 + 17, 12, 10),
        ("SYD", "Åbyen", 20 + 30, 30, 20),
    ]
    assert [row["aendring_pct"] for row in rows] == pytest.approx([20.0, 50.0])


def test_the_target_counts_only_what_has_a_target_and_else_the_year_before_stands_in(ask: Ask):
    rows = ask("aktivitet_pr_omraade")
    # Twelve plan months in 2023, three of them gone: 40 × 3/12 = 10.
    assert values(rows, "omraade_id", "fremmoeder_med_maal", "maal", "maal_grundlag") == [
        ("NORD", 12, 10.0, "maal"),
        ("SYD", None, None, "aaret_foer"),
    ]
    assert [row["maal_pct"] for row in rows] == pytest.approx([120.0, 150.0])


def test_hours_are_summed_by_area_and_none_registered_is_none(ask: Ask):
    rows = ask("aktivitet_pr_omraade")
    assert values(rows, "omraade_id", "frivilligtimer", "medarbejdertimer", "frivillige", "skjulte") == [
        ("NORD", 4.0, 2.5, 15, 1),
        ("SYD", None, None, None, 0),
    ]


def test_by_indsatsomraade_the_order_is_the_plans_and_old_figures_say_how_old(ask: Ask):
    rows = ask("aktivitet_pr_indsatsomraade")
    assert values(rows, "indsatsomraade_kode", "navn", "fremmoeder", "fremmoeder_aar", "nyeste_maaned") == [
        (UDD, "Uddannelse", 72, 42, "2023-02"),
        (KRI, "Forebyggelse", 17, None, "2022-10"),
    ]


def test_in_all_everything_is_summed_once(ask: Ask):
    (row,) = ask("aktivitet_i_alt")
    assert (row["fremmoeder"], row["fremmoeder_aar"], row["fremmoeder_aaret_foer"]) == (89, 42, 30)
    assert (row["skjulte"], row["manglende"], row["antal_afholdt"]) == (1, 0, 7)
    assert row["aendring_pct"] == pytest.approx(40.0)


def test_without_the_same_months_in_the_plan_there_is_no_year_before(ask: Ask):
    (row,) = ask("aktivitet_i_alt", statusdato=date(2022, 3, 31))
    assert (row["fremmoeder_aar"], row["fremmoeder_aaret_foer"], row["aendring_pct"]) == (30, None, None)
    assert (row["maal_pct"], row["maal_grundlag"]) == (None, None)


def test_the_period_narrows_the_sums_but_not_the_year(ask: Ask):
    (row,) = ask("aktivitet_i_alt", fra="2023-02", til="2023-02")
    assert (row["fremmoeder"], row["fremmoeder_aar"], row["medarbejdertimer"]) == (30, 42, None)


def test_a_filter_that_leaves_nothing_gives_no_lines_and_empty_totals(ask: Ask):
    assert ask("aktivitet_pr_omraade", indsatsomraade=("FAELLES",)) == []
    (row,) = ask("aktivitet_i_alt", indsatsomraade=("FAELLES",))
    assert (row["fremmoeder"], row["maal"], row["skjulte"]) == (None, None, 0)


def test_an_organisation_takes_its_areas(ask: Ask):
    assert values(ask("aktivitet_pr_omraade", organisation=("BO",)), "omraade_id") == [("SYD",)]


def test_a_running_indsats_whose_newest_figure_is_too_old_is_named(ask: Ask):
    rows = ask("aktivitet_uden_nye_tal")
    assert values(rows, "indsats_id", "omraade_navn", "nyeste_maaned", "maaneder_uden_tal") == [
        (VANDRING, "Ærøgården", "2022-10", 5)
    ]
    assert ask("aktivitet_uden_nye_tal", statusdato=date(2023, 2, 28)) == []  # four months are not more than four
    assert CAFE not in [row["indsats_id"] for row in rows]


def test_the_year_before_stands_beside_each_month(ask: Ask):
    rows = {row["maaned"]: row for row in ask("aktivitet_pr_maaned")}
    assert rows["2023-01"]["nye_deltagere_aaret_foer"] == 6
    assert rows["2023-01"]["frivillige_aaret_foer"] == 7
    assert rows["2023-01"]["frivilligtimer_aaret_foer"] == 4.0
    assert rows["2023-01"]["medarbejdertimer_aaret_foer"] is None
