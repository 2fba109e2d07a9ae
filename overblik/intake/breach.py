"""What is wrong with a delivered file: one breach of the contract, told so that a data owner can mend it.

A message never holds a value from the data: it names file, column, number of rows and the first of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FIRST = 5  # as many row numbers as a message names
MEND = "Ret kolonnen {column} i udtrækket, og aflever filen igen."


@dataclass(frozen=True)
class Breach:
    """One rule that one file breaks (or, as a warning, strains). Rows count from 1; `message` is Danish and whole."""

    code: str
    file: str
    table: str
    column: str | None
    rows: int
    first_rows: tuple[int, ...]
    message: str


def breach(
    code: str,
    file: str,
    table: str,
    column: str | None,
    what: str,
    remedy: str,
    rows: int = 0,
    first: Sequence[int] = (),
) -> Breach:
    """A breach whose message is made of what is wrong (a sentence), where, and what to do."""
    shown = tuple(first[:FIRST])
    place = file if column is None or column in what else f"{file}, kolonnen {column}"
    where = f" ({rows_in_words(rows, shown)})" if rows else ""
    return Breach(code, file, table, column, rows, shown, f"{place}: {what.rstrip('.')}{where}. {remedy}")


def rows_in_words(rows: int, first: tuple[int, ...]) -> str:
    """How many rows and which are the first: "3 rækker: 2, 5 og 9"."""
    if rows == 1:
        return f"1 række: {danish(first[0])}" if first else "1 række"
    if not first:
        return f"{danish(rows)} rækker"
    numbers = listed([danish(row) for row in first])
    return f"{danish(rows)} rækker: {numbers}" if rows <= len(first) else f"{danish(rows)} rækker, først {numbers}"


def danish(number: int) -> str:
    """A whole number as it is written in Danish: 1.234."""
    return f"{number:,}".replace(",", ".")


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b og c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}" if words else ""
