"""What a chart draws from data: bars, lines with signs and words, and the calendar's squares."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from overblik.export.svg import words
from overblik.export.svg.marks import symbol
from overblik.export.svg.scales import DAY, Scale, ms

Trace = Mapping[str, Any]

_BESIDE: Final = {"right": "start", "left": "end", "center": "middle"}
_MIDDLE_OF_MONTH: Final = 15.2 * DAY


def _bar(trace: Trace, x: Scale, y: Scale) -> str:
    lying = trace.get("orientation") == "h"
    along, across = (x, y) if lying else (y, x)
    values, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    bases = trace.get("base") or [0] * len(values)
    widths = trace["width"] if isinstance(trace["width"], (list, tuple)) else [trace["width"]] * len(values)
    look = trace["marker"]
    outline = look.get("line", {})
    stroke = f' stroke="{outline["color"]}" stroke-width="{outline["width"]:g}"' if outline.get("width") else ""
    colours = look["color"] if isinstance(look["color"], (list, tuple)) else [look["color"]] * len(values)
    shift = _MIDDLE_OF_MONTH if trace.get("xperiodalignment") == "middle" else 0
    made = []
    for value, place, base, width, colour in zip(values, places, bases, widths, colours, strict=True):
        if value is None:
            continue
        foot = along.number(base)
        one, other = along.at(foot), along.at(foot + float(value))
        middle, thick = across.at(across.number(place) + shift), across.length(float(width))
        box = (min(one, other), middle - thick / 2, abs(other - one), thick)
        left, top, wide, high = box if lying else (box[1], box[0], box[3], box[2])
        made.append(
            f'<rect x="{left:.2f}" y="{top:.2f}" width="{wide:.2f}" height="{high:.2f}" {_fill(colour)}{stroke}/>'
        )
    return "".join(made)


def _fill(colour: str) -> str:
    return 'fill="none"' if colour == "rgba(0,0,0,0)" else f'fill="{colour}"'


def _scatter(trace: Trace, x: Scale, y: Scale) -> str:
    points = [
        None if across is None or down is None else (x.at(across), y.at(down))
        for across, down in zip(trace["x"], trace["y"], strict=True)
    ]
    mode = trace["mode"]
    return "".join((
        _strokes(trace["line"], points) if "lines" in mode else "",
        _signs(trace["marker"], points) if "markers" in mode else "",
        _texts(trace, points) if "text" in mode else "",
    ))  # fmt: skip


def _strokes(line: Trace, points: Sequence[tuple[float, float] | None]) -> str:
    """A line from point to point, broken where a value is not there."""
    dash = line.get("dash", "solid")
    look = f'stroke="{line["color"]}" stroke-width="{line["width"]:g}" fill="none" stroke-linejoin="round"'
    look += "" if dash == "solid" else f' stroke-dasharray="{dash.replace("px", "")}"'
    steps, pen_is_down = [], False
    for before, after in pairwise([None, *points]):
        if after is None:
            pen_is_down = False
            continue
        steps.append(f"{'L' if before and pen_is_down else 'M'}{after[0]:.2f},{after[1]:.2f}")
        pen_is_down = True
    return f'<path d="{" ".join(steps)}" {look}/>' if len(steps) > 1 else ""


def _signs(marker: Trace, points: Sequence[tuple[float, float] | None]) -> str:
    def each(name: str, default: object) -> list[Any]:
        given = marker.get(name, default)
        return list(given) if isinstance(given, (list, tuple)) else [given] * len(points)

    line = marker.get("line", {}).get("width", 0)
    looks = zip(points, each("symbol", "circle"), each("size", 6), each("color", "#000000"), strict=True)
    return "".join(symbol(kind, *point, size, colour, line) for point, kind, size, colour in looks if point)


def _texts(trace: Trace, points: Sequence[tuple[float, float] | None]) -> str:
    font = trace["textfont"]
    down, across = trace.get("textposition", "middle center").split()
    gap = {"right": 2, "left": -2, "center": 0}[across]
    colours = font["color"] if isinstance(font["color"], (list, tuple)) else [font["color"]] * len(points)
    return "".join(
        words.write(
            text, point[0] + gap, point[1], size=font["size"], colour=colour, across=_BESIDE[across],
            down={"middle": "middle", "top": "bottom", "bottom": "top"}[down],
        )
        for point, text, colour in zip(points, trace["text"], colours, strict=True)
        if point
    )  # fmt: skip


def _heatmap(trace: Trace, x: Scale, y: Scale) -> str:
    places = [ms(str(day)) for day in trace["x"]]
    step = min((after - before for before, after in pairwise(places)), default=7 * DAY)
    wide, high = x.length(step) - trace["xgap"], y.length(1) - trace["ygap"]
    made = []
    for row, values in zip(trace["y"], trace["z"], strict=True):
        for place, value in zip(places, values, strict=True):
            share = (float(value) - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
            left, top = x.at(place) - wide / 2, y.at(row) - high / 2
            made.append(
                f'<rect x="{left:.2f}" y="{top:.2f}" width="{wide:.2f}" height="{high:.2f}" '
                f'fill="{_on_scale(trace["colorscale"], share)}"/>'
            )
    return "".join(made)


def _on_scale(scale: Sequence[tuple[float, str]], share: float) -> str:
    """The colour of a share, between the two steps that it lies between."""
    for (low, one), (high, other) in pairwise(scale):
        if share <= high:
            part = (share - low) / (high - low) if high > low else 0.0
            mixed = [
                round(int(one[at : at + 2], 16) + part * (int(other[at : at + 2], 16) - int(one[at : at + 2], 16)))
                for at in (1, 3, 5)
            ]
            return "#" + "".join(f"{channel:02X}" for channel in mixed)
    return scale[-1][1]


TRACES: Final[Mapping[str, Callable[[Trace, Scale, Scale], str]]] = {
    "bar": _bar,
    "scatter": _scatter,
    "heatmap": _heatmap,
}
