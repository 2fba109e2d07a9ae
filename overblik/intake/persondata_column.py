"""What a column's name says of its content, and when bare numbers in a column are CPR numbers as a whole.

Of random ten-digit numbers 7.3 % have a real date and 0.67 % hold modulus 11 too, and some series of order numbers
look like dates from end to end (yymmdd and a number; seconds since 1970; P-numbers). So one bare number among keys says
nothing; a column of them does, if most are dates, and the dates lie as birthdays do or nearly all hold modulus 11.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from math import comb

from overblik.intake.folding import fold
from overblik.intake.persondata_cpr import born, holds_modulus_11
from overblik.intake.persondata_names import about_persons, holds_names, holds_roles

_CPR = re.compile(r"cpr|person_?(?:nr|num)")
_PHONE = re.compile(r"(?:^|_)(?:tlf|telefon|mobil|phone)(?:_?(?:nr|nummer|no|number))?(?:_|$)")
_NUMBERS = re.compile(
    r"(?:^|_)(?:id|nr|no|num|nummer|noegle|key|kode|code|ean|gln|cvr|se|ref|reference|loebenr|tid|tidspunkt|timestamp"
    r"|epoch|oprettet|opdateret|iban|serie|uuid|guid)(?:_|$)|(?:nr|nummer|numre|konto|account|number|_id|id_)(?:_|$)"
    r"|konto|sags|ordre|order|faktura|invoice|bilag|journal|account|ean|cvr|stregkode|lokation|beloeb|amount|belob"
)
_CHANCE = 1 / 11  # of holding modulus 11
_DOZEN = 12
_FEW = 6  # fewer bare numbers than this tell nothing of what a column is for


@dataclass(frozen=True)
class Said:
    """What the name of a column says: that it holds CPR numbers, phones, names, persons, roles, or other numbers."""

    cpr: bool = False
    phone: bool = False
    names: bool = False
    persons: bool = False
    roles: bool = False
    numbers: bool = False


def said_by(name: str, *, key: bool = False) -> Said:
    """What a column's name says. `key`: the contract says that it holds keys."""
    folded = fold(name)
    cpr, phone = _CPR.search(folded) is not None, _PHONE.search(folded) is not None
    numbers = not (cpr or phone) and (key or _NUMBERS.search(folded) is not None)
    return Said(cpr, phone, holds_names(name), about_persons(name), holds_roles(name), numbers)


def mostly_other_numbers(filled: int, bare: int, dates: int) -> bool:
    """Whether a column's content shows that it holds numbers of another kind: mostly bare ones, and few are dates."""
    return bare >= _FEW and 2 * bare > filled and 3 * dates <= bare


def chance_of_dates(parted: int, dates: int) -> bool:
    """Whether numbers written as six and four have dates no oftener than by chance: then they are of another kind."""
    return parted >= 2 * _FEW and 4 * dates <= parted


def series_by_year(numbers: Collection[str]) -> bool:
    """Whether many numbers with dates all begin within a dozen years, as order numbers do (yymmdd-number)."""
    days = [day.day for day in map(born, numbers) if day]
    return len(days) >= 2 * _FEW and _range(days) <= _DOZEN


def lie_as_birthdays(numbers: Collection[str]) -> bool:
    """Whether different ten-digit numbers, all with real dates, are CPR numbers rather than a series that looks so."""
    days = [day for day in map(born, numbers) if day]
    if len(days) < 2:
        return False
    of_month = _range([day.day for day in days])
    years = _range([day.year for day in days])
    if of_month <= _DOZEN:  # a series by year, or with a fixed beginning
        return False
    by_chance = _at_least(sum(map(holds_modulus_11, numbers)), len(days))
    return by_chance <= 1e-3 or (by_chance <= 0.01 and years > 15) or (len(days) >= 8 and years > 30)


def _range(numbers: list[int]) -> int:
    return max(numbers) - min(numbers)


def _at_least(hits: int, trials: int) -> float:
    """The chance that so many or more of so many numbers hold modulus 11, if it were by chance alone."""
    if trials > 400:
        return 0.0 if hits > trials * 0.2 else 1.0
    return sum(comb(trials, n) * _CHANCE**n * (1 - _CHANCE) ** (trials - n) for n in range(hits, trials + 1))
