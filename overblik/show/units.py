"""How a value is written by its unit: the same words in a table, a chart's label and a sentence for a screen reader."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from overblik.answers import maerker
from overblik.show import danish, marks

NUMERIC: Final = frozenset({"kr", "pct", "antal", "dage", "timer", "vaerdi"})

_SHOWN: Final[dict[str, Callable[[Any], str]]] = {
    "kr": danish.short_kroner,
    "pct": danish.percent,
    "antal": danish.count,
    "dage": danish.days,
    "timer": danish.hours,
    "vaerdi": danish.plain,
    "dato": danish.day,
    "maaned": danish.month,
    "aar": str,
    "ja_nej": lambda value: "ja" if value else "nej",
    "status": lambda code: marks.STATUSES[code].name if code in marks.STATUSES else str(code),
}

_ABSENT: Final = {
    "kr": marks.NOT_COMPUTABLE.word,
    "pct": marks.NOT_COMPUTABLE.word,
    "antal": marks.NOT_REGISTERED.word,
    "timer": marks.NOT_REGISTERED.word,
    "status": "kun antal",
}

IN_WORDS: Final = {
    "kr": "kroner",
    "pct": "procent",
    "antal": "antal",
    "dage": "dage",
    "timer": "timer",
    "vaerdi": "",
    "dato": "dato",
    "maaned": "måned",
}


_IN_HEADS: Final = {"kr": "kr.", "pct": "%", "timer": "timer", "dage": "dage"}


def headed(label: str, unit: str) -> str:
    """Forbrug (kr.): a column's head, so that its cells need no unit."""
    return f"{label} ({_IN_HEADS[unit]})" if unit in _IN_HEADS else label


def shown(value: object, unit: str, mark: str | None = None) -> str:
    """The value as a person reads it (23,4 mio. kr., ca. 120), and for none the word for why (under 5, skjult)."""
    if value is None:
        return maerker.word(mark) if mark else _ABSENT.get(unit, "ikke oplyst")
    return maerker.beside(_SHOWN.get(unit, str)(value), mark)


def of(row: Mapping[str, Any], column: str, unit: str = "antal") -> str:
    """A row's value with its mark, as `shown`."""
    return shown(row[column], unit, maerker.of(row, column))


def exact(value: object, unit: str, mark: str | None = None) -> str:
    """The value to the last øre, for tables."""
    if unit == "kr" and isinstance(value, (Decimal, int)):
        return danish.kroner(value)
    if unit == "aar" and isinstance(value, date):
        return str(value.year)
    return shown(value, unit, mark)


def on_axis(value: float, unit: str, largest: float) -> str:
    """A tick's label, short: 10 mio., 250.000, 25 %."""
    if unit == "kr" and largest >= 1_000_000:
        millions = Decimal(str(value)) / 1_000_000
        return "0" if not value else f"{danish.plain(millions)}{danish.NBSP}mio."
    text = danish.plain(Decimal(str(value)))
    return f"{text}{danish.NBSP}%" if unit == "pct" else text
