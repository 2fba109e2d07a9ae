"""What stands on which slide: one message each, and no more rows or points than there is room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from overblik.export.blocks import Block, Chart, Document, Heading, Paragraph, Point, Points, Table
from overblik.export.slides import room


@dataclass(frozen=True)
class Slide:
    """One slide before it is drawn: its section, its message, the line below it, what it shows, and a note.

    `letters`: how large a table's are, the same on all slides that it runs over.
    """

    section: str
    message: str
    below: str = ""
    shows: Block | None = None
    note: str = ""
    letters: int = room.CELL


def parts(document: Document) -> list[Slide]:
    """The document's slides, in its order."""
    made: list[Slide] = []
    section = heading = message = ""
    said: list[str] = []  # what has been said in words and is on no slide yet
    note = ""  # of the next slide
    for block in document.blocks:
        if isinstance(block, Heading):
            made += _noted(_in_words(section, heading, said), note)
            said, message, note = [], "", ""
            section, heading = (block.text, block.text) if block.level == 1 else (section, block.text)
        elif isinstance(block, Paragraph) and block.kind == "quiet":
            if said or not made:
                note = block.text
            else:
                made[-1] = replace(made[-1], note=" ".join(filter(None, (made[-1].note, block.text))))
        elif isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Chart):
            made += _drawn(section, block)
        else:
            message, more = (said[0], said[1:]) if said else (message, [])
            made += _in_words(section, message, more)
            made += _noted(list(_pages(section, message or heading, block)), note)
            said, note = [], ""
    return made + _noted(_in_words(section, heading, said), note)


def _noted(found: list[Slide], note: str) -> list[Slide]:
    """The slides, the first of them with the note."""
    return [replace(each, note=note or each.note) if each is found[0] else each for each in found]


def _in_words(section: str, heading: str, said: Sequence[str]) -> list[Slide]:
    """Sentences that no table follows: one alone is the message, more stand below their heading."""
    if len(said) == 1:
        return [Slide(section, said[0], heading if heading != section else "")]
    points = Points(tuple(Point(text) for text in said))
    return [Slide(section, heading, shows=part) for part in _in_parts(points)] if said else []


def _drawn(section: str, block: Chart) -> Iterator[Slide]:
    """A chart on one slide; what is no series is a grid of marks, on as many as it takes."""
    grids = list(_in_parts(block.grid)) if block.grid else [None]
    for number, grid in enumerate(grids, start=1):
        assert grid is None or isinstance(grid, Table)
        below = f"{number} af {len(grids)}" if len(grids) > 1 else ""
        yield Slide(section, block.heading, below, replace(block, grid=grid), block.source)


def _pages(section: str, message: str, block: Block) -> Iterator[Slide]:
    found = list(_in_parts(block))
    letters = room.letters(block) if isinstance(block, Table) and len(found) == 1 else room.CELL
    caption = block.caption if isinstance(block, Table) and block.caption != message else ""
    for number, part in enumerate(found, start=1):
        more = f"{number} af {len(found)}" if len(found) > 1 else ""
        below = f"{caption} ({more})" if caption and more else caption or more
        yield Slide(section, message, below, part, letters=letters)


def _in_parts(block: Block) -> Iterator[Block]:
    """What fits on one slide each."""
    if isinstance(block, Table):
        columns = room.widths(block.heads)
        head = room.row_height([head.text for head in block.heads], columns)
        heights = [room.row_height(row, columns) for row in block.rows]
        for start, end in _runs(heights, room.DOWN - head):
            rows = block.rows[start:end]
            yield replace(block, rows=rows, has_total=block.has_total and end == len(block.rows))
    elif isinstance(block, Points):
        heights = [room.point_height(f"{point.mark} {point.lead}: {point.text}") for point in block.points]
        for start, end in _runs(heights, room.DOWN):
            yield Points(block.points[start:end])


def _runs(heights: Sequence[float], most: float) -> Iterator[tuple[int, int]]:
    """From where to where: as many as fit, at least one; of none one that is empty."""
    start, taken = 0, 0.0
    for place, height in enumerate(heights):
        if place > start and taken + height > most:
            yield start, place
            start, taken = place, 0.0
        taken += height
    yield start, len(heights)
