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


class OriginalMissing(OverblikError):
    """The archive lacks a file that the release in force rests on."""

    notice = "En fil i arkivet mangler, så tallene ikke kan samles. Gendan mappen data/arkiv fra sikkerhedskopien."


def archived(data: Path, sha256: str) -> Path:
    """Where the original of that hash lies. Raises OriginalMissing."""
    path = data / "arkiv" / f"{sha256}.parquet"
    if not path.is_file():
        raise OriginalMissing("an original is not in the archive")
    return path


@contextmanager
def copied(deliveries: list[Delivery], data: Path) -> Iterator[list[Delivery]]:
    """The same deliveries as copies of our own, named by their hash: a file may change under us in the inbox."""
    archive = data / "arkiv"
    archive.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".ny-", dir=archive) as scratch:
        yield [replace(delivery, path=_copy(delivery.path, Path(scratch))) for delivery in deliveries]


def keep(copy: Path, data: Path) -> None:
    """Moves an accepted copy to its place in the archive."""
    place = data / "arkiv" / copy.name
    if not place.exists():
        copy.chmod(0o444)
        os.replace(copy, place)


def _copy(path: Path, scratch: Path) -> Path:
    target = scratch / "kopi"
    shutil.copyfile(path, target)
    with open(target, "rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return target.rename(scratch / f"{sha256}.parquet")
