"""Clears old releases away, by an explicit rule only: never one that something still holds on to.

Held are the one in force, the last whole one before it, every release that a meeting was prepared from or saw, those
a person has held fast (for a link in a referat, say), and the newest of a chosen number. What waits for approval is no
part of the chain and is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.errors import OverblikError, ReleaseDamaged, ReleaseWithdrawn
from overblik.intake.clearing import clear, leave_note
from overblik.intake.durable import sync_folder, write_file
from overblik.intake.store import publishing_turn
from overblik.release import Release, read_release, releases_folder, whole_release
from overblik.release_history import chain, release_at


class PruneRefused(OverblikError):
    """The rule cannot be used."""

    notice = "Der skal gemmes mindst én udgivelse. Skriv fx prune --behold 24."


@dataclass(frozen=True)
class Pruned:
    """The releases that were cleared away, newest first, and how many objects went with them."""

    releases: tuple[str, ...]
    objects: int


def prune(data: Path, behold: int) -> Pruned:
    """Clears away what is older than the newest `behold` releases and held by nothing.

    Raises PruneRefused; ReleaseDamaged, with nothing removed, where a release cannot be read to say what it holds.
    """
    if behold < 1:
        raise PruneRefused("nothing would be kept")
    folder = releases_folder(data)
    with publishing_turn(folder):
        line = list(chain(data))
        held = _held(data, line)
        old = [release for release in line[behold:] if release.id not in held]
        for release in old:
            leave_note(folder, release, withdrawn=False)
        return Pruned(tuple(release.id for release in old), clear(folder))


def hold_fast(data: Path, wanted: str) -> str:
    """Holds a release fast, whatever rule is used; gives its id. Raises ReleaseUnknown, ReleaseDamaged."""
    with publishing_turn(releases_folder(data)):
        release_id = read_release(data, wanted).id
        _write_held_fast(data, sorted({*held_fast(data), release_id}))
    return release_id


def let_go(data: Path, wanted: str) -> str:
    """No longer holds a release fast; gives its id."""
    with publishing_turn(releases_folder(data)):
        release_id = read_release(data, wanted).id
        _write_held_fast(data, [each for each in held_fast(data) if each != release_id])
    return release_id


def held_fast(data: Path) -> list[str]:
    """The ids that a person has held fast. Raises OSError."""
    try:
        return _place(data).read_text(encoding="ascii").split()
    except FileNotFoundError:
        return []


def _held(data: Path, line: list[Release]) -> set[str]:
    good = next((release.id for release in line[1:] if _is_whole(release)), None)
    meetings = {day for release in line for day in _meeting_days(release)}
    seen = {found.id for day in meetings if (found := _seen(data, day))}
    return {line[0].id, *([good] if good else []), *seen, *held_fast(data)}


def _seen(data: Path, day: date) -> Release | None:
    try:
        return release_at(data, day)
    except ReleaseWithdrawn:
        return None


def _meeting_days(release: Release) -> Iterator[date]:
    """The days whose figures the meetings of a release go by: when they were held, and when figures were fixed."""
    table = pq.read_table(pa.BufferReader(release.object_bytes("moede")), columns=["dato", "data_laas_dato"])
    for column in table.columns:
        yield from (day for day in column.to_pylist() if day is not None)


def _is_whole(release: Release) -> bool:
    try:
        whole_release(release.folder, release.id)
    except ReleaseDamaged:
        return False
    return True


def _place(data: Path) -> Path:
    return releases_folder(data) / "fastholdt"


def _write_held_fast(data: Path, ids: list[str]) -> None:
    write_file(_place(data), "\n".join(ids).encode("ascii"), 0o644)
    sync_folder(releases_folder(data))
