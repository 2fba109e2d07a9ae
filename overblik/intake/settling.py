"""When a file in the inbox counts: once its size and time have stood still for a while, as we saw it ourselves.

Names, sizes and times are polled, since a network share tells of no events; and one look is compared with the next by
our own clock, never a file's time with it, since a share's clock may be another. Nothing is opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from overblik.intake.inbox import handed_in

Stamp = tuple[int, int, int]

PATIENCE = 60.0  # seconds that what stands still waits for the rest of its drop


@dataclass(frozen=True)
class Seen:
    """The inbox as it was seen last: each file's stamp, and since when (by our clock) it has looked so."""

    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    since: Mapping[str, float] = field(default_factory=dict)


def look(inbox: Path, before: Seen, now: float) -> Seen:
    """Looks at the inbox once more. `now` is of a clock that never goes back. Raises OSError."""
    stamps: dict[str, Stamp] = {}
    for path in handed_in(inbox):
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue
        stamps[path.relative_to(inbox).as_posix()] = (found.st_ino, found.st_size, found.st_mtime_ns)
    same = {name for name, stamp in stamps.items() if before.stamps.get(name) == stamp}
    return Seen(stamps, {name: before.since[name] if name in same else now for name in stamps})


def ready(seen: Seen, judged: Mapping[str, Stamp], now: float, seconds: float) -> frozenset[str]:
    """The files to judge now, which is none or all that stand still: those of one drop are judged together.

    `judged`: stamps of files that have been judged and wait; they alone are no reason to judge again. One file that
    never comes to rest does not hold up the others for longer than PATIENCE.
    """
    still = {name for name, since in seen.since.items() if now - since >= seconds}
    new = {name for name in still if judged.get(name) != seen.stamps[name]}
    moving = set(seen.stamps) - still
    waited = max((now - seen.since[name] for name in new), default=0.0)
    return frozenset(still) if new and (not moving or waited >= seconds + PATIENCE) else frozenset()
