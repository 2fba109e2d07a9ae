"""Keeps the originals: every file that a release rests on, under the hash of its bytes, never changed."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.errors import OverblikError
from overblik.intake.inbox import Delivery
from overblik.intake.store import SCRATCH, make_durable


class OriginalMissing(OverblikError):
    """The archive lacks a file that the release in force rests on, or has it with other content."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(
            f"the original of {file} is {what}",
            f"{file}: Originalen i arkivet mangler eller er beskadiget, så tallene ikke kan samles. "
            "Aflever filen igen under samme navn, eller gendan mappen arkiv fra sikkerhedskopien.",
        )


def archived(data: Path, sha256: str, file: str) -> Path:
    """Where the original of that hash lies; `file` is what it was handed in as. Raises OriginalMissing."""
    path = _place(data, sha256)
    try:
        found = hash_of(path)
    except OSError as error:
        raise OriginalMissing(file, "not readable") from error
    if found != sha256:
        raise OriginalMissing(file, "not what its name promises")
    return path


@contextmanager
def copied(deliveries: list[Delivery], data: Path) -> Iterator[list[Delivery]]:
    """The same deliveries as copies of our own, named by their hash: a file may change under us in the inbox.

    For one publisher at a time: what a killed one left behind is removed.
    """
    archive = data / "arkiv"
    archive.mkdir(parents=True, exist_ok=True)
    for unfinished in archive.glob(f"{SCRATCH}*"):
        shutil.rmtree(unfinished)
    with TemporaryDirectory(prefix=SCRATCH, dir=archive) as scratch:
        yield [replace(delivery, path=_copy(delivery.path, Path(scratch))) for delivery in deliveries]


def keep(copies: list[Delivery], data: Path) -> None:
    """Puts accepted copies in the archive, for good: an original that was damaged there is replaced."""
    for path in {copy.path for copy in copies}:
        path.chmod(0o444)
        os.replace(path, _place(data, path.stem))
    make_durable(data / "arkiv")


def remove_taken(path: Path, sha256: str) -> bool:
    """Removes a file that has been taken, unless a newer one has come under its name. False: it could not be done."""
    try:
        before = _state(path)
        if hash_of(path) == sha256 and _state(path) == before:
            path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def hash_of(path: Path) -> str:
    """The sha256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _state(path: Path) -> tuple[int, int, int]:
    found = path.lstat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _place(data: Path, sha256: str) -> Path:
    return data / "arkiv" / f"{sha256}.parquet"


def _copy(path: Path, scratch: Path) -> Path:
    target = scratch / "kopi"
    shutil.copyfile(path, target)
    with open(target, "rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return target.rename(scratch / f"{sha256}.parquet")
