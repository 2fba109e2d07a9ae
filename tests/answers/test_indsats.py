"""One indsats: what it is, its money by calendar year, its milestones, its months and its adjustments."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from tests.answers.engine import Ask
from tests.answers.indsats_plan import CAFE, FREMTID, VANDRING, indsats_plan, values


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with indsats_plan() as ask:
        yield ask


def test_an_indsats_is_told_as_it_was_delivered_with_its_own_money(ask: Ask):
    (row,) = ask("indsats", indsats=CAFE)
    assert (row["navn"], row["indsatsomraade_navn"], row["omraader"]) == (
        "Lektiecafé",
        "Uddannelse",
        "Ærøgården, Åbyen",
    )
    assert (row["organisation_navn"], row["maalgruppe"], row["kernedrift_navn"]) == (
        "Kommunen",
        "Skolebørn",
        "Uafklaret",
    )
    assert (row["budget_kr"], row["forbrug_kr"]) == (Decimal("730.00"), Decimal("150.75"))
    assert row["forbrugsprocent"] == pytest.approx(100 * 150.75 / 730)


def test_an_indsats_without_money_has_no_share(ask: Ask):
    (row,) = ask("indsats", indsats=VANDRING)
    assert (row["budget_kr"], row["forbrugsprocent"], row["organisation_navn"]) == (Decimal("0.00"), None, None)
    assert ask("indsats_oekonomi_pr_aar", indsats=VANDRING) == []


def test_an_unknown_indsats_gives_no_row(ask: Ask):
    assert ask("indsats", indsats="FINDES_IKKE") == []
    assert ask("indsats_pr_maaned", indsats="FINDES_IKKE") == []


def test_money_comes_by_calendar_year_and_years_to_come_have_no_forbrug(ask: Ask):
    assert values(ask("indsats_oekonomi_pr_aar", indsats=CAFE), "aar", "budget_kr", "forbrug_kr") == [
        (2022, Decimal("365.00"), Decimal("100.25")),
        (2023, Decimal("365.00"), Decimal("50.50")),
    ]
    earlier = ask("indsats_oekonomi_pr_aar", indsats=CAFE, statusdato=date(2022, 12, 31))
    assert values(earlier, "aar", "forbrug_kr") == [(2022, Decimal("100.25")), (2023, None)]


def test_milestones_that_name_the_indsats_come_with_their_delay(ask: Ask):
    rows = ask("indsats_milepaele", indsats=CAFE)
    assert values(rows, "milepael_id", "forsinkelse_dage", "overskredet", "er_naaet", "omraade_navn") == [
        ("M1", 10, False, True, "Ærøgården"),
        ("M2", 30, True, False, None),
        ("M3", None, False, False, "Ærøgården"),
    ]
    before = ask("indsats_milepaele", indsats=CAFE, statusdato=date(2022, 1, 31))
    assert before[0]["naaet_dato"] is None  # reached later than what is asked for


def test_months_run_where_the_indsats_does_and_a_hidden_one_is_not_an_empty_one(ask: Ask):
    rows = ask("indsats_pr_maaned", indsats=CAFE, fra="2022-12", til="2023-04")
    assert values(rows, "maaned", "fremmoeder", "fremmoeder_aaret_foer", "skjulte") == [
        ("2022-12", None, None, None),
        ("2023-01", 12, 10, 0),
        ("2023-02", 30, 20, 1),
        ("2023-03", None, None, None),
        ("2023-04", 99, None, 0),  # after statusdato, but asked for
    ]
    hidden = ask("indsats_pr_maaned", indsats=CAFE, omraade=("NORD",), fra="2023-02", til="2023-02")
    assert values(hidden, "fremmoeder", "skjulte") == [(None, 1)]


def test_an_indsats_that_has_not_begun_has_no_months(ask: Ask):
    assert ask("indsats_pr_maaned", indsats=FREMTID) == []


def test_adjustments_are_told_whatever_the_area_and_later_ones_are_marked(ask: Ask):
    rows = ask("indsats_justeringer", indsats=CAFE)
    assert values(rows, "justering_id", "dato", "omraade_navn", "efter_statusdato") == [
        ("J1", date(2022, 9, 1), "Åbyen", False),
        ("J2", date(2023, 5, 1), None, True),
    ]
    assert rows[0]["begrundelse"] == "Børnene kom senere"
