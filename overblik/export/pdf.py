"""A document as PDF: typeset by typst, tagged (PDF/UA-1) and fit for the archive (PDF/A-3a) in one.

The same document gives the same bytes: the time in the file is the release's day, and nothing is drawn by chance.
The numbers behind every chart lie in the file as CSV.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from overblik.errors import OverblikError
from overblik.export.blocks import Block, Chart, Document, Heading, Paragraph, Points, Table
from overblik.export.svg import draw
from overblik.regneark.csv_text import international

HERE: Final = Path(__file__).parent
WIDTH: Final = 700  # px of a chart: its letters are then 9 pt on paper

_KINDS: Final[Mapping[type[Block], str]] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Points: "points",
    Table: "table",
    Chart: "chart",
}


class NotTypeset(OverblikError):
    """The document could not be typeset."""

    notice = "Bilaget kunne ikke dannes. Prøv igen, eller kontakt den, der driver Overblik."


def typeset(document: Document) -> bytes:
    """The document as PDF bytes. Raises NotTypeset."""
    with TemporaryDirectory(prefix="overblik-bilag-") as folder:
        root = Path(folder)
        (root / "bilag.typ").write_text((HERE / "bilag.typ").read_text(encoding="utf-8"), encoding="utf-8")
        (root / "indhold.json").write_text(json.dumps(_content(document, root), ensure_ascii=False), encoding="utf-8")
        moment = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
        try:
            made = typst.compile(
                root / "bilag.typ",
                root=root,
                font_paths=[HERE / "fonts"],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1", "a-3a"],
                timestamp=moment,
            )
        except typst.TypstError as error:
            raise NotTypeset(f"typst: {error.message}") from error
    if not isinstance(made, bytes):
        raise NotTypeset("typst gave no file")
    return made


def _content(document: Document, root: Path) -> dict[str, Any]:
    """The document as the template reads it; charts and their numbers are written beside it."""
    files = []
    blocks = []
    for number, block in enumerate(document.blocks):
        told: dict[str, Any] = {"kind-of": _KINDS[type(block)]}
        if isinstance(block, Chart):
            (root / f"figur{number}.svg").write_text(draw(block.figure, WIDTH, title=block.heading), encoding="utf-8")
            (root / f"{block.name}.csv").write_bytes(international(block.heads, block.rows))
            files.append({"name": f"{block.name}.csv", "description": f"Tallene bag figuren: {block.heading}"})
            told |= {"heading": block.heading, "alt": block.alt, "source": block.source, "file": f"figur{number}.svg"}
        elif isinstance(block, Table):
            heads = [{"text": head.text, "number": head.is_number, "width": head.width} for head in block.heads]
            told |= {"caption": block.caption, "heads": heads, "rows": block.rows}
        else:
            told |= asdict(block)
        blocks.append(told)
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "example": document.is_example,
        "facts": document.facts,
        "foot": f"Udgivelse {document.release[:12]}",
        "blocks": blocks,
        "files": files,
    }
