"""What reading, judging and building gave for the same files is remembered, so that a thousand publishes take a minute.

They change no file of the store; every operation on files is done anew each time.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from overblik.intake import candidate, manifest
from overblik.intake.archive import hash_of
from overblik.intake.sandbox import Reading


@contextmanager
def remembering(place: Path) -> Iterator[None]:
    """Reads, judges and builds each set of files once until the end of the block; what was read is kept in `place`."""
    place.mkdir()
    readings: dict[Any, Any] = {}
    known: dict[Any, Any] = {}

    def read(path: Any, file: str, table: Any, scratch: Any, *more: Any) -> Any:
        key = (hash_of(path), file)
        if key not in readings:
            readings[key] = _kept(candidate_read(path, file, table, scratch, *more), place / str(len(readings)))
        return readings[key]

    def once(name: str, function: Any) -> Any:
        def remembered(files: Any, *more: Any) -> Any:
            key = (name, tuple(files))
            if key not in known:
                known[key] = function(files, *more)
            return known[key]

        return remembered

    candidate_read = candidate.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidate, "read", read)
        patch.setattr(candidate, "judge", once("judge", candidate.judge))
        for name in ("build_tables", "newest_dates"):
            patch.setattr(manifest, name, once(name, getattr(manifest, name)))
        yield


def _kept(reading: Reading, place: Path) -> Reading:
    """The same reading, its files where no publish clears them away."""
    content = reading.content
    if content is None:
        return reading
    place.mkdir()
    path = Path(shutil.copy(content.path, place))
    extra = Path(shutil.copy(content.extra_path, place)) if content.extra_path else None
    return replace(reading, content=replace(content, path=path, extra_path=extra))
