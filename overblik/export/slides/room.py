"""How much room words take on a slide: lines and heights in points, sooner a little too large than too small."""

import textwrap
from collections.abc import Sequence
from typing import Final

from overblik.export.blocks import Head, Table

ACROSS: Final = 872  # points between the margins
TOP, DOWN = 152, 316  # where content begins, and how much there is

CELL: Final = 11  # letters of a table that fills its slide
POINT: Final = 16  # letters of a point

_LARGER: Final = (16, 14, 12)
_LETTER: Final = 0.53  # of its size: how wide a letter of Arial is in Danish text
_LINE: Final = 1.2
_IN_CELL, _ROUND_CELL = 15, 6  # what a cell keeps free to the sides, above and below
_AFTER_POINT: Final = 7


def lines(text: str, size: float, across: float) -> int:
    """How many lines the text takes; a word longer than a line is broken."""
    letters = max(1, int(across / (size * _LETTER)))
    return sum(max(1, len(textwrap.wrap(part, letters))) for part in text.split("\n"))


def height(text: str, size: float, across: float) -> float:
    """The height of the text."""
    return lines(text, size, across) * size * _LINE


def widths(heads: Sequence[Head]) -> list[float]:
    """The columns' shares of the width."""
    shares = [head.width or 1 for head in heads]
    return [ACROSS * share / sum(shares) for share in shares]


def row_height(cells: Sequence[str], columns: Sequence[float], size: float = CELL) -> float:
    """The height of a table's row: that of its tallest cell."""
    tallest = max(lines(cell, size, wide - _IN_CELL) for cell, wide in zip(cells, columns, strict=True))
    return tallest * size * _LINE + _ROUND_CELL


def letters(table: Table) -> int:
    """How large a table's letters can be: as large as leaves it whole on its slide, with no word broken."""
    columns = widths(table.heads)
    rows = [tuple(head.text for head in table.heads), *table.rows]
    for size in _LARGER:
        high = sum(row_height(row, columns, size) for row in rows)
        if high <= DOWN and all(_whole(row, columns, size) for row in rows):
            return size
    return CELL


def _whole(cells: Sequence[str], columns: Sequence[float], size: float) -> bool:
    longest = (max(map(len, cell.split()), default=0) for cell in cells)
    return all(long * size * _LETTER <= wide - _IN_CELL for long, wide in zip(longest, columns, strict=True))


def point_height(text: str) -> float:
    """The height of a point with the room after it."""
    return height(text, POINT, ACROSS - _IN_CELL) + _AFTER_POINT


def largest(text: str, sizes: Sequence[int], across: float, high: float) -> int:
    """The largest of the sizes in which the text fits; the smallest where it fits in none."""
    return next((size for size in sizes if height(text, size, across) <= high), sizes[-1])
