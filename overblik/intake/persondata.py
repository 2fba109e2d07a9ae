"""Personal data never gets in: what is looked for in every text of a delivered file, and how it is told.

Two ways to ask: `in_words` for what stands beside the data (names of files and columns, the file's own metadata and
statistics), and `examine` for a file that we have written anew. Neither ever repeats a value.
"""

from collections.abc import Sequence

import duckdb

from overblik import contract
from overblik.intake import persondata_sql
from overblik.intake.breach import FIRST, Breach
from overblik.intake.extra import extra_name
from overblik.intake.persondata_column import (
    Said,
    chance_of_dates,
    lie_as_birthdays,
    mostly_other_numbers,
    series_by_year,
)
from overblik.intake.persondata_kinds import CPR, KINDS, Kind
from overblik.intake.persondata_sql import Searched
from overblik.intake.persondata_text import Found, found_in
from overblik.intake.persondata_told import ENOUGH, Examined, Rows, Tally, examined, told
from overblik.intake.persondata_words import in_words
from overblik.intake.rewritten import ROW, ReadFile, opened, reading

__all__ = ["CODES", "Examined", "Kind", "examine", "examined", "find", "in_words"]

# The codes under which a file is refused for personal data: such a file is kept unreadable and erased after some days.
CODES = frozenset(kind.code for kind in KINDS)


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
        if any(rows.count >= ENOUGH for rows in sure.values()):
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
    return persondata_sql.searched(column.name, column.said, number=column.number, few=column.few)


def examine(one: ReadFile) -> tuple[list[Breach], list[Breach]]:
    """The personal data in a file that the sandbox has written anew, in its columns and in those of nobody's."""
    if one.suspects is not None and not one.suspects:
        return [], []
    with opened([one], alone=True) as connection:
        own = _suspected(one, examined(contract.tables()[one.table]))
        breaches, warnings = find(connection, f'"{one.table}"', one.file, one.table, own)
        if one.extra_path:
            relation = f"(select *, file_row_number + 1 as {ROW} from {reading(one.extra_path)})"
            others = _suspected(one, _strangers(connection, relation, one.extra))
            beside = find(connection, relation, one.file, one.table, others)
            breaches, warnings = [*breaches, *beside[0]], [*warnings, *beside[1]]
    return breaches, warnings


def _suspected(one: ReadFile, columns: list[Examined]) -> list[Examined]:
    return [column for column in columns if one.suspects is None or column.name in one.suspects]


def _strangers(connection: duckdb.DuckDBPyConnection, relation: str, called: Sequence[str]) -> list[Examined]:
    kinds = {name: kind for name, kind, *_ in connection.execute(f"describe select * from {relation}").fetchall()}
    return [
        Examined(extra_name(place), "text" if kinds[extra_name(place)] == "VARCHAR" else "double", name)
        for place, name in enumerate(called, start=1)
    ]
