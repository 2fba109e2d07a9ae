"""Danish on screen: every number, date and list of names that a reader sees is written here, by Babel.

Values come as the answers give them: money as Decimal (never float), percentages 0–100, months as "YYYY-MM".
Formats belong to the server: what the browser would do depends on its language, not on ours.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Final, TypeAlias

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

LOCALE: Final = "da_DK"
NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
MISSING: Final = "kan ikke beregnes"

Number: TypeAlias = Decimal | int | float

_MILLION: Final = 1_000_000

# A page writes some hundred numbers and days, most of them again and again; Babel takes 50 µs for each.
_REMEMBERED: Final = 8192


# Values that are equal are written alike, -0 and 0, 1.5 and 1.50 among them.
@lru_cache(maxsize=_REMEMBERED, typed=True)
def number(value: Number, decimals: int = 0) -> str:
    """1.234,5: rounded half up, as the reader's spreadsheet does, and never "-0"."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP
        rounded = exact.quantize(Decimal(1).scaleb(-decimals)) + 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return _minus(format_decimal(rounded or abs(rounded), pattern, locale=LOCALE))


def kroner(value: Number | None, missing: str = MISSING) -> str:
    """1.234.567,89 kr.: to the øre, as booked."""
    if value is None:
        return missing
    return _minus(format_currency(value, "DKK", "#,##0.00 ¤", locale=LOCALE)).replace(" ", NBSP)


def whole_kroner(value: Number | None, missing: str = MISSING) -> str:
    """1.234.568 kr.: what is read off, not booked."""
    return missing if value is None else f"{number(value)}{NBSP}kr."


def millions(value: Number | None, missing: str = MISSING, unit: bool = True) -> str:
    """23,4 mio. kr.; without the unit where a sentence gives it once."""
    if value is None:
        return missing
    shown = number(Decimal(str(value)) / _MILLION, 1)
    return f"{shown}{NBSP}mio.{NBSP}kr." if unit else shown


def short_kroner(value: Number | None, missing: str = MISSING) -> str:
    """The amount as a person says it: 23,4 mio. kr. from a million up, otherwise whole kroner."""
    if value is None:
        return missing
    return millions(value) if _size(value) >= _MILLION else whole_kroner(value)


def percent(value: Number | None, missing: str = MISSING, decimals: int = 1) -> str:
    """25,4 %, from 25.4."""
    return missing if value is None else f"{number(value, decimals)}{NBSP}%"


def points(value: Number | None, missing: str = MISSING, decimals: int = 1) -> str:
    """3,2 pct.-point: the difference of two percentages."""
    return missing if value is None else f"{number(value, decimals)}{NBSP}pct.-point"


def count(value: Number | None, missing: str = "ikke registreret") -> str:
    """4.812."""
    return missing if value is None else number(value)


def hours(value: Number | None, missing: str = "ikke registreret") -> str:
    """1.234,5 timer; whole hours without decimals."""
    if value is None:
        return missing
    return f"{number(value, 0 if value == int(value) else 1)}{NBSP}{'time' if value == 1 else 'timer'}"


def days(value: int | None, missing: str = MISSING) -> str:
    """112 dage, 1 dag."""
    return missing if value is None else f"{number(value)}{NBSP}{'dag' if value == 1 else 'dage'}"


def plain(value: Number | None, missing: str = MISSING) -> str:
    """A measured value with as many decimals as it has, at most two: 12, 12,5, 0,25."""
    if value is None:
        return missing
    hundredths = number(value, 2)
    return hundredths.rstrip("0").rstrip(",")


def day(value: date | None, missing: str = "ikke oplyst") -> str:
    """5. maj 2021."""
    return missing if value is None else _written(value, "d. MMMM y")


def short_day(value: date | None, missing: str = "–") -> str:
    """5. maj 2021, 9. dec. 2022: for narrow columns, where a dash says that there is none."""
    return missing if value is None else _written(value, "d. MMM y")


def weekday_and_day(value: date) -> str:
    """onsdag 5. maj 2021."""
    return _written(value, "EEEE d. MMMM y")


def weekdays() -> tuple[str, ...]:
    """mandag … søndag, Monday first."""
    names = get_day_names("wide", context="stand-alone", locale=LOCALE)
    return tuple(str(names[index]) for index in range(7))


def month(value: str | date | None, missing: str = "ikke oplyst") -> str:
    """maj 2021, from "2021-05" or a date in it."""
    return missing if value is None else _written(first_of_month(value), "MMMM y")


def short_month(value: str | date | None, missing: str = "") -> str:
    """maj 21, for axes and narrow columns."""
    return missing if value is None else _written(first_of_month(value), "MMM yy")


def first_of_month(value: str | date) -> date:
    """The first day of "YYYY-MM", or of the month a date lies in."""
    return value.replace(day=1) if isinstance(value, date) else date.fromisoformat(f"{value[:7]}-01")


def deviation(kr: Number | None, pct: Number | None = None, missing: str = MISSING) -> str:
    """merforbrug 120.000 kr. (1,4 %): above zero is over, below zero under budget; the word says which."""
    if kr is None:
        return missing
    if kr == 0:
        return "intet mer- eller mindreforbrug"
    share = "" if pct is None else f" ({percent(_size(pct))})"
    return f"{'merforbrug' if kr > 0 else 'mindreforbrug'} {short_kroner(_size(kr))}{share}"


def names(values: Iterable[str]) -> str:
    """a, b og c."""
    return format_list(list(values), locale=LOCALE)


def capitalised(text: str) -> str:
    """The first letter large, the rest untouched (str.capitalize would lower FOB and LBF)."""
    return text[:1].upper() + text[1:]


_LAST: Final = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ß": "ss"})


def sort_key(text: str) -> tuple[str, str]:
    """The order of a Danish register: æ, ø, å after z, aa as å, other accents as their letter, large before small.

    DuckDB's `collate da` decides the order in the answers; this key is for what the page itself puts in order.
    """
    letters = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å").translate(_LAST)
    bare = "".join(char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char))
    return bare, text


def in_order(values: Iterable[str]) -> list[str]:
    """The texts in Danish order."""
    return sorted(values, key=sort_key)


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _written(value: date, pattern: str) -> str:
    return format_date(value, pattern, locale=LOCALE)


def _size(value: Number) -> Number:
    return value if value >= 0 else -value


def _minus(text: str) -> str:
    """A true minus sign: a hyphen may break at a line's end and is read out as one."""
    return MINUS + text[1:] if text.startswith("-") else text
