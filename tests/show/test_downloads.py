"""Tables leave as files: every question's answer is read back from Excel and CSV as it was, and hidden stays hidden."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from overblik.answers import Column, fetch, maerker, questions
from overblik.regneark import csv_danish, csv_international
from overblik.regneark.csv_text import harmless
from overblik.regneark.excel import ABOUT, workbook
from overblik.settings import ROOT
from overblik.show import downloads, units
from tests.answers.asked import asked
from tests.pages.opening import opened

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]


@pytest.mark.parametrize("name", sorted(questions()))
def test_an_answer_is_read_back_from_excel_as_it_was(name: str, example_data: Path) -> None:
    answer = asked(name)[0]
    columns = {key: column for key, column in answer.question.columns.items() if column.unit != maerker.UNIT}
    page = load_workbook(io.BytesIO(workbook(downloads.sheet(answer.rows(), columns, "Tabel", answer))))["Tabel"]
    heads = [cell.value for cell in page[1]]
    for row, line in zip(answer.rows(), page.iter_rows(min_row=2, values_only=True), strict=True):
        cells = [value for head, value in zip(heads, line, strict=True) if not str(head).endswith(": bemærkning")]
        for (key, column), cell in zip(columns.items(), cells, strict=True):
            assert same(row[key], cell, column.unit, maerker.of(row, key)), (name, key)


def same(value: Any, cell: Any, unit: str, mark: str | None) -> bool:
    if value is None:
        return cell == (units.exact(None, unit, mark) if unit in units.NUMERIC else None)
    if isinstance(value, (int, float, Decimal)) and unit in units.NUMERIC:
        return float(cell) == pytest.approx(float(value), rel=1e-12)
    if isinstance(value, date):
        return isinstance(cell, datetime) and cell.date() == (value.date() if isinstance(value, datetime) else value)
    return str(cell or "") == harmless(units.exact(value, unit))


def test_a_figure_that_is_not_shown_leaves_as_its_word_and_a_rounded_one_says_so() -> None:
    rows = [
        {"navn": "Nord", "antal": None, "antal_maerke": "under_5"},
        {"navn": "Syd", "antal": 120, "antal_maerke": "afrundet"},
        {"navn": "Øst", "antal": 0, "antal_maerke": None},
    ]
    columns = {"navn": Column("Område", "tekst"), "antal": Column("Fremmøder", "antal")}
    made = downloads.sheet(rows, columns, "Fremmøder")
    assert [head.text for head in made.heads] == ["Område", "Fremmøder", "Fremmøder: bemærkning"]
    assert made.rows == (("Nord", "under 5", ""), ("Syd", 120, "ca."), ("Øst", 0, ""))


def test_the_sheet_beside_it_tells_definition_source_release_and_filters(example_data: Path) -> None:
    answer = fetch("oekonomi_pr_omraade")
    book = load_workbook(io.BytesIO(workbook(downloads.sheet(answer.rows(), answer.question.columns, "Penge", answer))))
    told = {row[0].value: row[1].value for row in book[ABOUT].iter_rows()}
    assert told["Definition"] == answer.question.definition
    assert "oekonomi" in told["Kilde"]


def test_csv_has_the_same_rows_danish_and_international(example_data: Path) -> None:
    answer = fetch("oekonomi_pr_omraade")
    made = downloads.sheet(answer.rows(), answer.question.columns, "Penge", answer)
    danish = list(csv.DictReader(io.StringIO(csv_danish(made).decode("utf-8-sig")), delimiter=";"))
    world = list(csv.DictReader(io.StringIO(csv_international(made).decode())))
    spent = [row["forbrug_kr"] for row in answer.rows()]
    assert [Decimal(row["Forbrug (kr.)"].replace(",", ".")) for row in danish] == spent
    assert [Decimal(row["Forbrug (kr.)"]) for row in world] == spent


@pytest.mark.parametrize("page", PAGES)
def test_every_table_of_every_page_can_be_had_as_a_file(page: str, example_data: Path) -> None:
    app = opened(page)
    offered = [
        button for button in app.get("download_button") if button.proto.label in ("Excel", "CSV", "CSV, international")
    ]
    tables = len(app.table) + len(app.dataframe)
    assert len(offered) == 3 * tables, f"{tables} tables"
