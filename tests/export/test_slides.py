"""The slides hold what the pack says: native charts and tables with words for those who cannot see them."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from overblik.answers import fetch
from overblik.export.bilag import moedebilag
from overblik.export.blocks import Chart, Document, Points, Table
from overblik.export.slides import POINTS, ROWS, slides
from overblik.show import danish
from tests.export.test_pdf import chart, document


def read(made: Document) -> Any:
    return Presentation(io.BytesIO(slides(made)))


def test_every_row_of_every_table_is_on_a_slide_and_none_is_cut(example_data: Path) -> None:
    made = moedebilag()
    shown = [
        tuple(cell.text for cell in row.cells)
        for slide in read(made).slides
        for shape in slide.shapes
        if shape.has_table
        for row in list(shape.table.rows)[1:]
    ]
    assert all(row in shown for block in made.blocks if isinstance(block, Table) for row in block.rows)
    assert (
        max(len(shape.table.rows) for slide in read(made).slides for shape in slide.shapes if shape.has_table)
        <= ROWS + 1
    )


def test_the_charts_are_native_and_their_numbers_are_the_answers(example_data: Path) -> None:
    course = fetch("oekonomi_forloeb").rows()
    (found,) = [shape.chart for slide in read(moedebilag()).slides for shape in slide.shapes if shape.has_chart]
    plotted = found.plots[0]
    assert list(plotted.categories) == [danish.short_month(row["maaned"]) for row in course]
    spent = next(series for series in plotted.series if series.name.startswith("Forbrug"))
    assert [value and round(value, 2) for value in spent.values] == [
        row["forbrug_akkumuleret_kr"] and float(row["forbrug_akkumuleret_kr"]) for row in course
    ]


def test_every_slide_has_one_message_its_section_and_the_release(example_data: Path) -> None:
    made = moedebilag()
    first, *rest = read(made).slides
    assert first.shapes.title.text == "Mødebilag"
    for slide in rest:
        assert slide.shapes.title.text.strip()
        assert any(made.release[:12] in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_charts_and_tables_have_words(example_data: Path) -> None:
    for slide in read(moedebilag()).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_points_are_all_there_a_few_on_a_slide(example_data: Path) -> None:
    made = moedebilag()
    told = "\n".join(
        shape.text_frame.text for slide in read(made).slides for shape in slide.shapes if shape.has_text_frame
    )
    for block in made.blocks:
        if isinstance(block, Points):
            assert all(point.text in told for point in block.points)
    assert max(
        len(shape.text_frame.paragraphs)
        for slide in list(read(made).slides)[1:]
        for shape in slide.shapes
        if shape.has_text_frame
    ) <= max(POINTS, 2)  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+x", "-x"])
def test_a_category_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    made = chart()
    hostile = Chart(made.heading, made.figure, made.alt, made.name, ("Navn", "Beløb"), ((text, 1),))
    (found,) = [shape.chart for slide in read(document(hostile)).slides for shape in slide.shapes if shape.has_chart]
    assert list(found.plots[0].categories) == [f"'{text}"]
