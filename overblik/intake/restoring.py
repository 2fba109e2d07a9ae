"""Puts an earlier release in force again: a new manifest with the same objects, so that the chain only ever grows."""

from datetime import datetime
from pathlib import Path

from overblik.errors import NoRelease, OverblikError, ReleaseDamaged
from overblik.intake.store import publishing_turn, put_in_force, write_manifest
from overblik.release import Release, current_id, read_release, releases_folder, whole_release
from overblik.release_history import newest_whole
from overblik.settings import COPENHAGEN, today


class RestoreRefused(OverblikError):
    """The release must not be put in force; the notice says why."""

    notice = "Udgivelsen kan ikke gendannes."


def restore(data: Path, wanted: str, hvem: str = "") -> Release:
    """Puts the figures of an earlier release in force, checked byte for byte first; gives the new release.

    Mends a store whose pointer or newest release is damaged, too.
    Raises RestoreRefused, ReleaseUnknown, ReleaseDamaged, ReleaseWithdrawn.
    """
    folder = releases_folder(data)
    with publishing_turn(folder):
        return restored(data, read_release(data, wanted), hvem)


def restored(data: Path, release: Release, hvem: str) -> Release:
    """As `restore`, for the holder of the turn."""
    folder = releases_folder(data)
    release = whole_release(folder, release.id)
    before = _in_force(data)
    if before and before.id == release.id and _points_to(data) == release.id:
        raise RestoreRefused("it is in force", "Udgivelsen gælder allerede, så der er ikke noget at gendanne.")
    if release.manifest.get("venter"):
        raise RestoreRefused(
            "it was never approved", "Udgivelsen er aldrig blevet godkendt, så der er ingen tal at gendanne."
        )
    if before and release.is_example and not before.is_example:
        raise RestoreRefused(
            "the example would hide real figures", "Eksemplet kan ikke gendannes, for der er udgivet rigtige tal her."
        )
    manifest = release.manifest | {
        "parent": before.id if before else None,
        "created": datetime.now(COPENHAGEN).isoformat(timespec="seconds"),
        "i_kraft": today().isoformat(),
        "gendannet": release.id,
        "hvem": hvem,
    }
    release_id = write_manifest(folder, manifest)
    put_in_force(folder, release_id, before.id if before else None)
    return read_release(data, release_id)


def _in_force(data: Path) -> Release | None:
    """What the restored release follows: what readers see now, or the release itself where they see none."""
    try:
        return newest_whole(data).release
    except (NoRelease, ReleaseDamaged):
        return None


def _points_to(data: Path) -> str | None:
    try:
        return current_id(data)
    except ReleaseDamaged:
        return None
