"""From the type a column was handed in with to the contract's, where nothing is lost on the way.

Programs write the same content in many types (data-contract.md lists them). What can be cast without loss is taken;
every row that cannot is pointed at. Nothing here ever puts a value into words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from overblik.contract_types import Column
from overblik.intake.breach import danish
from overblik.intake.type_words import WANTED, type_in_words

_EXACT = 2**53  # whole numbers above this are not all doubles
_DAYS = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
_CALENDAR = (-25_567, 84_005)  # 1 January 1900 and 31 December 2199, in days from 1970


@dataclass(frozen=True)
class Problem:
    """What is wrong with the rows that `rows` marks. `what` goes on after "Kolonnen <name> "."""

    code: str
    what: str
    rows: pa.Array


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
    if column.required:
        found = [Problem("mangler_vaerdi", "er uden værdi, men skal være udfyldt", missing), *found]
    return made, [problem for problem in found if _any(problem.rows)]


def _cast_words(
    given: pa.DictionaryArray, column: Column, wanted: pa.DataType
) -> tuple[pa.Array, pa.Array, list[Problem]]:
    """Looks at each word once."""
    words, missing, found = _cast(_plain(given.dictionary), column, wanted)
    codes = given.indices
    if words.null_count or pc.count_distinct(words).as_py() < len(words):
        made = words.take(codes)  # codes are for words that differ
    else:
        made = pa.DictionaryArray.from_arrays(codes, words)
    of_rows = [Problem(one.code, one.what, _marked(one.rows.take(codes))) for one in found]
    return made, pc.fill_null(missing.take(codes), True), of_rows


def _cast(values: pa.Array, column: Column, wanted: pa.DataType) -> tuple[pa.Array, pa.Array, list[Problem]]:
    """The values as the contract has them, which of them are missing, and what is wrong with the rest."""
    missing = _missing(values)
    if not _TAKEN[column.kind](values.type):
        # pandas, R and DuckDB each give a column without values a type of their own: none of them says anything.
        found = f"er {type_in_words(values.type)}, men skal være {WANTED[column.kind]}"
        return pa.nulls(len(values), wanted), missing, [Problem("forkert_type", found, pc.invert(missing))]
    values = _without(values, missing)
    problems = [problem for problem in _CHECKS[column.kind](values, column) if _any(problem.rows)]
    for problem in problems:
        values = _without(values, problem.rows)
    made = _MAKE[column.kind](values, wanted)
    return made, missing, [*problems, *_limits(made, column)]


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


def _any(rows: pa.Array) -> bool:
    return bool(pc.any(rows).as_py())


def _without(values: pa.Array, rows: pa.Array) -> pa.Array:
    """The values, null in those rows."""
    return pc.if_else(rows, pa.scalar(None, values.type), values) if _any(rows) else values


def _missing(values: pa.Array) -> pa.Array:
    """Rows without a value: null, NaN (so pandas writes null) and text of nothing but blanks."""
    missing = pc.is_null(values, nan_is_null=pa.types.is_floating(values.type))
    if pa.types.is_string(values.type):
        missing = pc.or_(missing, pc.fill_null(pc.equal(pc.utf8_trim_whitespace(values), ""), False))
    return missing


def _marked(rows: pa.Array) -> pa.Array:
    return pc.fill_null(rows, False)


def _check_key(values: pa.Array, column: Column) -> Iterator[Problem]:
    pattern = rf"\A(?:{(column.pattern or '').removeprefix('^').removesuffix('$')})\z"
    form = "bogstaverne a-z, tal, punktum, bindestreg og understreg, højst 64 tegn, først et bogstav eller tal"
    wrong = _marked(pc.invert(pc.match_substring_regex(values, pattern)))
    yield Problem("ugyldig_noegle", f"har nøgler, der ikke kun er {form}", wrong)


def _check_text(values: pa.Array, column: Column) -> Iterator[Problem]:
    most = column.max_length or 2000
    length = pc.utf8_length(pc.utf8_normalize(values, "NFC"))
    yield Problem("for_lang_tekst", f"har tekster på over {danish(most)} tegn", _marked(pc.greater(length, most)))


def _check_int(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        finite = pc.is_finite(values)
        whole = pc.and_(finite, pc.equal(pc.floor(values), values))
        yield Problem("ikke_helt_tal", "har tal, der ikke er hele, men skal være heltal", _marked(pc.invert(whole)))
        large = pc.and_(whole, pc.greater(pc.abs(values), float(_EXACT)))
        yield Problem("for_stort_tal", "har tal, der er for store", _marked(large))
    elif pa.types.is_uint64(values.type):
        yield Problem(
            "for_stort_tal", "har tal, der er for store", _marked(pc.greater(values, pa.scalar(2**63 - 1, pa.uint64())))
        )


def _check_decimal(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        values = values.cast(pa.float64())
        finite = pc.is_finite(values)
        yield Problem("ikke_et_tal", "har uendelige tal", _marked(pc.invert(finite)))
        large = pc.and_(finite, pc.greater_equal(pc.abs(values), 1e13))
        # k/100 is correctly rounded, so a double that stands for k øre equals it to the last bit.
        inside = pc.if_else(pc.and_(finite, pc.invert(large)), values, pa.scalar(None, pa.float64()))
        exact = pc.equal(pc.divide(pc.round(pc.multiply(inside, 100.0)), 100.0), inside)
        yield Problem("for_mange_decimaler", "har beløb med mere end to decimaler", _marked(pc.invert(exact)))
    else:
        room = pa.decimal256(76, max(values.type.scale, 0))
        large = pc.greater_equal(pc.abs(values.cast(room)), pa.scalar(Decimal(10**13), room))
    yield Problem("for_stort_tal", "har beløb med mere end 13 cifre før kommaet", _marked(large))


def _check_double(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        yield Problem("ikke_et_tal", "har uendelige tal", _marked(pc.invert(pc.is_finite(values))))
    elif pa.types.is_integer(values.type):
        large = pc.or_(
            pc.greater(values.cast(pa.float64(), safe=False), float(_EXACT)),
            pc.less(values.cast(pa.float64(), safe=False), -float(_EXACT)),
        )
        yield Problem("for_stort_tal", "har tal, der er for store", _marked(large))


def _check_date(values: pa.Array, column: Column) -> Iterator[Problem]:
    if not pa.types.is_date32(values.type):
        exact = pc.equal(pc.multiply(_days(values), _day_length(values.type)), values.cast(pa.int64()))
        yield Problem("ikke_hel_dag", "har klokkeslæt, men skal være datoer", _marked(pc.invert(exact)))
    days = _days(values)
    outside = pc.or_(pc.less(days, _CALENDAR[0]), pc.greater(days, _CALENDAR[1]))
    yield Problem("uden_for_kalenderen", "har datoer før år 1900 eller efter år 2199", _marked(outside))


def _no_check(values: pa.Array, column: Column) -> Iterator[Problem]:
    yield from ()


def _limits(made: pa.Array, column: Column) -> Iterator[Problem]:
    """The smallest and greatest value that the contract allows."""
    if column.minimum is not None:
        low = pc.less(made, pa.scalar(column.minimum).cast(made.type))
        yield Problem("for_lille_tal", f"har tal under {column.minimum:g}", _marked(low))
    if column.maximum is not None:
        high = pc.greater(made, pa.scalar(column.maximum).cast(made.type))
        yield Problem("for_stort_tal", f"har tal over {column.maximum:g}", _marked(high))


def _days(values: pa.Array) -> pa.Array:
    number = values.cast(pa.int32() if pa.types.is_date32(values.type) else pa.int64())
    return pc.divide(number.cast(pa.int64()), _day_length(values.type))


def _day_length(kind: pa.DataType) -> int:
    return 1 if pa.types.is_date32(kind) else _DAYS["ms" if pa.types.is_date64(kind) else kind.unit]


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
_CHECKS: dict[str, Callable[[pa.Array, Column], Iterator[Problem]]] = {
    "key": _check_key,
    "text": _check_text,
    "int": _check_int,
    "decimal": _check_decimal,
    "double": _check_double,
    "date": _check_date,
    "bool": _no_check,
}
_MAKE: dict[str, Callable[[pa.Array, pa.DataType], pa.Array]] = {
    "key": lambda values, wanted: values,
    "text": lambda values, wanted: pc.utf8_normalize(values, "NFC"),
    "int": lambda values, wanted: values.cast(wanted),
    "decimal": _make_decimal,
    "double": lambda values, wanted: values.cast(wanted),
    "date": lambda values, wanted: _days(values).cast(pa.int32()).cast(wanted),
    "bool": lambda values, wanted: values,
}
