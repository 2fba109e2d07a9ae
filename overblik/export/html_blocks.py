"""Blocks as HTML: headings, sentences, points, tables, and charts with the table that says the same."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from overblik.export.blocks import Block, Chart, Head, Heading, Paragraph, Points, Table
from overblik.export.svg import draw
from overblik.show import danish

_MONTH = re.compile(r"\d{4}-\d{2}")
WIDTH = 700  # px; narrower screens scale the drawing


def sections(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """The document's sections: the heading of level 1 and the HTML below it."""
    begun = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    ends = [*begun[1:], len(blocks)]
    made = []
    for start, end in zip(begun, ends, strict=True):
        head = blocks[start]
        assert isinstance(head, Heading)
        made.append((head.text, "".join(html(block) for block in blocks[start + 1 : end])))
    return made


def html(block: Block) -> str:
    """One block; all text is escaped."""
    if isinstance(block, Heading):
        level = block.level + 1
        return f"<h{level}>{escape(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        return f'<p class="{block.kind}">{escape(block.text)}</p>'
    if isinstance(block, Points):
        return f"<ul>{''.join(_points(block))}</ul>"
    return _table(block) if isinstance(block, Table) else _chart(block)


def _points(block: Points) -> Iterator[str]:
    for point in block.points:
        mark = f'<span class="mark" aria-hidden="true">{escape(point.mark)}</span> ' if point.mark else ""
        lead = f"<strong>{escape(point.lead)}:</strong> " if point.lead else ""
        yield f"<li>{mark}{lead}{escape(point.text)}</li>"


def _table(block: Table) -> str:
    heads = "".join(f'<th scope="col"{_right(head.is_number)}>{escape(head.text)}</th>' for head in block.heads)
    numbers = [head.is_number for head in block.heads]
    ordinary = len(block.rows) - block.has_total
    rows = "".join(
        f"<tr{' class=total' if place == ordinary else ''}>{_cells(row, numbers)}</tr>"
        for place, row in enumerate(block.rows)
    )
    name = escape(block.caption or "Tabel", quote=True)
    return (
        f'<div class="wide" role="region" aria-label="{name}" tabindex="0"><table><caption>{escape(block.caption)}'
        f"</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: Sequence[str], numbers: Sequence[bool]) -> str:
    first, *others = row
    cells = f'<th scope="row">{escape(first)}</th>'
    return cells + "".join(
        f"<td{_right(number)}>{escape(cell)}</td>" for cell, number in zip(others, numbers[1:], strict=True)
    )


def _right(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _chart(block: Chart) -> str:
    drawing = draw(block.figure, WIDTH, title=block.heading).replace(
        'role="img"', f'role="img" aria-label="{escape(block.alt, quote=True)}"', 1
    )
    heads = tuple(Head(head) for head in block.heads)
    numbers = Table(block.heading, heads, tuple(tuple(_written(value) for value in row) for row in block.rows))
    name = escape(block.heading, quote=True)
    return (
        f"<figure><figcaption>{escape(block.heading)}</figcaption>"
        f'<div class="wide" role="region" aria-label="{name}: figur" tabindex="0">{drawing}</div>'
        f'<p class="quiet">{escape(block.source)}</p><details><summary>Vis tallene som tabel</summary>'
        f"{_table(block.grid or numbers)}</details></figure>"
    )


def _written(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return danish.month(value)
    return danish.number(value, 2) if hasattr(value, "as_tuple") else str(value)
