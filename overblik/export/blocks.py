"""What a document on paper is made of, whatever it is typeset as: headings, sentences, points, tables, charts.

All text is plain: no markup of any kind is read in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 begins a section, on paper on a new page where there is little room left."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `kind`: plain, lead (the sentence one takes along), quiet (source, what is left out)."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True)
class Point:
    """A point of a list: a mark that carries its status without colour, where it is, what it is."""

    text: str
    lead: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Points:
    """A list of points."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Head:
    """A column's head. `is_number`: set to the right. `width`: its share of the room, 0 as its content asks."""

    text: str
    is_number: bool = False
    width: float = 0


@dataclass(frozen=True)
class Table:
    """A table with its caption; its head is repeated on every page that it runs over. Cells are as they are read.

    `has_total`: the last row is the whole of those above.
    """

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart of the page: its message, the figure, its words, and the numbers behind it as heads and rows.

    `name` is the file name of its numbers, without ending. `grid` is the same as a table, for what is no series.
    """

    heading: str
    figure: Mapping[str, Any]
    alt: str
    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    source: str = ""
    grid: Table | None = None


Block = Heading | Paragraph | Points | Table | Chart


@dataclass(frozen=True)
class Document:
    """A whole document. `facts` stand on the cover, label and value; `release` is the id it was made from.

    `foot` stands on every page: what was chosen, and as of when.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    day: date
    release: str
    is_example: bool
    blocks: tuple[Block, ...]
    foot: str = ""

    def charts(self) -> Iterator[Chart]:
        """Its charts, in order."""
        return (block for block in self.blocks if isinstance(block, Chart))


def sentence(text: str) -> str:
    """The text with one full stop at its end, also where it ends in an abbreviation."""
    return text if text.endswith(".") else f"{text}."
