"""Personal data never gets in: what is looked for in every text of a delivered file, and how it is told.

Two ways to ask: `in_words` for what stands beside the data (names of files and columns, the file's own metadata and
statistics), and `find` for the rows of a file that we have written anew. Neither ever repeats a value.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from overblik.contract import Table
from overblik.intake import persondata_sql
from overblik.intake.breach import FIRST, Breach, breach, danish
from overblik.intake.persondata_column import (
    Said,
    chance_of_dates,
    lie_as_birthdays,
    mostly_other_numbers,
    said_by,
    series_by_year,
)
from overblik.intake.persondata_kinds import CPR, KINDS, Kind
from overblik.intake.persondata_sql import Searched
from overblik.intake.persondata_text import Found, found_in

__all__ = ["CODES", "Examined", "Kind", "examined", "find", "in_words"]

# The codes under which a file is refused for personal data: such a file is kept unreadable and erased after some days.
CODES = frozenset(kind.code for kind in KINDS)

_ENOUGH = 100_000  # rows told of one kind in one column; the rest is not counted
_REMEDY = "Fjern dem i udtrækket, og aflever filen igen uden personoplysninger."
_LOOK = "Se rækkerne efter, og fjern oplysningerne i udtrækket, hvis de er om personer."


@dataclass(frozen=True)
class Examined:
    """A column to look in: its name, and whether the contract says that it holds keys, texts or numbers."""

    name: str
    kind: str  # as contract.Column.kind
    known: bool = True  # whether it is the contract's, so that its name may stand in a message


def examined(table: Table) -> list[Examined]:
    """The columns of a table of the contract that can hold personal data."""
    return [Examined(column.name, column.kind) for column in table.columns if column.kind not in ("date", "bool")]


def in_words(text: str, *, value: bool = False) -> Kind | None:
    """What personal data surely stands in a name or in metadata. `value`: the text is itself a value of a column.

    A value's bare digits say nothing alone: whether they are CPR numbers, its whole column shows.
    """
    sure = found_in(text, Said(numbers=value)).sure
    return sure[0] if sure else None


def find(
    connection: duckdb.DuckDBPyConnection, relation: str, file: str, table: str, columns: Sequence[Examined]
) -> tuple[list[Breach], list[Breach]]:
    """The personal data in one file's rows: breaches where it is sure, warnings where it may be.

    `relation` is SQL for what to read: the columns, and the row's number (checks.ROW).
    """
    breaches: list[Breach] = []
    warnings: list[Breach] = []
    asked = {_searched(column): column for column in columns}
    for column in persondata_sql.suspected(connection, relation, list(asked)):
        sure, perhaps = _look_in(connection, relation, column)
        breaches += [told(kind, rows, file, table, asked[column], sure=True) for kind, rows in sure.items()]
        warnings += [told(kind, rows, file, table, asked[column], sure=False) for kind, rows in perhaps.items()]
    return breaches, warnings


@dataclass
class Rows:
    """How many rows of a column hold a kind of personal data, and the first of them."""

    count: int = 0
    first: tuple[int, ...] = ()

    def add(self, row: int) -> None:
        self.count += 1
        if len(self.first) < FIRST or row < self.first[-1]:
            self.first = tuple(sorted((*self.first, row))[:FIRST])


Tally = dict[Kind, Rows]


def _look_in(connection: duckdb.DuckDBPyConnection, relation: str, column: Searched) -> tuple[Tally, Tally]:
    said = column.said
    bare = persondata_sql.bare_numbers(connection, relation, column)
    numbers = said.numbers or mostly_other_numbers(bare.filled, bare.whole, bare.dates)
    other = numbers and _parted_are_other(connection, relation, column, bare)
    sure: Tally = {}
    perhaps: Tally = {}
    judged: dict[str, Found] = {}
    here = Said(said.cpr, said.phone, said.names, said.persons, said.roles, numbers)
    for portion in persondata_sql.candidates(connection, relation, column, numbers=numbers):
        for row, text in portion:
            found = judged.get(text) or judged.setdefault(text, found_in(text, here))
            for kind in found.sure:
                doubted = kind is CPR and found.parted and other
                (perhaps if doubted else sure).setdefault(kind, Rows()).add(row)
            for kind in found.perhaps:
                perhaps.setdefault(kind, Rows()).add(row)
        if any(rows.count >= _ENOUGH for rows in sure.values()):
            break
    if CPR not in sure and 2 * bare.dates > bare.filled:
        sample = persondata_sql.sample_of_numbers(connection, relation, column, bare.dates)
        if lie_as_birthdays(sample):
            first = persondata_sql.first_dated(connection, relation, column, FIRST)
            sure[CPR] = Rows(bare.dates, tuple(first))
    return sure, {kind: rows for kind, rows in perhaps.items() if kind not in sure}


def _parted_are_other(
    connection: duckdb.DuckDBPyConnection, relation: str, column: Searched, bare: persondata_sql.Bare
) -> bool:
    """Whether numbers written as six and four are of another kind, as their column shows: seen, not refused."""
    if chance_of_dates(bare.parted, bare.parted_dates):
        return True
    if 2 * bare.parted_dates <= bare.filled:
        return False
    return series_by_year(persondata_sql.sample_of_parted(connection, relation, column))


def _searched(column: Examined) -> Searched:
    number = column.kind in ("int", "decimal", "double")
    said = said_by(column.name, key=column.kind == "key" or number)
    return persondata_sql.searched(column.name, said, number=number)


def told(kind: Kind, rows: Rows, file: str, table: str, column: Examined, *, sure: bool) -> Breach:
    """A breach, or where it is not sure a warning, about one kind in one column."""
    name = column.name if column.known else None
    place = f"Kolonnen {name}" if name else "En kolonne, som tabellen ikke har,"
    if sure:
        least = f" i mindst {danish(_ENOUGH)} rækker" if rows.count >= _ENOUGH else ""
        what = f"{place} indeholder {kind.many}{least}"
        return breach(kind.code, file, table, name, what, _REMEDY, rows.count, rows.first)
    what = f"{place} har noget, der kan være {kind.many}"
    return breach(kind.doubt, file, table, name, what, _LOOK, rows.count, rows.first)
