"""A document as slides: the same content as the pack, one message a slide, native tables and charts that can be edited.

Every chart and table carries the words that the page gives one who cannot see it.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Emu, Inches, Pt

from overblik.export.blocks import Block, Chart, Document, Heading, Paragraph, Points, Table
from overblik.regneark.csv_text import harmless
from overblik.show import colours, danish

WIDE, HIGH = Inches(13.333), Inches(7.5)
ROWS: Final = 9  # of a table on one slide; more rows go on to the next
POINTS: Final = 5

_LEFT, _TOP, _ACROSS, _DOWN = Inches(0.6), Inches(1.75), Inches(12.1), Inches(4.9)


def _rgb(token: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(colours.LIGHT.colour(token)[1:])  # type: ignore[no-untyped-call]
    return made


_TEXT, _QUIET, _OURS, _PLAN = map(_rgb, (colours.TEXT, colours.QUIET, colours.OURS, colours.PLAN))


@dataclass(frozen=True)
class _Slide:
    """One slide before it is drawn: its message, what it shows, and the section it belongs to."""

    message: str
    section: str
    shows: Block | None


def slides(document: Document) -> bytes:
    """The document as .pptx bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    _cover(deck, document)
    for slide in _messages(document):
        page = _page(deck, slide, document)
        if slide.shows is not None:
            _DRAWN[type(slide.shows)](page, slide.shows)
    _told_about(deck, document)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _messages(document: Document) -> Iterator[_Slide]:
    """The blocks as slides: what leads a section is the message of its first slide."""
    section, lead = "", ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section, lead = (block.text, "") if block.level == 1 else (section, block.text)
        elif isinstance(block, Paragraph):
            lead = block.text if block.kind != "quiet" else lead
            if block.kind == "lead":
                yield _Slide(block.text, section, None)
        else:
            for part in _in_parts(block):
                yield _Slide(_message(part) or lead or section, section, part)


def _message(block: Block) -> str:
    if isinstance(block, Chart):
        return block.heading
    return block.caption if isinstance(block, Table) else ""


def _in_parts(block: Block) -> Iterator[Block]:
    """What fits on one slide each."""
    if isinstance(block, Table):
        for start in range(0, max(1, len(block.rows)), ROWS):
            more = f" ({start // ROWS + 1} af {-(-len(block.rows) // ROWS)})" if len(block.rows) > ROWS else ""
            yield Table(block.caption + more, block.heads, block.rows[start : start + ROWS])
    elif isinstance(block, Points):
        for start in range(0, len(block.points), POINTS):
            yield Points(block.points[start : start + POINTS])
    else:
        yield block


def _cover(deck: Any, document: Document) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[0])
    page.shapes.title.text = document.title
    lines = [document.subtitle, *(f"{label}: {value}" for label, value in document.facts)]
    lines += ["Opdigtede eksempeldata: tallene er ikke virkelige"] if document.is_example else []
    frame = page.placeholders[1].text_frame
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.font.size = Pt(16 if number == 0 else 12)


def _page(deck: Any, slide: _Slide, document: Document) -> Any:
    page = deck.slides.add_slide(deck.slide_layouts[5])
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _LEFT, Inches(0.55), _ACROSS, Inches(1.1)
    title.text = slide.message
    title.text_frame.word_wrap = True
    size = 28 if len(slide.message) < 90 else 22
    _look(title.text_frame.paragraphs[0], size, _TEXT, is_bold=True)
    _words(page, slide.section, Inches(0.25), 12)
    example = " · opdigtede eksempeldata" if document.is_example else ""
    foot = f"{document.title} · {document.subtitle} · udgivelse {document.release[:12]}{example}"
    _words(page, foot, Inches(7.0), 10)
    return page


def _words(page: Any, text: str, top: int, size: int) -> None:
    box = page.shapes.add_textbox(_LEFT, top, _ACROSS, Inches(0.35))
    box.text_frame.text = text
    _look(box.text_frame.paragraphs[0], size, _QUIET)


def _look(paragraph: Any, size: int, colour: RGBColor, *, is_bold: bool = False) -> None:
    paragraph.alignment = 1
    for run in paragraph.runs:
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, colour


def _points(page: Any, block: Block) -> None:
    assert isinstance(block, Points)
    frame = page.shapes.add_textbox(_LEFT, _TOP, _ACROSS, _DOWN).text_frame
    frame.word_wrap = True
    for number, point in enumerate(block.points):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = " ".join(part for part in (point.mark, point.lead and f"{point.lead}:") if part)
        run.font.bold = True
        paragraph.add_run().text = f" {point.text}" if run.text else point.text
        paragraph.space_after = Pt(10)
        for each in paragraph.runs:
            each.font.size, each.font.color.rgb = Pt(18), _TEXT


def _table(page: Any, block: Block) -> None:
    assert isinstance(block, Table)
    shape = page.shapes.add_table(len(block.rows) + 1, len(block.heads), _LEFT, _TOP, _ACROSS, Inches(0.4))
    _say(shape, f"Tabel: {block.caption}")
    shares = [head.width or 1 for head in block.heads]
    for place, head in enumerate(block.heads):
        shape.table.columns[place].width = Emu(int(_ACROSS * shares[place] / sum(shares)))
        for number, text in enumerate([head.text, *(row[place] for row in block.rows)]):
            cell = shape.table.cell(number, place)
            cell.text = text
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(12)
                paragraph.alignment = 3 if head.is_number else 1


def _chart(page: Any, block: Block) -> None:
    """A native chart of the series over the first column; what is no series is a table."""
    assert isinstance(block, Chart)
    if block.grid is not None:
        _table(page, block.grid)
        return
    series = {name: [_number(row[place]) for row in block.rows] for place, name in enumerate(block.heads) if place}
    data: Any = CategoryChartData(number_format="#,##0")  # type: ignore[no-untyped-call]  # python-pptx has few types
    data.categories = [_category(row[0]) for row in block.rows]
    for name, values in series.items():
        data.add_series(name, values)
    frame = page.shapes.add_chart(XL_CHART_TYPE.LINE, _LEFT, _TOP, _ACROSS, _DOWN, data)
    _say(frame, block.alt)
    chart = frame.chart
    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for plotted, colour in zip(chart.plots[0].series, [_PLAN, _PLAN, _OURS, _OURS], strict=False):
        plotted.smooth = False
        plotted.format.line.color.rgb = colour
        plotted.format.line.width = Pt(2.5)


def _category(value: object) -> str:
    """A month as a person reads it; text that a spreadsheet would run is made harmless: the chart's numbers are one."""
    text = str(value)
    return danish.short_month(text) if len(text) == 7 and text[4] == "-" else harmless(text)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _say(shape: Any, words: str) -> None:
    """What a screen reader says of a shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def _told_about(deck: Any, document: Document) -> None:
    properties = deck.core_properties
    properties.title, properties.author, properties.language = document.title, "Overblik", "da-DK"
    properties.comments = f"Udgivelse {document.release}"
    moment = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
    properties.created = properties.modified = moment


_DRAWN: Final[Mapping[type, Callable[[Any, Block], None]]] = {Points: _points, Table: _table, Chart: _chart}
