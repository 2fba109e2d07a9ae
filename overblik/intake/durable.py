"""The file operations that a release rests on: what they have done outlives a power cut, or has not been done.

Each step is one call of `os`, so that tests can stop, tear or refuse it. Renaming inside one folder is atomic; it
lasts once that folder is synchronised, which is left to the caller: one synchronisation does for many files.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SCRATCH = ".ny-"


def write_file(path: Path, content: bytes, mode: int) -> None:
    """Puts a file in place whole: never half, never before its bytes are on the disk. One writer at a time."""
    scratch = path.with_name(f"{SCRATCH}{path.name}")
    try:
        opened = _opened(scratch)
        try:
            write_all(opened, content)
            os.fchmod(opened, mode)
            os.fsync(opened)
        finally:
            os.close(opened)
        os.replace(scratch, path)
    except OSError:
        with suppress(OSError):
            os.unlink(scratch)
        raise


def _opened(scratch: Path) -> int:
    """A new file; one that somebody left who was killed goes first."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    try:
        return os.open(scratch, flags, 0o600)
    except FileExistsError:
        os.unlink(scratch)
        return os.open(scratch, flags, 0o600)


def write_all(opened: int, content: bytes | memoryview) -> None:
    """Writes all of it: one call may take only a part."""
    left = memoryview(content)
    while left:
        left = left[os.write(opened, left) :]


def append_line(path: Path, line: str) -> None:
    """Adds a line to a log that nobody but the publisher reads; whole lines that stand are never touched."""
    opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        write_all(opened, f"{line}\n".encode())
        os.fsync(opened)
    finally:
        os.close(opened)
    sync_folder(path.parent)


def make_folder(folder: Path, mode: int = 0o755) -> None:
    """Makes a folder and those above it, to stay; one that is there is left as it is."""
    made = not folder.is_dir()
    if made:
        make_folder(folder.parent)
        with suppress(FileExistsError):
            os.mkdir(folder, mode)
    # Somebody who was killed may have made it without getting to this.
    if made or os.access(folder.parent, os.R_OK):
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def move(path: Path, target: Path) -> None:
    """Gives a file another name in one step; what had that name is gone."""
    os.replace(path, target)


def remove(path: Path) -> None:
    """Removes a file; one that is not there is as good as removed."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def sweep(folder: Path) -> None:
    """Removes what a publisher that was killed left unfinished in a folder. For whoever holds the turn."""
    for unfinished in sorted(folder.glob(f"{SCRATCH}*")):
        if unfinished.is_dir() and not unfinished.is_symlink():
            shutil.rmtree(unfinished)
        else:
            remove(unfinished)
