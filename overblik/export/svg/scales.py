"""Where a value stands: a figure's axes as functions from data to px, and the ticks that are written beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from overblik.show import danish

DAY: Final = 86_400_000  # ms, Plotly's unit of a time axis

Axis = Mapping[str, Any]


@dataclass(frozen=True)
class Scale:
    """One axis: from `low` to `high` in data (ms where it is time), from `start` to `end` in px."""

    low: float
    high: float
    start: float
    end: float
    is_time: bool

    def at(self, value: object) -> float:
        """Where a value of the data stands, in px."""
        return self.start + (self.number(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def length(self, amount: float) -> float:
        """How many px an amount of the data takes."""
        return abs(amount / (self.high - self.low) * (self.end - self.start))

    def share(self, part: float) -> float:
        """Where a share of the paper stands, in px."""
        return self.start + part * (self.end - self.start)

    def number(self, value: object) -> float:
        """A value of the data as a number: of a date its ms."""
        return ms(str(value)) if self.is_time and isinstance(value, str) else float(str(value))


def scale(axis: Axis, start: float, end: float) -> Scale:
    """The scale of an axis with a range of its own, as all our charts have."""
    is_time = axis.get("type") == "date"
    low, high = (ms(str(edge)) if is_time else float(edge) for edge in axis["range"])
    return Scale(low, high, start, end, is_time)


def ms(day: str) -> float:
    """A day or point in time as Plotly counts: ms since 1970."""
    moment = datetime.fromisoformat(day)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000


def month_ticks(axis: Axis, measured: Scale) -> Iterator[tuple[float, str]]:
    """Ticks of a time axis with a step of whole months: place in ms, and the label, the year where it changes.

    With `ticklabelmode` period the label stands in the middle of its month.
    """
    step = int(str(axis["dtick"]).removeprefix("M"))
    first = date.fromisoformat(str(axis["tick0"]))
    index, year = 0, None
    while (place := ms(_later(first, index * step).isoformat())) <= measured.high:
        day = _later(first, index * step)
        index += 1
        if place < measured.low:
            continue
        label = danish.month(day)[:3]
        if day.year != year:
            label, year = f"{label}<br>{day.year}", day.year
        middle = (ms(_later(day, 1).isoformat()) - place) / 2 if axis.get("ticklabelmode") == "period" else 0
        yield place + middle, label


def _later(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)
