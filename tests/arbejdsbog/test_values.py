"""One cell as a value: what Danes write is understood, and what may mean two things is not guessed."""

from datetime import date
from decimal import Decimal

import pytest

from overblik.intake import workbook_values as values


@pytest.mark.parametrize(
    ("written", "kroner"),
    [
        ("1.234,50", "1234.50"), ("1234,5", "1234.50"), ("1.234", "1234.00"), ("-12.000", "-12000.00"), ("0", "0.00"),
        ("125 000,00 kr.", "125000.00"), ("\u22125,25", "-5.25"), (Decimal("98750.5"), "98750.50"),
        ("1234.50", None), ("1,234.50", None), ("1.23", None), ("1,005", None), ("mange", None), ("", None), (True, None),
        (Decimal("1.005"), None), (Decimal("NaN"), None),
    ],
)  # fmt: skip
def test_amounts_are_danish_and_never_rounded(written: values.Value, kroner: str | None) -> None:
    assert values.amount(written) == (Decimal(kroner) if kroner else None)


@pytest.mark.parametrize(
    "written", ["05-05-2021", "5/5/2021", "5.5.2021", "2021-05-05", "5. maj 2021", "5 maj 2021", date(2021, 5, 5)]
)
def test_a_date_is_read_however_it_is_written(written: values.Value) -> None:
    assert values.day(written) == date(2021, 5, 5)


@pytest.mark.parametrize("written", ["31-02-2021", "5/5-21", "i går", "13", Decimal(44321), True])
def test_what_is_no_date_is_not_guessed(written: values.Value) -> None:
    assert values.day(written) is None


@pytest.mark.parametrize(
    "written", ["2023-02", "02-2023", "februar 2023", "feb. 2023", "2023/2", date(2023, 2, 14), "14-02-2023"]
)
def test_a_month_is_its_last_day(written: values.Value) -> None:
    assert values.month(written) == date(2023, 2, 28)


@pytest.mark.parametrize(
    "written", ["2021 K2", "2021K2", "K2 2021", "2021Q2", "2. kvartal 2021", "2. kvt. 2021", date(2021, 5, 5)]
)
def test_a_quarter_is_its_first_and_last_day(written: values.Value) -> None:
    assert values.quarter(written) == (date(2021, 4, 1), date(2021, 6, 30))


@pytest.mark.parametrize("written", ["2021 K5", "K2", "2021", None, Decimal(2)])
def test_what_is_no_quarter_is_not_guessed(written: values.Value) -> None:
    assert values.quarter(written) is None
