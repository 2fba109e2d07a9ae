"""All that a document says, words and numbers, as one JSON text; and the checksum by which the content is known.

The file's own checksum cannot stand in the file. This one can: it is of the content, which lies in the PDF as
indhold.json, so that paper, slides and archive can be held against each other years later.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from overblik.export.blocks import Block, Chart, Document, Heading, Paragraph, Points, Table
from overblik.regneark.csv_text import international

KINDS: Final[Mapping[type[Block], str]] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Points: "points",
    Table: "table",
    Chart: "chart",
}


def written(document: Document) -> bytes:
    """The content as JSON in UTF-8, the same bytes for the same document."""
    told = {
        "title": document.title,
        "subtitle": document.subtitle,
        "example": document.is_example,
        "facts": document.facts,
        "release": document.release,
        "foot": document.foot,
        "blocks": list(_blocks(document)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def checksum(document: Document) -> str:
    """The SHA-256 of the content."""
    return hashlib.sha256(written(document)).hexdigest()


def drawing_name(number: int) -> str:
    """The file of the drawing of block `number`."""
    return f"figur{number}.svg"


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    for number, block in enumerate(document.blocks):
        told: dict[str, Any] = {"kind-of": KINDS[type(block)]}
        if isinstance(block, Chart):
            told |= {"heading": block.heading, "alt": block.alt, "source": block.source, "file": drawing_name(number)}
            told |= {"csv": f"{block.name}.csv", "numbers": international(block.heads, block.rows).decode()}
        elif isinstance(block, Table):
            heads = [{"text": head.text, "number": head.is_number, "width": head.width} for head in block.heads]
            told |= {"caption": block.caption, "heads": heads, "rows": block.rows, "total": block.has_total}
        else:
            told |= asdict(block)
        yield told
