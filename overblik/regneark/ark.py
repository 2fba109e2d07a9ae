"""One table with what is needed to understand it away from the page: heads with units, facts, and cells.

A cell is a value of its own kind (a number, a date, a text), or, where a number is not shown, the word for why.
"""

from dataclasses import dataclass
from typing import Any

from overblik.regneark import csv_text


@dataclass(frozen=True)
class Head:
    """A column's head: its label with its unit, and the unit (one of answers.questions.UNITS)."""

    text: str
    unit: str


@dataclass(frozen=True)
class Ark:
    """A table as it leaves the page. `facts` are source, definition, release, filters: label and text."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Any, ...], ...]
    facts: tuple[tuple[str, str], ...]


def csv_danish(ark: Ark) -> bytes:
    """As Danish Excel opens it with a double click. The facts are not in it: a CSV file is one table."""
    return csv_text.danish([head.text for head in ark.heads], ark.rows)


def csv_international(ark: Ark) -> bytes:
    """As programs read it."""
    return csv_text.international([head.text for head in ark.heads], ark.rows)
