"""All delivered files judged together in DuckDB: what one file cannot show by itself.

Null, lists, keys and references follow from the columns of the contract; its own rules stand there as SQL. Each check
is one `select` of the rows that fail it, for the whole table at once, so that half a million rows take seconds.
DuckDB sees only the files that the sandbox wrote anew (rewritten.py).
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain

import duckdb

from overblik import contract
from overblik.contract import Column, Table
from overblik.intake import checks
from overblik.intake.breach import FIRST, Breach, breach, danish, listed
from overblik.intake.checks import Check
from overblik.intake.rewritten import FILE, ROW, ReadFile, opened
from overblik.intake.suspicion import suspected

_AT_ONCE = 2  # tables: a large one beside the many small ones


@dataclass(frozen=True)
class Judgement:
    """What a set of files breaks: with any breach it cannot be published; warnings are shown with the release."""

    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


def judge(deliveries: Sequence[ReadFile], today: date) -> Judgement:
    """Judge all files together, as if they were all there is. Tables that nobody delivered are empty."""
    tables = contract.tables()
    breaches = list(_lacking(deliveries, tables))
    warnings: list[Breach] = []
    with opened(deliveries) as connection, ThreadPoolExecutor(_AT_ONCE) as judges:

        def of_table(table: Table) -> list[tuple[str, Breach]]:
            with connection.cursor() as own:
                return [
                    (check.severity, found)
                    for check in suspected(own, table, today)
                    for found in _judge_one(own, check, table, deliveries, today)
                ]

        for severity, found in chain.from_iterable(judges.map(of_table, tables.values())):
            (warnings if severity == "W" else breaches).append(found)
    return Judgement(tuple(breaches), tuple(warnings))


def _judge_one(
    connection: duckdb.DuckDBPyConnection, check: Check, table: Table, deliveries: Sequence[ReadFile], today: date
) -> Iterator[Breach]:
    per_file = f"""
        select {FILE}, count(*), min({ROW}, {FIRST})
        from ({check.rows})
        group by {FILE}
        order by {FILE}"""
    for number, rows, first in _ask(connection, per_file, today):
        file = deliveries[number].file
        what = check.what
        if check.column and check.column.values and check.code == "ukendt_vaerdi":
            what += _nearest(connection, check.column, table, number)
        column = check.column.name if check.column else None
        yield breach(check.code, file, table.name, column, what, check.remedy, rows, first)


def _ask(connection: duckdb.DuckDBPyConnection, sql: str, today: date) -> list[tuple[int, int, list[int]]]:
    answer = connection.execute(sql, checks.values_for(sql, today))
    return [(int(file), int(rows), list(first)) for file, rows, first in answer.fetchall()]


def _nearest(connection: duckdb.DuckDBPyConnection, column: Column, table: Table, number: int) -> str:
    """Allowed values that those of a file resemble: only what the contract itself says is ever named."""
    asked = f"""
        select distinct "{column.name}" from "{table.name}"
        where {FILE} = {number} and "{column.name}" not in (select unnest($values)) limit 100"""
    given = connection.execute(asked, {"values": list(column.values)}).fetchall()
    near = {match for (value,) in given if (match := checks.nearest_value(str(value), column.values))}
    return f"; nærmest ligger {listed([value for value in column.values if value in near])}" if near else ""


def _lacking(deliveries: Sequence[ReadFile], tables: dict[str, Table]) -> Iterator[Breach]:
    """Core tables that nobody delivered, and tables with fewer rows in all than they must have."""
    for table in tables.values():
        rows = sum(one.rows for one in deliveries if one.table == table.name)
        files = [one.file for one in deliveries if one.table == table.name]
        remedy = f"Aflever {table.name}.parquet sammen med de andre filer."
        if table.core and not files:
            what = f"Filen er ikke afleveret, men uden {table.label.lower()} kan tallene ikke udgives"
            yield breach("kernetabel_mangler", f"{table.name}.parquet", table.name, None, what, remedy)
        elif files and rows < table.min_rows:
            what = f"Tabellen har {danish(rows)} rækker, men skal have mindst {danish(table.min_rows)}"
            yield breach("for_faa_raekker", files[0], table.name, None, what, "Ret udtrækket, og aflever filen igen.")
