"""Which ten digits can be a CPR number: compared with python-stdnum, and with a second implementation of modulus 11."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr as oracle
from stdnum.exceptions import InvalidComponent

from overblik.intake.persondata_cpr import born, holds_modulus_11, numbers_in
from overblik.intake.persondata_plain import plain
from tests.intake.persondata.corpus import BETWEEN, cpr, holds, parted

digits = st.from_regex(r"\A[0-9]{10}\Z")
dated = st.builds(
    "{:02}{:02}{:02}{:04}".format,
    st.integers(0, 32), st.integers(0, 13), st.integers(0, 99), st.integers(0, 9999),
)  # fmt: skip


@given(digits | dated)
def test_a_birthday_is_what_the_oracle_says(number: str):
    try:
        expected: date | None = oracle.get_birth_date(number)
    except InvalidComponent:
        expected = None
    assert born(number) == expected or int(number[:2]) > 60


@given(dated)
def test_sixty_days_more_are_the_same_day(number: str):
    day = int(number[:2])
    if 1 <= day <= 31:
        assert born(f"{day + 60}{number[2:]}") == born(number)


@given(digits)
def test_modulus_11_is_what_the_oracle_says(number: str):
    assert holds_modulus_11(number) == (oracle.checksum(number) == 0) == holds(number)


def test_all_hundred_thousand_random_numbers_get_the_verdict_of_the_oracle_but_that_no_clock_clears_one():
    random = Random(4)
    for _ in range(100_000):
        number = f"{random.randint(0, 39):02}{random.randint(0, 14):02}{random.randint(0, 999_999):06}"
        birthday = born(number)
        assert oracle.is_valid(number) == (birthday is not None and birthday <= date.today()), number  # noqa: DTZ011


@pytest.mark.parametrize(
    ("number", "birthday"),
    [
        ("0101000000", date(1900, 1, 1)),
        ("2902000000", None),  # 1900 was no leap year
        ("2902004000", date(2000, 2, 29)),
        ("0101364000", date(2036, 1, 1)),  # in time to come, yet never cleared by a clock
        ("0101374000", date(1937, 1, 1)),
        ("0101575000", date(2057, 1, 1)),
        ("0101585000", date(1858, 1, 1)),
        ("0101369000", date(2036, 1, 1)),
        ("6101000000", date(1900, 1, 1)),
        ("9101000000", date(1900, 1, 31)),
        ("9201000000", None),
        ("3104850000", None),
        ("0000000000", None),
    ],
)
def test_the_seventh_digit_says_the_century(number: str, birthday: date | None):
    assert born(number) == birthday


@pytest.mark.parametrize("between", BETWEEN)
def test_every_sign_between_makes_it_sure_and_none_needs_modulus_11(between: str):
    number = cpr(Random(1), modulus=False)
    (found,) = numbers_in(plain(f"om {parted(Random(1), number, between)}."))
    assert (found.digits, found.sure) == (number, between != "")


def test_bare_digits_are_sure_with_modulus_11_or_beside_the_word():
    with_, without = cpr(Random(2), modulus=True), cpr(Random(2), modulus=False)
    assert [one.sure for text in (with_, without, f"cpr {without}") for one in numbers_in(text)] == [True, False, True]


def test_a_lost_zero_is_seen_beside_the_word_only():
    assert [one.digits for one in numbers_in("cpr 101901234")] == ["0101901234"]
    assert not list(numbers_in("nr. 101901234"))
