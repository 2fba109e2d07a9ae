"""A document as slides: the same content as the pack, one message a slide, native tables and charts that can be edited.

Every chart and table carries the words that the page gives one who cannot see it.
"""

import io
from datetime import UTC, datetime
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from overblik.export import indhold
from overblik.export.blocks import Document
from overblik.export.slides import drawing
from overblik.export.slides.parts import Slide, parts
from overblik.show import colours

__all__ = ["slides"]

_WIDE, _HIGH = Pt(960), Pt(540)
_TITLE_ONLY: Final = 5  # of the layouts of python-pptx's own deck

# The deck's own letters and colours are those of the house, so that what people add looks the same.
_THEME: Final = {
    b'typeface="Calibri"': b'typeface="Arial"',
    b'<a:srgbClr val="4F81BD"/>': f'<a:srgbClr val="{colours.LIGHT.colour(colours.OURS)[1:]}"/>'.encode(),
}


def slides(document: Document) -> bytes:
    """The document as .pptx bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDE, _HIGH
    _dress(deck)
    found = parts(document)
    _cover(deck, document)
    for number, slide in enumerate(found, start=2):
        _page(deck, slide, document, f"{number} af {len(found) + 1}")
    _told_about(deck, document)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _dress(deck: Any) -> None:
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for theirs, ours in _THEME.items():
        theme._blob = theme.blob.replace(theirs, ours)


def _cover(deck: Any, document: Document) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    drawing.title(page, document.title, top=100, high=60, sizes=(40, 28))
    drawing.words(page, document.subtitle, top=160, size=22, high=40)
    lines = [f"{label}: {value}" for label, value in document.facts]
    lines += ["Opdigtede eksempeldata: tallene er ikke virkelige"] if document.is_example else []
    drawing.words(page, "\n".join(lines), top=220, size=14, high=240)


def _page(deck: Any, slide: Slide, document: Document, number: str) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    drawing.words(page, slide.section, top=18, size=12, high=20)
    drawing.title(page, slide.message, top=38, high=84)
    if slide.below:
        drawing.words(page, slide.below, top=124, size=14, high=26, is_bold=True)
    if slide.shows is not None:
        drawing.shown(page, slide.shows, slide.letters)
    if slide.note:
        drawing.words(page, slide.note, top=472, size=11, high=34)
    example = " · opdigtede eksempeldata" if document.is_example else ""
    foot = f"{document.title} · {document.subtitle} · {document.foot} · udgivelse {document.release[:12]}{example}"
    drawing.words(page, f"{foot} · {number}", top=508, size=10, high=22)


def _told_about(deck: Any, document: Document) -> None:
    properties = deck.core_properties
    properties.title, properties.author, properties.language = document.title, "Overblik", "da-DK"
    properties.comments = f"Udgivelse {document.release}. Indholdets SHA-256: {indhold.checksum(document)}"
    moment = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
    properties.created = properties.modified = moment
