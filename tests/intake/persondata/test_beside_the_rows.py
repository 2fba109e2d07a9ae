"""Personal data beside the rows of a file: in its name, its columns' names, its metadata and its statistics."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik import contract
from overblik.intake.breach import Breach
from overblik.intake.persondata_file import HIDDEN, beside_the_rows, in_name
from overblik.intake.persondata_refused import look_through

CPR = "010190-1234"
TABLE = contract.tables()["oekonomi"]


def footer_of(path: Path, content: pa.Table, **how: object) -> list[Breach]:
    """What is told of the footer of a file with that content."""
    pq.write_table(content, path / "f.parquet", **how)
    with pq.ParquetFile(path / "f.parquet") as parquet:
        return beside_the_rows(parquet.schema_arrow, parquet.metadata, "f.parquet", TABLE)


def test_an_ordinary_file_has_nothing_beside_its_rows(tmp_path: Path):
    content = pa.table({"post_id": ["P1", "1003388394"], "note": ["Lektiehjælp", None], "antal": [101901234, 2]})
    assert footer_of(tmp_path, content.replace_schema_metadata({"lavet": "2024-05-01T12:30:00", "pandas": "{}"})) == []


@pytest.mark.parametrize("name", [CPR, "borger 0101901234 cpr", "x@eksempel.dk", "tlf 20304050"])
def test_a_column_named_with_personal_data_is_told_without_its_name(tmp_path: Path, name: str):
    (told, *_) = footer_of(tmp_path, pa.table({name: [1]}))
    assert told.code.startswith("persondata_")
    assert name not in told.message


@pytest.mark.parametrize(
    ("file", "field"),
    [({"kilde": f"udtræk for {CPR}"}, {}), ({CPR: "x"}, {}), ({}, {"note": "ring +45 20304050"}), ({"json": r'{"a": "010190\u20131234"}'}, {})],
)  # fmt: skip
def test_personal_data_in_the_files_own_metadata_is_told(tmp_path: Path, file: dict[str, str], field: dict[str, str]):
    schema = pa.schema([pa.field("a", pa.int64(), metadata=field or None)], metadata=file or None)
    (told,) = footer_of(tmp_path, pa.table({"a": [1]}, schema=schema))
    assert "metadata" in told.message
    assert "1234" not in told.message


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())])
def test_personal_data_in_statistics_is_told(tmp_path: Path, kind: pa.DataType):
    content = pa.table(
        {"note": pa.array(["a", CPR, "b"], pa.string()).cast(pa.binary() if kind == pa.binary() else kind)}
    )
    (told,) = footer_of(tmp_path, content)
    assert "statistikker" in told.message
    assert footer_of(tmp_path, content, write_statistics=False) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("oekonomi.parquet", None),
        ("FOB/oekonomi__2024-05.parquet", None),
        (f"FOB/oekonomi__{CPR}.parquet", f"FOB/oekonomi__{HIDDEN}.parquet"),
        (f"{CPR}/oekonomi.parquet", f"{HIDDEN}/oekonomi.parquet"),
        (f"{CPR}.parquet", HIDDEN),
        ("x@eksempel.dk__oekonomi.parquet", HIDDEN),
    ],
)
def test_a_file_named_with_personal_data_is_told_without_its_name(name: str, shown: str | None):
    told = in_name(name)
    assert (told.file if told else None) == shown
    assert told is None or ("1234" not in told.message and "@" not in told.message)


def test_in_a_file_refused_for_something_else_personal_data_is_seen_with_its_rows():
    batches = [
        pa.record_batch({"note": ["a", "b"], "post_id": ["1003388394", "P1"], "borger_cpr": [1, 2]}),
        pa.record_batch({"note": ["c", f"om {CPR}"], "post_id": ["x", CPR], "borger_cpr": [101901234, None]}),
    ]
    told = look_through(batches, "f.parquet", TABLE)
    assert [(one.code, one.column, one.first_rows) for one in told] == [
        ("persondata_cpr", "note", (4,)),
        ("persondata_cpr", "post_id", (4,)),
        ("persondata_cpr", None, (3,)),
    ]
