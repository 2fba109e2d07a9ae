"""Text on a chart: the few tags that our figures use (b, br, span with a colour) as lines of SVG text."""

import html
import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

LEADING: Final = 1.3  # from line to line, in sizes of the letters: Plotly's own

_TAG: Final = re.compile(r"(<b>|</b>|<span style=\"color:#[0-9A-Fa-f]{6}\">|</span>)")
_BASE: Final = 0.35  # from a line's middle down to the foot of its letters, in sizes


def write(
    text: str, x: float, y: float, *, size: float, colour: str, across: str = "middle", down: str = "middle"
) -> str:
    """Lines of text about a point. `across`: start, middle, end; `down`: top, middle, bottom of the text at y."""
    lines = text.split("<br>")
    height = LEADING * size
    first = {
        "top": y + height / 2,
        "middle": y - (len(lines) - 1) * height / 2,
        "bottom": y - (len(lines) - 0.5) * height,
    }
    return "".join(
        f'<text x="{x:.2f}" y="{first[down] + turn * height + _BASE * size:.2f}" font-size="{size:g}" '
        f'text-anchor="{across}" fill="{colour}" xml:space="preserve">{"".join(_spans(line))}</text>'
        for turn, line in enumerate(lines)
        if line.strip()
    )


def plain(text: str) -> str:
    """Text as XML takes it."""
    return escape(text)


def _spans(line: str) -> Iterator[str]:
    bold, colour = False, ""
    for part in _TAG.split(line):
        if part == "<b>":
            bold = True
        elif part == "</b>":
            bold = False
        elif part.startswith("<span"):
            colour = part[len('<span style="color:') :][:7]
        elif part == "</span>":
            colour = ""
        elif part:
            look = (' font-weight="bold"' if bold else "") + (f' fill="{colour}"' if colour else "")
            plain = escape(html.unescape(part))
            yield f"<tspan{look}>{plain}</tspan>" if look else plain
