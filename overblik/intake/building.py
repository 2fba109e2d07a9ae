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
MELLEMREGNING = ("plan_maaneder", "oekonomi_fordelt", "aktivitet_celle", "maaling_talt", "maaling_skjult")

# Hiding one figure may call for hiding another, so this step reads what it gave and is run until nothing is added.
REPEATED = "maaling_skjult"


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
        connection.register("tidligere_skjult", protection.hidden_before)
        connection.register("tidligere_vist", protection.shown_before)
        chosen = {"i_dag": today, "udgiv_fritekst": udgiv_fritekst, **protection.parameters}
        folder = QUERIES / "udgiv"
        for name in MELLEMREGNING:
            step = _run_until_settled if name == REPEATED else _run
            connection.register(name, step(connection, folder / "mellemregning" / f"{name}.sql", chosen))
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


def _run_until_settled(connection: duckdb.DuckDBPyConnection, path: Path, chosen: Mapping[str, object]) -> pa.Table:
    """The result of a step that reads its own: from nothing, until a round adds no row. It may only ever add."""
    nothing = pa.schema([(name, pa.string()) for name in ("indikator_id", "gruppe", "omraade_id")])
    found = nothing.empty_table()
    while True:
        connection.register(path.stem, found)
        found, before = _run(connection, path, chosen), found.num_rows
        if found.num_rows == before:
            return found


def _run(connection: duckdb.DuckDBPyConnection, path: Path, chosen: Mapping[str, object]) -> pa.Table:
    sql = path.read_text(encoding="utf-8")
    (statement,) = duckdb.extract_statements(sql)
    wanted = {name: chosen[name] for name in statement.named_parameters}
    return connection.sql(sql, params=wanted or None).to_arrow_table()
