"""The template: lists to choose from, reference sheets of the current release, one example row, nothing that runs."""

import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from overblik import contract
from overblik.arbejdsbog import ark
from overblik.arbejdsbog.skabelon import LISTS, empty_tables, workbook
from overblik.arbejdsbog.stamdata import NOTHING, Stamdata, of_release
from overblik.release import read_release


@pytest.fixture
def known(published_example: Path) -> Stamdata:
    return of_release(read_release(published_example))


def test_the_sheets_to_fill_in_come_first_with_one_example_row_each(known: Stamdata) -> None:
    book = load_workbook(io.BytesIO(workbook(known)))
    assert book.sheetnames == [
        "Læs først",
        "Indsatser",
        "Milepæle",
        "Økonomi",
        "Aktivitet",
        "Plan",
        "Områder",
        "Organisationer",
        "Indsatsområder",
        LISTS,
    ]
    for sheet in ark.TO_FILL:
        first, *more = book[sheet.name].iter_rows(min_row=2, values_only=True)
        assert str(first[0]).startswith(ark.EXAMPLE), sheet.name
        assert not any(value for row in more for value in row), sheet.name


def test_the_reference_sheets_are_filled_in_from_the_current_release(known: Stamdata) -> None:
    book = load_workbook(io.BytesIO(workbook(known)))
    for sheet, table in (("Områder", "boligomraade"), ("Organisationer", "organisation"), ("Plan", "helhedsplan")):
        filled_in = [row[1] for row in book[sheet].iter_rows(min_row=3, values_only=True)]
        assert set(filled_in) <= {row["navn"] for row in known.rows[table]}, sheet
        assert filled_in, sheet


def test_every_column_of_names_has_its_list_to_choose_from(known: Stamdata) -> None:
    book = load_workbook(io.BytesIO(workbook(known)))
    for sheet in ark.SHEETS.values():
        chosen = {
            str(area)[0] for each in book[sheet.name].data_validations.dataValidation for area in each.sqref.ranges
        }
        wanted = {
            "ABCDEFG"[place]
            for place, column in enumerate(sheet.columns)
            if column.chosen_from or column.kind == "yes_no"
        }
        assert chosen == wanted, sheet.name


def test_a_name_that_begins_like_a_formula_stays_text() -> None:
    rows = ({"organisation_id": "x", "navn": "=1+1", "kortnavn": "+x", "type": "anden"},)
    book = load_workbook(io.BytesIO(workbook(Stamdata(NOTHING.rows | {"organisation": rows}))))
    cells = [cell for row in book["Organisationer"].iter_rows(min_row=3) for cell in row]
    assert [cell.data_type for cell in cells] == ["s"] * 4


def test_there_is_an_empty_parquet_file_for_every_table() -> None:
    made = empty_tables()
    assert sorted(made) == sorted(f"{name}.parquet" for name in contract.tables())
    for name, content in made.items():
        table = contract.tables()[name.removesuffix(".parquet")]
        assert pq.read_schema(io.BytesIO(content)).equals(contract.arrow_schema(table)), name
