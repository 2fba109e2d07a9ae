"""A document as PDF: typeset by typst, tagged (PDF/UA-1) and fit for the archive (PDF/A-3a) in one.

The same document gives the same bytes: the time in the file is the release's day, and nothing is drawn by chance.
The numbers behind every chart lie in the file as CSV, and all that it says as JSON, whose checksum is printed in it.
"""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from overblik.errors import OverblikError
from overblik.export import indhold
from overblik.export.blocks import Chart, Document
from overblik.export.svg import draw
from overblik.regneark.csv_text import international

HERE: Final = Path(__file__).parent
WIDTH: Final = 700  # px of a chart: its letters are then 9 pt on paper


class NotTypeset(OverblikError):
    """The document could not be typeset."""

    notice = "Bilaget kunne ikke dannes. Prøv igen, eller kontakt den, der driver Overblik."


def typeset(document: Document) -> bytes:
    """The document as PDF bytes. Raises NotTypeset."""
    with TemporaryDirectory(prefix="overblik-bilag-") as folder:
        root = Path(folder)
        (root / "bilag.typ").write_text((HERE / "bilag.typ").read_text(encoding="utf-8"), encoding="utf-8")
        told = indhold.written(document)
        (root / "indhold.json").write_bytes(told)
        _lay_out(document, root)
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
                sys_inputs={"sha256": hashlib.sha256(told).hexdigest()},
            )
        except typst.TypstError as error:
            raise NotTypeset(f"typst: {error.message}") from error
    if not isinstance(made, bytes):
        raise NotTypeset("typst gave no file")
    return made


def _lay_out(document: Document, root: Path) -> None:
    """The charts and their numbers, where the template finds them."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Chart):
            drawing = draw(block.figure, WIDTH, title=block.heading)
            (root / indhold.drawing_name(number)).write_text(drawing, encoding="utf-8")
            (root / f"{block.name}.csv").write_bytes(international(block.heads, block.rows))
