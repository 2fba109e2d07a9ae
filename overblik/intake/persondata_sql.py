"""Finds the few rows that may hold personal data, in DuckDB: five million texts in about a second."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import duckdb

from overblik.intake.persondata_column import Said
from overblik.intake.persondata_patterns import ANYTHING, DATE, GAP, named, pattern_for
from overblik.intake.rewritten import ROW

_WHOLE = r"^\s*([0-9]{9,10})(?:\.0)?\s*$"
_INSIDE = r"(?:^|[^0-9A-Za-z])([0-9]{10})(?:$|[^0-9A-Za-z])"
_NUMBER = r"\s*[0-9]{4,}(?:[.,][0-9]{1,4})?\s*"
_PARTED = rf"\s*(?:[0-9]{{6}}{GAP}|[0-9]+\.)[0-9]{{4}}\s*"
_PARTED_DATE = rf"\s*{DATE}{GAP}[0-9]{{4}}\s*"
_SAMPLE = 20_000  # as many different numbers tell what a column is


@dataclass(frozen=True)
class Searched:
    """A column of a relation: `text` is SQL that gives its values as text, `said` what its name says."""

    name: str
    text: str
    said: Said
    number: bool
    few: bool = False


@dataclass(frozen=True)
class Bare:
    """How many rows of a column are filled, whole numbers, bare ones with a date, and parted ones with and without."""

    filled: int
    whole: int
    dates: int
    parted: int
    parted_dates: int


def searched(name: str, said: Said, *, number: bool, few: bool = False) -> Searched:
    """A column as it is searched. A number is read as ten digits: in a number a leading zero is lost."""
    quoted = _quoted_name(name)
    if not number:
        return Searched(name, quoted, said, False, few)
    whole = f"{quoted} between 10000000 and 9999999999 and {quoted} = floor({quoted})"
    digits = f"cast(cast({quoted} as bigint) as varchar)"
    filled = f"case when {whole} then lpad({digits}, case when {quoted} < 100000000 then 8 else 10 end, '0') end"
    return Searched(name, filled, said, True)


def suspected(connection: duckdb.DuckDBPyConnection, relation: str, columns: list[Searched]) -> list[Searched]:
    """The columns that may hold anything worth a closer look: one scan of all, but of few words each word once."""
    found: set[Searched] = set()
    words = [[column] for column in columns if column.few]
    for together in [[column for column in columns if not column.few], *words]:
        asked = ", ".join(_any(column) for column in together)
        source = f"(select distinct {together[0].text} from {relation})" if together in words else relation
        if together:
            (row,) = connection.execute(f"select {asked} from {source}").fetchall()
            found |= {column for column, hit in zip(together, row, strict=True) if hit}
    return [column for column in columns if column in found]


def _any(column: Searched) -> str:
    if named(column.said):
        return f"count({column.text}) > 0"
    if column.number:  # most counts and amounts are too small to be anything, and that is seen at once
        return f"coalesce(max({_quoted_name(column.name)}) >= 10000000, false)"
    return f"coalesce(bool_or(regexp_matches({column.text}, {_quoted(ANYTHING)})), false)"


def bare_numbers(connection: duckdb.DuckDBPyConnection, relation: str, column: Searched) -> Bare:
    """What kind of numbers a column holds."""
    asked = f"""
        select
            count(vaerdi),
            count(*) filter (where regexp_full_match(vaerdi, {_quoted(_NUMBER)})),
            count(*) filter (where cifre <> ''),
            count(*) filter (where regexp_full_match(vaerdi, {_quoted(_PARTED)})),
            count(*) filter (where regexp_full_match(vaerdi, {_quoted(_PARTED_DATE)}))
        from ({_dated(relation, column)})"""
    (row,) = connection.execute(asked).fetchall()
    return Bare(*map(int, row))


def sample_of_numbers(
    connection: duckdb.DuckDBPyConnection, relation: str, column: Searched, dates: int
) -> frozenset[str]:
    """Different bare numbers of a column that have dates: all, or some 20,000 by chance (the same each time)."""
    share = dates // _SAMPLE + 1
    asked = f"""
        select distinct cifre from ({_dated(relation, column)})
        where cifre <> '' and hash(cifre) % {share} = 0 limit {2 * _SAMPLE}"""
    return frozenset(digits for (digits,) in connection.execute(asked).fetchall())


def sample_of_parted(connection: duckdb.DuckDBPyConnection, relation: str, column: Searched) -> frozenset[str]:
    """Different numbers of a column that are written as six and four: some 20,000 of them, as ten digits."""
    digits = f"regexp_replace({column.text}, '[^0-9]', '', 'g')"
    asked = f"""
        select distinct {digits} from {relation}
        where regexp_full_match({column.text}, {_quoted(_PARTED_DATE)}) limit {_SAMPLE}"""
    return frozenset(digits for (digits,) in connection.execute(asked).fetchall())


def first_dated(connection: duckdb.DuckDBPyConnection, relation: str, column: Searched, most: int) -> list[int]:
    """The first rows of a column with a bare number that has a date."""
    asked = f"select min({ROW}, {most}) from ({_dated(relation, column)}) where cifre <> ''"
    ((first,),) = connection.execute(asked).fetchall()
    return list(first or ())


def candidates(
    connection: duckdb.DuckDBPyConnection, relation: str, column: Searched, *, numbers: bool
) -> Iterator[list[tuple[int, str]]]:
    """Row number and text of what may hold personal data, in portions."""
    pattern = pattern_for(replace(column.said, numbers=numbers))
    where = f"regexp_matches({column.text}, {_quoted(pattern)})"
    answer = connection.execute(f"select {ROW}, {column.text} from {relation} where {where}")
    try:
        while portion := answer.fetchmany(10_000):
            yield portion
    finally:  # whoever has seen enough leaves the rest, and the connection is free for the next question
        connection.abort()


def _dated(relation: str, column: Searched) -> str:
    """Row, value, and the ten digits where a bare number looks like a date; else no digits."""
    whole = f"regexp_extract({column.text}, {_quoted(_WHOLE)}, 1)"
    inside = f"regexp_extract({column.text}, {_quoted(_INSIDE)}, 1)"
    number = f"coalesce(lpad(nullif({whole}, ''), 10, '0'), {inside})"
    return f"""
        select {ROW}, vaerdi, case when regexp_matches(tal, '^{DATE}') then tal else '' end as cifre
        from (select {ROW}, {column.text} as vaerdi, {number} as tal from {relation})"""


def _quoted_name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(pattern: str) -> str:
    return "'" + pattern.replace("'", "''") + "'"
