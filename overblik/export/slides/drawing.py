"""The shapes of a slide: its message, words, points, tables, and charts that can be edited, each said in Danish."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from overblik.export.blocks import Block, Chart, Points, Table
from overblik.export.slides import room
from overblik.regneark.csv_text import harmless
from overblik.show import colours, danish, marks

LEFT: Final = 44  # points

_SIZES: Final = (28, 24, 20, 18, 16, 14)  # of a message: as large as its room allows
_SMALLEST: Final = 8
_MONTHS_APART: Final = 6  # between the words under a chart


def _rgb(token: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(colours.LIGHT.colour(token)[1:])  # type: ignore[no-untyped-call]
    return made


_TEXT, _QUIET, _OURS, _PLAN, _LINE = map(_rgb, (colours.TEXT, colours.QUIET, colours.OURS, colours.PLAN, colours.LINE))
_OF_MARK: Final = {status.mark: _rgb(status.colour) for status in marks.STATUSES.values()}


def title(page: Any, text: str, *, top: int, high: int, sizes: Sequence[int] = _SIZES) -> None:
    """The slide's one message, as large as it can be."""
    shape = page.shapes.title
    shape.left, shape.top, shape.width, shape.height = Pt(LEFT), Pt(top), Pt(room.ACROSS), Pt(high)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    _without_margins(frame)
    frame.text = text
    _look(frame.paragraphs[0], room.largest(text, sizes, room.ACROSS * 0.94, high), _TEXT, is_bold=True)


def words(page: Any, text: str, *, top: int, size: int, high: int, is_bold: bool = False) -> None:
    """Quiet words, a line each; smaller where there are too many for their room."""
    size = room.largest(text, range(size, _SMALLEST - 1, -1), room.ACROSS, high)
    frame = page.shapes.add_textbox(Pt(LEFT), Pt(top), Pt(room.ACROSS), Pt(high)).text_frame
    frame.word_wrap = True
    _without_margins(frame)
    frame.text = text
    for paragraph in frame.paragraphs:
        _look(paragraph, size, _QUIET, is_bold=is_bold)


def shown(page: Any, block: Block, letters: int) -> None:
    """What the slide shows below its message; a table in letters of that size."""
    if isinstance(block, Points):
        _points(page, block)
    elif isinstance(block, Table):
        _table(page, block, letters)
    elif isinstance(block, Chart):
        _chart(page, block)


def _points(page: Any, block: Points) -> None:
    frame = page.shapes.add_textbox(Pt(LEFT), Pt(room.TOP), Pt(room.ACROSS), Pt(room.DOWN)).text_frame
    frame.word_wrap = True
    _without_margins(frame)
    for number, point in enumerate(block.points):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        before = " ".join(part for part in (point.mark, point.lead and f"{point.lead}:") if part)
        if before:
            paragraph.add_run().text = f"{before} "
        paragraph.add_run().text = point.text
        paragraph.space_after = Pt(7)
        _look(paragraph, room.POINT, _TEXT)
        paragraph.runs[0].font.bold = bool(before)


def _table(page: Any, block: Table, size: int) -> None:
    columns = room.widths(block.heads)
    grid = [[head.text for head in block.heads], *block.rows]
    heights = [room.row_height(row, columns, size) for row in grid]
    shape = page.shapes.add_table(
        len(grid), len(columns), Pt(LEFT), Pt(room.TOP), Pt(room.ACROSS), Pt(round(sum(heights)))
    )
    _say(shape, f"Tabel: {block.caption}")
    shape.table.horz_banding = False
    shape.table.last_row = block.has_total
    for place, wide in enumerate(columns):
        shape.table.columns[place].width = Pt(round(wide))
    for down, row in enumerate(grid):
        shape.table.rows[down].height = Pt(round(heights[down]))
        for place, text in enumerate(row):
            cell = shape.table.cell(down, place)
            cell.text = text
            cell.margin_top = cell.margin_bottom = Pt(2)
            for paragraph in cell.text_frame.paragraphs:
                _look(paragraph, size, None, is_bold=down == 0 or (block.has_total and down == len(grid) - 1))
                paragraph.alignment = PP_ALIGN.RIGHT if block.heads[place].is_number else PP_ALIGN.LEFT


def _chart(page: Any, block: Chart) -> None:
    """A native chart of the series over the first column; what is no series is a table of marks in their colours."""
    if block.grid is not None:
        _table(page, block.grid, room.letters(block.grid))
        _colour_marks(page)
        return
    data: Any = CategoryChartData(number_format="#,##0")  # type: ignore[no-untyped-call]  # python-pptx has few types
    data.categories = [_category(row[0]) for row in block.rows]
    for place, name in enumerate(block.heads):
        if place:
            data.add_series(name, [_number(row[place]) for row in block.rows])
    high = Pt(room.DOWN)
    frame = page.shapes.add_chart(XL_CHART_TYPE.LINE, Pt(LEFT), Pt(room.TOP), Pt(room.ACROSS), high, data)
    _say(frame, block.alt)
    _dress(frame.chart, len(block.rows))


def _dress(chart: Any, months: int) -> None:
    """Plan in grey, ours in the accent, what is expected dashed; amounts in millions, and not every month named."""
    chart.font.size, chart.has_title, chart.has_legend = Pt(12), False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.tick_labels.number_format = '#,##0,," mio."'
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.major_gridlines.format.line.color.rgb = _LINE
    chart.value_axis.format.line.fill.background()
    chart.category_axis.tick_labels.font.size = Pt(12)
    axis = chart.category_axis._element
    axis.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")  # words along the axis are read, not tilted
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        each = axis.makeelement(qn(name), {"val": str(_MONTHS_APART if months > 2 * _MONTHS_APART else 1)})
        axis.find(qn("c:noMultiLvlLbl")).addprevious(each)
    looks = ((_PLAN, MSO_LINE.ROUND_DOT), (_PLAN, None), (_OURS, None), (_OURS, MSO_LINE.DASH))
    for plotted, (colour, dash) in zip(chart.plots[0].series, looks, strict=False):
        plotted.smooth = False
        plotted.format.line.color.rgb = colour
        plotted.format.line.width = Pt(2.5)
        if dash:
            plotted.format.line.dash_style = dash


def _colour_marks(page: Any) -> None:
    """Each mark of the matrix in the colour that the page gives it; the mark itself carries the status."""
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    for cell in (cell for row in list(table.rows)[1:] for cell in list(row.cells)[1:]):
        paragraph = cell.text_frame.paragraphs[0]
        size = paragraph.runs[0].font.size if paragraph.runs else None
        found = cell.text.split("  ")
        paragraph.clear()
        for number, sign in enumerate(sign for sign in found if sign):
            run = paragraph.add_run()
            run.text = f"  {sign}" if number else sign
            run.font.size, run.font.color.rgb = size, _OF_MARK[sign[-1]]
            run.font.language_id = MSO_LANGUAGE_ID.DANISH


def _category(value: object) -> str:
    """A month as a person reads it; text that a spreadsheet would run is made harmless: the chart's numbers are one."""
    text = str(value)
    return danish.short_month(text) if len(text) == 7 and text[4] == "-" else harmless(text)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _look(paragraph: Any, size: int, colour: RGBColor | None, *, is_bold: bool = False) -> None:
    paragraph.alignment = PP_ALIGN.LEFT
    for run in paragraph.runs:
        run.font.size, run.font.bold, run.font.language_id = Pt(size), is_bold, MSO_LANGUAGE_ID.DANISH
        if colour is not None:
            run.font.color.rgb = colour


def _without_margins(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _say(shape: Any, told: str) -> None:
    """What a screen reader says of a shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", told)
