"""One handed-in Parquet file: read with PyArrow alone, and judged by itself.

A file is hostile until it is written anew (threats.md). `read` is a pure function of a path, so that it can be run in
a child process that may be killed. Nothing is believed from the footer but names and types, and those are checked
before any data is decoded. The file is never mapped into memory: somebody may shorten it while we read.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from overblik.contract import Column, Table, arrow_schema
from overblik.intake.breach import FIRST, MEND, Breach, breach
from overblik.intake.casting import Problem, cast
from overblik.intake.columns import compare_names, nested_breaches

_REFUSED = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError)  # what damaged bytes raise


def read(path: Path, file: str, table: Table) -> tuple[pa.Table | None, list[Breach], list[Breach]]:
    """The file in the contract's schema, what rejects it, and warnings. `file` is what messages call it.

    With any breach there is no table. All breaches of the file by itself are found, not just the first.
    """
    try:
        with pq.ParquetFile(
            path, memory_map=False, page_checksum_verification=True, coerce_int96_timestamp_unit="us"
        ) as parquet:
            return _read(parquet, file, table)
    except _REFUSED:
        return None, [_unreadable(file, table)], []


def _read(parquet: pq.ParquetFile, file: str, table: Table) -> tuple[pa.Table | None, list[Breach], list[Breach]]:
    schema = parquet.schema_arrow
    if nested := nested_breaches(file, table, schema):
        return None, nested, []
    names = compare_names(file, table, schema.names, 0)
    wanted = [column.name for column in names.found]
    given = parquet.read(columns=wanted, use_threads=True) if wanted else None
    rows = given.num_rows if given is not None else 0
    names = compare_names(file, table, schema.names, rows)
    breaches, arrays = list(names.breaches), []
    for column in names.found:
        array, found = _column(given, column, file, table)
        arrays.append(array)
        breaches += found
    if breaches:
        return None, breaches, list(names.warnings)
    return pa.Table.from_arrays(arrays, schema=arrow_schema(table)), [], list(names.warnings)


def _column(given: pa.Table, column: Column, file: str, table: Table) -> tuple[pa.Array | None, list[Breach]]:
    try:
        content = given.column(column.name)
        content.validate(full=True)
        array, problems = cast(content, column, arrow_schema(table).field(column.name).type)
    except _REFUSED:
        what = f"Indholdet af kolonnen {column.name} er beskadiget og kan ikke læses"
        remedy = "Dan filen på ny, og aflever den igen."
        return None, [breach("beskadiget_kolonne", file, table.name, column.name, what, remedy, given.num_rows)]
    return array, [_said(problem, column, file, table) for problem in problems]


def _said(problem: Problem, column: Column, file: str, table: Table) -> Breach:
    rows = pc.indices_nonzero(problem.rows)
    what, remedy = f"Kolonnen {column.name} {problem.what}", MEND.format(column=column.name)
    first = [row + 1 for row in rows[:FIRST].to_pylist()]
    return breach(problem.code, file, table.name, column.name, what, remedy, len(rows), first)


def _unreadable(file: str, table: Table) -> Breach:
    what = "Filen kan ikke læses som Parquet; den er beskadiget eller i et andet format"
    return breach("ikke_parquet", file, table.name, None, what, "Dan filen på ny som Parquet, og aflever den igen.")
