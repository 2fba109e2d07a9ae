"""Where releases lie and how one is read: the one thing that intake writes and answers reads.

    udgivelser/objekter/<sha256>.parquet   one table of a release, named by its content
    udgivelser/manifest/<id>.json          what a release consists of; the id is the sha256 of these bytes
    udgivelser/aktuel                      the id in force
    udgivelser/tidligere                   ids that were in force before it, newest first, to fall back on
    udgivelser/borte/<id>.json             what is left of a release that was withdrawn or cleared away

Objects and manifests are immutable. Order comes from each manifest's parent, never from the clock.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from overblik.errors import NoRelease, ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn

FORMAT = 2  # 1 had no protection of small numbers: such a release is never shown, restored or linked to again

OLD_FORMAT = (
    "Udgivelsen er lavet af en tidligere udgave af Overblik, før små tal blev beskyttet, og vises ikke mere. "
    "Flyt mappen udgivelser til side, læg filerne i indbakken igen, og udgiv dem."
)

POINTS_NOWHERE = (
    "Filen udgivelser/aktuel peger ikke på en udgivelse, der findes. Kontakt den, der driver Overblik: "
    "filen skal indeholde navnet på en af filerne i udgivelser/manifest, uden .json."
)

CLEARED_AWAY = "Udgivelsen gemmes ikke længere: den er ryddet væk efter reglen om gamle udgivelser. Brug de nyeste tal."


@dataclass(frozen=True)
class Release:
    """One release: its id and what its manifest says."""

    id: str
    folder: Path
    manifest: dict[str, Any] = field(compare=False, repr=False)

    @property
    def created(self) -> str:
        """When it was made: ISO date and time with zone."""
        return str(self.manifest["created"])

    @property
    def updated(self) -> date:
        """The day its figures are of, for readers: when it was made; for the example, when it was invented for."""
        return date.fromisoformat(self.manifest["today"])

    @property
    def in_force_from(self) -> date:
        """The day it came in force: later than `updated` where older figures were restored."""
        return date.fromisoformat(self.manifest.get("i_kraft", self.manifest["today"]))

    @property
    def is_example(self) -> bool:
        """True where the figures are the invented example."""
        return bool(self.manifest["eksempel"])

    @property
    def default_plan(self) -> str:
        """The newest plan that had begun when the release was made."""
        return str(self.manifest["plan"])

    @property
    def plans(self) -> tuple[str, ...]:
        """Ids of the plans, as the manifest lists them."""
        return tuple(self.manifest["statusdato"])

    def default_statusdato(self, plan: str) -> date:
        """The newest whole month that the plan's forbrug reached when the release was made."""
        return date.fromisoformat(self.manifest["statusdato"][plan])

    def object_bytes(self, name: str) -> bytes:
        """The Parquet bytes of one table, checked against the hash that names them. Raises ReleaseDamaged."""
        sha256 = self.manifest["objects"][name]["sha256"]
        try:
            content = object_path(self.folder, sha256).read_bytes()
        except OSError as error:
            raise ReleaseDamaged(f"object of {name} cannot be read: {error.__class__.__name__}") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ReleaseDamaged(f"object of {name} is not what its name promises")
        return content


def releases_folder(data: Path) -> Path:
    """The folder of all releases below the data folder."""
    return data / "udgivelser"


def object_path(folder: Path, sha256: str) -> Path:
    """Where the object of that hash lies below the folder of releases."""
    return folder / "objekter" / f"{sha256}.parquet"


def manifest_path(folder: Path, release_id: str) -> Path:
    """Where the manifest of that id lies below the folder of releases."""
    return folder / "manifest" / f"{release_id}.json"


def pointer_path(folder: Path) -> Path:
    """The file that holds the id in force."""
    return folder / "aktuel"


def earlier_path(folder: Path) -> Path:
    """The file that lists ids that were in force before."""
    return folder / "tidligere"


def gone_path(folder: Path, release_id: str) -> Path:
    """The file that says why a release is no longer here."""
    return folder / "borte" / f"{release_id}.json"


@dataclass(frozen=True)
class Gone:
    """What is left of a release: its place in the chain. Withdrawn: a file that it was built on has been erased."""

    id: str
    parent: str | None
    in_force_from: date
    is_example: bool
    withdrawn: bool


def current_id(data: Path) -> str | None:
    """The id in force, or None where nothing has been released yet. Raises ReleaseDamaged."""
    try:
        named = pointer_path(releases_folder(data)).read_bytes().decode("ascii", errors="replace").strip()
    except FileNotFoundError:
        if earlier_path(releases_folder(data)).exists():
            raise ReleaseDamaged("the pointer is gone", POINTS_NOWHERE) from None
        return None
    except OSError as error:
        raise ReleaseDamaged(f"the pointer cannot be read: {error.__class__.__name__}") from error
    if len(named) != 64 or not _hexadecimal(named):
        raise ReleaseDamaged("the pointer holds no id", POINTS_NOWHERE)
    return named


def read_release(data: Path, release_id: str | None = None) -> Release:
    """The release of an id (an unambiguous beginning of 8 characters or more will do), or the one in force.

    Raises NoRelease, ReleaseUnknown, ReleaseDamaged, ReleaseWithdrawn.
    """
    folder = releases_folder(data)
    if release_id is not None:
        return _read(folder, _whole_id(folder, release_id))
    if (in_force := current_id(data)) is None:
        raise NoRelease("there is no release")
    if note := gone(folder, in_force):
        raise ReleaseWithdrawn("the one in force was withdrawn") if note.withdrawn else ReleaseDamaged("cleared away")
    try:
        return _read(folder, in_force)
    except ReleaseUnknown:
        raise ReleaseDamaged("the pointer names a release that is not there", POINTS_NOWHERE) from None


def earlier_ids(folder: Path) -> list[str]:
    """Ids that were in force before, newest first; a line that is no id is left out."""
    try:
        lines = earlier_path(folder).read_bytes().decode("ascii", errors="replace").split()
    except OSError:
        return []
    return [line for line in lines if len(line) == 64 and _hexadecimal(line)]


def whole_release(folder: Path, release_id: str) -> Release:
    """A release of which every byte has been read and is what its hash promises. Raises ReleaseUnknown, ReleaseDamaged.

    Withdrawn ones among them: whoever asks must know what for.
    """
    release = stored_release(folder, release_id)
    for name in release.manifest["objects"]:
        release.object_bytes(name)
    return release


def stored_release(folder: Path, release_id: str) -> Release:
    """What lies in the store under an id, read anew and checked. Raises ReleaseUnknown, ReleaseDamaged."""
    try:
        content = manifest_path(folder, release_id).read_bytes()
    except FileNotFoundError:
        raise ReleaseUnknown("no manifest of that id") from None
    except OSError as error:
        raise ReleaseDamaged(f"the manifest cannot be read: {error.__class__.__name__}") from error
    if hashlib.sha256(content).hexdigest() != release_id:
        raise ReleaseDamaged("the manifest is not what its name promises")
    manifest = json.loads(content)
    if manifest.get("format") != FORMAT:
        raise ReleaseDamaged("the manifest is of another format", OLD_FORMAT)
    return Release(release_id, folder, manifest)


def gone(folder: Path, release_id: str) -> Gone | None:
    """What is left of a release that was withdrawn or cleared away; None for one that was not.

    A note that cannot be read counts as a withdrawal: what was erased must not come back by a flipped bit.
    """
    try:
        note = json.loads(gone_path(folder, release_id).read_bytes())
        day, example = date.fromisoformat(note["i_kraft"]), bool(note["eksempel"])
        return Gone(release_id, note["parent"], day, example, note["trukket"] is not False)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return Gone(release_id, None, date.min, False, True)


def release_in_force(data: Path) -> Release | None:
    """The release in force; None where nothing has been released yet. Raises ReleaseDamaged."""
    try:
        return read_release(data)
    except NoRelease:
        return None


def _whole_id(folder: Path, wanted: str) -> str:
    """Ids come from addresses and command lines: only hexadecimal digits ever reach a path."""
    if not 8 <= len(wanted) <= 64 or not _hexadecimal(wanted):
        raise ReleaseUnknown("not a release id")
    if len(wanted) == 64:
        return wanted
    found = {path.stem for kind in ("manifest", "borte") for path in (folder / kind).glob(f"{wanted}*.json")}
    if len(found) != 1:
        raise ReleaseUnknown(f"{len(found)} releases begin so")
    return found.pop()


def _hexadecimal(text: str) -> bool:
    return all(sign in "0123456789abcdef" for sign in text)


def _read(folder: Path, release_id: str) -> Release:
    if note := gone(folder, release_id):
        raise ReleaseWithdrawn("it was withdrawn") if note.withdrawn else ReleaseUnknown("cleared away", CLEARED_AWAY)
    return _remembered(folder, release_id)


@lru_cache(maxsize=64)
def _remembered(folder: Path, release_id: str) -> Release:
    return stored_release(folder, release_id)
