"""Months, quarters and the days on which nothing is held."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

SAESON = {1: 0.80, 2: 0.97, 3: 1.13, 4: 1.02, 5: 1.10, 6: 1.00, 7: 0.42, 8: 0.95, 9: 1.16, 10: 0.98, 11: 1.15, 12: 0.84}
SOMMERLUKKET = (28, 29, 30)


def last_day(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def next_month(day: date) -> date:
    return last_day(day) + timedelta(days=1)


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month that the period touches."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = next_month(month)


def quarters(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Calendar quarters, cut at both ends to the period."""
    begin = first
    while begin <= last:
        end = date(begin.year, 3 * ((begin.month - 1) // 3) + 3, 1)
        yield begin, min(last_day(end), last)
        begin = last_day(end) + timedelta(days=1)


def years(first: date, last: date) -> Iterator[tuple[date, date]]:
    for year in range(first.year, last.year + 1):
        yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


@cache
def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def closed(day: date) -> bool:
    """Public holidays and the days between Christmas and New Year."""
    movable = {easter(day.year) + timedelta(days=n) for n in (-3, -2, 0, 1, 26, 39, 49, 50)}
    fixed = {(1, 1), (6, 5)} | {(12, n) for n in range(23, 32)}
    return day in movable or (day.month, day.day) in fixed


def school_holiday(day: date) -> bool:
    return day.isocalendar().week in (7, 42) or closed(day)


def open_days(month: date, last: date, weekend: bool = False, school: bool = False) -> list[date]:
    """The days of the month on which something may be held; never none, for a month total needs a day."""
    first = month
    days = [first + timedelta(days=n) for n in range((min(last_day(month), last) - first).days + 1)]
    chosen = [
        day
        for day in days
        if (weekend or day.weekday() < 5)
        and not closed(day)
        and day.isocalendar().week not in SOMMERLUKKET
        and not (school and school_holiday(day))
    ]
    return chosen or [day for day in days if day.weekday() < 5] or days
