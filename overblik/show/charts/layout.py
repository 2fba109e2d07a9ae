"""What all charts share: one layout, one grid, text that cannot be markup, labels that do not lie on each other.

A figure is a plain dict of Plotly's own terms: building a `plotly.graph_objects` figure costs more than the query
behind it. Colours are tokens (see colours), numbers on the figure are written on the server, in Danish.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from math import ceil, floor, log10
from typing import Any, Final, Protocol, TypeAlias

import pyphen

from overblik.show import colours, units

Figure: TypeAlias = dict[str, Any]
Row: TypeAlias = Mapping[str, Any]


class HasRows(Protocol):
    """An Answer, as far as a chart is concerned."""

    def rows(self) -> list[dict[str, Any]]:
        """The answer as dicts, one a row."""


Data: TypeAlias = HasRows | Sequence[Row]

HEIGHT: Final = 300
SIZE: Final = 13  # of every text on a chart, in px
CHARACTER: Final = 6.6  # px a character takes at that size, on the safe side

# Full screen is Streamlit's; the mode bar's tools (zoom, lasso) are no reader's wish and speak English.
_FIXED: Final = {
    "fixedrange": True,
    "automargin": False,
    "showline": False,
    "ticks": "",
    "zeroline": False,
    "showgrid": False,
    "title": {"text": ""},
}


def rows_of(data: Data) -> Sequence[Row]:
    """The rows of an Answer, or the rows given."""
    return data if isinstance(data, Sequence) else data.rows()


def clean(text: object) -> str:
    """Text that Plotly takes literally: it reads a few HTML tags and entities in every label."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def wrapped(text: str, width: int, lines: int = 4) -> str:
    """The text over several lines of at most `width` characters, long compounds hyphenated, markup made harmless."""
    room = [_fitted(word, width) for word in text.split()]
    broken = textwrap.wrap(" ".join(room), width, break_long_words=False, break_on_hyphens=True)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], broken[lines - 1][: width - 1] + "…"]
    return "<br>".join(clean(line) for line in broken)


def _fitted(word: str, width: int) -> str:
    """A word that is too long for a line, cut at its Danish syllables."""
    if len(word) <= width:
        return word
    cuts = [(head, tail) for head, tail in _hyphenation().iterate(word) if len(head) < width]
    if not cuts:
        return f"{word[: width - 1]}- {_fitted(word[width - 1 :], width)}"
    head, tail = min(cuts, key=_awkwardness)
    return f"{head}- {_fitted(tail, width)}"


def _awkwardness(cut: tuple[str, str]) -> int:
    """Halves of a length read best; better still where a compound is joined, which in Danish an s often tells."""
    head, tail = cut
    return abs(len(head) - len(tail)) - (6 if head.endswith("s") else 0)


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK")


def width_of(label: str) -> float:
    """Room that a label of one or more lines takes, in px."""
    return max((len(line) for line in label.split("<br>")), default=0) * CHARACTER


def base(height: int = HEIGHT, *, left: float = 0, right: float = 0, top: float = 12, bottom: float = 32) -> Figure:
    """The common layout, empty: transparent, no legend, no zoom, text in the theme's colours."""
    return {
        "data": [],
        "layout": {
            "template": {},
            "height": height,
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 4},
            "paper_bgcolor": colours.CLEAR,
            "plot_bgcolor": colours.CLEAR,
            "font": {"size": SIZE, "color": colours.QUIET},
            "showlegend": False,
            "dragmode": False,
            "separators": ",.",
            "hoverlabel": {
                "bgcolor": colours.GROUND,
                "bordercolor": colours.LINE,
                "align": "left",
                "font": {"color": colours.TEXT, "size": SIZE},
            },
            "xaxis": {**_FIXED, "tickfont": {"size": SIZE, "color": colours.QUIET}},
            "yaxis": {**_FIXED, "tickfont": {"size": SIZE, "color": colours.QUIET}},
            "annotations": [],
            "shapes": [],
        },
    }


def label(x: object, y: object, text: str, **options: object) -> Figure:
    """A text on the chart; `text` is Plotly's markup already (see clean, wrapped)."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "align": "left",
        "font": {"size": SIZE, "color": options.pop("colour", colours.TEXT)},
        **options,
    }


def ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Round values from at or under `low` to at or over `high`."""
    if high <= low:
        high = low + 1
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [round(index * step, 10) for index in range(floor(low / step + 1e-9), ceil(high / step - 1e-9) + 1)]


def value_axis(values: Iterable[float], unit: str, *, whole: bool = False) -> Figure:
    """An axis from nought (or below) with hairlines where one reads off, labelled in Danish."""
    numbers = [0.0, *values]
    marks = ticks(min(numbers), max(numbers))
    if whole or unit == "antal":
        marks = [mark for mark in marks if mark == int(mark)]
    largest = max(abs(mark) for mark in marks)
    return {
        "range": [marks[0], marks[-1]],
        "tickvals": marks,
        "ticktext": [units.on_axis(mark, unit, largest) for mark in marks],
        "showgrid": True,
        "gridcolor": colours.LINE,
        "gridwidth": 1,
        "zeroline": min(numbers) < 0,
        "zerolinecolor": colours.PLAN,
    }


def time_axis(first: date, last: date, most: int = 8) -> Figure:
    """Months below, the year under its first tick, at most so many ticks; the words come from the locale."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, months) if months / step <= most)
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tick0": f"{first.year}-01-01",
        "dtick": f"M{step}",
        "tickformat": "%b\n%Y",
        "hoverformat": "%B %Y",
        "tickangle": 0,
    }


def day_line(day: date, text: str) -> tuple[Figure, Figure]:
    """An upright line at a date with its word on top: statusdato, an adjustment."""
    shape = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.QUIET, "width": 1, "dash": "4px 3px"},
        "layer": "below",
    }
    # Clear of the number at the axis's upper end.
    place = {"yref": "paper", "yanchor": "bottom", "xanchor": "center", "yshift": 6}
    return shape, label(day.isoformat(), 1, clean(text), colour=colours.QUIET, **place)


def spread(places: Sequence[float], gap: float) -> list[float]:
    """Places in px moved apart so that neighbours stand at least `gap` from each other, in the order given."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved: dict[int, float] = {}
    for turn, index in enumerate(order):
        above = moved[order[turn - 1]] + gap if turn else places[index]
        moved[index] = max(places[index], above)
    drift = sum(moved[index] - places[index] for index in order) / len(order) if order else 0
    return [moved[index] - drift for index in range(len(places))]
