"""Writes releases so that a reader sees the old one or the new one, whole.

Objects and manifest are written under their hash and made durable before the pointer is swapped by rename.
Publishers take turns by a lock; the pointer moves only if it still names the parent.
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
from overblik.release import current_id, manifest_path, object_path, pointer_path

SCRATCH = ".ny-"


class PublishOvertaken(OverblikError):
    """Somebody else published in between."""

    notice = "En anden udgivelse kom imellem. Prøv igen."


@contextmanager
def publishing_turn(folder: Path) -> Iterator[None]:
    """Held by one publisher at a time; freed by the system if the process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "laas", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for unfinished in folder.glob(f"**/{SCRATCH}*"):  # of a publisher that was killed: nobody else is here now
            unfinished.unlink()
        yield


def write_object(folder: Path, table: pa.Table) -> dict[str, Any]:
    """Stores one table of a release; gives its entry in the manifest: sha256, rows, bytes."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True, store_schema=True)
    content = sink.getvalue()
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(object_path(folder, sha256), content)
    return {"sha256": sha256, "rows": table.num_rows, "bytes": len(content)}


def write_manifest(folder: Path, manifest: dict[str, Any]) -> str:
    """Stores a manifest under the hash of its bytes; gives the id."""
    content = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode()
    release_id = hashlib.sha256(content).hexdigest()
    write_once(manifest_path(folder, release_id), content)
    return release_id


def move_pointer(folder: Path, release_id: str, parent: str | None) -> None:
    """Puts a release in force. Raises PublishOvertaken where the one in force is no longer `parent`."""
    if current_id(folder.parent) != parent:
        raise PublishOvertaken("the pointer no longer names the parent")
    _write_and_rename(pointer_path(folder), release_id.encode("ascii"), 0o644)


def write_once(path: Path, content: bytes) -> None:
    """Writes a read-only file under a name that its content gives; an equal one that is there already is left."""
    if path.exists() and path.read_bytes() == content:
        return
    _write_and_rename(path, content, 0o444)


def make_durable(folder: Path) -> None:
    """Makes the names in a folder outlive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _write_and_rename(path: Path, content: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f"{SCRATCH}{path.name}")
    with open(scratch, "xb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())
    os.replace(scratch, path)
    make_durable(path.parent)
