"""Builds a release's tables: runs queries/udgiv/*.sql in DuckDB over checked deliveries.

`queries/udgiv/mellemregning/` holds steps that stay inside; every other file gives the release table it is named after.
Small numbers are protected in these queries, before anything is written: what a release holds can be shown to anyone.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from overblik import contract
from overblik.intake.protection import Protection
from overblik.intake.rewritten import ReadFile, opened
from overblik.settings import QUERIES

# Later steps read earlier ones, so their order is part of the design.
MELLEMREGNING = ("plan_maaneder", "oekonomi_fordelt", "aktivitet_celle")


def build_tables(
    files: Sequence[ReadFile], leverance: pa.Table, today: date, udgiv_fritekst: bool, protection: Protection
) -> dict[str, pa.Table]:
    """The tables of a release, by name, from judged files.

    A table that was not delivered is empty. `leverance` lists the files the release rests on.
    """
    with opened(files) as connection:
        connection.register("leverance", leverance)
        connection.register("betegnelse", labels())
        connection.register("kontrakttabel", contract_tables())
        chosen = {"i_dag": today, "udgiv_fritekst": udgiv_fritekst, **protection.parameters}
        folder = QUERIES / "udgiv"
        for name in MELLEMREGNING:
            connection.register(name, _run(connection, folder / "mellemregning" / f"{name}.sql", chosen))
        return {path.stem: _run(connection, path, chosen) for path in sorted(folder.glob("*.sql"))}


def labels() -> pa.Table:
    """What readers call the codes of the contract's lists: liste (`table.column`), kode, navn."""
    rows = [
        {"liste": f"{table.name}.{column.name}", "kode": code, "navn": label}
        for table in contract.tables().values()
        for column in table.columns
        for code, label in column.value_labels
    ]
    return pa.Table.from_pylist(rows, pa.schema([("liste", pa.string()), ("kode", pa.string()), ("navn", pa.string())]))


def contract_tables() -> pa.Table:
    """The contract's tables: tabel, navn, kerne (a release needs it), raekkefoelge (the contract's order)."""
    rows = [
        {"tabel": table.name, "navn": table.label, "kerne": table.core, "raekkefoelge": place}
        for place, table in enumerate(contract.tables().values(), start=1)
    ]
    schema = [("tabel", pa.string()), ("navn", pa.string()), ("kerne", pa.bool_()), ("raekkefoelge", pa.int64())]
    return pa.Table.from_pylist(rows, pa.schema(schema))


def _run(connection: duckdb.DuckDBPyConnection, path: Path, chosen: Mapping[str, object]) -> pa.Table:
    sql = path.read_text(encoding="utf-8")
    (statement,) = duckdb.extract_statements(sql)
    wanted = {name: chosen[name] for name in statement.named_parameters}
    return connection.sql(sql, params=wanted or None).to_arrow_table()
