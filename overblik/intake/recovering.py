"""Puts a backup (backup.py) into a data folder that holds nothing: all of it, once all of it has been checked.

A backup comes from outside, so it is read as one: plain files in the places that a backup has, nothing else.
"""

import hashlib
import json
import os
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO

from overblik.errors import OverblikError
from overblik.intake.archive import CHUNK
from overblik.intake.backup import NAMED_BY_CONTENT, SETTINGS, BackupUnusable, promised
from overblik.intake.durable import SCRATCH, make_folder, move, sync_folder, write_all, write_file
from overblik.intake.protection_key import fingerprint, key_path
from overblik.release import current_id, pointer_path, releases_folder, whole_release

_FOLDERS = (*NAMED_BY_CONTENT, "udgivelser", "udgivelser/borte")
_FILES = (SETTINGS, "sendt.json")
_DAMAGED = "Sikkerhedskopien er ikke hel, eller det er ikke en af Overbliks. Intet er genskabt; brug en anden kopi."


def recover(file: Path, key: Path | None, data: Path) -> str:
    """Puts a backup in place; gives the id of the release in force. Raises BackupUnusable, OSError.

    Settings are laid in the data folder as `overblik.toml`, for a person to put where they belong.
    """
    if taken := [name for name in ("udgivelser", "arkiv", "hemmeligt") if any((data / name).glob("*"))]:
        raise BackupUnusable(
            f"not empty: {taken}",
            f"Datamappen er ikke tom ({', '.join(taken)}). Flyt det, der er der, til side, og prøv igen.",
        )
    make_folder(data)
    scratch = data / f"{SCRATCH}genskab"
    shutil.rmtree(scratch, ignore_errors=True)  # of one who was interrupted
    make_folder(scratch, 0o700)
    try:
        _unpack(file, scratch)
        release_id = _in_force(scratch)
        _lay_key(scratch, key)
        _put_in_place(scratch, data)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return release_id


def _unpack(file: Path, scratch: Path) -> None:
    try:
        with tarfile.open(file, mode="r:") as tar:
            for member in tar:
                place = PurePosixPath(member.name)
                content = tar.extractfile(member) if member.isreg() and _is_ours(place) else None
                if content is None:
                    raise BackupUnusable("a member that is none of ours", _DAMAGED)
                make_folder((scratch / place).parent)
                hashed = _copy(content, scratch / place, _mode(place))
                if hashed != (promised(member.name) or hashed):
                    raise BackupUnusable("a member is not what its name promises", _DAMAGED)
    except (tarfile.TarError, EOFError, UnicodeDecodeError) as error:
        raise BackupUnusable(f"no whole tar: {error.__class__.__name__}", _DAMAGED) from error


def _is_ours(place: PurePosixPath) -> bool:
    known = place.parent.as_posix() in _FOLDERS or place.as_posix() in _FILES
    return known and not place.name.startswith(".") and place.name.isprintable()


def _mode(place: PurePosixPath) -> int:
    """As whoever wrote it first did: originals for the publisher alone, objects and manifests read-only."""
    if place.parts[0] == "arkiv":
        return 0o400 if promised(place.as_posix()) else 0o600
    return 0o444 if promised(place.as_posix()) else 0o644


def _copy(content: IO[bytes], target: Path, mode: int) -> str:
    """Writes a file to stay; gives the sha256 of its bytes. A place that comes twice is refused by the system."""
    digest = hashlib.sha256()
    opened = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
            write_all(opened, chunk)
        os.fchmod(opened, mode)
        os.fsync(opened)
    finally:
        os.close(opened)
    return digest.hexdigest()


def _in_force(scratch: Path) -> str:
    """The release in force, once every byte of it has been read."""
    try:
        if (release_id := current_id(scratch)) is not None:
            return whole_release(releases_folder(scratch), release_id).id
    except OverblikError as error:
        raise BackupUnusable(f"the release in force: {error}", f"{_DAMAGED} ({error.notice})") from error
    raise BackupUnusable("no pointer", _DAMAGED)


def _lay_key(scratch: Path, key: Path | None) -> None:
    """The key in its place, if it is the one that the releases were made with. The example's key is public."""
    manifests = [json.loads(path.read_bytes()) for path in (releases_folder(scratch) / "manifest").glob("*.json")]
    wanted = {each.get("settings", {}).get("noegle_aftryk") for each in manifests if not each.get("eksempel")} - {None}
    if not wanted:
        return
    content = key.read_bytes().strip() if key else b""
    if not content.isascii() or wanted != {fingerprint(content.decode("ascii"))}:
        names = ", ".join(f"noegle-{each}" for each in sorted(wanted))
        raise BackupUnusable(
            "the key is missing or another one",
            f"Udgivelserne er lavet med en nøgle, hvis kopi hedder {names}. Angiv den med --noegle. Intet er genskabt.",
        )
    make_folder(key_path(scratch).parent, 0o700)
    write_file(key_path(scratch), content + b"\n", 0o600)


def _put_in_place(scratch: Path, data: Path) -> None:
    """Moves every file to its place; the pointer last, so that nothing is shown before all is there."""
    pointer = pointer_path(releases_folder(scratch))
    folders: set[Path] = set()
    for path in [*sorted(path for path in scratch.rglob("*") if path.is_file() and path != pointer), pointer]:
        target = data / path.relative_to(scratch)
        if path == pointer:
            for folder in folders:
                sync_folder(folder)
        make_folder(target.parent, 0o700 if target.parent.name in ("arkiv", "hemmeligt") else 0o755)
        move(path, target)
        folders.add(target.parent)
    sync_folder(pointer_path(releases_folder(data)).parent)
    sync_folder(data)
