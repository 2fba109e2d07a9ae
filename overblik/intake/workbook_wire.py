"""What the process that reads a workbook says of it: sheets as JSON, whose shape the parent checks to the last cell."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from overblik.intake.workbook_reading import COLUMNS_AT_MOST, ROWS_AT_MOST, Filled, Row, Value


class Garbled(ValueError):
    """What was said is not what a reader of workbooks says."""


def to_json(sheets: list[Filled]) -> bytes:
    """The sheets as one JSON object."""
    told = [
        [one.sheet, one.heads, [[row.number, [_out(cell) for cell in row.cells]] for row in one.rows]] for one in sheets
    ]
    return json.dumps({"ark": told}, ensure_ascii=False).encode()


def refusal(why: str) -> bytes:
    """That the file is no workbook, and why."""
    return json.dumps({"afvist": why}, ensure_ascii=False).encode()


def from_json(said: bytes) -> list[Filled] | str:
    """The sheets, or why there are none. Raises Garbled."""
    try:
        told = json.loads(said)
        if isinstance(told.get("afvist"), str):
            return str(told["afvist"])
        return [
            Filled(_text(sheet), tuple(map(_text, heads)), tuple(map(_row, rows))) for sheet, heads, rows in told["ark"]
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Garbled("not what a reader of workbooks says") from error


def _out(cell: Value) -> Any:
    if isinstance(cell, Decimal):
        return {"n": str(cell)}
    return {"d": cell.isoformat()} if isinstance(cell, date) else cell


def _row(told: Any) -> Row:
    number, cells = told
    if not isinstance(number, int) or not 1 <= number <= ROWS_AT_MOST or len(cells) > COLUMNS_AT_MOST:
        raise Garbled("a row that cannot be")
    return Row(number, tuple(map(_in, cells)))


def _in(told: Any) -> Value:
    if told is None or isinstance(told, (bool, str)):
        return told
    try:
        if told.keys() == {"n"}:
            return Decimal(_text(told["n"]))
        if told.keys() == {"d"}:
            return date.fromisoformat(_text(told["d"]))
    except (InvalidOperation, AttributeError) as error:
        raise Garbled("a cell that cannot be") from error
    raise Garbled("a cell that cannot be")


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise Garbled("no text")
    return told
