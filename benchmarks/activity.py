"""Many rows of activity beside the example's reference tables, as an analyst's program would write them.

    python -m benchmarks.activity FOLDER ROWS FILES AREAS

AREAS above 0: the example's areas get neighbours: each has a target for every indsats, and belongs to an organisation.
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


def make(folder: Path, rows: int, files: int, areas: int = 0) -> list[Path]:
    """The folder of an analyst: activity in so many files, and every table of the example but activity.

    `areas`: how many there are (0: the example's own, with the example's own targets).
    """
    asked = [str(folder), str(rows), str(files), str(areas)]
    subprocess.run([sys.executable, "-m", "benchmarks.activity", *asked], cwd=ROOT, check=True)
    return sorted(folder.glob("aktivitet__*.parquet"))


def _write(folder: Path, rows: int, files: int, areas: int) -> None:
    for path in EKSEMPEL.rglob("*.parquet"):
        if not path.name.startswith("aktivitet"):
            place = folder / path.relative_to(EKSEMPEL)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    if areas:
        _neighbours(folder, areas)
    indsatser = pq.read_table(EKSEMPEL / "indsats.parquet", columns=["indsats_id"])["indsats_id"].to_pylist()
    omraader = pq.read_table(folder / "boligomraade.parquet", columns=["omraade_id"])["omraade_id"].to_pylist()
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


def _neighbours(folder: Path, areas: int) -> None:
    """So many areas in all, as like the example's own as their names allow."""
    kept = pq.read_table(folder / "boligomraade.parquet")
    first = kept.slice(0, 1).to_pylist()[0]
    more = [first | {"omraade_id": f"N{n:03}", "navn": f"Nabo {n}"} for n in range(areas - kept.num_rows)]
    omraader = pa.concat_tables([kept, pa.Table.from_pylist(more, schema=kept.schema)])
    pq.write_table(omraader, folder / "boligomraade.parquet")
    belongs = pq.read_table(folder / "omraade_organisation.parquet")
    owners = sorted(set(belongs["organisation_id"].to_pylist()))
    theirs = [
        {"omraade_id": one["omraade_id"], "organisation_id": owners[n % len(owners)]} for n, one in enumerate(more)
    ]
    belongs = pa.concat_tables([belongs, pa.Table.from_pylist(theirs, schema=belongs.schema)])
    pq.write_table(belongs, folder / "omraade_organisation.parquet")
    indsatser = pq.read_table(folder / "indsats.parquet")["indsats_id"].to_pylist()
    targets = [
        {"indsats_id": indsats, "omraade_id": omraade, "aar": aar, "maal_fremmoeder": 20_000}
        for indsats in indsatser
        for omraade in omraader["omraade_id"].to_pylist()
        for aar in (2022, 2023)
    ]
    schema = pq.read_schema(EKSEMPEL / "aktivitetsmaal.parquet")
    pq.write_table(pa.Table.from_pylist(targets, schema=schema), folder / "aktivitetsmaal.parquet")


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
        pa.array((18_901 + chance.integers(0, 620, rows)).astype(np.int32)).cast(pa.date32()),  # from October 2021
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
    _write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
