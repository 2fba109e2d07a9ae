"""What a chart's sentence leaves out of the chart: the extremes of each series, and where it begins and ends.

Read off the figure itself, in the words that its pointer shows, so that whatever kind of chart a page draws is told,
and a figure that is marked, rounded or hidden there is so here, too.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from overblik.show import colours, danish
from overblik.show.charts import layout


@dataclass(frozen=True)
class Point:
    """A value of a series: how large, as it is read, and where."""

    value: float
    text: str
    place: str


@dataclass(frozen=True)
class Series:
    """What one reads off one line, one set of bars, one calendar; `over_time` where its points follow each other."""

    name: str
    points: tuple[Point, ...]
    over_time: bool

    @property
    def extremes(self) -> tuple[Point, Point]:
        """The highest and the lowest."""
        return max(self.points, key=lambda point: point.value), min(self.points, key=lambda point: point.value)


def whole(figure: layout.Figure, alt: str) -> str:
    """The sentence, and what it does not say yet of the figure's series."""
    return sentences(alt, *(_told(series) for series in of(figure) if not _says(alt, series)))


def sentences(*texts: str) -> str:
    """The texts one after the other, each with the stop that it ends in, or a full one."""
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in texts)


def of(figure: layout.Figure) -> Iterator[Series]:
    """The series of a figure that have numbers; what is only compared with is told by the sentence of its bars."""
    for trace in figure["data"]:
        points = tuple(_points(trace, figure["layout"]))
        if points:
            times = trace["type"] != "heatmap" and isinstance(trace["x"][0], str)
            yield Series(html.unescape(trace.get("name") or ""), points, times)


def _points(trace: dict[str, Any], drawn: dict[str, Any]) -> Iterator[Point]:
    if trace["type"] == "heatmap":
        for line, texts in zip(trace["z"], trace["hovertext"], strict=True):
            for value, text in zip(line, texts, strict=True):
                place, _, told = html.unescape(text).partition(": ")
                if value:
                    yield Point(value, told, place)
        return
    lies = trace.get("orientation") == "h"
    is_read_off = trace["type"] == "bar" and "base" not in trace and trace["marker"]["color"] == colours.OURS
    if not is_read_off and "lines" not in trace.get("mode", ""):
        return
    values, places = (trace["x"], trace["y"]) if lies else (trace["y"], trace["x"])
    names = drawn["yaxis"].get("ticktext", ()) if lies else ()
    for value, place, text in zip(values, places, trace["hovertext"], strict=True):
        if value is not None:
            where = names[round(place)].replace("- <br>", "").replace("<br>", " ") if lies else _when(place)
            yield Point(float(value), html.unescape(text).rpartition(": ")[2], html.unescape(where))


def _when(day: str) -> str:
    return f"i {danish.month(date.fromisoformat(day))}"


def _says(alt: str, series: Series) -> bool:
    """Does the sentence name the highest and the lowest already, and of what follows in time when that was?"""
    high, low = series.extremes
    if high.value == low.value:
        return f"uændret {high.text}" in alt
    when = " {}" if series.over_time else "{:.0}"
    return all(
        re.search(rf"(?<![\d.,]){re.escape(point.text + when.format(point.place))}(?!\d|,\d)", alt)
        for point in (high, low)
    )


def _told(series: Series) -> str:
    high, low = series.extremes
    name = f"{danish.capitalised(series.name)}: " if series.name else ""
    if len(series.points) == 1:
        return danish.capitalised(f"{name}{high.text} {high.place}")
    if high.value == low.value:
        return danish.capitalised(f"{name}uændret {high.text}")
    course = _course(series.points) if series.over_time else ""
    return danish.capitalised(
        f"{name}højest {high.text} {_at(series, high)}, lavest {low.text} {_at(series, low)}{course}"
    )


def _at(series: Series, point: Point) -> str:
    return point.place if series.over_time else f"({point.place})"


def _course(points: Sequence[Point]) -> str:
    first, last = points[0], points[-1]
    way = "steget" if last.value > first.value else "faldet" if last.value < first.value else "uændret"
    return f"; {way} fra {first.text} til {last.text}"
