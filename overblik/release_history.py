"""The releases one after the other: which came before, which was in force on a day, and which can still be shown."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overblik.errors import NoRelease, ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn
from overblik.release import (
    Gone,
    Release,
    current_id,
    earlier_ids,
    gone,
    read_release,
    releases_folder,
    whole_release,
)


@dataclass(frozen=True)
class Shown:
    """The release that readers get, and whether it stands in for a newer one that is damaged."""

    release: Release
    newer_is_damaged: bool


def history(data: Path, newest: str | None = None) -> Iterator[Release | Gone]:
    """The release of an id (None: the one in force) and all before it, newest first, as far back as they are known.

    Raises NoRelease, ReleaseUnknown, ReleaseDamaged, ReleaseWithdrawn.
    """
    release = read_release(data, newest)
    yield release
    parent = release.manifest["parent"]
    while parent is not None:
        if note := gone(releases_folder(data), parent):
            yield note
            parent = note.parent
            continue
        try:
            release = read_release(data, parent)
        except ReleaseUnknown:  # of a store that somebody has tidied by hand; what is kept stands by itself
            return
        yield release
        parent = release.manifest["parent"]


def chain(data: Path, newest: str | None = None) -> Iterator[Release]:
    """As `history`, those alone that are still kept."""
    return (each for each in history(data, newest) if isinstance(each, Release))


def release_at(data: Path, day: date, newest: str | None = None) -> Release | None:
    """What readers saw on a day: the newest release that came in force on it or before; None where none is kept.

    `newest` is the id to look back from (None: the one in force), so that what a pinned link shows stays the same.
    The invented example is no past of real figures.
    Raises NoRelease, ReleaseUnknown, ReleaseDamaged; ReleaseWithdrawn where what was seen has been withdrawn.
    """
    line = history(data, newest)
    first = next(line)
    of_its_kind = (each for each in itertools.chain([first], line) if each.is_example == first.is_example)
    seen = next((each for each in of_its_kind if each.in_force_from <= day), None)
    if isinstance(seen, Gone):
        if seen.withdrawn:
            raise ReleaseWithdrawn("what was shown on that day has been withdrawn")
        return None
    return seen


def newest_whole(data: Path) -> Shown:
    """The release in force if every byte of it is right; else the last before it of which that can be said.

    The invented example never stands in for another. Raises NoRelease; ReleaseDamaged where none is whole.
    """
    folder = releases_folder(data)
    damage: Exception | None = None
    try:
        in_force = current_id(data)
        if in_force is None:
            raise NoRelease("there is no release")
        first = [in_force]
    except ReleaseDamaged as error:
        damage, first = error, []
    for release_id in _before(data, first):
        try:
            if gone(folder, release_id) is None:
                release = whole_release(folder, release_id)
                if not (damage and release.is_example):
                    return Shown(release, damage is not None)
        except (ReleaseDamaged, ReleaseUnknown) as error:
            damage = damage or error
    read_release(data)  # says best what is wrong with the pointer or the manifest
    raise ReleaseDamaged(str(damage)) from damage


def _before(data: Path, first: list[str]) -> Iterator[str]:
    """Ids to try: the first, those remembered beside the pointer, and the ancestors as far as manifests can be read."""
    tried = list(dict.fromkeys([*first, *earlier_ids(releases_folder(data))]))
    yield from tried
    for known in list(tried):
        try:
            for each in history(data, known):
                if each.id not in tried:
                    tried.append(each.id)
                    yield each.id
        except (ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn):
            continue
