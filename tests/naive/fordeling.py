"""Money laid out over months: every row of oekonomi as its shares of the months of its period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from tests.naive.exports import Row
from tests.naive.maaneder import last_day, month_of, months
from tests.naive.valg import Valg

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Share:
    """What one row of oekonomi puts in one month."""

    row: Row
    month: date
    beloeb_kr: Decimal


@cache
def spread(start: date, slut: date, amount: Decimal) -> list[tuple[date, Decimal]]:
    """The amount over the months of the period, by days: each to the øre (half to even), the last gets the rest."""
    oere = int(abs(amount) * 100)
    days_in_all = (slut - start).days + 1
    touched = months(month_of(start), month_of(slut))
    shares = []
    for month in touched:
        days = (min(slut, last_day(month)) - max(start, month)).days + 1
        shares.append(round(Fraction(oere * days, days_in_all)))
    shares[-1] = oere - sum(shares[:-1])
    sign = -1 if amount < 0 else 1
    return [
        (month, (Decimal(sign * share) / 100).quantize(NOTHING)) for month, share in zip(touched, shares, strict=True)
    ]


@lru_cache(maxsize=8)
def all_shares(valg: Valg) -> list[Share]:
    """Every share of the plan, before any filter; what is outside the plan's months counts in its first or last."""
    first, last = valg.plan_months[0], valg.plan_months[-1]
    return [
        Share(row, min(max(month, first), last), beloeb)
        for row in valg.rows("oekonomi")
        if row["helhedsplan_id"] == valg.plan["helhedsplan_id"]
        for month, beloeb in spread(row["periode_start"], row["periode_slut"], row["beloeb_kr"])
    ]


@lru_cache(maxsize=8)
def shares_in_scope(valg: Valg) -> list[Share]:
    """The shares that the filter keeps."""
    return [
        share for share in all_shares(valg) if valg.keeps(share.row["omraade_id"], share.row["indsatsomraade_kode"])
    ]
