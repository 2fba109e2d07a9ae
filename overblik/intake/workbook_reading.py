"""Reads the cells of a filled-in workbook, or of one of its sheets saved as CSV: text, numbers and dates, as written.

A pure function of an open file, so that it can run in a child process that may be killed: a workbook is handed in, too.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from overblik.arbejdsbog import ark
from overblik.intake.folding import fold

Value = str | Decimal | date | bool | None

ROWS_AT_MOST: Final = 100_000
COLUMNS_AT_MOST: Final = 50


@dataclass(frozen=True)
class Row:
    """One row of a sheet: its number as the spreadsheet shows it, and its cells by the place of their column."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True)
class Filled:
    """One sheet as it was filled in: the heads of its first row, and the rows with anything in them."""

    sheet: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


class NotAWorkbook(ValueError):
    """The file is neither a workbook nor a CSV file with a known sheet's name. Says why, in Danish."""


def read(source: BinaryIO, name: str) -> list[Filled]:
    """The sheets of a workbook (.xlsx), or the one sheet that a CSV file is named after. Raises NotAWorkbook."""
    if name.lower().endswith(".csv"):
        return [_read_csv(source, name)]
    try:
        book = load_workbook(source, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever damaged bytes lead to; the reason is in no value of ours
        raise NotAWorkbook("Filen kan ikke læses som en Excel-projektmappe (.xlsx)") from error
    known = {fold(sheet): sheet for sheet in ark.SHEETS}
    found = [(known[fold(title)], book[title]) for title in book.sheetnames if fold(title) in known]
    if not found:
        raise NotAWorkbook(f"Projektmappen har ingen af arkene {', '.join(sheet.name for sheet in ark.TO_FILL)}")
    return [
        _filled(sheet, (tuple(map(_plain, row[:COLUMNS_AT_MOST])) for row in page.iter_rows(values_only=True)))
        for sheet, page in found
    ]


def place(number: int, column: int) -> str:
    """A cell as the spreadsheet calls it: B7. `column` counts from 0."""
    return f"{get_column_letter(column + 1)}{number}"


def _filled(sheet: str, rows: Iterator[tuple[Value, ...]]) -> Filled:
    heads = tuple(_head(value) for value in next(rows, ()))
    kept: list[Row] = []
    for number, cells in enumerate(rows, start=2):
        if number > ROWS_AT_MOST:
            raise NotAWorkbook(f"Arket {sheet} har flere rækker, end et ark kan tages med")
        if any(value is not None for value in cells) and not str(cells[0] or "").startswith(ark.EXAMPLE):
            kept.append(Row(number, cells))
    return Filled(sheet, heads, tuple(kept))


def _head(value: Value) -> str:
    return re.sub(r"\s*\(.*\)\s*$", "", str(value or "")).strip()


def _plain(value: object) -> Value:
    """A cell as one of our own kinds of value; what is none of them is told by its text."""
    if value is None or isinstance(value, (bool, Decimal)):
        return value
    if isinstance(value, datetime):
        return value.date() if value.time().isoformat() == "00:00:00" else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    return str(value).strip() or None


def _read_csv(source: BinaryIO, name: str) -> Filled:
    known = {fold(sheet): sheet for sheet in ark.SHEETS}
    stem = Path(name).name[: -len(".csv")].split("__", 1)[0]
    if (sheet := known.get(fold(stem))) is None:
        raise NotAWorkbook(f"En CSV-fil skal hedde som et ark: {', '.join(f'{each}.csv' for each in ark.SHEETS)}")
    content = source.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # as Danish Excel saves it
    first = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return _filled(sheet, (tuple(cell.strip() or None for cell in line[:COLUMNS_AT_MOST]) for line in lines))
    except csv.Error as error:
        raise NotAWorkbook("Filen kan ikke læses som CSV") from error
