"""A comparison that cannot fail proves nothing: each kind of difference is found."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.answers.differences import differences, same


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (Decimal("100.00"), Decimal("100.01")),  # one øre
        (Decimal("100.00"), 100.0),  # money must be decimal
        (0, None),
        (None, 0),
        (1, True),
        (7, Decimal(7)),  # a count must be an integer
        (25.4, 25.4000001),
        (25.0, 25),
        (date(2022, 1, 31), "2022-01-31"),
        ("groen", "gul"),
    ],
)
def test_values_that_differ(expected: Any, found: Any):
    assert not same(expected, found)


def test_values_that_are_the_same():
    assert same(Decimal("1.00"), Decimal("1.0000"))
    assert same(100 / 3, 100 / 3 * (1 + 1e-15))
    assert same(None, None)


@pytest.mark.parametrize(
    "found",
    [
        [],
        [{"maaned": "2022-01", "fremmoeder": 3}],
        [{"maaned": "2022-02", "fremmoeder": 4}, {"maaned": "2022-01", "fremmoeder": 3}],
        [{"maaned": "2022-01", "fremmoeder": 3}, {"maaned": "2022-02", "fremmoeder": 5}],
        [{"maaned": "2022-01", "fremmoeder": 3}, {"maaned": "2022-02"}],
        [{"maaned": month, "fremmoeder": 3 + place} for place, month in enumerate(["2022-01", "2022-02", "2022-02"])],
    ],
    ids=["none", "one missing", "order", "value", "column missing", "twice"],
)
def test_rows_that_differ(found: list[dict[str, Any]]):
    expected = [{"maaned": "2022-01", "fremmoeder": 3}, {"maaned": "2022-02", "fremmoeder": 4}]
    assert differences("aktivitet_pr_maaned", expected, found)
    assert not differences("aktivitet_pr_maaned", expected, expected)
