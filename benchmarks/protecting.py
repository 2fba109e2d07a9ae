"""What it costs to protect small numbers: the same release built from the same files, with and without.

    python -m benchmarks.protecting [--rows 10000000] [--rounds 3]

Without is Overblik's own SQL, but for the steps that protect: their tables are built by the shorter SQL in
benchmarks/ubeskyttet/, which sums and publishes every count as it was handed in. (To set the threshold to one instead
would leave most of the work in.) Only the building is timed: a publish also reads, checks and rewrites the files, so
of a whole publish the protection is a smaller part. The two are built in turn, so that a busy machine slows both.
"""

import argparse
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import activity
from overblik.intake import building
from overblik.intake.protection import Protection
from overblik.intake.protection_key import EXAMPLE_KEY
from overblik.intake.publishing import EXAMPLE_DAY
from overblik.intake.rewritten import ReadFile
from overblik.settings import QUERIES, ROOT
from overblik.settings_limits import Diskretionering

NO_FILES = pa.schema(
    [(name, pa.string()) for name in ("fil", "tabel", "organisation", "sha256", "modtaget")]
    + [("raekker", pa.int64()), ("nyeste_dato", pa.date32())]
).empty_table()


@dataclass(frozen=True)
class Seconds:
    """What building took: on the clock, and of the processor, which a busy machine changes less."""

    clock: float
    processor: float


def measure(rows: int, rounds: int) -> tuple[Seconds, Seconds]:
    """Builds a release of so many rows of activity, protected and without; the medians of the rounds."""
    with TemporaryDirectory() as made, TemporaryDirectory() as place:
        activity.make(Path(made), rows, 4)
        # They are ours, in the contract's schema: as the sandbox would have written them.
        files = [
            ReadFile(path.name, path.stem.split("__")[0], path, pq.read_metadata(path).num_rows)
            for path in sorted(Path(made).rglob("*.parquet"))
        ]
        seconds: dict[bool, list[Seconds]] = {True: [], False: []}
        for _ in range(rounds):
            for protected in (True, False):
                with queries(QUERIES if protected else _without(Path(place) / "queries")):
                    seconds[protected].append(_build(files))
    return _median(seconds[True]), _median(seconds[False])


def _median(found: list[Seconds]) -> Seconds:
    return Seconds(median(one.clock for one in found), median(one.processor for one in found))


def _build(files: list[ReadFile]) -> Seconds:
    begun, worked = time.perf_counter(), time.process_time()
    building.build_tables(files, NO_FILES, EXAMPLE_DAY, False, Protection(Diskretionering(), EXAMPLE_KEY))
    return Seconds(time.perf_counter() - begun, time.process_time() - worked)


def _without(folder: Path) -> Path:
    """Overblik's queries, with those that protect replaced."""
    if not folder.exists():
        shutil.copytree(QUERIES / "udgiv", folder / "udgiv")
        shutil.copytree(ROOT / "benchmarks" / "ubeskyttet", folder / "udgiv", dirs_exist_ok=True)
    return folder


@contextmanager
def queries(folder: Path) -> Iterator[None]:
    """Builds from another folder of queries."""
    before, building.QUERIES = building.QUERIES, folder  # type: ignore[attr-defined]
    try:
        yield
    finally:
        building.QUERIES = before  # type: ignore[attr-defined]


def main() -> None:
    """Prints one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.protecting")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    protected, without = measure(asked.rows, asked.rounds)
    print(
        f"{asked.rows:,} rows of activity, built protected and without: "
        f"{protected.clock:.2f} and {without.clock:.2f} s on the clock ({_more(protected.clock, without.clock)}), "
        f"{protected.processor:.2f} and {without.processor:.2f} s of the processor "
        f"({_more(protected.processor, without.processor)})"
    )


def _more(protected: float, without: float) -> str:
    return f"{100 * (protected / without - 1):+.0f} %"


if __name__ == "__main__":
    main()
