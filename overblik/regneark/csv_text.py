"""CSV: as Danish Excel opens it, or international. A cell that a spreadsheet would run is made harmless."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection).
RUNS: Final = ("=", "+", "-", "@", "\t", "\r")


def danish(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Semicolons, decimal comma, UTF-8 with a byte order mark: a double click in Danish Excel opens it right."""
    return b"\xef\xbb\xbf" + _written(heads, rows, ";", lambda number: str(number).replace(".", ","))


def international(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Commas, decimal point, ISO dates, UTF-8: what programs read."""
    return _written(heads, rows, ",", str)


def harmless(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe stands before what begins like a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text


def _written(
    heads: Sequence[str], rows: Iterable[Sequence[Any]], delimiter: str, number: Callable[[Any], str]
) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([harmless(head) for head in heads])
    for row in rows:
        writer.writerow([_cell(value, number) for value in row])
    return target.getvalue().encode()


def _cell(value: Any, number: Callable[[Any], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (int, float, Decimal)):
        return number(value)
    return value.isoformat() if isinstance(value, date) else harmless(str(value))
