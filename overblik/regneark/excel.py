"""The table as an Excel workbook: real numbers and dates, units in the heads, a sheet that says where it is from."""

import io
from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from overblik.regneark.ark import Ark
from overblik.regneark.csv_text import harmless

ABOUT: Final = "Om tallene"

_FORMATS: Final = {"kr": "#,##0.00", "pct": "0.0", "antal": "#,##0", "dage": "#,##0", "timer": "#,##0.0"}
_DAY: Final = "dd-mm-yyyy"
_HEAD: Final = PatternFill("solid", fgColor="E3E8EA")
_WIDEST: Final = 60


def workbook(ark: Ark) -> bytes:
    """The .xlsx file: the table first, then the sheet on source, definition, release and filters."""
    book = Workbook()
    _table(book.active, ark)
    _about(book.create_sheet(ABOUT), ark)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _table(page: Worksheet, ark: Ark) -> None:
    page.title = "Tabel"
    page.freeze_panes = "A2"
    for place, head in enumerate(ark.heads, start=1):
        _write(page, 1, place, head.text)
        page.cell(1, place).font, page.cell(1, place).fill = Font(bold=True), _HEAD
        widest = max([len(head.text), *(len(str(row[place - 1] or "")) for row in ark.rows)])
        page.column_dimensions[get_column_letter(place)].width = min(_WIDEST, widest + 3)
        for number, row in enumerate(ark.rows, start=2):
            _write(page, number, place, row[place - 1], _FORMATS.get(head.unit))
    if ark.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(ark.heads))}{len(ark.rows) + 1}"


def _about(page: Worksheet, ark: Ark) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 100
    for number, (label, text) in enumerate((("Tabel", ark.title), *ark.facts), start=1):
        _write(page, number, 1, label)
        _write(page, number, 2, text)
        page.cell(number, 1).font = Font(bold=True)
        page.cell(number, 2).alignment = Alignment(wrap_text=True, vertical="top")


def _write(page: Worksheet, row: int, place: int, value: Any, written: str | None = None) -> None:
    """A number as a number, a date as a date, a text as text, whatever it begins with."""
    cell = page.cell(row, place)
    if isinstance(value, str):
        cell.value = harmless(value)
        cell.data_type = "s"
    elif isinstance(value, bool):
        cell.value = "ja" if value else "nej"
    elif isinstance(value, date):
        cell.value, cell.number_format = value, _DAY
    elif isinstance(value, (int, float, Decimal)):
        cell.value = value
        if written:
            cell.number_format = written
            cell.alignment = Alignment(horizontal="right")
