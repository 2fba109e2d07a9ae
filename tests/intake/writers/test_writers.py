"""The same rows from pandas, Polars, fastparquet, DuckDB, Spark and JavaScript are taken, and come out equal."""

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import fastparquet
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik import contract
from tests.contract.rows import as_table, example
from tests.intake.reading import read

HYPARQUET = "hyparquet-writer@0.17.0"
OEKONOMI = [
    {"post_id": "a", "beloeb_kr": Decimal("0.10"), "note": "Bogført i maj: æøå"},
    {"post_id": "b", "beloeb_kr": Decimal("-1234567.89"), "indsats_id": None, "note": None},
    {"post_id": "c", "beloeb_kr": Decimal("9007199254.74"), "omraade_id": None, "periode_slut": date(2199, 12, 31)},
]
AKTIVITET = [
    {"registrering_id": "a", "fremmoeder": 0, "frivilligtimer": 0.1, "unikke_deltagere": None},
    {"registrering_id": "b", "fremmoeder": None, "frivilligtimer": None, "dato": date(1900, 1, 1)},
    {"registrering_id": "c", "fremmoeder": 2**31 - 1, "antal_afholdt": 255},
]
TABLES = {"oekonomi": as_table("oekonomi", [example("oekonomi", **row) for row in OEKONOMI])} | {
    "aktivitet": as_table("aktivitet", [example("aktivitet", **row) for row in AKTIVITET])
}
Write = Callable[[pa.Table, Path], None]


def frame(rows: pa.Table) -> pd.DataFrame:
    """As a program with pandas has it: days are datetime64, whole numbers with gaps are floats."""
    made = rows.to_pandas()
    for field in rows.schema:
        if pa.types.is_date(field.type):
            made[field.name] = pd.to_datetime(made[field.name])
    return made


def by_pandas(rows: pa.Table, path: Path) -> None:
    frame(rows).to_parquet(path)


def by_pandas_in_doubles(rows: pa.Table, path: Path) -> None:
    made = frame(rows)
    for field in rows.schema:
        if pa.types.is_decimal(field.type):
            made[field.name] = made[field.name].astype(float)
    made.to_parquet(path, compression="gzip", index=True)


def by_polars(rows: pa.Table, path: Path) -> None:
    pl.from_arrow(rows).write_parquet(path)


def by_polars_in_categories(rows: pa.Table, path: Path) -> None:
    pl.from_arrow(rows).with_columns(pl.selectors.string().cast(pl.Categorical)).write_parquet(path, compression="lz4")


def by_fastparquet(rows: pa.Table, path: Path, times: str = "int64") -> None:
    made = frame(rows)
    for field in rows.schema:
        if pa.types.is_date(field.type):
            made[field.name] = made[field.name].astype("datetime64[ns]")  # of seconds it writes other days
        if pa.types.is_decimal(field.type):
            made[field.name] = made[field.name].astype(float)  # it knows no decimals
        if pa.types.is_string(field.type):
            made[field.name] = made[field.name].astype(object).where(made[field.name].notna(), None)
    fastparquet.write(str(path), made, times=times, object_encoding="infer", compression="SNAPPY")


def by_fastparquet_int96(rows: pa.Table, path: Path) -> None:
    by_fastparquet(rows, path, "int96")


def by_duckdb(rows: pa.Table, path: Path) -> None:
    with duckdb.connect() as connection:
        connection.register("rows", rows)
        connection.execute(f"copy (from rows) to '{path}' (format parquet)")


def by_duckdb_version_two(rows: pa.Table, path: Path) -> None:
    with duckdb.connect() as connection:
        connection.register("rows", rows)
        connection.execute(f"copy (from rows) to '{path}' (format parquet, parquet_version v2, compression zstd)")


def as_spark_lays_it_out(rows: pa.Table, path: Path) -> None:
    """Not Spark itself: its layout by PyArrow. Timestamps are INT96, decimals fixed bytes, no schema of Arrow's."""
    stamps = [field.with_type(pa.timestamp("ns")) if pa.types.is_date(field.type) else field for field in rows.schema]
    pq.write_table(
        rows.cast(pa.schema(stamps)), path, flavor="spark", use_deprecated_int96_timestamps=True, version="1.0",
        compression="snappy", store_schema=False,
    )  # fmt: skip


def as_newer_spark_lays_it_out(rows: pa.Table, path: Path) -> None:
    """Not Spark itself: small decimals are whole numbers, dates are dates."""
    pq.write_table(rows, path, store_decimal_as_integer=True, data_page_version="2.0", store_schema=False)


WRITERS = (
    by_pandas, by_pandas_in_doubles, by_polars, by_polars_in_categories, by_fastparquet, by_fastparquet_int96,
    by_duckdb, by_duckdb_version_two, as_spark_lays_it_out, as_newer_spark_lays_it_out,
)  # fmt: skip


def comes_out_equal(write: Write, table: str, folder: Path) -> None:
    rows = TABLES[table]
    write(rows, folder / "fil.parquet")
    taken, breaches, _ = read(folder / "fil.parquet", f"{table}.parquet", contract.tables()[table])
    assert breaches == []
    assert taken is not None
    assert taken.cast(rows.schema).equals(rows)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_the_same_rows_from_each_writer_come_out_equal(write: Write, table: str, tmp_path: Path):
    comes_out_equal(write, table, tmp_path)


def not_run(why: str) -> None:
    warnings.warn(f"### Denne prøve blev IKKE kørt: {why}", stacklevel=2)
    pytest.skip(why)


@pytest.fixture(scope="module")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the JavaScript writer in it."""
    if not (shutil.which("node") and shutil.which("npm")):
        not_run("node og npm findes ikke her")
    folder = tmp_path_factory.mktemp("javascript")
    asked = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), HYPARQUET]
    done = subprocess.run(asked, capture_output=True, timeout=120, check=False)
    if done.returncode:
        not_run(f"{HYPARQUET} kunne ikke hentes")
    shutil.copy(Path(__file__).with_name("skriv.mjs"), folder)
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_the_same_rows_from_javascript_come_out_equal(table: str, javascript: Path, tmp_path: Path):
    def by_javascript(rows: pa.Table, path: Path) -> None:
        columns = [
            {"name": field.name, "data": [_plain(value) for value in rows[field.name].to_pylist()]} | _type(field)
            for field in rows.schema
        ]
        (tmp_path / "kolonner.json").write_text(json.dumps(columns))
        asked = ["node", str(javascript / "skriv.mjs"), str(tmp_path / "kolonner.json"), str(path)]
        subprocess.run(asked, check=True, capture_output=True, cwd=javascript, timeout=60)

    comes_out_equal(by_javascript, table, tmp_path)


def test_a_point_in_time_from_javascript_is_refused_with_a_word_on_zones(javascript: Path, tmp_path: Path):
    """What it makes of a Date without being told that it is a day: a time in UTC, which may be another day here."""
    columns = [{"name": "dato", "type": "TIMESTAMP", "data": ["2025-03-31T00:00:00Z"]}]
    (tmp_path / "kolonner.json").write_text(json.dumps(columns))
    asked = ["node", str(javascript / "skriv.mjs"), str(tmp_path / "kolonner.json"), str(tmp_path / "fil.parquet")]
    subprocess.run(asked, check=True, capture_output=True, cwd=javascript, timeout=60)
    _, breaches, _ = read(tmp_path / "fil.parquet", "aktivitet.parquet", contract.tables()["aktivitet"])
    (told,) = [one for one in breaches if one.column == "dato"]
    assert "tidspunkter med tidszone" in told.message


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return f"{value}T00:00:00Z" if isinstance(value, date) else value


def _type(field: pa.Field) -> dict[str, str]:
    if pa.types.is_date(field.type):
        return {"type": "DATE"}
    return {"type": "STRING"} if pa.types.is_string(field.type) else {"type": "DOUBLE"}


@pytest.mark.long
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("legacy", ["true", "false"])
def test_the_same_rows_from_spark_itself_come_out_equal(table: str, legacy: str, tmp_path: Path):
    """Spark is too large for requirements-dev.txt: pip install pyspark, and Java 17."""
    if not shutil.which("java"):
        not_run("Java findes ikke her")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        not_run("pyspark er ikke installeret")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

    def by_spark(rows: pa.Table, path: Path) -> None:
        pq.write_table(rows, tmp_path / "ind.parquet")
        session = (
            SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
            .config("spark.sql.parquet.writeLegacyFormat", legacy)
            .config("spark.sql.parquet.outputTimestampType", "INT96" if legacy == "true" else "TIMESTAMP_MICROS")
            .config("spark.sql.session.timeZone", "UTC").getOrCreate()
        )  # fmt: skip
        session.read.parquet(str(tmp_path / "ind.parquet")).coalesce(1).write.parquet(str(tmp_path / "ud"))
        (part,) = (tmp_path / "ud").glob("part-*.parquet")
        shutil.move(part, path)
        session.stop()

    comes_out_equal(by_spark, table, tmp_path)
