"""The calendars: what was held when, by month and weekday, by day, and by weekday; counselling is not in them."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.answers.engine import Ask
from tests.answers.indsats_plan import indsats_plan, values


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with indsats_plan() as ask:
        yield ask


def test_by_month_and_weekday_monday_is_one_and_monthly_counselling_is_left_out(ask: Ask):
    assert values(ask("aktivitet_kalender"), "maaned", "ugedag", "antal_afholdt") == [
        ("2022-01", 1, 1),
        ("2022-02", 1, 1),
        ("2023-01", 2, 1),
        ("2023-02", 1, 2),  # two held on one day
        ("2023-02", 2, 1),  # held, though its attendance is hidden
    ]


def test_by_day_only_days_with_something_have_a_row(ask: Ask):
    assert values(ask("aktivitet_pr_dag", fra="2023-01", til="2023-06"), "dato", "antal_afholdt") == [
        (date(2023, 1, 10), 1),
        (date(2023, 2, 13), 2),
        (date(2023, 2, 14), 1),
        (date(2023, 4, 3), 1),  # after statusdato, but asked for
    ]


def test_by_weekday_the_shares_are_of_all(ask: Ask):
    rows = ask("aktivitet_pr_ugedag")
    assert values(rows, "ugedag", "antal_afholdt") == [(1, 4), (2, 2)]
    assert [row["andel_pct"] for row in rows] == pytest.approx([400 / 6, 200 / 6])


def test_an_area_narrows_all_three(ask: Ask):
    assert values(ask("aktivitet_kalender", omraade=("SYD",)), "maaned", "antal_afholdt") == [
        ("2022-02", 1),
        ("2023-02", 2),
    ]
    assert len(ask("aktivitet_pr_dag", omraade=("SYD",))) == 2
    assert values(ask("aktivitet_pr_ugedag", omraade=("SYD",)), "ugedag", "antal_afholdt") == [(1, 3)]
