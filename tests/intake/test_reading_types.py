"""Every type in which a program may write a column, over all columns of all tables: taken whole, or told."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overblik import contract
from overblik.intake.casting_checks import limit_problems, surely_within
from tests.contract.rows import as_table, example
from tests.intake.reading import read

Make = Callable[[list[Any]], pa.Array]
EACH_TABLE = pytest.mark.parametrize("name", list(contract.tables()))


def midnight(days: list[date]) -> list[datetime]:
    return [datetime(day.year, day.month, day.day) for day in days]  # noqa: DTZ001  # a file's time has no zone


TEXT: dict[str, Make] = {
    "dictionary": lambda values: pa.array(values).dictionary_encode(),
    "large": lambda values: pa.array(values, pa.large_string()),
    "view": lambda values: pa.array(values, pa.string_view()),
}
DAY: dict[str, Make] = {
    "date64": lambda values: pa.array(values, pa.date64()),
    "seconds": lambda values: pa.array(midnight(values), pa.timestamp("s")),
    "milliseconds": lambda values: pa.array(midnight(values), pa.timestamp("ms")),
    "microseconds": lambda values: pa.array(midnight(values), pa.timestamp("us")),
    "nanoseconds": lambda values: pa.array(midnight(values), pa.timestamp("ns")),
}
FLOAT: dict[str, Make] = {"double": lambda values: pa.array([float(value) for value in values])}
GOOD: dict[str, dict[str, Make]] = {
    "key": TEXT,
    "text": TEXT,
    "int": FLOAT | {
        str(width): lambda values, width=width: pa.array([int(value) for value in values], width)
        for width in (pa.int32(), pa.uint32(), pa.uint64())
    },
    "decimal": FLOAT | {
        "decimal256": lambda values: pa.array(values, pa.decimal256(60, 2)),
        "decimal64": lambda values: pa.array(values, pa.decimal64(12, 2)),
    },
    "double": FLOAT | {"decimal": lambda values: pa.array([Decimal(str(value)) for value in values])},
    "date": DAY,
    "bool": {"plain": lambda values: pa.array(values)},
}  # fmt: skip
NOT_TEXT: dict[str, Make] = {
    "whole numbers": lambda values: pa.array(range(len(values))),
    "bytes": lambda values: pa.array([b"x"] * len(values)),
    "dates": lambda values: pa.array([date(2025, 1, 1)] * len(values)),
}
WORDS: dict[str, Make] = {"text": lambda values: pa.array(["HEMMELIG"] * len(values))}
YES: dict[str, Make] = {"yes and no": lambda values: pa.array([True] * len(values))}
BAD: dict[str, dict[str, Make]] = {
    "key": NOT_TEXT | {"with a space": lambda values: pa.array(["HEMMELIG NR"] * len(values))},
    "text": NOT_TEXT | {"too long": lambda values: pa.array(["HEMMELIG" * 251] * len(values))},
    "int": WORDS | YES | {
        "halves": lambda values: pa.array([1.5] * len(values)),
        "infinite": lambda values: pa.array([float("inf")] * len(values)),
        "too large for a double": lambda values: pa.array([2.0**53 + 2] * len(values)),
        "too large": lambda values: pa.array([2**63] * len(values), pa.uint64()),
        "negative": lambda values: pa.array([-1] * len(values)),
    },
    "decimal": WORDS | YES | {
        "whole numbers": lambda values: pa.array([1] * len(values)),
        "three decimals": lambda values: pa.array([Decimal("1.000")] * len(values)),
        "a double of three decimals": lambda values: pa.array([1.005] * len(values)),
        "a rounded float": lambda values: pa.array([0.1] * len(values), pa.float32()),
        "too large": lambda values: pa.array([Decimal(10**13)] * len(values), pa.decimal128(38, 2)),
        "a double too large": lambda values: pa.array([1e13] * len(values)),
        "infinite": lambda values: pa.array([float("-inf")] * len(values)),
    },
    "double": WORDS | YES | {"infinite": lambda values: pa.array([float("inf")] * len(values))},
    "date": WORDS | {
        "a time of day": lambda values: pa.array([datetime(2025, 1, 1, 1)] * len(values)),  # noqa: DTZ001
        "with a zone": lambda values: pa.array(midnight(values), pa.timestamp("us", "UTC")),
        "whole numbers": lambda values: pa.array([20250101] * len(values)),
        "the year 1800": lambda values: pa.array([date(1800, 1, 1)] * len(values)),
    },
    "bool": WORDS | {"whole numbers": lambda values: pa.array([1] * len(values))},
}  # fmt: skip


def given_as(name: str, kind: str, make: Make, rows: int = 2) -> pa.Table:
    """The table's example rows, with all columns of one kind in another type."""
    whole = as_table(name, [example(name)] * rows)
    for place, column in enumerate(contract.tables()[name].columns):
        if column.kind == kind:
            whole = whole.set_column(place, column.name, make([column.example] * rows))
    return whole


def columns(name: str, kind: str) -> list[str]:
    return [column.name for column in contract.tables()[name].columns if column.kind == kind]


@EACH_TABLE
@pytest.mark.parametrize(("kind", "type_"), [(kind, type_) for kind in GOOD for type_ in GOOD[kind]])
def test_a_type_that_loses_nothing_is_taken(name: str, kind: str, type_: str, tmp_path: Path):
    if not columns(name, kind):
        return
    pq.write_table(given_as(name, kind, GOOD[kind][type_]), tmp_path / "fil.parquet")
    taken, breaches, warnings = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()[name])
    assert (breaches, warnings) == ([], [])
    assert taken.equals(as_table(name, [example(name)] * 2))


@EACH_TABLE
@pytest.mark.parametrize(("kind", "type_"), [(kind, type_) for kind in BAD for type_ in BAD[kind]])
def test_a_type_or_content_that_does_not_fit_is_told_for_every_column(name: str, kind: str, type_: str, tmp_path: Path):
    if not columns(name, kind):
        return
    pq.write_table(given_as(name, kind, BAD[kind][type_]), tmp_path / "fil.parquet")
    taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()[name])
    assert taken is None
    assert [breach.column for breach in breaches] == columns(name, kind)
    assert {(breach.rows, breach.first_rows) for breach in breaches} == {(2, (1, 2))}
    for breach in breaches:
        assert breach.message.startswith("fil.parquet: Kolonnen ")
        assert f"{breach.column} " in breach.message
        assert "(2 rækker: 1 og 2)" in breach.message
        assert "HEMMELIG" not in breach.message
        assert breach.message.endswith("aflever filen igen.")


@EACH_TABLE
def test_what_pandas_writes_with_gaps_is_taken(name: str, tmp_path: Path):
    table = contract.tables()[name]
    gaps = {column.name: None for column in table.columns if not column.required}
    frame = pd.DataFrame([example(name), example(name, **gaps)]).astype(
        {c.name: "float64" for c in table.columns if c.kind in {"int", "double", "decimal"}}  # as pandas does with gaps
    )
    frame.to_parquet(tmp_path / "fil.parquet")
    taken, breaches, warnings = read(tmp_path / "fil.parquet", "fil.parquet", table)
    assert (breaches, warnings) == ([], [])
    assert taken.to_pylist() == [example(name), example(name, **gaps)]


@EACH_TABLE
@pytest.mark.parametrize("type_", [pa.null(), pa.int32(), pa.float64(), pa.string()], ids=str)
def test_an_optional_column_without_any_value_is_taken_whatever_its_type(name: str, type_: pa.DataType, tmp_path: Path):
    empty = {column.name: None for column in contract.tables()[name].columns if not column.required}
    whole = as_table(name, [example(name, **empty)])
    for column in empty:
        nothing = pa.array([float("nan")]) if type_ == pa.float64() else pa.nulls(1, type_)
        whole = whole.set_column(whole.schema.get_field_index(column), column, nothing)
    pq.write_table(whole, tmp_path / "fil.parquet")
    taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()[name])
    assert breaches == []
    assert taken.to_pylist() == [example(name, **empty)]


@EACH_TABLE
def test_a_filled_column_without_values_is_told_for_every_column(name: str, tmp_path: Path):
    filled = [column for column in contract.tables()[name].columns if column.required]
    whole = as_table(name, [example(name), example(name)])
    for column in filled:
        place = whole.schema.get_field_index(column.name)
        half = pa.array([column.example, None], whole.schema.field(place).type)
        if column.kind == "double":
            half = pa.array([column.example, float("nan")])
        elif column.kind == "text":
            half = pa.array([column.example, "  "])
        whole = whole.set_column(place, column.name, half)
    pq.write_table(whole, tmp_path / "fil.parquet")
    taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()[name])
    assert taken is None
    assert [(b.code, b.column, b.rows, b.first_rows) for b in breaches] == [
        ("mangler_vaerdi", column.name, 1, (2,)) for column in filled
    ]


@EACH_TABLE
def test_a_file_without_rows_is_taken_whatever_its_types(name: str, tmp_path: Path):
    table = contract.tables()[name]
    pd.DataFrame({column.name: [] for column in table.columns}).to_parquet(tmp_path / "fil.parquet")
    taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", table)
    assert breaches == []
    assert taken.equals(contract.arrow_schema(table).empty_table())


def test_dates_as_spark_used_to_write_them_are_taken(tmp_path: Path):
    whole = given_as("aktivitet", "date", DAY["nanoseconds"])
    pq.write_table(whole, tmp_path / "fil.parquet", use_deprecated_int96_timestamps=True)
    taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()["aktivitet"])
    assert breaches == []
    assert taken.column("dato").to_pylist() == [example("aktivitet")["dato"]] * 2


def test_text_is_kept_in_one_spelling_of_each_letter(tmp_path: Path):
    pq.write_table(as_table("boligomraade", [example("boligomraade", navn="A\u030aparken")]), tmp_path / "fil.parquet")
    taken, _, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()["boligomraade"])
    assert taken.column("navn").to_pylist() == ["\u00c5parken"]


@given(st.lists(st.integers(-(10**15) + 1, 10**15 - 1), min_size=1, max_size=50))
@settings(deadline=None, database=None, max_examples=200)
def test_a_double_of_kroner_is_the_very_oere_it_stands_for(tmp_path_factory: pytest.TempPathFactory, oere: list[int]):
    file = tmp_path_factory.getbasetemp() / "doubles.parquet"
    whole = as_table("oekonomi", [example("oekonomi")] * len(oere))
    pq.write_table(whole.set_column(11, "beloeb_kr", pa.array([value / 100 for value in oere])), file)
    taken, breaches, _ = read(file, "fil.parquet", contract.tables()["oekonomi"])
    assert breaches == []
    assert taken.column("beloeb_kr").to_pylist() == [Decimal(value).scaleb(-2) for value in oere]


@pytest.mark.parametrize(
    ("numbers", "within"),
    [
        (pa.array([0, 3, 9]), True),
        (pa.array([0, None, 9]), True),
        (pa.array([-1, 3]), False),
        (pa.array([3, 10]), False),
        (pa.array([0.0, 8.5]), True),
        (pa.array([float("nan"), 1.0]), False),
        (pa.array([float("inf"), 1.0]), False),
        (pa.array([99, 1, 2, 99]).slice(1, 2), True),
        (pa.array([1, 2, 99]).slice(1, 2), False),
        (pa.array([], pa.int64()), False),
        (pa.array([1, 2], pa.int32()), False),  # not as we keep it: looked at one by one
    ],
)
def test_numbers_within_their_limits_are_seen_at_once_and_no_others(numbers: pa.Array, within: bool) -> None:
    assert surely_within(numbers, 0, 9) is within


@pytest.mark.parametrize("kind", [pa.int64(), pa.float64()])
def test_what_stands_unseen_where_a_value_is_missing_breaks_no_limit(kind: pa.DataType) -> None:
    seen = pa.array([5, -7, 5], kind)
    hidden = pa.Array.from_buffers(kind, 3, [pa.py_buffer(bytes([0b101])), seen.buffers()[1]])
    column = next(one for one in contract.tables()["aktivitet"].columns if one.name == "fremmoeder")
    assert column.minimum == 0
    assert hidden.to_pylist() == [5, None, 5]
    assert list(limit_problems(hidden, column)) == []
    (found,) = limit_problems(seen, column)
    assert found.rows.to_pylist() == [False, True, False]
