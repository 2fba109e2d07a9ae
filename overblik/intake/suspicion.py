"""Which checks of a table may find something at all: most find nothing, and that is seen by one look at the table.

A hundred million keys are compared by their hashes, sorted as numbers; only keys whose hashes meet are compared whole.
"""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from overblik.contract import Table
from overblik.intake import checks
from overblik.intake.checks import Check
from overblik.intake.rewritten import OPTIONAL

_PART = 1_000_000  # hashes fetched at a time


def suspected(connection: duckdb.DuckDBPyConnection, table: Table, today: date) -> list[Check]:
    """The checks of a table that may find rows, in their order."""
    every = list(checks.of(table))
    rows = _count(connection, f'select count(*) from "{table.name}"')
    if not rows:
        return []
    asked = f"select kolonne from {OPTIONAL} where tabel = '{table.name}'"
    optional = {name for (name,) in connection.execute(asked).fetchall()}
    alone = [check for check in every if check.where and not _settled(check, optional)]
    with ThreadPoolExecutor(1) as beside:  # sorting is work for one core: the questions have the other
        sorting = beside.submit(_meet, connection.cursor(), table, rows)
        hit = _hit(connection, table, alone, today)
        asked_of = {check: checks.values_for(check.asked, today) for check in every if check.asked}
        hit |= {check for check, values in asked_of.items() if _count(connection, str(check.asked), values)}
        twice = sorting.result()
    connection.register("_twice", pa.table({"hash": pa.array(twice)}))
    if len(twice):
        hit |= {check for check in every if check.code == checks.TWICE}
    return [check for check in every if check in hit or not (check.where or check.asked or check.code == checks.TWICE)]


def _settled(check: Check, optional: Collection[str]) -> bool:
    """Whether the form of the files shows that nothing is missing: no row needs to be looked at."""
    return check.code == checks.MISSING and check.column is not None and check.column.name not in optional


def _hit(connection: duckdb.DuckDBPyConnection, table: Table, alone: Sequence[Check], today: date) -> set[Check]:
    """Those whose condition holds for any row: asked all in one, and one by one only if any does."""
    any_of_them = " or ".join(f"({check.where})" for check in alone)
    once = f'select count(*) from (select 1 from "{table.name}" where {any_of_them} limit 1)'
    if not (alone and _count(connection, once, checks.values_for(once, today))):
        return set()
    each = ", ".join(f"coalesce(bool_or({check.where}), false)" for check in alone)
    asked = f'select {each} from "{table.name}"'
    (row,) = connection.execute(asked, checks.values_for(asked, today)).fetchall()
    return {check for check, found in zip(alone, row, strict=True) if found}


def _meet(connection: duckdb.DuckDBPyConnection, table: Table, rows: int) -> "np.ndarray":
    """The hashes that more than one key has."""
    asked = f'select {checks.hash_of_key(table)} as hash from "{table.name}"'
    hashes, filled = np.empty(rows, np.uint64), 0
    for batch in connection.sql(asked).to_arrow_reader(_PART):
        hashes[filled : filled + batch.num_rows] = batch.column(0).to_numpy()
        filled += batch.num_rows
    hashes.sort()
    return np.unique(hashes[1:][hashes[1:] == hashes[:-1]])


def _count(connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, date] | None = None) -> int:
    ((number,),) = connection.execute(sql, values or {}).fetchall()
    return int(number)
