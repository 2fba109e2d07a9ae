"""One cell of a workbook as a value: Danish decimals and dates, months, quarters, yes and no.

Each function gives the value, or None where the cell cannot be read as one; blank cells never come here.
"""

import calendar
import re
from datetime import date
from decimal import Decimal
from typing import Final

from overblik.intake.workbook_reading import Value

FORMS: Final = {
    "date": "en dato som 05-05-2021",
    "month": "en måned som 2021-05",
    "quarter": "et kvartal som 2021 K2",
    "amount": "et beløb som 1.234,50",
    "count": "et helt tal fra 0",
    "yes_no": "ja eller nej",
    "text": "tekst",
    "name": "et navn fra listen",
}

_MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december",
)  # fmt: skip
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN: Final = re.compile(r"[-+]?\d+(,\d+)?")


def number(value: Value) -> Decimal | None:
    """A number: of a cell as it is, of text as Danish writes it (1.234,50); a point is only ever between thousands."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if not isinstance(value, str):
        return None
    text = re.sub(r"\s|kr\.?$", "", value.strip().lower()).replace("\u2212", "-")
    if _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return None


def amount(value: Value) -> Decimal | None:
    """Kroner with at most two decimals, as the contract holds them."""
    found = number(value)
    if found is None or found != round(found, 2) or abs(found) >= 10**13:
        return None
    return round(found, 2)


def count(value: Value) -> int | None:
    """A whole number from 0."""
    found = number(value)
    return int(found) if found is not None and found >= 0 and found == int(found) and found < 10**15 else None


def day(value: Value) -> date | None:
    """A date: of a cell as it is, of text 05-05-2021, 5/5/2021, 5.5.2021, 2021-05-05 or 5. maj 2021."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip().lower()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, number = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", text):
        number, month, year = map(int, found.groups())
    elif (found := re.fullmatch(r"(\d{1,2})\.?\s*([a-zæøå]+)\.?\s+(\d{4})", text)) and (named := _month(found[2])):
        number, month, year = int(found[1]), named, int(found[3])
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month(value: Value) -> date | None:
    """The last day of a month: of any date in it, of text 2021-05, 05-2021 or maj 2021."""
    if found := day(value):
        return _last(found.year, found.month)
    if not isinstance(value, str):
        return None
    text = value.strip().lower()
    if numbers := re.fullmatch(r"(\d{4})[-./ ](\d{1,2})", text):
        return _last(int(numbers[1]), int(numbers[2]))
    if numbers := re.fullmatch(r"(\d{1,2})[-./ ](\d{4})", text):
        return _last(int(numbers[2]), int(numbers[1]))
    if (words := re.fullmatch(r"([a-zæøå]+)\.?\s+(\d{4})", text)) and (named := _month(words[1])):
        return _last(int(words[2]), named)
    return None


def quarter(value: Value) -> tuple[date, date] | None:
    """First and last day of a quarter: of any date in it, of text 2021 K2, K2 2021, 2021Q2 or 2. kvartal 2021."""
    if found := day(value):
        return _quarter(found.year, (found.month + 2) // 3)
    text = str(value).strip().lower() if isinstance(value, str) else ""
    if parts := re.fullmatch(r"(\d{4})\s*[-./]?\s*[kq]\.?\s*([1-4])", text):
        return _quarter(int(parts[1]), int(parts[2]))
    if parts := re.fullmatch(r"[kq]\.?\s*([1-4])\s*[-./]?\s*(\d{4})", text):
        return _quarter(int(parts[2]), int(parts[1]))
    if parts := re.fullmatch(r"([1-4])\.?\s*kv(?:t|artal)?\.?\s*(\d{4})", text):
        return _quarter(int(parts[2]), int(parts[1]))
    return None


def yes_no(value: Value) -> bool | None:
    """Ja or nej, or the spreadsheet's own true and false."""
    words = {"ja": True, "nej": False, "sand": True, "falsk": False}
    return value if isinstance(value, bool) else words.get(str(value).strip().lower())


def text(value: Value) -> str | None:
    """Text as it stands; a number that was written where a name belongs is taken as its digits."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, Decimal):
        return str(int(value)) if value == int(value) else str(value)
    return value.isoformat() if isinstance(value, date) else value


def _month(word: str) -> int | None:
    found = [
        place for place, name in enumerate(_MONTHS, start=1) if name == word or (len(word) >= 3 and name[:3] == word)
    ]
    return found[0] if len(found) == 1 else None


def _last(year: int, month: int) -> date | None:
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarter(year: int, which: int) -> tuple[date, date] | None:
    last = _last(year, 3 * which)
    return (date(year, 3 * which - 2, 1), last) if last else None
