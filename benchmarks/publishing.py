"""How many rows of activity a second are checked, rewritten, protected and built; how much memory that takes.

Beside it stands one plain DuckDB scan of every column of the same files in the same run: on another machine the ratio
tells more than the rate. On a busy one neither tells much: there the processor seconds do, which are counted over all
processes.
"""

import os
import time
from collections.abc import Callable
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
    processor: float
    scan: float
    scan_processor: float
    memory: int

    @property
    def rate(self) -> float:
        """Rows a second."""
        return self.rows / self.seconds


def measure(rows: int, files: int, place: Path | None = None) -> Published:
    """Makes the files (not timed), scans them with DuckDB, and publishes them to an empty data folder."""
    with TemporaryDirectory(dir=place) as made, TemporaryDirectory(dir=place) as data:
        paths = activity.make(Path(made), rows, files)
        scan, of_it = min(_timed(lambda: _scan(paths)) for _ in range(2))
        with memory.watched() as peak:
            seconds, processor = _timed(lambda: _publish(Path(made), Path(data)))
    return Published(rows, files, seconds, processor - peak.seconds, scan, of_it, peak.bytes)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of processor."""
    begun, used = time.perf_counter(), memory.processor_seconds()
    work()
    return time.perf_counter() - begun, memory.processor_seconds() - used


def _publish(source: Path, data: Path) -> None:
    outcome = publish_folder(source, data, day=EXAMPLE_DAY)
    assert outcome.accepted, [breach.message for breach in outcome.rejected]


def table(found: list[Published]) -> str:
    """Markdown."""
    head = (
        "| rows of activity | files | seconds | rows a second | plain scans "
        "| processor seconds a million rows | of a plain scan | memory, MB |\n|" + "--:|" * 8
    )
    lines = [
        f"| {one.rows:,} | {one.files} | {one.seconds:.1f} | {one.rate:,.0f} | {one.seconds / one.scan:.1f} "
        f"| {1e6 * one.processor / one.rows:.2f} | {1e6 * one.scan_processor / one.rows:.2f} "
        f"| {one.memory / 1e6:,.0f} |"
        for one in found
    ]
    return "\n".join([head, *lines])


def _scan(paths: list[Path]) -> None:
    """Looks at every value once."""
    looked = {"string": "sum(strlen({}))", "date32[day]": "sum({} - date '2000-01-01')"}
    asked = ", ".join(looked.get(str(field.type), "sum({})").format(f'"{field.name}"') for field in activity.SCHEMA)
    with duckdb.connect(config={"threads": min(2, os.cpu_count() or 1)}) as connection:
        connection.execute(f"select {asked} from read_parquet(?)", [[str(path) for path in paths]]).fetchall()
