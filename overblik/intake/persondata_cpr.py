"""CPR numbers: which ten digits can be one, and how sure it is where they stand in a text.

Modulus 11 makes a number more certain, but never clears one: since 2007 the register gives out numbers that fail it.
Nor does today's date clear one: the clock of a machine may stand wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_BETWEEN = r" {0,2}[-/] {0,2}|\.| {1,2}"

# Ten digits in one, or six and four. In an amount few digits follow after a comma, or stand before one.
_SHAPE = re.compile(rf"(?<![0-9])([0-9]{{6}})({_BETWEEN})?([0-9]{{4}})(?![0-9])")
_AMOUNT_BEFORE, _AMOUNT_AFTER = re.compile(r"(?<![0-9])[0-9]{1,7}[.,]\Z"), re.compile(r"[.,][0-9]{1,4}(?![0-9])")
# Only where "cpr" stands near: a lost leading zero, and a date that is itself divided.
_SHAPE_NEAR = re.compile(
    r"(?<![0-9])(?:([0-9]{9})|([0-9]{2})([-./ ])([0-9]{2})\3(?:19|20)?([0-9]{2})"
    rf"(?:{_BETWEEN})([0-9]{{4}}))(?![0-9])"
)
_NEAR = re.compile(r"cpr|person-? ?(?:nr|num)", re.IGNORECASE)
_BEFORE, _AFTER = 24, 16  # how many signs away "cpr" may stand
# Words right before a bare number that say that it counts something else.
_OTHER = re.compile(
    r"(?<![^\W\d_])(?:(?:konto|sags?|journal|ordre|order|faktura|invoice|bilags?|ean|gln|cvr|ref|reference|epoch|timestamp)"
    r"(?:-?(?:nr|no|id|nummer))?|(?:kunde|debitor|kreditor|projekt|dokument|lokations|løbe|vare|serie|p)-?(?:nr|no|id|nummer))"
    r"[\"'\s.:=#-]{0,4}(?:(?:nr|no|nummer)[\s.:=#]{0,3})?\Z",
    re.IGNORECASE,
)
_UUID = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """Ten digits with a real date in a text. `parted`: six and four; `named`: "cpr" stands near."""

    digits: str
    parted: bool
    named: bool
    alone: bool  # nothing but the number stands there
    other: bool  # the word before says that it is another kind of number

    @property
    def sure(self) -> bool:
        """Whether it is a CPR number by itself, in free text."""
        return self.parted or self.named or (holds_modulus_11(self.digits) and not self.other)


def born(digits: str) -> date | None:
    """The date of birth in ten digits, its century by the seventh (cpr.dk); None where there is no such day."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    day -= 60 if day > 60 else 0  # numbers given out in place of a CPR number
    if seventh <= 3 or (seventh in (4, 9) and year >= 37):
        century = 1900
    else:
        century = 1800 if seventh in (5, 6, 7, 8) and year >= 58 else 2000
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def holds_modulus_11(digits: str) -> bool:
    """Whether the weighted sum of the ten digits is divisible by eleven."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def numbers_in(text: str, *, named: bool = False) -> Iterator[Number]:
    """Every possible CPR number in a plain text. `named`: the column's name says that it holds them."""
    text = _UUID.sub("", text)
    for match in _SHAPE.finditer(text):
        digits, parted = match[1] + match[3], match[2] is not None
        if born(digits) and (named or not _amount(text, match, parted)):
            near = named or _near(text, match)
            glued = not (parted or near) and _glued(text, match)
            if not glued:
                other = not parted and _OTHER.search(text, max(0, match.start() - 32), match.start()) is not None
                yield Number(digits, parted, near, match[0] == text.strip(), other)
    if named or _NEAR.search(text):
        for match in _SHAPE_NEAR.finditer(text):
            digits = "0" + match[1] if match[1] else "".join(match.group(2, 4, 5, 6))
            if born(digits) and (named or _near(text, match)):
                yield Number(digits, not match[1], True, match[0] == text.strip(), False)


def _amount(text: str, match: re.Match[str], parted: bool) -> bool:
    if parted and match[2] != ".":
        return False
    before = _AMOUNT_BEFORE.search(text, max(0, match.start() - 9), match.start())
    return before is not None or _AMOUNT_AFTER.match(text, match.end()) is not None


def _near(text: str, match: re.Match[str]) -> bool:
    return _NEAR.search(text, max(0, match.start() - _BEFORE), match.end() + _AFTER) is not None


def _glued(text: str, match: re.Match[str]) -> bool:
    """Whether letters touch the digits: then they are part of a longer sign, as in a hash."""
    return text[match.start() - 1 : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha()
