"""Writes releases so that a reader sees the old one or the new one, whole.

Objects, then manifest, then pointer: each is on the disk, name and all, before the next may speak of it. Publishers
take turns by a lock; the pointer moves only if it still names the parent, and only to a release that is whole.
"""

import fcntl
import hashlib
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.errors import OverblikError
from overblik.intake.durable import SCRATCH, make_folder, sweep, sync_folder, write_file
from overblik.release import (
    current_id,
    earlier_ids,
    earlier_path,
    manifest_path,
    object_path,
    pointer_path,
    whole_release,
)

__all__ = ["SCRATCH", "PublishOvertaken", "move_pointer", "publishing_turn", "write_manifest", "write_object"]

REMEMBERED = 50  # releases that have been in force, to fall back on


class PublishOvertaken(OverblikError):
    """Somebody else published in between."""

    notice = "En anden udgivelse kom imellem. Prøv igen."


@contextmanager
def publishing_turn(folder: Path) -> Iterator[None]:
    """Held by one publisher at a time; freed by the system if the process dies. Whoever holds it must not ask again."""
    for each in (folder, folder / "objekter", folder / "manifest"):
        make_folder(each)
    lock = os.open(folder / "laas", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # The archive too: a copy of a file that was handed in must not lie about until the next file comes.
        for each in (folder, folder / "objekter", folder / "manifest", folder / "borte", folder.parent / "arkiv"):
            sweep(each)
        yield
    finally:
        os.close(lock)


def write_object(folder: Path, table: pa.Table) -> dict[str, Any]:
    """Stores one table of a release; gives its entry in the manifest: sha256, rows, bytes."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True, store_schema=True)
    content = sink.getvalue()
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(object_path(folder, sha256), content)
    return {"sha256": sha256, "rows": table.num_rows, "bytes": len(content)}


def write_manifest(folder: Path, manifest: dict[str, Any]) -> str:
    """Stores a manifest under the hash of its bytes; gives the id. The objects it names last before it does."""
    content = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode()
    release_id = hashlib.sha256(content).hexdigest()
    sync_folder(folder / "objekter")
    write_once(manifest_path(folder, release_id), content)
    sync_folder(folder / "manifest")
    return release_id


def move_pointer(folder: Path, release_id: str, parent: str | None) -> None:
    """Puts a release in force, once every byte of it has been checked.

    Raises PublishOvertaken where the one in force is no longer `parent`, ReleaseUnknown, ReleaseDamaged.
    """
    if current_id(folder.parent) != parent:
        raise PublishOvertaken("the pointer no longer names the parent")
    put_in_force(folder, release_id, parent)


def put_in_force(folder: Path, release_id: str, before: str | None) -> None:
    """Points to a release whatever the pointer says now: for repairs. `before` is the one to fall back on."""
    whole_release(folder, release_id)
    # Whoever wrote them may have been killed before their names were sure to last.
    sync_folder(folder / "objekter")
    sync_folder(folder / "manifest")
    if before is not None:
        earlier = dict.fromkeys([before, *earlier_ids(folder)])
        write_file(earlier_path(folder), "\n".join(list(earlier)[:REMEMBERED]).encode("ascii"), 0o644)
    write_file(pointer_path(folder), release_id.encode("ascii"), 0o644)
    sync_folder(folder)


def write_once(path: Path, content: bytes) -> None:
    """Writes a read-only file under a name that its content gives; an equal one that is there already is left."""
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    write_file(path, content, 0o444)
