"""Erases a delivered file for good: from archive, quarantine and inbox, and every release that was built on it.

Those releases answer *trukket tilbage* from then on. What readers see is replaced first: by a release of the other
files, or by the newest earlier one that the file is no part of, or by nothing. Whoever is killed begins again.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from overblik.errors import NoRelease, OverblikError, ReleaseDamaged, ReleaseWithdrawn
from overblik.intake import approval, quarantine
from overblik.intake.archive import archived, hash_of
from overblik.intake.clearing import clear, leave_bare_note, leave_note, readable, stored_ids
from overblik.intake.durable import append_line, make_folder, remove, sync_folder, write_file
from overblik.intake.restoring import restored
from overblik.intake.store import publishing_turn
from overblik.intake.withdrawing import made_without
from overblik.mailbox import candidate_id
from overblik.mailbox_reports import reports
from overblik.release import Release, current_id, earlier_path, pointer_path, read_release, releases_folder
from overblik.release_history import chain
from overblik.settings import COPENHAGEN

LOG = "slettet.jsonl"


class EraseUnknown(OverblikError):
    """Nothing was ever handed in under that name or hash, or it is erased already."""

    notice = (
        "Der findes ingen fil af det navn eller med den sha256 i arkiv, afvist eller indbakke. "
        "Skriv navnet, som filen blev afleveret under, fx FOB/oekonomi.parquet."
    )


@dataclass(frozen=True)
class Erased:
    """What went: how many files, the releases that answer *trukket tilbage*, and the id in force now (None: none)."""

    files: int
    withdrawn: tuple[str, ...]
    in_force: str | None


def erase(data: Path, named: str, hvem: str = "") -> Erased:
    """Erases a file by the name it was handed in under (all that ever came under it), or by its sha256.

    Raises EraseUnknown. Backups are not in its reach.
    """
    folder = releases_folder(data)
    with publishing_turn(folder):
        quarantine.recover(data)
        releases, damaged = readable(folder, stored_ids(folder))
        hashes = _hashes(data, named, releases)
        built = [release for release in releases if _rests_on(release, hashes)]
        _replace_in_force(data, hashes, hvem)
        _withdraw_candidate(data, built, hashes)
        for release in built:
            leave_note(folder, release, withdrawn=True)
        for release_id in damaged:  # nobody can tell what it was built on, and nobody can be shown it
            leave_bare_note(folder, release_id)
        files = _erase_files(data, named, hashes)
        withdrawn = (*(release.id for release in built), *damaged)
        in_force = current_id(data)
        _log(data, {"sha256": sorted(hashes), "trukket": list(withdrawn), "gaelder": in_force, "hvem": hvem})
        clear(folder)
    return Erased(files, withdrawn, in_force)


def _hashes(data: Path, named: str, releases: Sequence[Release]) -> set[str]:
    """The contents that are meant. Raises EraseUnknown."""
    known = {(source["fil"], source["sha256"]) for release in releases for source in release.manifest["sources"]}
    known |= {(file.fil, file.sha256) for report in reports(data) for file in report.filer if not file.slettet}
    known |= {(path.relative_to(data / "indbakke").as_posix(), hash_of(path)) for path in _in_inbox(data)}
    known |= {("", path.stem) for path in (data / "arkiv").glob("*.parquet")}
    found = {sha256 for name, sha256 in known if sha256 and named in (name, sha256)}
    if not found:
        raise EraseUnknown("no such file")
    return found


def _rests_on(release: Release, hashes: set[str]) -> bool:
    return any(source["sha256"] in hashes for source in release.manifest["sources"])


def _replace_in_force(data: Path, hashes: set[str], hvem: str) -> None:
    try:
        line = [read_release(data)]
    except (NoRelease, ReleaseDamaged, ReleaseWithdrawn):
        line = []
    if line and not _rests_on(line[0], hashes):
        return
    standing = approval.sources_of(line[0]) if line else []
    left = [source for source in standing if source.sha256 not in hashes]
    try:
        if left:
            made_without(data, line[0], [s.fil for s in standing if s.sha256 in hashes], left, hvem)
            return
    except (OverblikError, OSError):
        pass  # readers get an earlier one instead
    if line:
        _fall_back(data, hashes, hvem)


def _fall_back(data: Path, hashes: set[str], hvem: str) -> None:
    """Puts the newest earlier release in force that the file is no part of; where there is none, nothing."""
    with suppress(OverblikError):  # the chain ends where it can no longer be read
        for release in islice(chain(data), 1, None):
            if release.is_example or _rests_on(release, hashes):
                continue
            with suppress(ReleaseDamaged):
                restored(data, release, hvem)
                return
    folder = releases_folder(data)
    remove(earlier_path(folder))
    remove(pointer_path(folder))
    sync_folder(folder)


def _withdraw_candidate(data: Path, built: Sequence[Release], hashes: set[str]) -> None:
    """What waits for approval with the file in it waits no longer; its other new files are in the inbox again."""
    waiting = candidate_id(data)
    for candidate in [release for release in built if release.id == waiting]:
        others = [source for source in approval.new_sources(candidate) if source.sha256 not in hashes]
        for source in others:
            place = data / "indbakke" / source.fil
            make_folder(place.parent)
            if not os.path.lexists(place):
                write_file(place, archived(data, source.sha256, source.fil).read_bytes(), 0o644)
                sync_folder(place.parent)
        approval.clear(data)
        approval.forget(data, others)


def _erase_files(data: Path, named: str, hashes: set[str]) -> int:
    found = [path for sha256 in hashes for path in sorted((data / "arkiv").glob(f"{sha256}*"))]
    found += [path for path in _in_inbox(data) if hash_of(path) in hashes]
    for path in found:
        remove(path)
    for folder in {path.parent for path in found}:
        sync_folder(folder)
    set_aside = [
        (report.mappe, file.fil)
        for report in reports(data)
        for file in report.filer
        if not file.slettet and (file.sha256 in hashes or file.fil == named)
    ]
    for folder_name, file_name in set_aside:
        quarantine.erase(data, folder_name, file_name)
    return len(found) + len(set_aside)


def _in_inbox(data: Path) -> list[Path]:
    found = sorted((data / "indbakke").rglob("*"))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _log(data: Path, what: dict[str, object]) -> None:
    """Adds a line: which content, which releases, when and by whom; no name and no value. Nothing is ever removed."""
    line = {"hvornaar": datetime.now(COPENHAGEN).isoformat(timespec="seconds")} | what
    make_folder(data / "arkiv", 0o700)
    append_line(data / "arkiv" / LOG, json.dumps(line))
