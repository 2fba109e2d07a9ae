"""The signs on a chart: Plotly's symbols as SVG paths, of the same size."""

from math import cos, pi, sin, sqrt
from typing import Final

_OPEN: Final = "-open"


def symbol(name: str, x: float, y: float, size: float, colour: str, line: float) -> str:
    """One sign with its middle at x, y; `size` as Plotly counts, `line` the width of its outline. Raises KeyError."""
    is_open = name.endswith(_OPEN)
    shape = name.removesuffix(_OPEN)
    if size <= 0:
        return ""
    width = max(line, 1.0) if is_open else line
    look = (
        f'fill="none" stroke="{colour}" stroke-width="{width:g}"'
        if is_open
        else f'fill="{colour}"' + (f' stroke="{colour}" stroke-width="{line:g}"' if line else "")
    )
    if shape == "circle":
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{size / 2:.2f}" {look}/>'
    strokes = _PATHS[shape]
    path = " ".join(
        "M" + " L".join(f"{x + dx * size / 2:.2f},{y + dy * size / 2:.2f}" for dx, dy in stroke) + closed
        for stroke, closed in strokes
    )
    return f'<path d="{path}" {look}/>'


def _round(count: int, radius: float = 1, turn: float = -pi / 2) -> list[tuple[float, float]]:
    return [(radius * cos(turn + 2 * pi * k / count), radius * sin(turn + 2 * pi * k / count)) for k in range(count)]


_STAR: Final = [
    (radius * cos(-pi / 2 + pi * k / 5), radius * sin(-pi / 2 + pi * k / 5))
    for k in range(10)
    for radius in [1.4 if k % 2 == 0 else 1.4 * 0.382]
]
_T: Final = 2 / sqrt(3)
_PATHS: Final = {
    "square": [([(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)], "Z")],
    "diamond": [([(0.0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)], "Z")],
    "triangle-up": [([(-_T, 0.5), (_T, 0.5), (0.0, -1.0)], "Z")],
    "triangle-down": [([(-_T, -0.5), (_T, -0.5), (0.0, 1.0)], "Z")],
    "cross": [
        (
            [(1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
             (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4)],
            "Z",
        )
    ],
    "star": [(_STAR, "Z")],
    "hexagon": [(_round(6), "Z")],
    "line-ns": [([(0.0, -1.4), (0, 1.4)], "")],
    "x-thin": [([(-1.0, -1.0), (1, 1)], ""), ([(-1.0, 1.0), (1, -1)], "")],
}  # fmt: skip
