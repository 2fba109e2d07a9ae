"""Lines over months: what happened solid in our colour, what was planned dotted grey, what is expected dashed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from overblik.show import colours, danish, units
from overblik.show.charts import layout

Style = Literal["actual", "plan", "forecast", "other"]

_DASH: Final = {"actual": "solid", "plan": "2px 3px", "forecast": "8px 5px", "other": "solid"}
_WIDTH: Final = {"actual": 3, "plan": 2, "forecast": 2.5, "other": 2.5}
_SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "star", "hexagon", "triangle-down")


@dataclass(frozen=True)
class Series:
    """One line: the column it is read from, its word, and what kind of number it is."""

    column: str
    name: str
    style: Style = "actual"
    order: int = 0  # the group's place in the common order, for style "other"

    @property
    def colour(self) -> str:
        """The line's token."""
        if self.style == "other":
            return colours.group(self.order)
        return colours.PLAN if self.style == "plan" else colours.OURS


@dataclass(frozen=True)
class Marker:
    """An upright line at a day: statusdato, an adjustment."""

    day: date
    word: str


def lines(
    data: layout.Data,
    series: Sequence[Series],
    *,
    unit: str,
    month: str = "maaned",
    markers: Sequence[Marker] = (),
    height: int = layout.HEIGHT,
) -> layout.Figure | None:
    """Several series over months, each with its name and last value at its end; None when no series has a value."""
    rows = [row for row in layout.rows_of(data) if row[month] is not None]
    drawn = [one for one in series if any(row[one.column] is not None for row in rows)]
    if not drawn:
        return None
    ends = {one.column: _end(rows, one.column) for one in drawn}
    words = {one.column: _end_label(one, rows[ends[one.column]][one.column], unit) for one in drawn}
    last = max(ends.values())
    outside = [one for one in drawn if ends[one.column] == last]
    top = 34 if markers else 12
    room = height - top - 44
    figure = layout.base(
        height,
        right=max(layout.width_of(words[one.column]) for one in outside) + 14,
        top=top,
        bottom=44,
    )
    values = [float(row[one.column]) for one in drawn for row in rows if row[one.column] is not None]
    axis = layout.value_axis(values, unit)
    days = [_last_day(row[month]).isoformat() for row in rows]
    figure["data"] = [_trace(one, rows, days, unit) for one in drawn]
    figure["layout"]["yaxis"] |= axis | {"automargin": True, "ticklabelstandoff": 4}
    figure["layout"]["xaxis"] |= layout.time_axis(
        danish.first_of_month(rows[0][month]), _last_day(rows[-1][month]), most=5
    )
    figure["layout"]["hovermode"] = "x unified"
    for marker in markers:
        shape, word = layout.day_line(marker.day, marker.word)
        figure["layout"]["shapes"].append(shape)
        figure["layout"]["annotations"].append(word)
    figure["layout"]["annotations"] += _outside(outside, rows, days, words, axis, room)
    figure["layout"]["annotations"] += _inside(
        [one for one in drawn if one not in outside], drawn, rows, days, ends, words
    )
    return figure


def _trace(one: Series, rows: Sequence[layout.Row], days: list[str], unit: str) -> dict[str, Any]:
    values = [row[one.column] for row in rows]
    known = [index for index, value in enumerate(values) if value is not None]
    sizes = [0 if index != known[-1] and one.style != "other" else 7 for index in range(len(values))]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": layout.clean(one.name),
        "x": days,
        "y": [None if value is None else float(value) for value in values],
        "line": {"color": one.colour, "width": _WIDTH[one.style], "dash": _DASH[one.style]},
        "marker": {
            "color": one.colour,
            "size": sizes,
            "symbol": _SYMBOLS[one.order % 8],
            "opacity": 1,
            "line": {"width": 0},
        },
        "hovertext": [f"{layout.clean(one.name)}: {units.shown(value, unit)}" for value in values],
        "hoverinfo": "text",
        "connectgaps": False,
    }


def _outside(
    series: Sequence[Series],
    rows: Sequence[layout.Row],
    days: list[str],
    words: dict[str, str],
    axis: layout.Figure,
    room: int,
) -> list[layout.Figure]:
    """Labels right of the lines that reach the end, moved apart where the lines end close together."""
    low, high = axis["range"]
    place = [float(_value(rows, one.column)) for one in series]
    pixels = [(value - low) / (high - low) * room for value in place]
    gap = 4 + 16 * max((words[one.column].count("<br>") + 1 for one in series), default=1)
    moved = _below(layout.spread(pixels, gap), gap, room + 8 - (gap - 4) / 2)
    return [
        layout.label(
            days[_end(rows, one.column)], value, words[one.column],
            colour=one.colour, xanchor="left", xshift=8, yanchor="middle", yshift=to - at,
        )
        for one, value, at, to in zip(series, place, pixels, moved, strict=True)
    ]  # fmt: skip


def _below(places: Sequence[float], gap: float, ceiling: float) -> list[float]:
    """Places in px held under a ceiling, the upper ones pushing the lower ones down."""
    held: dict[int, float] = {}
    for index in sorted(range(len(places)), key=lambda index: -places[index]):
        held[index] = min(places[index], ceiling)
        ceiling = held[index] - gap
    return [held[index] for index in range(len(places))]


def _inside(
    series: Sequence[Series],
    others: Sequence[Series],
    rows: Sequence[layout.Row],
    days: list[str],
    ends: dict[str, int],
    words: dict[str, str],
) -> list[layout.Figure]:
    """Labels of the lines that end before the chart does: on the side where the fewest other lines run."""
    labels = []
    for one in series:
        end = ends[one.column]
        value = rows[end][one.column]
        beside = [rows[end][other.column] for other in others if other is not one]
        below = any(other is not None and other > value for other in beside)
        # A line that ends early leaves no room for its word before it, and all the room after.
        early = days[end] < _two_fifths(days)
        labels.append(
            layout.label(
                days[end], float(value), words[one.column].replace("<br>", " "),
                colour=one.colour, xanchor="left" if below or early else "right", yanchor="top" if below else "bottom",
                xshift=6 if below or early else -6, yshift=-6 if below else 6,
            )
        )  # fmt: skip
    return labels


def _two_fifths(days: Sequence[str]) -> str:
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    return (first + (last - first) * 0.4).isoformat()


def _end_label(one: Series, value: Any, unit: str) -> str:
    return f"{layout.wrapped(danish.capitalised(one.name), 16)}<br>{units.shown(value, unit)}"


def _value(rows: Sequence[layout.Row], column: str) -> Any:
    return rows[_end(rows, column)][column]


def _end(rows: Sequence[layout.Row], column: str) -> int:
    """Where a series ends: its last month with a value."""
    return max(index for index, row in enumerate(rows) if row[column] is not None)


def _last_day(month: str | date) -> date:
    """What has been spent by the end of March stands at the end of March."""
    return (danish.first_of_month(month) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
