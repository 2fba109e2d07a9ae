"""The raw exports as lists of rows: what a folder of Parquet files says, without any rule of the contract."""

import math
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Row = dict[str, Any]
Tables = dict[str, list[Row]]

MONEY = "beloeb_kr"


def read(folder: Path) -> Tables:
    """Every table in the folder and below it: `oekonomi.parquet` and `oekonomi__2024-05.parquet` are one table."""
    tables: Tables = {}
    for path in sorted(folder.rglob("*.parquet")):
        name = path.stem.split("__")[0]
        rows = pq.ParquetFile(path).read().to_pylist()
        tables.setdefault(name, []).extend(rows)
    return {name: plain(rows) for name, rows in tables.items()}


def plain(rows: list[Row]) -> list[Row]:
    """The rows with plain values: money as Decimal, days as date, NaN as None."""
    return [{column: plain_value(column, value) for column, value in row.items()} for row in rows]


def plain_value(column: str, value: Any) -> Any:
    """One value as plain Python."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if column == MONEY and value is not None:
        return Decimal(str(value)).quantize(Decimal("0.01"))
    return value


def rows_of(tables: Tables, name: str) -> list[Row]:
    """The rows of a table; a table that was not delivered has none."""
    return tables.get(name, [])


def latest(days: list[date]) -> date | None:
    """The latest of the days, None when there are none."""
    return max(days) if days else None
