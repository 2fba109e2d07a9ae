"""How many rows of activity a second are checked, rewritten, protected and built; how much memory that takes.

Beside it stands one plain DuckDB scan of every column of the same files in the same run: on another machine, or a busy
one, the ratio tells more than the rate.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks import activity, memory
from overblik.intake.publishing import EXAMPLE_DAY, publish_folder


@dataclass(frozen=True)
class Published:
    """One drop of so many rows in so many files."""

    rows: int
    files: int
    seconds: float
    scan: float
    memory: int

    @property
    def rate(self) -> float:
        """Rows a second."""
        return self.rows / self.seconds


def measure(rows: int, files: int, place: Path | None = None) -> Published:
    """Makes the files (not timed), scans them with DuckDB, and publishes them to an empty data folder."""
    with TemporaryDirectory(dir=place) as made, TemporaryDirectory(dir=place) as data:
        paths = activity.make(Path(made), rows, files)
        scan = min(_scan(paths) for _ in range(2))
        with memory.watched() as peak:
            begun = time.perf_counter()
            outcome = publish_folder(Path(made), Path(data), day=EXAMPLE_DAY)
            seconds = time.perf_counter() - begun
        assert outcome.accepted, [breach.message for breach in outcome.rejected]
    return Published(rows, files, seconds, scan, peak.bytes)


def table(found: list[Published]) -> str:
    """Markdown."""
    head = (
        "| rows of activity | files | seconds | rows a second | plain scans of the files | memory, MB |\n|" + "--:|" * 6
    )
    lines = [
        f"| {one.rows:,} | {one.files} | {one.seconds:.1f} | {one.rate:,.0f} | {one.seconds / one.scan:.1f} "
        f"| {one.memory / 1e6:,.0f} |"
        for one in found
    ]
    return "\n".join([head, *lines])


def _scan(paths: list[Path]) -> float:
    """Seconds to look at every value once."""
    looked = {"string": "sum(strlen({}))", "date32[day]": "sum({} - date '2000-01-01')"}
    asked = ", ".join(looked.get(str(field.type), "sum({})").format(f'"{field.name}"') for field in activity.SCHEMA)
    with duckdb.connect(config={"threads": min(2, os.cpu_count() or 1)}) as connection:
        begun = time.perf_counter()
        connection.execute(f"select {asked} from read_parquet(?)", [[str(path) for path in paths]]).fetchall()
        return time.perf_counter() - begun
