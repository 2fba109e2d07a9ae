"""Many rows of activity beside the example's reference tables, as an analyst's program would write them.

    python -m benchmarks.activity FOLDER ROWS FILES

Keys stand in no order, like those of a system that hands them out to several; a tenth of the counts is missing.
A process of its own, so that what it takes to make them is no part of what publishing them takes.
"""

import math
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from overblik.settings import EKSEMPEL, ROOT

_PART = 1_000_000  # rows made at a time; a row group of the file
_TYPES = ("aabent_tilbud", "forloeb", "arrangement", "opsoegende", "andet")
_COUNTS = ("antal_afholdt", "fremmoeder", "nye_deltagere", "unikke_deltagere", "frivillige")
SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("registrering_id", "indsats_id", "omraade_id")]
    + [("dato", pa.date32()), ("aktivitetstype", pa.string())]
    + [(name, pa.int64()) for name in _COUNTS]
    + [("frivilligtimer", pa.float64()), ("medarbejdertimer", pa.float64()), ("vaerdi_status", pa.string())]
)


def make(folder: Path, rows: int, files: int) -> list[Path]:
    """The folder of an analyst: activity in so many files, and every table of the example but activity."""
    subprocess.run([sys.executable, "-m", "benchmarks.activity", folder, str(rows), str(files)], cwd=ROOT, check=True)
    return sorted(folder.glob("aktivitet*.parquet"))


def _write(folder: Path, rows: int, files: int) -> None:
    for path in EKSEMPEL.rglob("*.parquet"):
        if not path.name.startswith("aktivitet"):
            place = folder / path.relative_to(EKSEMPEL)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    indsatser = pq.read_table(EKSEMPEL / "indsats.parquet", columns=["indsats_id"])["indsats_id"].to_pylist()
    omraader = pq.read_table(EKSEMPEL / "boligomraade.parquet", columns=["omraade_id"])["omraade_id"].to_pylist()
    step = next(number for number in range(int(rows * 0.618) | 1, 2 * rows + 3) if math.gcd(number, rows) == 1)
    chance = np.random.default_rng(3)
    for file in range(files):
        first, last = rows * file // files, rows * (file + 1) // files
        with pq.ParquetWriter(folder / f"aktivitet__{file + 1}.parquet", SCHEMA) as writer:
            for start in range(first, last, _PART):
                numbers = (
                    np.arange(start, min(start + _PART, last), dtype=np.uint64) * np.uint64(step) % np.uint64(rows)
                )
                writer.write_table(_part(numbers, indsatser, omraader, chance), row_group_size=_PART)


def _part(numbers: "np.ndarray", indsatser: list[str], omraader: list[str], chance: np.random.Generator) -> pa.Table:
    rows = len(numbers)
    fremmoeder = chance.poisson(14, rows) + 1
    missing = chance.random(rows) < 0.1
    hours = chance.integers(0, 40, rows) / 4

    def picked(words: list[str] | tuple[str, ...]) -> pa.Array:
        return pa.array(words).take(pa.array(chance.integers(0, len(words), rows)))

    def count(values: "np.ndarray") -> pa.Array:
        return pa.array(values.astype(np.int64), mask=missing)

    arrays = [
        pa.array(np.char.add("REG-", np.char.zfill(numbers.astype(str), 9))),
        picked(indsatser),
        picked(omraader),
        pa.array((18_900 + chance.integers(0, 620, rows)).astype(np.int32)).cast(pa.date32()),  # from October 2021
        picked(_TYPES),
        pa.array(chance.integers(1, 4, rows)),
        count(fremmoeder),
        count(fremmoeder // 7),
        count(fremmoeder // 2 + 1),
        pa.array(chance.integers(0, 5, rows), mask=chance.random(rows) < 0.3),
        pa.array(hours, mask=chance.random(rows) < 0.3),
        pa.array(hours / 2 + 1),
        pa.array(["mangler", "ok"]).take(pa.array((~missing).astype(np.int64))),
    ]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


if __name__ == "__main__":
    _write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
