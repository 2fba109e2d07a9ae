"""What leaves a page as Excel or CSV: real numbers, the words for what is not shown, and nothing that runs."""

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from overblik.regneark import Ark, Head, csv_danish, csv_international
from overblik.regneark.excel import ABOUT, workbook

ARK = Ark(
    "Forbrug pr. område",
    (Head("Område", "tekst"), Head("Forbrug (kr.)", "kr"), Head("Andel (%)", "pct"), Head("Dato", "dato"), Head("Fremmøder", "antal")),
    (
        ("Ærøhave", Decimal("1234567.89"), 38.123, date(2023, 3, 31), 96),
        ("Østbyen", Decimal("-0.50"), None, None, "under 5"),
    ),
    (("Definition", "Bogført forbrug."), ("Udgivelse", "abc"), ("Valgt", "Hele planen")),
)  # fmt: skip


def test_numbers_and_dates_come_back_as_numbers_and_dates() -> None:
    page = load_workbook(io.BytesIO(workbook(ARK)))["Tabel"]
    assert [cell.value for cell in page[1]] == [head.text for head in ARK.heads]
    assert page["B2"].value == pytest.approx(1234567.89, abs=0)
    assert page["B2"].number_format == "#,##0.00"
    assert page["D2"].value.date() == date(2023, 3, 31)
    assert page["E2"].value == 96


def test_what_is_hidden_stays_its_word_and_what_is_empty_stays_empty() -> None:
    page = load_workbook(io.BytesIO(workbook(ARK)))["Tabel"]
    assert page["E3"].value == "under 5"
    assert page["C3"].value is None
    assert b"under 5" in csv_danish(ARK)


def test_a_sheet_tells_definition_release_and_filters() -> None:
    about = load_workbook(io.BytesIO(workbook(ARK)))[ABOUT]
    assert [(row[0].value, row[1].value) for row in about.iter_rows()] == [("Tabel", ARK.title), *ARK.facts]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]
)
def test_no_text_of_the_data_runs_in_a_spreadsheet(text: str) -> None:
    hostile = Ark(text, (Head(text, "tekst"),), ((text,),), ((text, text),))
    for page in load_workbook(io.BytesIO(workbook(hostile))).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type == "s"
                assert not str(cell.value).startswith(("=", "+", "-", "@", "\t", "\r"))
    for written in (csv_danish(hostile), csv_international(hostile)):
        assert all(
            not line.strip('"').startswith(("=", "+", "-", "@", "\t"))
            for line in written.decode("utf-8-sig").split("\r\n")
        )


def test_danish_and_international_csv_differ_as_they_should() -> None:
    assert csv_danish(ARK).decode("utf-8-sig").split("\r\n")[1] == "Ærøhave;1234567,89;38,123;2023-03-31;96"
    assert csv_danish(ARK).startswith(b"\xef\xbb\xbf")
    assert csv_international(ARK).decode().split("\r\n")[1] == "Ærøhave,1234567.89,38.123,2023-03-31,96"
