"""So many rows of activity in so many areas: the files as handed in, and the release made of them.

Made once, kept in a folder of their own below the system's temporary folder, and used by all who are compared.
"""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import activity
from overblik.intake.publishing import EXAMPLE_DAY, publish_folder
from overblik.release import Release, object_path, read_release

FREE = 40  # bytes of disk that a row takes: handed in, archived, and both again while they are published
_EDITION = 1  # of what is made; another number makes it anew


class NoRoom(Exception):
    """The disk has no room for so many rows."""


@dataclass(frozen=True)
class Dataset:
    """What lies in the folder: `handed_in/` and, as OVERBLIK_DATA, `data/`."""

    rows: int
    areas: int
    folder: Path

    @property
    def name(self) -> str:
        """As tables and log lines call it."""
        return f"{self.rows:,} rows, {self.areas} areas"

    @property
    def handed_in(self) -> Path:
        """The analyst's folder."""
        return self.folder / "handed_in"

    @property
    def data(self) -> Path:
        """The data folder that Overblik reads."""
        return self.folder / "data"

    @cached_property
    def release(self) -> Release:
        """The release made of it."""
        return read_release(self.data)

    def table(self, name: str) -> Path:
        """The release's own Parquet file of a table: the cube."""
        return object_path(self.release.folder, self.release.manifest["objects"][name]["sha256"])


def made(place: Path, rows: int, areas: int) -> Dataset:
    """The data set, made if it is not there. Raises NoRoom."""
    made = Dataset(rows, areas, place / f"{_EDITION}-{rows}-{areas}")
    done = made.folder / "done"
    if done.exists():
        return made
    shutil.rmtree(made.folder, ignore_errors=True)
    made.handed_in.mkdir(parents=True)
    if shutil.disk_usage(place).free < FREE * rows + 1e9:
        raise NoRoom(f"{rows:,} rows need {FREE * rows / 1e9 + 1:.0f} GB free in {place.name}")
    activity.make(made.handed_in, rows, max(1, rows // 5_000_000), areas)
    outcome = publish_folder(made.handed_in, made.data, day=EXAMPLE_DAY)
    assert outcome.release, outcome.rejected
    assert not outcome.rejected, outcome.rejected
    shutil.rmtree(made.data / "arkiv")  # the originals again; nobody reads them here
    done.touch()
    return made
