"""A backup of all that figures rest on, as one file; recovering.py is the way back.

    udgivelser/…  arkiv/…  sendt.json     as they lie in the data folder
    overblik.toml                          the settings, where there is a file of them

Not in it: the inbox (not taken yet), refused files (they may hold personal data), and the key, which goes to a folder
of its own: whoever has both can tell small numbers. Objects, manifests and originals are named by their sha256, so a
backup can be verified whole by itself.
"""

import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from overblik.errors import OverblikError
from overblik.intake.archive import hash_of
from overblik.intake.durable import SCRATCH, make_folder, move, sync_folder, write_file
from overblik.intake.protection_key import fingerprint, key_path
from overblik.intake.store import publishing_turn
from overblik.release import current_id, releases_folder
from overblik.settings import ROOT

NAMED_BY_CONTENT = ("udgivelser/objekter", "udgivelser/manifest", "arkiv")
SETTINGS = "overblik.toml"
_RUNNING = ("laas", "vagt", "tilstand.json")  # a running system's, not figures'


class BackupUnusable(OverblikError):
    """A backup cannot be made or used; the notice says why."""

    notice = "Sikkerhedskopien kan ikke bruges."


@dataclass(frozen=True)
class Kept:
    """A backup that was made: its file, how many files it holds, those left out as damaged, and the copy of the key."""

    file: Path
    files: int
    damaged: tuple[str, ...]
    key: Path | None


def back_up(data: Path, folder: Path, key_folder: Path | None, settings_file: Path = ROOT / SETTINGS) -> Kept:
    """Writes a backup into a folder, named by its time; the key into another. Raises BackupUnusable, OSError.

    For whoever may publish: nobody else can read the originals. Publishing waits meanwhile.
    """
    if current_id(data) is None:
        raise BackupUnusable("nothing is released", "Der er ikke udgivet noget, så der er intet at tage kopi af.")
    make_folder(folder)
    file = folder / f"overblik-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
    scratch = folder / f"{SCRATCH}{file.name}"
    with publishing_turn(releases_folder(data)):
        found = {path.relative_to(data).as_posix(): path for path in _files(data)}
        found |= {SETTINGS: settings_file} if settings_file.is_file() else {}
        damaged = tuple(name for name, path in found.items() if (hashed := promised(name)) and hash_of(path) != hashed)
        opened = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(opened, "wb") as written:
            with tarfile.open(fileobj=written, mode="w") as tar:
                for name in found.keys() - set(damaged):
                    tar.add(found[name], name, recursive=False)
            written.flush()
            os.fsync(written.fileno())
        key = _copy_of_key(data, key_folder)
    move(scratch, file)
    sync_folder(folder)
    return Kept(file, len(found) - len(damaged), damaged, key)


def promised(name: str) -> str | None:
    """The sha256 that a file in a backup promises by its name; None where its name promises nothing."""
    place = PurePosixPath(name)
    return place.stem if place.parent.as_posix() in NAMED_BY_CONTENT and len(place.stem) == 64 else None


def _files(data: Path) -> Iterator[Path]:
    releases = releases_folder(data)
    for folder in (data / "arkiv", releases / "objekter", releases / "manifest", releases / "borte", releases):
        yield from sorted(path for path in folder.glob("*") if _is_plain(path) and path.name not in _RUNNING)
    if _is_plain(data / "sendt.json"):
        yield data / "sendt.json"


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")


def _copy_of_key(data: Path, folder: Path | None) -> Path | None:
    """The key under its fingerprint, so that copies of several installations' keys can lie beside each other."""
    if folder is None or not key_path(data).is_file():
        return None
    content = key_path(data).read_bytes()
    make_folder(folder, 0o700)
    place = folder / f"noegle-{fingerprint(content.decode('ascii').strip())}"
    write_file(place, content, 0o400)
    sync_folder(folder)
    return place
