"""Takes releases out of the store: a note stays that keeps the chain together, what no other release needs goes.

The note comes first, and from then on the release is not shown; what somebody who was killed did not get to is done by
the next one.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from overblik.errors import ReleaseDamaged
from overblik.intake.durable import make_folder, remove, sync_folder, write_file
from overblik.release import Release, gone, gone_path, manifest_path, object_path, stored_release
from overblik.settings import COPENHAGEN


def leave_note(folder: Path, release: Release, *, withdrawn: bool) -> None:
    """Says that a release is no longer here, and why; its place in the chain stays known."""
    note = {
        "parent": release.manifest["parent"],
        "i_kraft": release.in_force_from.isoformat(),
        "eksempel": release.is_example,
        "trukket": withdrawn,
        "hvornaar": datetime.now(COPENHAGEN).isoformat(timespec="seconds"),
    }
    _write_note(folder, release.id, note)


def leave_bare_note(folder: Path, release_id: str) -> None:
    """Withdraws a release of which nothing can be read, its place in the chain neither."""
    _write_note(folder, release_id, {"trukket": True})


def clear(folder: Path) -> int:
    """Removes the manifests that have a note, and every object that no other release rests on; gives their number.

    For the holder of the turn. Raises ReleaseDamaged, with nothing removed, where a manifest cannot be read.
    """
    ids = stored_ids(folder)
    kept = [stored_release(folder, each) for each in ids if gone(folder, each) is None]
    used = {object_path(folder, entry["sha256"]) for each in kept for entry in each.manifest["objects"].values()}
    unused = [path for path in sorted((folder / "objekter").iterdir()) if path not in used]
    for path in unused:
        remove(path)
    sync_folder(folder / "objekter")
    for release_id in ids:  # last, for they say what there was to remove
        if gone(folder, release_id) is not None:
            remove(manifest_path(folder, release_id))
    sync_folder(folder / "manifest")
    return len(unused)


def stored_ids(folder: Path) -> list[str]:
    """The ids of all manifests, of releases in force, before, waiting and never come into force."""
    return sorted(path.stem for path in (folder / "manifest").glob("*.json"))


def readable(folder: Path, ids: Iterable[str]) -> tuple[list[Release], list[str]]:
    """The releases whose manifest can be read, and the ids of the others."""
    found, damaged = [], []
    for release_id in ids:
        try:
            found.append(stored_release(folder, release_id))
        except ReleaseDamaged:
            damaged.append(release_id)
    return found, damaged


def _write_note(folder: Path, release_id: str, note: dict[str, object]) -> None:
    place = gone_path(folder, release_id)
    make_folder(place.parent)
    write_file(place, json.dumps(note).encode("ascii"), 0o644)
    sync_folder(place.parent)
