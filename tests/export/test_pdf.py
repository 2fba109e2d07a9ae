"""The PDF: tagged, in Danish, whole, the same bytes each time, and no text of it is ever read as markup."""

import hashlib
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from overblik.export import indhold
from overblik.export.blocks import Block, Chart, Document, Head, Heading, Paragraph, Point, Points, Table
from overblik.export.pdf import NotTypeset, typeset
from overblik.regneark import csv_text
from overblik.show import charts

FIGURE = charts.bars(
    [{"navn": "Nordbyen", "beloeb": Decimal("3")}, {"navn": "Sydvest æøå", "beloeb": Decimal("5")}],
    name="navn", value="beloeb", value_name="Forbrug", unit="kr",
)  # fmt: skip


def document(*blocks: Block) -> Document:
    facts = (("Organ", "Bestyrelsen"),)
    return Document("Mødebilag", "1. maj 2023", facts, date(2023, 4, 12), "abc123" * 10, True, blocks)


def chart(alt: str = "To søjler") -> Chart:
    assert FIGURE
    return Chart("Forbrug", FIGURE, alt, "forbrug", ("Navn", "Beløb"), (("=1+1", Decimal("3.5")), ("Øst", None)))


def pages(made: bytes) -> list[str]:
    return [page.extract_text().replace("\n", " ") for page in PdfReader(io.BytesIO(made)).pages]


def test_the_file_is_tagged_in_danish_with_a_title_and_its_fonts() -> None:
    reader = PdfReader(io.BytesIO(typeset(document(Heading("Økonomi"), chart()))))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] is True or catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("da")
    assert reader.metadata is not None
    assert reader.metadata.title == "Mødebilag"
    fonts = {
        str(font["/BaseFont"]) for page in reader.pages for font in map(resolved, page["/Resources"]["/Font"].values())
    }
    assert fonts
    assert all("+" in name for name in fonts), "every font is embedded, as a subset"


def resolved(each: object) -> dict[str, object]:
    return each.get_object()  # type: ignore[attr-defined,no-any-return]


def test_every_block_is_tagged_as_what_it_is_and_heads_say_what_they_are_heads_of() -> None:
    made = typeset(document(
        Heading("Økonomi"), Heading("Medfinansiering", 2), Paragraph("Et afsnit."), Points((Point("Et punkt", mark="✕"),)),
        Table("T", (Head("A"), Head("B")), (("x", "y"),)), chart(alt="To søjler, Øst uden tal"),
    ))  # fmt: skip
    reader = PdfReader(io.BytesIO(made))
    tags = list(structure(reader.trailer["/Root"]["/StructTreeRoot"]))
    names = [str(tag["/S"]) for tag in tags]
    for name, times in {
        "/H1": 1,
        "/H2": 1,
        "/L": 1,
        "/LI": 1,
        "/Lbl": 1,
        "/Table": 1,
        "/TH": 2,
        "/TD": 2,
        "/Figure": 1,
    }.items():
        assert names.count(name) == times, (name, names)
    assert [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"] == ["To søjler, Øst uden tal"]
    scopes = [resolved(tag["/A"]) for tag in tags if tag["/S"] == "/TH"]
    assert all("/Column" in str(scope) for scope in scopes), scopes
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def structure(tag: Any) -> Iterator[Any]:
    """Every tag below a tag."""
    below = tag.get("/K", [])
    for each in below if isinstance(below, list) else [below]:
        found = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from structure(found)


def test_its_content_lies_in_it_and_has_the_checksum_that_is_printed() -> None:
    told = document(Heading("Økonomi"), Paragraph("12,6 mio. kr. er brugt."), chart())
    made = typeset(told)
    ((content,),) = [files for name, files in PdfReader(io.BytesIO(made)).attachments.items() if name == "indhold.json"]
    assert "12,6 mio. kr. er brugt." in content.decode()
    assert hashlib.sha256(content).hexdigest() == indhold.checksum(told)
    assert indhold.checksum(told) in "".join(pages(made)).replace(" ", "")
    assert told.release in "".join(pages(made)).replace(" ", "")


def test_attachments_say_what_they_are_to_the_document() -> None:
    catalogue = PdfReader(io.BytesIO(typeset(document(chart())))).trailer["/Root"]
    found = [resolved(each) for each in catalogue["/AF"]]
    assert {str(each["/AFRelationship"]) for each in found} == {"/Data"}
    assert {str(each["/UF"]) for each in found} == {"forbrug.csv", "indhold.json"}
    assert all(each["/Desc"] for each in found)


def test_it_says_that_it_is_fit_for_the_archive_and_for_screen_readers() -> None:
    told = typeset(document(chart())).decode("latin-1")
    assert "<pdfaid:part>3</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
    assert "<pdfuaid:part>1</pdfuaid:part>" in told


def test_the_same_document_gives_the_same_bytes() -> None:
    blocks = (Heading("Økonomi"), chart(), Table("T", (Head("A"),), (("x",),)))
    assert typeset(document(*blocks)) == typeset(document(*blocks))


def test_every_word_of_every_block_is_on_paper() -> None:
    made = typeset(document(
        Heading("Økonomi"), Paragraph("Planen følger budgettet.", "lead"), Paragraph("Kilde: BO", "quiet"),
        Points((Point("er 112 dage forsinket", "Nordbyen", "✕"),)), Table("Milepæle", (Head("Navn"),), (("Åbning",),)),
    ))  # fmt: skip
    (told,) = pages(made)
    for words in (
        "Økonomi",
        "Planen følger budgettet.",
        "Kilde: BO",
        "✕",
        "Nordbyen:",
        "112 dage",
        "Milepæle",
        "Åbning",
    ):
        assert words in told, words
    assert "Opdigtede eksempeldata" in told


def test_no_text_is_read_as_markup() -> None:
    hostile = '*fed* _kursiv_ #panic("x") $x$ <b> \\ [a](b) @kilde `kode` = Overskrift'
    made = typeset(document(Heading(hostile), Paragraph(hostile), Table(hostile, (Head(hostile),), ((hostile,),))))
    told = " ".join(pages(made)).replace("- ", "")
    assert told.count('#panic("x")') == 5
    assert told.count("*fed*") == 5


def test_a_long_table_repeats_its_head_on_every_page_and_loses_no_row() -> None:
    rows = tuple((f"Milepæl nummer {number} med et langt navn, der skal stå helt", "1.000") for number in range(500))
    found = pages(typeset(document(Table("Milepæle", (Head("Milepælens navn", width=3), Head("Beløb", True)), rows))))
    assert len(found) > 5
    assert all("Milepælens navn" in page for page in found)
    assert [page.count("Side ") for page in found] == [1] * len(found)
    told = " ".join(found)
    assert all(f"nummer {number} " in told for number in range(500))


def test_a_chart_brings_its_numbers_along_as_csv() -> None:
    attached = PdfReader(io.BytesIO(typeset(document(chart())))).attachments
    assert [content.decode() for content in attached["forbrug.csv"]] == ["Navn,Beløb\r\n'=1+1,3.5\r\nØst,\r\n"]


def test_a_chart_without_words_is_not_typeset() -> None:
    with pytest.raises(NotTypeset):
        typeset(document(chart(alt="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "=HYPERLINK(1)"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    for written in (csv_text.danish, csv_text.international):
        told = written([text], [[text]]).decode("utf-8-sig")
        assert all(not cell.lstrip('" ').startswith(csv_text.RUNS) for cell in told.split("\r\n") if cell)


def test_danish_csv_opens_in_danish_excel_and_numbers_stay_numbers() -> None:
    made = csv_text.danish(["Beløb", "Dato"], [[Decimal("-1234.50"), date(2023, 4, 12)], [None, "æ;ø"]])
    assert made == '\ufeffBeløb;Dato\r\n-1234,50;2023-04-12\r\n;"æ;ø"\r\n'.encode()
