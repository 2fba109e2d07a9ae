"""The line over a chart that says which sign is which; over several lines where one would not fit on a phone."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from overblik.show import colours
from overblik.show.charts import layout

Entry: TypeAlias = tuple[str, str, str]  # sign, colour, word

PHONE: Final = 41  # characters beside an axis on the narrowest screen, 320 px
PHONE_WIDE: Final = 48  # where the line begins at the chart's own edge
PHONE_BOLD: Final = 42  # of a heading there
SCREEN: Final = 90  # of a chart that has a form of its own for narrow screens

_LINE: Final = 17  # px
_GAP: Final = 4  # spaces


def add(
    figure: layout.Figure, entries: Sequence[Entry], *, room: int = PHONE, xshift: float = 0, yshift: float = 6
) -> None:
    """Puts the key over the chart, which grows by the lines that it takes beyond the first."""
    lines = list(_lines(entries, room))
    drawn = figure["layout"]
    drawn["height"] += _LINE * (len(lines) - 1)
    drawn["margin"]["t"] += _LINE * (len(lines) - 1)
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    shift = {"xshift": xshift, "yshift": yshift}
    drawn["annotations"].append(layout.label(0, 1, "<br>".join(lines), colour=colours.QUIET, **place, **shift))


def _lines(entries: Sequence[Entry], room: int) -> Iterator[str]:
    """As many entries on a line as there is room for; a long word goes on below its sign."""
    line, taken = "", 0
    for sign, colour, word in entries:
        length = len(word) + 2
        if line and taken + _GAP + length > room:
            yield line
            line, taken = "", 0
        first, *more = layout.wrapped(word, room - 2).split("<br>")
        line += f'{" " * _GAP if line else ""}<span style="color:{colour}">{sign}</span> {first}'
        taken += length + (_GAP if taken else 0)
        for rest in more:
            yield line
            line, taken = f"   {rest}", len(rest) + 3
    if line:
        yield line
