"""Writes the workbook: four sheets to fill in with lists to choose from, four of reference, one of guidance.

And the empty Parquet templates, for those who fill in tables instead of sheets.
"""

import io
from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from overblik import contract
from overblik.arbejdsbog import ark
from overblik.arbejdsbog.ark import Column, Sheet
from overblik.arbejdsbog.stamdata import Stamdata

LISTS: Final = "Lister"
ROWS: Final = 2000  # as many rows as have a list to choose from
EFFORTS: Final = 200  # as many new efforts as can be chosen on the sheet of activity

_HEAD: Final = PatternFill("solid", fgColor="0B5C6B")
_GREY: Final = Font(color="6B7780", italic=True)
_FORMATS: Final = {"date": "DD-MM-YYYY", "amount": "#,##0.00", "count": "#,##0"}


def workbook(known: Stamdata) -> bytes:
    """The workbook as .xlsx: pre-filled with what is known, one example row on every sheet to fill in."""
    book = Workbook()
    _guidance(book.active)
    ranges = _lists(book.create_sheet(LISTS), known)
    for sheet in (*ark.TO_FILL, *ark.REFERENCE):
        _sheet(book.create_sheet(sheet.name), sheet, ranges, _known_rows(sheet, known))
    book.move_sheet(LISTS, offset=len(ark.SHEETS))
    book[LISTS].sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def empty_tables() -> dict[str, bytes]:
    """An empty Parquet file for every table of the contract, by file name."""
    made: dict[str, bytes] = {}
    for name, table in contract.tables().items():
        sink = pa.BufferOutputStream()
        pq.write_table(contract.arrow_schema(table).empty_table(), sink)
        made[f"{name}.parquet"] = sink.getvalue().to_pybytes()
    return made


def _guidance(page: Worksheet) -> None:
    page.title = "Læs først"
    page.column_dimensions["A"].width = 100
    lines = [
        "Overblik: fire ark, der kan udfyldes på en dag",
        "",
        *(f"{number}. {sheet.name}: {sheet.purpose}" for number, sheet in enumerate(ark.TO_FILL, start=1)),
        "",
        "Arkene bagest (Plan, Områder, Organisationer, Indsatsområder) er det, listerne er lavet af. "
        "Er der endnu ikke udgivet jeres egne tal, udfyldes de også; ellers står de der kun til opslag.",
        f"En række, hvis første felt begynder med »{ark.EXAMPLE}«, tages ikke med. Slet den gerne.",
        "Skriv datoer som 05-05-2021 og beløb som 1.234,50. Navne vælges på listerne.",
        "Arket må ikke indeholde oplysninger om enkeltpersoner: ingen navne, CPR-numre, telefonnumre eller "
        "e-mailadresser.",
        "Gem projektmappen, og aflever den på siden Dataleverancer eller i mappen indbakke.",
    ]
    for number, line in enumerate(lines, start=1):
        cell = page.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)


def _lists(page: Worksheet, known: Stamdata) -> dict[str, str]:
    """Writes every list in a column of its own; gives the range of each by its name and what may stand beside it."""
    wanted = dict.fromkeys(
        (column.chosen_from, column.also)
        for sheet in ark.SHEETS.values()
        for column in sheet.columns
        if column.chosen_from
    )
    ranges: dict[str, str] = {}
    for place, (name, also) in enumerate(wanted, start=1):
        values = [*(text for _, text in known.names(name)), *([also] if also else [])]
        for row, value in enumerate(values, start=1):
            _write(page, row, place, value)
        if name == "indsats":  # a new effort can be chosen as soon as it stands on its own sheet
            for row in range(3, 3 + EFFORTS):
                page.cell(
                    len(values) + row - 2, place, f'=IF({ark.INDSATSER.name}!A{row}="","",{ark.INDSATSER.name}!A{row})'
                )
            values += [""] * EFFORTS
        letter = get_column_letter(place)
        ranges[name + also] = f"{LISTS}!${letter}$1:${letter}${max(1, len(values))}"
    return ranges


def _sheet(page: Worksheet, sheet: Sheet, ranges: dict[str, str], rows: Sequence[Sequence[Any]]) -> None:
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, start=1):
        head = page.cell(1, place, column.head if column.required else f"{column.head} (kan være blank)")
        head.font, head.fill = Font(bold=True, color="FFFFFF"), _HEAD
        if column.help:
            head.comment = Comment(column.help, "Overblik")
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = max(16, len(str(head.value)) + 4)
        _choose(page, letter, column, ranges)
        if column.kind in _FORMATS:
            page.column_dimensions[letter].number_format = _FORMATS[column.kind]
        example = page.cell(2, place, column.example)
        example.font = _GREY
    for number, row in enumerate(rows, start=3):
        for place, value in enumerate(row, start=1):
            _write(page, number, place, value)


def _choose(page: Worksheet, letter: str, column: Column, ranges: dict[str, str]) -> None:
    if column.kind == "yes_no":
        formula = '"ja,nej"'
    elif column.chosen_from:
        formula = f"={ranges[column.chosen_from + column.also]}"
    else:
        return
    chooser = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)
    chooser.errorTitle, chooser.error = "Ikke på listen", "Vælg en af listens muligheder."
    page.add_data_validation(chooser)
    chooser.add(f"{letter}3:{letter}{ROWS}")


def _known_rows(sheet: Sheet, known: Stamdata) -> list[list[Any]]:
    """What a sheet of reference is pre-filled with; the sheets to fill in are empty."""
    if sheet is ark.PLAN:
        columns = ("helhedsplan_id", "navn", "bevillingsperiode", "start_dato", "slut_dato")
        return [[known.plan()[name] for name in columns]] if known.plan() else []
    if sheet is ark.OMRAADER:
        columns = ("omraade_id", "navn", "by", "boliger", "beboere")
        return [
            [*(row[name] for name in columns), ", ".join(known.housing(row["omraade_id"]))]
            for row in known.rows["boligomraade"]
        ]
    if sheet is ark.ORGANISATIONER:
        types = dict(known.names("organisation_type"))
        return [
            [row["organisation_id"], row["navn"], row["kortnavn"], types[row["type"]]]
            for row in known.rows["organisation"]
        ]
    if sheet is ark.INDSATSOMRAADER:
        return [
            [row["indsatsomraade_kode"], row["navn"], row["sortering"], "ja" if row["sensitiv"] else "nej"]
            for row in known.of_the_period()
        ]
    return []


def _write(page: Worksheet, row: int, place: int, value: Any) -> None:
    """A value as itself: a text is never a formula, whatever it begins with."""
    cell = page.cell(row, place)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
