"""A PDF read back as a reader sees it: the words of each page, and where every letter stands."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from overblik.export.blocks import Chart, Document, Heading, Paragraph, Points, Table

THIN = 0.2  # points: thinner is no ink

Boxes = np.ndarray  # one row a letter: left, bottom, right, top, in points


def words(document: Document) -> str:
    """Every word of a document, as it stands in it."""
    told: list[str] = [text for fact in document.facts for text in fact]
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            told.append(block.text)
        elif isinstance(block, Points):
            told += [f"{point.mark} {point.lead and f'{point.lead}:'} {point.text}" for point in block.points]
        elif isinstance(block, Table):
            told += [block.caption, *(head.text for head in block.heads), *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Chart):
            told += [block.heading, block.alt]
    return "\n".join(told)


def squeezed(text: str) -> str:
    """Without the breaks and hyphens of its lines."""
    return re.sub(r"[\s\x00-\x1f\u00ad\u2010\ufffe-]+", "", text)


def printed(made: bytes, above: float = 0) -> str:
    """The text of all pages, squeezed; without what stands in the margins above and below."""
    return "".join(printed_pages(made, above))


def printed_pages(made: bytes, above: float = 0) -> list[str]:
    """The text of each page, squeezed; without what stands in the margins above and below."""
    told = []
    for page in pypdfium2.PdfDocument(made):
        letters, most = page.get_textpage(), page.get_height() - above
        found = (
            chr(pdfium.FPDFText_GetUnicode(letters, place))
            for place in range(letters.count_chars())
            if (box := _box(letters, place)) is None or above <= box[1] <= most
        )
        told.append(squeezed("".join(found)))
    return told


def cut(made: bytes, aside: float = 0, above: float = 0) -> list[int]:
    """The pages on which a letter lies outside the margins to the sides, or above and below."""
    found = []
    for number, (width, height, boxes) in enumerate(_pages(made), start=1):
        least, most = boxes[:, :2].min(axis=0, initial=1e9), boxes[:, 2:].max(axis=0, initial=-1e9)
        if (least < (aside, above)).any() or (most > (width - aside, height - above)).any():
            found.append(number)
    return found


def overprinted(made: bytes) -> list[int]:
    """The pages on which letters lie on each other."""
    return [number for number, (_, _, boxes) in enumerate(_pages(made), start=1) if _on_each_other(boxes)]


def _on_each_other(boxes: Boxes) -> bool:
    """Do any two letters share more than a third of the smaller? Looked for among letters near each other."""
    ordered = np.unique(boxes, axis=0)  # by their left edge; two letters set as one sign (ft) have one box
    area = (ordered[:, 2] - ordered[:, 0]) * (ordered[:, 3] - ordered[:, 1])
    for step in range(1, min(len(ordered), 200)):
        one, other = ordered[:-step], ordered[step:]
        wide = np.minimum(one[:, 2], other[:, 2]) - other[:, 0]
        high = np.minimum(one[:, 3], other[:, 3]) - np.maximum(one[:, 1], other[:, 1])
        shared = np.clip(wide, 0, None) * np.clip(high, 0, None)
        if (shared > np.minimum(area[:-step], area[step:]) / 3).any():
            return True
    return False


def _pages(made: bytes) -> Iterator[tuple[float, float, Boxes]]:
    """Of each page its width and height, and the boxes of its letters."""
    for page in pypdfium2.PdfDocument(made):
        letters = page.get_textpage()
        boxes = (_box(letters, place) for place in range(letters.count_chars()))
        yield (*page.get_size(), np.array([box for box in boxes if box]).reshape(-1, 4))


def _box(letters: Any, place: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a letter; None for a space."""
    left, right, bottom, top = (pdfium.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(letters, place, left, right, bottom, top)
    if right.value - left.value < THIN or top.value - bottom.value < THIN:
        return None
    return left.value, bottom.value, right.value, top.value
