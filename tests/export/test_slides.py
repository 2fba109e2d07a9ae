"""The slides hold what the pack says: native charts and tables with words for those who cannot see them."""

import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from overblik.answers import fetch
from overblik.export import indhold
from overblik.export.blocks import Chart, Head, Heading, Paragraph, Points, Table
from overblik.export.slides import slides
from overblik.show import danish
from tests import other_municipality as other
from tests.export.conftest import Pack
from tests.export.test_pdf import chart, document


def read(deck: bytes) -> Any:
    return Presentation(io.BytesIO(deck))


def in_words(deck: bytes) -> str:
    """All text of all slides."""
    return "\n".join(
        text
        for slide in read(deck).slides
        for shape in slide.shapes
        for text in (
            [cell.text for row in shape.table.rows for cell in row.cells]
            if shape.has_table
            else [shape.text_frame.text if shape.has_text_frame else ""]
        )
    )


def test_every_row_of_every_table_is_on_a_slide_once_and_whole(example_pack: Pack, many: dict[str, Pack]) -> None:
    for pack in (example_pack, many["bilag"]):
        shown = [
            tuple(cell.text for cell in row.cells)
            for slide in read(pack.deck).slides
            for shape in slide.shapes
            if shape.has_table
            for row in list(shape.table.rows)[1:]
        ]
        wanted = [row for block in pack.document.blocks if isinstance(block, Table) for row in block.rows]
        grids = [row for block in pack.document.charts() if block.grid for row in block.grid.rows]
        assert sorted(shown) == sorted([*wanted, *grids])


def test_every_sentence_and_every_point_is_on_a_slide(example_pack: Pack) -> None:
    told = in_words(example_pack.deck)
    for block in example_pack.document.blocks:
        if isinstance(block, Paragraph):
            assert block.text in told
        if isinstance(block, Points):
            assert all(point.text in told for point in block.points)


def test_long_names_and_five_hundred_milestones_are_there(many: dict[str, Pack]) -> None:
    told = in_words(many["bilag"].deck)
    for name in (*other.AREAS.values(), *(f"Milepæl {number:03} på Ærø" for number in range(500))):
        assert name in told


def test_nothing_is_planned_to_stand_outside_its_slide_or_on_something_else(
    example_pack: Pack, many: dict[str, Pack]
) -> None:
    for pack in (example_pack, many["bilag"]):
        deck = read(pack.deck)
        for number, slide in enumerate(deck.slides, start=1):
            shapes = sorted(slide.shapes, key=lambda shape: shape.top)
            ends = [(shape.top, shape.top + shape.height) for shape in shapes]
            assert all(end <= deck.slide_height for _, end in ends), number
            assert all(shape.left + shape.width <= deck.slide_width for shape in shapes), number
            over = [(one, other) for one, other in pairwise(ends) if one[1] > other[0]]
            assert over == [], number


def test_the_charts_are_native_and_their_numbers_are_the_answers(example_data: Path, example_pack: Pack) -> None:
    course = fetch("oekonomi_forloeb").rows()
    charts = [shape.chart for slide in read(example_pack.deck).slides for shape in slide.shapes if shape.has_chart]
    (found,) = charts
    plotted = found.plots[0]
    assert list(plotted.categories) == [danish.short_month(row["maaned"]) for row in course]
    spent = next(series for series in plotted.series if series.name.startswith("Forbrug"))
    assert [value and round(value, 2) for value in spent.values] == [
        row["forbrug_akkumuleret_kr"] and float(row["forbrug_akkumuleret_kr"]) for row in course
    ]


def test_every_slide_has_one_message_its_section_its_number_and_the_release(example_pack: Pack) -> None:
    made = example_pack.document
    first, *rest = read(example_pack.deck).slides
    assert first.shapes.title.text == "Mødebilag"
    for number, slide in enumerate(rest, start=2):
        assert slide.shapes.title.text.strip()
        told = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any(made.release[:12] in text and text.endswith(f"{number} af {len(rest) + 1}") for text in told)
        assert any(block.text in told for block in made.blocks if isinstance(block, Heading) and block.level == 1)


def test_the_sentence_that_leads_a_section_is_the_message_of_its_first_slide(example_pack: Pack) -> None:
    titles = [slide.shapes.title.text for slide in read(example_pack.deck).slides]
    leads = [
        block.text for block in example_pack.document.blocks if isinstance(block, Paragraph) and block.kind == "lead"
    ]
    assert len(leads) >= 6
    assert set(leads) <= set(titles)


def test_charts_and_tables_have_words_and_all_of_it_is_said_to_be_danish(example_pack: Pack) -> None:
    for slide in read(example_pack.deck).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            assert run.rPr.get("lang") == "da-DK", run.text


def test_paper_and_slides_tell_the_same_checksum_of_what_they_say(example_pack: Pack) -> None:
    told = read(example_pack.deck).core_properties.comments
    assert indhold.checksum(example_pack.document) in told
    assert example_pack.document.release in told


def test_a_section_without_words_or_rows_is_still_a_slide() -> None:
    empty = document(
        Heading("Justeringer"), Paragraph("Ingen er registreret."), Heading("Tom"), Table("T", (Head("A"),), ())
    )
    titles = [slide.shapes.title.text for slide in read(slides(empty)).slides]
    assert titles == ["Mødebilag", "Ingen er registreret.", "Tom"]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+x", "-x"])
def test_a_category_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    made = chart()
    hostile = Chart(made.heading, made.figure, made.alt, made.name, ("Navn", "Beløb"), ((text, 1),))
    deck = slides(document(hostile))
    (found,) = [shape.chart for slide in read(deck).slides for shape in slide.shapes if shape.has_chart]
    assert list(found.plots[0].categories) == [f"'{text}"]


@pytest.mark.parametrize("words", ["kort", "et langt budskab " * 30])
def test_a_message_is_as_large_as_its_room_allows(words: str) -> None:
    slide = read(slides(document(Heading("Økonomi"), Paragraph(words.strip(), "lead")))).slides[1]
    size = slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt
    assert size == (28 if words == "kort" else 14)
