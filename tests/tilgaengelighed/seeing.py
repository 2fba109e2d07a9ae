"""What is told apart on a chart by those who see colours otherwise, and in grey print.

Colour blindness as simulated by coloraide (Viénot, Brettel and Mollon 1999 for protanopia and deuteranopia, Brettel et al. 1997 for
tritanopia); distance by CIEDE2000, where 10 is seen at a glance. Print is the light palette on white.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any, Final

from coloraide import Color

from overblik.show import colours

APART: Final = 10.0
COLOUR_BLIND: Final = ("protan", "deutan", "tritan")
EYES: Final = {
    "light": (colours.LIGHT, ("", *COLOUR_BLIND)),
    "dark": (colours.DARK, ("", *COLOUR_BLIND)),
    "grey print": (colours.LIGHT, ("grayscale",)),
}


@dataclass(frozen=True)
class Sign:
    """How something looks on a chart: its colour's token, and all that is not colour (shape, dash, mark, thickness)."""

    colour: str
    form: tuple[str, ...]


@cache
def distance(one: str, other: str, eye: str) -> float:
    """How far apart two colours are to an eye."""
    seen = [Color(colour).filter(eye) if eye else Color(colour) for colour in (one, other)]
    return float(seen[0].delta_e(seen[1], method="2000"))


def mixed_up(figure: dict[str, Any]) -> list[str]:
    """Pairs of signs on the figure that differ in colour alone and that somebody cannot tell apart."""
    pairs = {(one.colour, other.colour) for one, other in combinations(signs(figure), 2) if one.form == other.form}
    return sorted(
        f"{one} and {other} ({mode}, {eye or 'all'})"
        for one, other in pairs
        for mode, (palette, eyes) in EYES.items()
        for eye in eyes
        if distance(palette.colour(one), palette.colour(other), eye) < APART
    )


def pale(figure: dict[str, Any]) -> list[str]:
    """Fills and strokes on the figure that do not stand out from the ground by 3:1."""
    return sorted(
        f"{sign.colour} ({mode})"
        for sign in signs(figure)
        for mode, (palette, _) in EYES.items()
        if colours.contrast(palette.colour(sign.colour), palette.colour(colours.GROUND)) < 3
    )


def signs(figure: dict[str, Any]) -> set[Sign]:
    """Everything on the figure that means something by how it looks."""
    found = {sign for trace in figure["data"] for sign in _of(trace)}
    strokes = [shape["line"] for shape in figure["layout"]["shapes"] if shape["line"]["color"] != colours.LINE]
    return found | {Sign(line["color"], ("stroke", str(line["width"]), line.get("dash", ""))) for line in strokes}


def _of(trace: dict[str, Any]) -> Iterator[Sign]:
    if trace["type"] == "heatmap":
        return  # a scale, not signs: its own test
    marker = trace.get("marker", {})
    if trace["type"] == "bar":
        width = trace["width"]
        thick = str(round(width[0] if isinstance(width, list) else width, 2))
        if marker["color"] == colours.CLEAR:
            yield Sign(marker["line"]["color"], ("hollow", thick))
        else:
            yield Sign(marker["color"], ("bar", thick))
        return
    if "lines" in trace["mode"]:
        yield Sign(
            trace["line"]["color"],
            ("line", trace["line"].get("dash", ""), str(marker.get("symbol"))),
        )
    elif "markers" in trace["mode"]:
        many = len(trace["x"])
        each = marker["color"] if isinstance(marker["color"], list) else [marker["color"]] * many
        marks = trace.get("text") or [""] * many
        for colour, mark in zip(each, marks, strict=True):
            yield Sign(colour, (marker["symbol"], mark))
