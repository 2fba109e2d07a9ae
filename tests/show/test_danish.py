"""Danish on screen: numbers, days and lists as a Danish reader writes them."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest

from overblik.show import danish

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (danish.kroner(Decimal("1234567.89")), "1.234.567,89 kr."),
        (danish.kroner(Decimal("-0.5")), "−0,50 kr."),
        (danish.whole_kroner(Decimal("640000.50")), "640.001 kr."),  # half up, as a spreadsheet
        (danish.millions(Decimal("23440000")), "23,4 mio. kr."),
        (danish.millions(Decimal("18900000"), unit=False), "18,9"),
        (danish.short_kroner(Decimal("999999")), "999.999 kr."),
        (danish.short_kroner(Decimal("-1250000")), "−1,3 mio. kr."),
        (danish.percent(25.4), "25,4 %"),
        (danish.percent(104.0, decimals=0), "104 %"),
        (danish.percent(-0.04), "0,0 %"),  # never "-0"
        (danish.points(3.21), "3,2 pct.-point"),
        (danish.count(4812), "4.812"),
        (danish.hours(1.0), "1 time"),
        (danish.hours(12.5), "12,5 timer"),
        (danish.days(1), "1 dag"),
        (danish.days(112), "112 dage"),
    ],
)
def test_a_number_is_written_with_comma_point_and_a_unit_that_never_breaks_off(shown: str, expected: str) -> None:
    assert shown == expected.replace(" ", NBSP)


def test_a_number_has_no_more_decimals_than_it_needs() -> None:
    assert [danish.plain(value) for value in (12, 12.5, 0.25, 1200, 0, 100.0)] == [
        "12", "12,5", "0,25", "1.200", "0", "100",
    ]  # fmt: skip


def test_days_and_months_are_in_lower_case() -> None:
    assert danish.day(date(2021, 5, 5)) == "5. maj 2021"
    assert danish.month("2021-05") == "maj 2021"
    assert danish.month(date(2021, 5, 31)) == "maj 2021"
    assert danish.short_month("2021-05") == "maj 21"
    assert danish.weekday_and_day(date(2021, 5, 5)) == "onsdag 5. maj 2021"
    assert danish.weekdays()[0] == "mandag"
    assert danish.weekdays()[6] == "søndag"


def test_what_is_not_there_says_so_and_never_nought() -> None:
    assert danish.short_kroner(None) == "kan ikke beregnes"
    assert danish.count(None) == "ikke registreret"
    assert danish.day(None) == "ikke oplyst"
    assert danish.percent(None, "skjult") == "skjult"


def test_over_and_underspend_are_told_by_a_word_not_by_a_sign() -> None:
    assert danish.deviation(Decimal(120000), 1.4) == "merforbrug 120.000 kr. (1,4 %)".replace(
        "000 kr", f"000{NBSP}kr"
    ).replace("4 %", f"4{NBSP}%")
    assert danish.deviation(Decimal(-640000)).startswith("mindreforbrug 640.000")
    assert danish.deviation(Decimal(0)) == "intet mer- eller mindreforbrug"
    assert danish.deviation(None) == "kan ikke beregnes"


def test_names_stand_in_a_list_with_og() -> None:
    assert danish.names(["a"]) == "a"
    assert danish.names(["a", "b", "c"]) == "a, b og c"


def test_the_pages_order_is_the_answers_order() -> None:
    words = ["Zebra", "Ål", "Aalborg", "Ærø", "Øst", "abe", "Abe", "Élan", "Eg", "Øen", "Aa", "Ås"]
    listed = ", ".join(f"('{word}')" for word in words)
    (by_duckdb,) = duckdb.sql(f"select list(x order by x collate da) from (values {listed}) as t(x)").fetchall()[0]
    assert danish.in_order(words) == by_duckdb
    assert danish.in_order(["Åby", "Zoo", "Abe"]) == ["Abe", "Zoo", "Åby"]


def test_what_was_written_before_is_written_the_same_by_its_value_alone() -> None:
    for value, written in (
        (Decimal("-0.0"), "0"), (Decimal(0), "0"), (0.0, "0"), (-0.0, "0"), (1, "1"), (1.0, "1"), (Decimal("1.50"), "2"),
        (Decimal("1.5"), "2"), (1.5, "2"), (Decimal("-1.5"), "\u22122"),
    ):  # fmt: skip
        assert danish.number(value) == danish.number(value) == written
    assert (danish.number(Decimal("1.50"), 1), danish.number(Decimal("1.50"), 2)) == ("1,5", "1,50")
    assert (danish.day(date(2021, 5, 1)), danish.month(date(2021, 5, 1))) == ("1. maj 2021", "maj 2021")
