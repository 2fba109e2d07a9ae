"""Which rows of a release's tables another release adds, takes away and changes.

A row is told by its key: the contract's, where the table has it, else all that is no amount. Where the key is not
unique in both, a changed row is one taken away and one added.
"""

from dataclasses import dataclass
from functools import lru_cache

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.release import Release

# What a release says about itself: it is another one in every release.
_ABOUT_ITSELF = frozenset({"leverance", "kontrakttabel", "betegnelse"})


@dataclass(frozen=True)
class ChangedRows:
    """One table of the release; `aendrede` is None where no key tells a changed row from a new one."""

    tabel: str
    nye: int
    fjernede: int
    aendrede: int | None


@lru_cache(maxsize=16)
def changed_rows(before: Release, after: Release) -> tuple[ChangedRows, ...]:
    """Every table that both have and whose content is not the same. Raises ReleaseDamaged."""
    old, new = before.manifest["objects"], after.manifest["objects"]
    names = [name for name in new if name in old and name not in _ABOUT_ITSELF]
    return tuple(_changed(name, before, after) for name in names if old[name]["sha256"] != new[name]["sha256"])


def _changed(name: str, before: Release, after: Release) -> ChangedRows:
    old, new = (pq.read_table(pa.BufferReader(release.object_bytes(name))) for release in (before, after))
    shared = [column for column in new.column_names if column in old.column_names]
    key = _key(name, new.select(shared).schema)
    with duckdb.connect() as connection:
        connection.register("foer", old.select(shared))
        connection.register("efter", new.select(shared))

        def count(what: str) -> int:
            return int(connection.execute(f"select count(*) from ({what})").fetchall()[0][0])

        gone = count("select * from foer except all select * from efter")
        come = count("select * from efter except all select * from foer")
        keys = ", ".join(f'"{column}"' for column in key)
        sides = ("foer", old.num_rows), ("efter", new.num_rows)
        if not key or any(count(f"select distinct {keys} from {side}") != rows for side, rows in sides):
            return ChangedRows(name, come, gone, None)
        removed = count(f"select {keys} from foer except select {keys} from efter")
        added = count(f"select {keys} from efter except select {keys} from foer")
    return ChangedRows(name, added, removed, gone - removed)


def _key(name: str, schema: pa.Schema) -> list[str]:
    table = contract.tables().get(name)
    if table and all(column in schema.names for column in table.key):
        return list(table.key)
    return [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_date(field.type)]
