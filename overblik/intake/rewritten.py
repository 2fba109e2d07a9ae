"""The files as the sandbox wrote them anew, and a DuckDB over them that reaches nothing else.

DuckDB never opens a handed-in file: only these, by exact path, and whatever it spills goes into the same scratch.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from overblik import contract
from overblik.contract import Table

FILE, ROW = "_fil", "_raekke"  # beside a table's own columns: the number of the file, the number of the row from 1

OPTIONAL = "_kan_mangle"  # tabel, kolonne: which columns can be null in some file
MEMORY = "1200MB"
THREADS = 2


@dataclass(frozen=True)
class ReadFile:
    """A file that has been taken: what messages call it, its table's name, and where its content lies, in the
    contract's schema, written by us.

    `extra_path` holds the columns that are not the contract's, as text, integers or doubles called k1, k2, …;
    `extra` are the names they were handed in with, "" where a name cannot be repeated. `suspects` are the columns that
    may hold personal data, as far as a first look tells; None where nobody has looked.
    """

    file: str
    table: str
    path: Path
    rows: int
    extra_path: Path | None = None
    extra: tuple[str, ...] = ()
    suspects: frozenset[str] | None = None


@contextmanager
def opened(files: Sequence[ReadFile], *, alone: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB with a view per table of the contract: the union of its files, empty where there are none.

    Each row also has FILE (the place of its file in `files`) and ROW. It reads those files alone. With `alone` there
    are views of the files' own tables only.
    """
    named = {one.table for one in files}
    tables = [table for table in contract.tables().values() if table.name in named or not alone]
    scratch = files[0].path.parent.parent if files else None
    with TemporaryDirectory(dir=scratch) as spill, duckdb.connect(":memory:", config=_config(spill)) as connection:
        paths = [str(path) for one in files for path in (one.path, one.extra_path) if path]
        connection.execute(f"set allowed_paths = [{', '.join(map(quoted, paths))}]")
        connection.execute("set enable_external_access = false")
        views = [_view(table, {n: one for n, one in enumerate(files) if one.table == table.name}) for table in tables]
        connection.execute(";".join(views))
        connection.register("_optional", _optional(connection, files))
        connection.execute(f"create table {OPTIONAL} as select * from _optional")  # a table is seen by every cursor
        connection.unregister("_optional")
        yield connection


def newest_dates(files: Sequence[ReadFile], day: date) -> dict[str, str]:
    """The newest date in each file up to a day: how far it reaches. For money: of what is spent."""
    found: dict[str, str] = {}
    with opened(files, alone=True) as connection:
        for table in contract.tables().values():
            dates = ", ".join(f'max("{c.name}") filter ("{c.name}" <= $day)' for c in table.columns if c.kind == "date")
            if dates and any(one.table == table.name for one in files):
                spent = " where type = 'forbrug'" if table.name == "oekonomi" else ""
                asked = f'select {FILE}, greatest({dates}) from "{table.name}"{spent} group by {FILE}'
                rows = connection.execute(asked, {"day": day}).fetchall()
                found |= {files[number].file: newest.isoformat() for number, newest in rows if newest}
    return found


def quoted(text: str) -> str:
    """Text as SQL writes it."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def reading(path: Path) -> str:
    """The relation of one of our own files."""
    return f"read_parquet([{quoted(str(path))}], hive_partitioning = false, file_row_number = true)"


def _optional(connection: duckdb.DuckDBPyConnection, files: Sequence[ReadFile]) -> pa.Table:
    """The columns that some file may hold null in: what Parquet calls required is there in every row, by its form."""
    paths = ", ".join(quoted(str(one.path)) for one in files)
    asked = f"""
        select file_name, name from parquet_schema([{paths}])
        where repetition_type <> 'REQUIRED' and num_children is null"""
    tables_of = {str(one.path): one.table for one in files}
    rows = connection.execute(asked).fetchall() if files else []
    found = list(dict.fromkeys((tables_of[place], str(name)) for place, name in rows))
    tables, columns = zip(*found, strict=True) if found else ((), ())
    return pa.table({"tabel": pa.array(tables, pa.string()), "kolonne": pa.array(columns, pa.string())})


def _config(spill: str) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "temp_directory": spill,
        "memory_limit": MEMORY,
        "threads": min(THREADS, os.cpu_count() or 1),
        "preserve_insertion_order": False,
        "python_enable_replacements": False,
        "autoload_known_extensions": False,
        "autoinstall_known_extensions": False,
    }


def _view(table: Table, files: Mapping[int, ReadFile]) -> str:
    columns = ", ".join(f'"{column.name}"::{_sql_type(field)} as "{column.name}"' for column, field in _fields(table))
    if not files:
        nothing = ", ".join(f'null::{_sql_type(field)} as "{column.name}"' for column, field in _fields(table))
        return f'create view "{table.name}" as select {nothing}, 0::integer as {FILE}, 0::bigint as {ROW} where false'
    numbers = list(files)
    paths = ", ".join(quoted(str(one.path)) for one in files.values())
    number = f"list_extract({numbers}, file_index::integer + 1)" if len(files) > 1 else str(numbers[0])
    return f"""
        create view "{table.name}" as
        select {columns}, {number}::integer as {FILE}, file_row_number + 1 as {ROW}
        from read_parquet([{paths}], hive_partitioning = false, union_by_name = false)"""


def _fields(table: Table) -> Iterator[tuple[contract.Column, pa.Field]]:
    return zip(table.columns, contract.arrow_schema(table), strict=True)


def _sql_type(field: pa.Field) -> str:
    kind = field.type
    if pa.types.is_decimal(kind):
        return f"decimal({kind.precision}, {kind.scale})"
    named = {"string": "varchar", "int64": "bigint", "double": "double", "date32[day]": "date", "bool": "boolean"}
    return named[str(kind)]
