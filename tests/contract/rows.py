"""Literal rows for tests of the contract: each table's own example, and what one test changes in it."""

from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.intake.judging import Judgement, judge
from overblik.intake.rewritten import ReadFile

Row = dict[str, Any]
TODAY = date(2025, 7, 20)
FOLDER = TemporaryDirectory()
_NUMBERS = count()


def example(table: str, **changed: Any) -> Row:
    """The contract's example row of a table, changed."""
    return {column.name: column.example for column in contract.tables()[table].columns} | changed


def as_table(table: str, rows: list[Row]) -> pa.Table:
    """Rows in the contract's schema."""
    return pa.Table.from_pylist(rows, schema=contract.arrow_schema(contract.tables()[table]))


def as_read(file: str, rows: pa.Table) -> ReadFile:
    """Rows as a file that the sandbox has taken; its name tells the table ("FOB/moede__x.parquet")."""
    path = Path(FOLDER.name) / f"{next(_NUMBERS)}.parquet"
    loose = pa.schema([field.with_nullable(True) for field in rows.schema])  # the sandbox never lets a null through
    pq.write_table(rows.cast(loose), path)
    table = file.split("/")[-1].removesuffix(".parquet").split("__")[0]
    return ReadFile(file, table, path, rows.num_rows)


def rows_of(file: ReadFile) -> pa.Table:
    """What a file holds."""
    return pq.ParquetFile(file.path).read()


def delivered(changes: dict[str, list[Row]] | None = None) -> list[ReadFile]:
    """One file per table with its example row, or with one row per change where a table is named."""
    return [
        as_read(f"{name}.parquet", as_table(name, [example(name, **row) for row in (changes or {}).get(name, [{}])]))
        for name in contract.tables()
    ]


def judged(changes: dict[str, list[Row]] | None = None, today: date = TODAY) -> Judgement:
    """What becomes of the example rows, changed."""
    return judge(delivered(changes), today)
