"""Literal rows for tests of the contract: each table's own example, and what one test changes in it."""

from datetime import date
from typing import Any

import pyarrow as pa

from overblik import contract
from overblik.intake.judging import Judgement, ReadFile, judge

Row = dict[str, Any]
TODAY = date(2025, 7, 20)


def example(table: str, **changed: Any) -> Row:
    """The contract's example row of a table, changed."""
    return {column.name: column.example for column in contract.tables()[table].columns} | changed


def as_table(table: str, rows: list[Row]) -> pa.Table:
    """Rows in the contract's schema."""
    return pa.Table.from_pylist(rows, schema=contract.arrow_schema(contract.tables()[table]))


def delivered(changes: dict[str, list[Row]] | None = None) -> list[ReadFile]:
    """One file per table with its example row, or with one row per change where a table is named."""
    return [
        ReadFile(
            f"{name}.parquet", name, as_table(name, [example(name, **row) for row in (changes or {}).get(name, [{}])])
        )
        for name in contract.tables()
    ]


def judged(changes: dict[str, list[Row]] | None = None, today: date = TODAY) -> Judgement:
    """What becomes of the example rows, changed."""
    return judge(delivered(changes), today)
