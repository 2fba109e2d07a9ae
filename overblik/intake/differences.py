"""What two releases differ in: rows of each table, and the delivered files they rest on."""

from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from overblik.release import Release


@dataclass(frozen=True)
class TableChange:
    """One table: rows in each release (None: it has no such table), and rows that only the one or the other has."""

    table: str
    before: int | None
    after: int | None
    gone: int
    new: int


@dataclass(frozen=True)
class Differences:
    """From one release to another. Files by the name they were handed in under; changed: the same name, other bytes."""

    tables: tuple[TableChange, ...]
    files_gone: tuple[str, ...]
    files_new: tuple[str, ...]
    files_changed: tuple[str, ...]


def differences(before: Release, after: Release) -> Differences:
    """Every table whose content is not the same, and every file. Raises ReleaseDamaged."""
    old, new = before.manifest["objects"], after.manifest["objects"]
    changed = [
        name
        for name in sorted(old | new)
        if name not in old or name not in new or old[name]["sha256"] != new[name]["sha256"]
    ]
    was, now = _files(before), _files(after)
    return Differences(
        tuple(_change(name, before, after) for name in changed),
        tuple(sorted(set(was) - set(now))),
        tuple(sorted(set(now) - set(was))),
        tuple(sorted(name for name in set(was) & set(now) if was[name] != now[name])),
    )


def _files(release: Release) -> dict[str, str]:
    return {source["fil"]: source["sha256"] for source in release.manifest["sources"]}


def _change(name: str, before: Release, after: Release) -> TableChange:
    old, new = _table(before, name), _table(after, name)
    if old is None or new is None or old.schema != new.schema:
        return TableChange(
            name,
            None if old is None else old.num_rows,
            None if new is None else new.num_rows,
            0 if old is None else old.num_rows,
            0 if new is None else new.num_rows,
        )
    with duckdb.connect() as connection:
        connection.register("foer", old)
        connection.register("efter", new)
        count = "select count(*) from (select * from {} except all select * from {})"
        gone, came = (
            int(connection.execute(count.format(*pair)).fetchall()[0][0])
            for pair in (("foer", "efter"), ("efter", "foer"))
        )
    return TableChange(name, old.num_rows, new.num_rows, gone, came)


def _table(release: Release, name: str) -> pa.Table | None:
    if name not in release.manifest["objects"]:
        return None
    return pq.read_table(pa.BufferReader(release.object_bytes(name)))
