"""From the type a column was handed in with to the contract's, where nothing is lost on the way.

Programs write the same content in many types (data-contract.md lists them). What can be cast without loss is taken;
every row that cannot is pointed at. Nothing here ever puts a value into words.
"""

from collections.abc import Callable
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from overblik.contract_types import Column
from overblik.intake.casting_checks import Problem, are_keys, days_of, limit_problems, marked, problems_of
from overblik.intake.type_words import WANTED, type_in_words

Cast = tuple[pa.Array, pa.Array | None, list[Problem]]  # the values, which are missing (None: not one), what is wrong


def is_coded(column: Column) -> bool:
    """Whether a column has few values over and over, so that it is read, checked and written as codes and words."""
    return column.kind in ("key", "text") and bool(column.values or column.references)


def cast(given: pa.Array, column: Column, wanted: pa.DataType) -> tuple[pa.Array, list[Problem]]:
    """The column as the contract has it, null where it cannot be, and what is wrong. May give codes and words.

    Raises pa.ArrowException on damaged content.
    """
    if is_coded(column) and pa.types.is_dictionary(given.type):
        made, missing, found = _cast_words(given, column, wanted)
    else:
        made, missing, found = _cast(_plain(given), column, wanted)
    if column.required and missing is not None:
        found = [Problem("mangler_vaerdi", "er uden værdi, men skal være udfyldt", missing), *found]
    return made, found


def _cast_words(given: pa.DictionaryArray, column: Column, wanted: pa.DataType) -> Cast:
    """Looks at each word once."""
    words, lacking, found = _cast(_plain(given.dictionary), column, wanted)
    codes = given.indices
    if words.null_count or pc.count_distinct(words).as_py() < len(words):
        made = words.take(codes)  # codes are for words that differ
    else:
        made = pa.DictionaryArray.from_arrays(codes, words)
    missing = None if lacking is None and not codes.null_count else pc.is_null(codes)
    if lacking is not None:
        missing = pc.or_(missing, marked(lacking.take(codes)))
    of_rows = [Problem(one.code, one.what, marked(one.rows.take(codes))) for one in found]
    return made, _some(missing), [one for one in of_rows if _some(one.rows) is not None]


def _cast(values: pa.Array, column: Column, wanted: pa.DataType) -> Cast:
    """The values as the contract has them, null where they cannot be."""
    if column.kind == "key" and pa.types.is_string(values.type) and are_keys(values, column):
        return values, None, []
    missing = _missing(values)
    if not _TAKEN[column.kind](values.type):
        # pandas, R and DuckDB each give a column without values a type of their own: none of them says anything.
        filled = pc.invert(missing) if missing is not None else pa.repeat(pa.scalar(True), len(values))
        found = f"er {type_in_words(values.type)}, men skal være {WANTED[column.kind]}"
        wrong = [Problem("forkert_type", found, filled)] if _some(filled) is not None else []
        return pa.nulls(len(values), wanted), missing, wrong
    if missing is not None and pc.sum(missing).as_py() > values.null_count:
        values = _without(values, missing)
    problems = list(problems_of(values, column))
    for problem in problems:
        values = _without(values, problem.rows)
    made = values if values.type == wanted and column.kind != "text" else _MAKE[column.kind](values, wanted)
    return made, missing, [*problems, *limit_problems(made, column)]


def _plain(given: pa.Array) -> pa.Array:
    """The values without the wrappings that only say how they are stored."""
    given = given.storage if isinstance(given, pa.ExtensionArray) else given
    given = given.dictionary_decode() if pa.types.is_dictionary(given.type) else given
    kind = given.type
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        kind = pa.string()
    elif pa.types.is_float16(kind):
        kind = pa.float32()
    elif pa.types.is_decimal(kind) and not pa.types.is_decimal256(kind):
        kind = pa.decimal128(kind.precision, kind.scale)
    return given if given.type == kind else given.cast(kind)


def _missing(values: pa.Array) -> pa.Array | None:
    """Rows without a value: null, NaN (so pandas writes null) and text of nothing but blanks; None where all have."""
    floating = pa.types.is_floating(values.type)
    missing = pc.is_null(values, nan_is_null=floating) if values.null_count or floating else None
    if pa.types.is_string(values.type):
        blank = marked(pc.equal(pc.utf8_trim_whitespace(values), ""))
        missing = blank if missing is None else pc.or_(missing, blank)
    return _some(missing)


def _some(rows: pa.Array | None) -> pa.Array | None:
    """The rows that are marked, if any."""
    return rows if rows is not None and pc.any(rows).as_py() else None


def _without(values: pa.Array, rows: pa.Array) -> pa.Array:
    """The values, null in those rows."""
    return pc.if_else(rows, pa.scalar(None, values.type), values)


def _make_text(values: pa.Array, wanted: pa.DataType) -> pa.Array:
    plain = pc.all(pc.string_is_ascii(values), min_count=0).as_py()
    return values if plain else pc.utf8_normalize(values, "NFC")


def _make_decimal(values: pa.Array, wanted: pa.DataType) -> pa.Array:
    if pa.types.is_decimal(values.type):
        return values.cast(wanted)
    ore = pc.round(pc.multiply(values.cast(pa.float64()), 100.0)).cast(pa.int64())
    return pc.multiply(ore.cast(pa.decimal128(19, 0)), pa.scalar(Decimal("0.01"))).cast(wanted)


_TAKEN: dict[str, Callable[[pa.DataType], bool]] = {
    "key": pa.types.is_string,
    "text": pa.types.is_string,
    "int": lambda kind: pa.types.is_integer(kind) or pa.types.is_floating(kind),
    "decimal": lambda kind: pa.types.is_floating(kind) or (pa.types.is_decimal(kind) and kind.scale <= 2),
    "double": lambda kind: pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind),
    "date": lambda kind: pa.types.is_date(kind) or (pa.types.is_timestamp(kind) and kind.tz is None),
    "bool": pa.types.is_boolean,
}
_MAKE: dict[str, Callable[[pa.Array, pa.DataType], pa.Array]] = {
    "key": lambda values, wanted: values,
    "text": _make_text,
    "int": lambda values, wanted: values.cast(wanted),
    "decimal": _make_decimal,
    "double": lambda values, wanted: values.cast(wanted),
    "date": lambda values, wanted: days_of(values).cast(pa.int32()).cast(wanted),
    "bool": lambda values, wanted: values,
}
