"""Draws a whole figure: axes and shapes below, traces, then words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from overblik.export.svg import words
from overblik.export.svg.scales import Scale, month_ticks, scale
from overblik.export.svg.traces import TRACES
from overblik.show import colours
from overblik.show.charts.layout import width_of

Figure = Mapping[str, Any]

FONT: Final = "'Source Sans 3', 'DejaVu Sans'"
_TICK: Final = 4.0  # px between the plot and its tick labels


class Unknown(ValueError):
    """The figure uses a term that this writer does not know: better no drawing than a wrong one."""


def draw(figure: Figure, width: float, *, title: str) -> str:
    """The figure as a whole SVG document, `width` px wide and as high as its layout says. Raises Unknown.

    Colours are the light palette's, as on paper. `title` is read out where the drawing cannot be seen.
    """
    painted = colours.painted(dict(figure))
    layout = painted["layout"]
    height, margin = float(layout["height"]), layout["margin"]
    left = left_margin(layout, float(margin["l"]))
    x = scale(layout["xaxis"], left, width - margin["r"])
    y = scale(layout["yaxis"], height - margin["b"], margin["t"])
    try:
        parts = [
            *_grid(layout, x, y),
            *(_shape(each, x, y) for each in layout["shapes"] if each.get("layer") == "below"),
            *(TRACES[trace["type"]](trace, x, y) for trace in painted["data"]),
            *(_shape(each, x, y) for each in layout["shapes"] if each.get("layer") != "below"),
            *_ticks(layout, x, y),
            *(_annotation(each, x, y) for each in layout["annotations"]),
        ]
    except KeyError as error:
        raise Unknown(f"the writer does not know {error}") from error
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="{FONT}" role="img">'
    )
    return f"{head}<title>{words.plain(title)}</title>{''.join(parts)}</svg>"


def left_margin(layout: Figure, given: float) -> float:
    """The margin at the left, made wider for the tick labels where the axis asks for it."""
    axis = layout["yaxis"]
    if not axis.get("automargin"):
        return given
    widest = max((width_of(str(label)) for label in axis.get("ticktext") or ()), default=0.0)
    return max(given, widest + 2 * _TICK + float(axis.get("ticklabelstandoff", 0)))


def _grid(layout: Figure, x: Scale, y: Scale) -> Iterator[str]:
    for axis, along, across, upright in ((layout["xaxis"], x, y, True), (layout["yaxis"], y, x, False)):
        marks = [place for place, _ in _labels(axis, along)] if axis.get("showgrid") else []
        for mark in marks:
            yield _line(along.at(mark), across, upright, axis["gridcolor"], 1)
        if axis.get("zeroline") and min(along.low, along.high) <= 0 <= max(along.low, along.high):
            yield _line(along.at(0), across, upright, axis["zerolinecolor"], 1)


def _line(place: float, across: Scale, upright: bool, colour: str, width: float) -> str:
    ends = (place, across.start, place, across.end) if upright else (across.start, place, across.end, place)
    x1, y1, x2, y2 = ends
    return f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{colour}" stroke-width="{width:g}"/>'


def _labels(axis: Figure, along: Scale) -> list[tuple[Any, str]]:
    if "tickvals" in axis:
        return list(zip(axis["tickvals"], axis.get("ticktext", [""] * len(axis["tickvals"])), strict=True))
    return list(month_ticks(axis, along))


def _ticks(layout: Figure, x: Scale, y: Scale) -> Iterator[str]:
    for place, label in _labels(layout["xaxis"], x):
        font = layout["xaxis"]["tickfont"]
        yield words.write(label, x.at(place), y.start + _TICK, size=font["size"], colour=font["color"], down="top")
    for place, label in _labels(layout["yaxis"], y):
        font = layout["yaxis"]["tickfont"]
        away = _TICK + layout["yaxis"].get("ticklabelstandoff", 0)
        yield words.write(label, x.start - away, y.at(place), size=font["size"], colour=font["color"], across="end")


def _shape(shape: Figure, x: Scale, y: Scale) -> str:
    x0, x1 = (_place(shape[name], shape.get("xref", "x"), x) for name in ("x0", "x1"))
    y0, y1 = (_place(shape[name], shape.get("yref", "y"), y) for name in ("y0", "y1"))
    if shape["type"] == "line":
        line = shape["line"]
        dash = f' stroke-dasharray="{dashes(line["dash"])}"' if line.get("dash", "solid") != "solid" else ""
        return (
            f'<line x1="{x0:.2f}" y1="{y0:.2f}" x2="{x1:.2f}" y2="{y1:.2f}" stroke="{line["color"]}" '
            f'stroke-width="{line["width"]:g}"{dash}/>'
        )
    if shape["type"] != "rect":
        raise KeyError(shape["type"])
    box = f'x="{min(x0, x1):.2f}" y="{min(y0, y1):.2f}" width="{abs(x1 - x0):.2f}" height="{abs(y1 - y0):.2f}"'
    return f'<rect {box} fill="{shape["fillcolor"]}" fill-opacity="{shape.get("opacity", 1):g}"/>'


def dashes(written: str) -> str:
    """Plotly's dashes ("4px 3px") as SVG's."""
    return written.replace("px", "")


def _place(value: object, ref: str, along: Scale) -> float:
    return along.share(float(str(value))) if ref == "paper" else along.at(value)


def _annotation(each: Figure, x: Scale, y: Scale) -> str:
    across, down = _anchor(each, "x", ("left", "center", "right")), _anchor(each, "y", ("bottom", "middle", "top"))
    return words.write(
        each["text"],
        _place(each["x"], each.get("xref", "x"), x) + each.get("xshift", 0),
        _place(each["y"], each.get("yref", "y"), y) - each.get("yshift", 0),
        size=each["font"]["size"],
        colour=each["font"]["color"],
        across={"left": "start", "center": "middle", "right": "end"}[across],
        down=down,
    )


def _anchor(each: Figure, side: str, thirds: Sequence[str]) -> str:
    """Plotly's `auto`: on the paper by the third that the text stands in, else about the point."""
    given = each.get(f"{side}anchor", "auto")
    if given != "auto":
        return str(given)
    if each.get(f"{side}ref", side) != "paper":
        return thirds[1]
    return thirds[0] if each[side] <= 1 / 3 else thirds[2] if each[side] >= 2 / 3 else thirds[1]
