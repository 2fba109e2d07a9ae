"""Months. A month is written as the date of its first day; text is "YYYY-MM"."""

from datetime import date, timedelta


def month_of(day: date) -> date:
    """The month in which the day lies."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The month after. Day 32 counted from the first always lies in it."""
    return (month + timedelta(days=31)).replace(day=1)


def last_day(month: date) -> date:
    """The last day of the month."""
    return next_month(month) - timedelta(days=1)


def months(first: date, last: date) -> list[date]:
    """Every month from first to last, both counted; none when last is before first."""
    found = []
    month = first
    while month <= last:
        found.append(month)
        month = next_month(month)
    return found


def months_later(earlier: date, later: date) -> int:
    """How many months later is a month than an earlier one? August after June is 2."""
    return (later.year - earlier.year) * 12 + (later.month - earlier.month)


def newest_month_end(day: date) -> date:
    """The newest month's end that is not after the day."""
    end = last_day(month_of(day))
    return end if end == day else month_of(day) - timedelta(days=1)


def as_month(value: date | str) -> date:
    """A date, or text as "2022-04", as a month."""
    if isinstance(value, date):
        return month_of(value)
    year, month = value.split("-")
    return date(int(year), int(month), 1)


def as_text(month: date) -> str:
    """A month as "2022-04"."""
    return f"{month.year:04}-{month.month:02}"
