"""Small random choices: days near a plan, amounts, values, and what may as well be left out."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.deliveries import Row


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def chance(rng: Random, probability: float) -> bool:
    """Does it happen?"""
    return rng.random() < probability


def some(rng: Random, choices: list[str]) -> tuple[str, ...]:
    """One to three of the choices."""
    return tuple(sorted(rng.sample(choices, min(len(choices), rng.randint(1, 3)))))


def maybe(rng: Random, probability: float, value: Any) -> Any:
    """The value, or nothing."""
    return value if chance(rng, probability) else None


def near(rng: Random, plan: Row) -> date:
    """A day in the plan or, seldom, up to 20 months before or after it; often one of the days that are easily wrong."""
    first, last = plan["start_dato"], plan["slut_dato"]
    pick = rng.random()
    if pick < 0.12:
        return rng.choice([first, last, first - timedelta(days=1), last + timedelta(days=1)])
    if pick < 0.2:
        return date(rng.choice([2016, 2020, 2024]), 2, 29)
    if pick < 0.3:
        return date(rng.randint(first.year, last.year), rng.choice([1, 12]), rng.choice([1, 31]))
    margin = 600 if pick < 0.45 else 0
    return first + timedelta(days=rng.randint(-margin, (last - first).days + margin))


def amount(rng: Random) -> Decimal:
    """Kroner above or at zero: øre, ordinary, round and very large."""
    highest = rng.choice([5, 300, 100_000, 10_000_000, 900_000_000_000])
    return (Decimal(rng.randint(0, highest)) / 100).quantize(Decimal("0.01"))


def number(rng: Random) -> float:
    """A double of an indicator: whole, with few decimals, or an awkward one."""
    return rng.choice([float(rng.randint(-5, 100)), round(rng.uniform(0, 100), 1), rng.uniform(-1, 1000)])
