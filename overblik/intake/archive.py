"""Keeps the originals: every file that a release rests on, under the hash of its bytes, never changed.

Nobody but the publisher may read them: the folder is closed to others, and the web process never opens it.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from overblik.errors import OverblikError
from overblik.intake.breach import Breach, breach
from overblik.intake.durable import SCRATCH, make_folder, move, sweep, sync_folder, write_all
from overblik.intake.inbox import Delivery
from overblik.mailbox_slips import organisations_of

CHUNK = 1 << 20


class OriginalMissing(OverblikError):
    """The archive lacks a file that the release in force rests on, or has it with other content."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(
            f"the original of {file} is {what}",
            f"{file}: Originalen i arkivet mangler eller er beskadiget, så tallene ikke kan samles. "
            "Aflever filen igen under samme navn, eller gendan mappen arkiv fra sikkerhedskopien.",
        )


class Copies(NamedTuple):
    """Deliveries as copies of our own; and those that cannot be copied now, which stay in the inbox."""

    deliveries: list[Delivery]
    unsettled: list[Breach]


def archived(data: Path, sha256: str, file: str) -> Path:
    """Where the original of that hash lies; `file` is what it was handed in as. Raises OriginalMissing."""
    path = archive_path(data, sha256)
    try:
        found = hash_of(path)
    except OSError as error:
        raise OriginalMissing(file, "not readable") from error
    if found != sha256:
        raise OriginalMissing(file, "not what its name promises")
    return path


@contextmanager
def copied(deliveries: list[Delivery], data: Path) -> Iterator[Copies]:
    """The same deliveries as copies of our own, named by their hash: a file may change under us in the inbox.

    For one publisher at a time: what a killed one left behind is removed.
    """
    archive = data / "arkiv"
    make_folder(archive, 0o700)
    sweep(archive)
    scratch = archive / f"{SCRATCH}{os.getpid()}"
    os.mkdir(scratch, 0o700)
    try:
        found = [_copy(delivery, scratch, data) for delivery in deliveries]
        yield Copies(
            [each for each in found if isinstance(each, Delivery)], [each for each in found if isinstance(each, Breach)]
        )
    finally:
        shutil.rmtree(scratch, ignore_errors=True)  # what it cannot remove the next publisher sweeps away


def keep(copies: list[Delivery], data: Path) -> None:
    """Puts accepted copies in the archive, for good: an original that was damaged there is replaced.

    Files and names last when this returns, so that a release may speak of them.
    """
    for path in {copy.path for copy in copies}:
        move(path, archive_path(data, path.stem))
    sync_folder(data / "arkiv")


def remove_taken(path: Path, sha256: str) -> bool:
    """Removes a file that has been taken, unless a newer one has come under its name. False: it could not be done."""
    try:
        before = _state(path.lstat())
        if hash_of(path) == sha256 and _state(path.lstat()) == before:
            os.unlink(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def hash_of(path: Path) -> str:
    """The sha256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def archive_path(data: Path, sha256: str) -> Path:
    """Where the original of that hash lies, or would lie."""
    return data / "arkiv" / f"{sha256}.parquet"


def _copy(delivery: Delivery, scratch: Path, data: Path) -> Delivery | Breach:
    """A copy under its hash; or what to say of a file that is gone, no plain file, or changing while it is read."""
    target = scratch / "kopi"
    try:
        source = _open_plain(delivery)
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        return _waits(delivery, "Filen er fjernet igen" if gone else "Filen kan ikke åbnes")
    try:
        before = os.fstat(source)
        if not stat.S_ISREG(before.st_mode):
            return _waits(delivery, "Det er ikke en almindelig fil")
        sha256 = _written(source, target, before.st_size)
        settled = _state(os.fstat(source)) == _state(before) == _state(delivery.path.lstat())
    except FileNotFoundError:
        return _waits(delivery, "Filen er fjernet igen")
    finally:
        os.close(source)
    if not settled:
        os.unlink(target)
        return _waits(delivery, "Filen ændrede sig, mens den blev læst")
    copy = scratch / f"{sha256}.parquet"
    move(target, copy)
    return replace(delivery, path=copy, rows_of=organisations_of(data, delivery.name, sha256))


def _open_plain(delivery: Delivery) -> int:
    """Opens a file without following a link, in its organisation's folder neither, and without waiting for a FIFO."""
    inside = os.O_NOFOLLOW if delivery.organisation else 0  # the inbox itself may be a link to a share
    folder = os.open(delivery.path.parent, os.O_RDONLY | os.O_DIRECTORY | inside)
    try:
        return os.open(delivery.path.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    finally:
        os.close(folder)


def _written(source: int, target: Path, size: int) -> str:
    """Copies at most `size` bytes, so that a file that grows as fast as it is read ends too; gives their sha256."""
    digest = hashlib.sha256()
    opened = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        room = memoryview(bytearray(CHUNK))  # the same for every part: new memory takes longer than the copying
        while size > 0 and (got := os.readv(source, [room[: min(CHUNK, size)]])):
            digest.update(room[:got])
            write_all(opened, room[:got])
            size -= got
        os.fchmod(opened, 0o400)
        os.fsync(opened)
    finally:
        os.close(opened)
    return digest.hexdigest()


def _state(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _waits(delivery: Delivery, what: str) -> Breach:
    remedy = "Den bliver liggende i indbakken og prøves igen ved næste udgivelse."
    return breach("ikke_klar", delivery.name, delivery.table, None, what, remedy)
