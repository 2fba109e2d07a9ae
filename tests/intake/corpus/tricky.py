"""Good files that look odd: every way a program may write the contract's content, and must be taken with equal rows."""

import io
import pickle
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.intake.corpus.damaged import NOISE
from tests.intake.corpus.forging import MADE_BY, Case, as_parquet, base, body_of, closed, footer_of, refooted
from tests.intake.corpus.thrift import Struct, text


def cases() -> Iterator[Case]:
    yield from _layouts()
    yield from _numbers()
    yield from _days()
    yield from _texts()
    yield from _values()


def _layouts() -> Iterator[Case]:
    """The same rows in another arrangement."""
    for codec in ("none", "snappy", "gzip", "brotli", "lz4", "zstd"):
        yield _same(f"compressed by {codec}", compression=codec)
    for version in ("1.0", "2.4", "2.6"):
        yield _same(f"version {version}", version=version)
    yield _same("pages of version 2", data_page_version="2.0")
    yield _same("one row in each part", rows=50, row_group_size=1)
    yield _same("pages of a few rows", rows=5_000, data_page_size=64, write_batch_size=10)
    yield _same("no words and codes", use_dictionary=False)
    yield _same("words and codes that grow too many", rows=5_000, dictionary_pagesize_limit=100)
    yield _same("no statistics", write_statistics=False)
    yield _same("checksums", write_page_checksum=True)
    yield _same("an index of pages", write_page_index=True)
    yield _same("Arrow's schema beside", store_schema=True)
    yield _same("no rows", rows=0)
    for encoding in ("PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"):
        yield _same(
            f"text as {encoding}",
            use_dictionary=False,
            column_encoding={"titel": encoding, "moede_id": encoding, "organ": encoding},
        )
    yield _same("days as DELTA_BINARY_PACKED", use_dictionary=False, column_encoding={"dato": "DELTA_BINARY_PACKED"})
    yield _same(
        "numbers as BYTE_STREAM_SPLIT",
        "aktivitet",
        use_dictionary=False,
        column_encoding={"frivilligtimer": "BYTE_STREAM_SPLIT"},
    )
    yield Case(
        "columns from the last to the first", lambda: as_parquet(base().select(base().schema.names[::-1])), rows=base
    )
    yield Case("a column more", lambda: as_parquet(base().append_column("lokale", pa.array(["Salen"] * 3))), rows=base)
    yield Case("a hundred columns more", _wide, rows=base)
    yield Case("an empty part between others", _empty_part, rows=lambda: base(rows=4))
    yield Case("something between pages and footer", _filling, rows=base)
    yield Case(
        "a false name of the program", lambda: refooted(_made_by(b"parquet-mr version 1.8.0 (build 1)")), rows=base
    )
    yield Case(
        "a name of the program that is no text",
        lambda: refooted(_made_by(b"\xff")),
        frozenset({"ikke_parquet"}),
        base,
        or_taken=True,
    )
    yield Case("a program without a name", lambda: refooted(lambda f: f.pop(MADE_BY)), rows=base)
    yield Case("pickled code in the schema", _pickled, NOISE, base, or_taken=True)


def _numbers() -> Iterator[Case]:
    for kind in (
        pa.int8(),
        pa.int16(),
        pa.int32(),
        pa.uint8(),
        pa.uint16(),
        pa.uint32(),
        pa.uint64(),
        pa.float32(),
        pa.float64(),
    ):
        yield _as("aktivitet", "antal_afholdt", kind)
        yield _as("aktivitet", "fremmoeder", kind)
    yield _as("aktivitet", "frivilligtimer", pa.float32())
    yield _as("aktivitet", "frivilligtimer", pa.decimal128(10, 3))
    yield _as("aktivitet", "frivilligtimer", pa.float16())
    for kind in (pa.decimal128(9, 2), pa.decimal128(18, 2), pa.decimal128(38, 2), pa.decimal256(60, 2), pa.float64()):
        yield _as("oekonomi", "beloeb_kr", kind)
    yield _as("oekonomi", "beloeb_kr", pa.decimal128(18, 2), store_decimal_as_integer=True)
    yield _as("oekonomi", "beloeb_kr", pa.decimal128(9, 2), store_decimal_as_integer=True)
    whole = _with("oekonomi", "beloeb_kr", pa.array([Decimal("125000.00")] * 3, pa.decimal128(15, 2)))
    for kind in (pa.decimal128(12, 0), pa.decimal128(12, 1)):
        narrow = pa.array([Decimal("125000")] * 3, kind)
        yield Case(
            f"whole kroner as {kind}",
            lambda n=narrow: as_parquet(_with("oekonomi", "beloeb_kr", n)),
            rows=lambda: whole,
            table="oekonomi",
        )
    yield _refused(
        "øre's tenths", "oekonomi", "beloeb_kr", pa.array([Decimal("0.125")] * 3, pa.decimal128(15, 3)), "forkert_type"
    )
    yield _refused(
        "kroner of 14 digits",
        "oekonomi",
        "beloeb_kr",
        pa.array([Decimal(10**13)] * 3, pa.decimal128(20, 2)),
        "for_stort_tal",
    )
    yield _refused("half an øre", "oekonomi", "beloeb_kr", pa.array([0.125] * 3), "for_mange_decimaler")
    yield _refused("endless kroner", "oekonomi", "beloeb_kr", pa.array([float("inf")] * 3), "ikke_et_tal")
    yield _refused("kroner as text", "oekonomi", "beloeb_kr", pa.array(["1,00"] * 3), "forkert_type")
    yield _refused("half a meeting", "aktivitet", "antal_afholdt", pa.array([0.5] * 3), "ikke_helt_tal")
    yield _refused(
        "a number that no double tells apart", "aktivitet", "antal_afholdt", pa.array([2.0**60] * 3), "for_stort_tal"
    )
    yield _refused(
        "a number above all", "aktivitet", "antal_afholdt", pa.array([2**64 - 1] * 3, pa.uint64()), "for_stort_tal"
    )
    yield _refused("a number below zero", "aktivitet", "antal_afholdt", pa.array([-1] * 3), "for_lille_tal")
    yield _refused(
        "NaN where there must be a number", "aktivitet", "antal_afholdt", pa.array([float("nan")] * 3), "mangler_vaerdi"
    )


def _days() -> Iterator[Case]:
    for unit in ("ms", "us", "ns"):
        yield _as("moede", "dato", pa.timestamp(unit), version="2.6")
    yield _as("moede", "dato", pa.timestamp("ns"), use_deprecated_int96_timestamps=True)
    yield _as("moede", "dato", pa.date64())
    yield _refused("a time of day", "moede", "dato", pa.array([1] * 3, pa.timestamp("us")), "ikke_hel_dag")
    yield _refused(
        "a time of day, INT96",
        "moede",
        "dato",
        pa.array([3_600 * 10**9] * 3, pa.timestamp("ns")),
        "ikke_hel_dag",
        use_deprecated_int96_timestamps=True,
    )
    yield _refused("a time with a zone", "moede", "dato", pa.array([0] * 3, pa.timestamp("us", "UTC")), "forkert_type")
    yield _refused("days as text", "moede", "dato", pa.array(["2025-01-01"] * 3), "forkert_type")
    yield _refused(
        "days before the calendar",
        "moede",
        "dato",
        pa.array([-(10**6)] * 3, pa.int32()).cast(pa.date32()),
        "uden_for_kalenderen",
    )
    yield _refused(
        "days after the calendar",
        "moede",
        "dato",
        pa.array([2**31 - 1] * 3, pa.int32()).cast(pa.date32()),
        "uden_for_kalenderen",
    )
    yield _refused(
        "microseconds at the end of time",
        "moede",
        "dato",
        pa.array([2**63 - 1] * 3, pa.timestamp("us")),
        "ikke_hel_dag uden_for_kalenderen",
    )


def _texts() -> Iterator[Case]:
    for kind in (
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.int32(), pa.large_string()),
    ):
        for column in ("titel", "organ"):
            yield _as("moede", column, kind, store_schema=True)
    letters = "æøå ÆØÅ é 漢字 👍 " + "\N{ZERO WIDTH JOINER}" + "\"';--<script>alert(1)</script>"
    yield _taken("letters of all kinds", "titel", [letters] * 3, [letters] * 3)
    yield _taken("letters put together of two", "titel", ["A\u030arhus"] * 3, ["\u00c5rhus"] * 3)
    yield _taken("as many letters as may be", "titel", ["å" * 2000] * 3, ["å" * 2000] * 3)
    yield _taken("a formula", "titel", ['=HYPERLINK("http://x")'] * 3, ['=HYPERLINK("http://x")'] * 3)
    yield _refused("a letter too many", "moede", "titel", pa.array(["å" * 2001] * 3), "for_lang_tekst")
    yield _refused("blanks", "moede", "titel", pa.array(["  "] * 3), "mangler_vaerdi")
    for where in ("titel", "organ", "moede_id"):
        for what, bad in (
            ("half a letter", b"\xc3"),
            ("half a pair", b"\xed\xa0\x80"),
            ("too long a letter", b"\xc0\xaf"),
        ):
            wrong = pa.array([bad] * 3, pa.binary()).view(pa.string())
            yield Case(
                f"{what} in {where}", lambda w=wrong, c=where: as_parquet(_with("moede", c, w)),
                frozenset({"beskadiget_kolonne", "ikke_parquet"}),
            )  # fmt: skip
    yield _refused("a key with a blank", "moede", "moede_id", pa.array(["a b"] * 3), "ugyldig_noegle")
    yield _refused("a key with a line's end", "moede", "moede_id", pa.array(["a\n"] * 3), "ugyldig_noegle")
    yield _refused("a key that leads elsewhere", "moede", "moede_id", pa.array(["../../etc"] * 3), "ugyldig_noegle")
    yield _refused("text as bytes", "moede", "titel", pa.array([b"x"] * 3), "forkert_type")
    for nested in (
        pa.array([["x"]] * 3),
        pa.array([{"a": "x"}] * 3),
        pa.array([[("a", "x")]] * 3, pa.map_(pa.string(), pa.string())),
    ):
        yield _refused(f"text in a {nested.type.__class__.__name__}", "moede", "titel", nested, "indlejret_kolonne")
    yield _refused("lists 60 deep", "moede", "titel", _deep(60), "indlejret_kolonne ikke_parquet")


def _values() -> Iterator[Case]:
    nothing = pa.nulls(3, pa.date32())
    empty = _with("moede", "data_laas_dato", nothing)
    for kind in (pa.null(), pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.timestamp("us", "UTC")):
        given = pa.nulls(3, kind)
        yield Case(
            f"no value at all, as {kind}",
            lambda g=given: as_parquet(_with("moede", "data_laas_dato", g)),
            rows=lambda: empty,
        )
    nan = pa.array([float("nan"), 2.0, 3.0])
    wanted = _with("aktivitet", "fremmoeder", pa.array([None, 2, 3], pa.int64()))
    yield Case(
        "NaN where a value may be missing",
        lambda: as_parquet(_with("aktivitet", "fremmoeder", nan)),
        rows=lambda: wanted,
        table="aktivitet",
    )
    many = base(rows=1).take(pa.array([0] * 200_000))
    yield Case("200.000 rows in few bytes", lambda: as_parquet(many, compression="zstd"), rows=lambda: many)


def _same(name: str, table: str = "moede", rows: int = 3, **options: Any) -> Case:
    return Case(name, lambda: as_parquet(base(table, rows), **options), rows=lambda: base(table, rows), table=table)


def _with(table: str, column: str, values: pa.Array) -> pa.Table:
    rows = base(table)
    at = rows.schema.get_field_index(column)
    return rows.set_column(at, rows.schema.field(at).with_type(values.type), values)


def _as(table: str, column: str, kind: pa.DataType, **options: Any) -> Case:
    """The column in another type that holds the same."""

    def rows() -> pa.Table:
        values = base(table)[column].combine_chunks()
        if pa.types.is_floating(values.type):
            values = pa.array([18.0] * 3)  # a number that every type holds
        return _with(table, column, values)

    def content() -> bytes:
        values = rows()[column].combine_chunks()
        cast = values.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else pc.cast(values, kind)
        return as_parquet(_with(table, column, cast), **options)

    told = " ".join(f", {name}" for name in options if name != "store_schema")
    return Case(f"{column} as {kind}{told}", content, rows=rows, table=table)


def _taken(name: str, column: str, given: list[str], wanted: list[str]) -> Case:
    return Case(
        name,
        lambda: as_parquet(_with("moede", column, pa.array(given))),
        rows=lambda: _with("moede", column, pa.array(wanted)),
    )


def _refused(name: str, table: str, column: str, values: pa.Array, code: str, **options: Any) -> Case:
    return Case(name, lambda: as_parquet(_with(table, column, values), **options), frozenset(code.split()), table=table)


def _wide() -> bytes:
    rows = base()
    for number in range(100):
        rows = rows.append_column(f"felt_{chr(97 + number % 26)}{chr(97 + number // 26)}", pa.array([1.5] * 3))
    return as_parquet(rows)


def _empty_part() -> bytes:
    out = io.BytesIO()
    rows = base(rows=4)
    with pq.ParquetWriter(out, rows.schema, store_schema=False) as writer:
        for part in (rows.slice(0, 0), rows.slice(0, 1), rows.slice(0, 0), rows.slice(1), rows.slice(0, 0)):
            writer.write_table(part)
    return out.getvalue()


def _filling() -> bytes:
    content = as_parquet(base())
    return closed(body_of(content) + b"mellem" * 1000, footer_of(content))


def _made_by(name: bytes) -> Callable[[Struct], object]:
    return lambda footer: footer.update({MADE_BY: text(name)})


class _Opens:
    """What would run if anybody unpacked it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("open('skrevet-af-filen', 'w').close()",)


def _pickled() -> bytes:
    kind = {b"ARROW:extension:name": b"arrow.py_extension_type", b"ARROW:extension:metadata": pickle.dumps(_Opens())}
    rows = base()
    at = rows.schema.get_field_index("titel")
    return as_parquet(rows.cast(rows.schema.set(at, rows.schema.field(at).with_metadata(kind))), store_schema=True)


def _deep(levels: int) -> pa.Array:
    nest: object = "x"
    for _ in range(levels):
        nest = [nest]
    return pa.array([nest] * 3)
