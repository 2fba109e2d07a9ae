"""What the values of a column must be besides their type: the form of keys, whole numbers, days, money, limits.

Most columns are as they should be, and one look at the smallest and greatest value says so; only where it does not are
the rows pointed at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from overblik.contract_types import Column
from overblik.intake.breach import danish

_EXACT = 2**53  # whole numbers above this are not all doubles
_DAYS = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
_CALENDAR = (-25_567, 84_005)  # 1 January 1900 and 31 December 2199, in days from 1970
_KEY = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"  # the form that every key of the contract has, and its signs
_FIRST_SIGNS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_SIGNS = _FIRST_SIGNS + b"_.-"


@dataclass(frozen=True)
class Problem:
    """What is wrong with the rows that `rows` marks. `what` goes on after "Kolonnen <name> "."""

    code: str
    what: str
    rows: pa.Array


def problems_of(values: pa.Array, column: Column) -> Iterator[Problem]:
    """What is wrong with values of a type that the contract takes."""
    return (problem for problem in _CHECKS[column.kind](values, column) if pc.any(problem.rows).as_py())


def limit_problems(made: pa.Array, column: Column) -> Iterator[Problem]:
    """Values below the smallest or above the greatest that the contract allows."""
    low, high = column.minimum, column.maximum
    if (low is None and high is None) or surely_within(made, low, high):
        return
    found = pc.min_max(made)
    low, high = found["min"].as_py(), found["max"].as_py()
    if column.minimum is not None and low is not None and low < column.minimum:
        rows = pc.less(made, pa.scalar(column.minimum).cast(made.type))
        yield Problem("for_lille_tal", f"har tal under {column.minimum:g}", marked(rows))
    if column.maximum is not None and high is not None and high > column.maximum:
        rows = pc.greater(made, pa.scalar(column.maximum).cast(made.type))
        yield Problem("for_stort_tal", f"har tal over {column.maximum:g}", marked(rows))


def are_keys(values: pa.Array, column: Column) -> bool:
    """Whether all of them are filled, and keys of the usual form: seen from the bytes, without a look at each."""
    if column.pattern != _KEY or values.null_count or not len(values):
        return False
    _, offsets, data = values.buffers()
    ends = np.frombuffer(offsets, np.int32)[values.offset : values.offset + len(values) + 1]
    lengths = np.diff(ends)
    if lengths.min() < 1 or lengths.max() > 64:
        return False
    signs = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]]
    first = signs[ends[:-1] - ends[0]]
    return not signs.tobytes().translate(None, _SIGNS) and not first.tobytes().translate(None, _FIRST_SIGNS)


def surely_within(numbers: pa.Array, low: float | None, high: float | None) -> bool:
    """Whether none is below or above, seen at once: also from what stands, unseen, where a value is missing.

    False where it cannot be seen so: then each must be looked at.
    """
    if not len(numbers) or numbers.type not in (pa.int64(), pa.float64()):
        return False
    content = numbers.buffers()[1]
    kind = np.int64 if numbers.type == pa.int64() else np.float64
    every = np.frombuffer(content, kind)[numbers.offset : numbers.offset + len(numbers)]
    return bool((low is None or every.min() >= low) and (high is None or every.max() <= high))  # NaN is neither


def marked(rows: pa.Array) -> pa.Array:
    """Rows that are neither right nor wrong are not marked."""
    return pc.fill_null(rows, False)


def _check_key(values: pa.Array, column: Column) -> Iterator[Problem]:
    pattern = rf"\A(?:{(column.pattern or '').removeprefix('^').removesuffix('$')})\z"
    form = "bogstaverne a-z, tal, punktum, bindestreg og understreg, højst 64 tegn, først et bogstav eller tal"
    wrong = marked(pc.invert(pc.match_substring_regex(values, pattern)))
    yield Problem("ugyldig_noegle", f"har nøgler, der ikke kun er {form}", wrong)


def _check_text(values: pa.Array, column: Column) -> Iterator[Problem]:
    most = column.max_length or 2000
    if len(values) and (pc.max(pc.binary_length(values)).as_py() or 0) <= most:
        return  # a letter takes a byte at least, and the normal form has no more letters
    length = pc.utf8_length(pc.utf8_normalize(values, "NFC"))
    yield Problem("for_lang_tekst", f"har tekster på over {danish(most)} tegn", marked(pc.greater(length, most)))


def _check_int(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        finite = pc.is_finite(values)
        whole = pc.and_(finite, pc.equal(pc.floor(values), values))
        yield Problem("ikke_helt_tal", "har tal, der ikke er hele, men skal være heltal", marked(pc.invert(whole)))
        large = pc.and_(whole, pc.greater(pc.abs(values), float(_EXACT)))
        yield Problem("for_stort_tal", "har tal, der er for store", marked(large))
    elif pa.types.is_uint64(values.type):
        yield Problem(
            "for_stort_tal", "har tal, der er for store", marked(pc.greater(values, pa.scalar(2**63 - 1, pa.uint64())))
        )


def _check_decimal(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        values = values.cast(pa.float64())
        finite = pc.is_finite(values)
        yield Problem("ikke_et_tal", "har uendelige tal", marked(pc.invert(finite)))
        large = pc.and_(finite, pc.greater_equal(pc.abs(values), 1e13))
        # k/100 is correctly rounded, so a double that stands for k øre equals it to the last bit.
        inside = pc.if_else(pc.and_(finite, pc.invert(large)), values, pa.scalar(None, pa.float64()))
        exact = pc.equal(pc.divide(pc.round(pc.multiply(inside, 100.0)), 100.0), inside)
        yield Problem("for_mange_decimaler", "har beløb med mere end to decimaler", marked(pc.invert(exact)))
    else:
        room = pa.decimal256(76, max(values.type.scale, 0))
        large = pc.greater_equal(pc.abs(values.cast(room)), pa.scalar(Decimal(10**13), room))
    yield Problem("for_stort_tal", "har beløb med mere end 13 cifre før kommaet", marked(large))


def _check_double(values: pa.Array, column: Column) -> Iterator[Problem]:
    if pa.types.is_floating(values.type):
        yield Problem("ikke_et_tal", "har uendelige tal", marked(pc.is_inf(values)))
    elif pa.types.is_integer(values.type):
        large = pc.or_(
            pc.greater(values.cast(pa.float64(), safe=False), float(_EXACT)),
            pc.less(values.cast(pa.float64(), safe=False), -float(_EXACT)),
        )
        yield Problem("for_stort_tal", "har tal, der er for store", marked(large))


def _check_date(values: pa.Array, column: Column) -> Iterator[Problem]:
    if not pa.types.is_date32(values.type):
        exact = pc.equal(pc.multiply(days_of(values), _day_length(values.type)), values.cast(pa.int64()))
        yield Problem("ikke_hel_dag", "har klokkeslæt, men skal være datoer", marked(pc.invert(exact)))
    days = days_of(values)
    span = pc.min_max(days)
    if span["min"].as_py() is None or (span["min"].as_py() >= _CALENDAR[0] and span["max"].as_py() <= _CALENDAR[1]):
        return
    outside = pc.or_(pc.less(days, _CALENDAR[0]), pc.greater(days, _CALENDAR[1]))
    yield Problem("uden_for_kalenderen", "har datoer før år 1900 eller efter år 2199", marked(outside))


def _no_check(values: pa.Array, column: Column) -> Iterator[Problem]:
    yield from ()


def days_of(values: pa.Array) -> pa.Array:
    """Days from 1970; a time of day is left out."""
    if pa.types.is_date32(values.type):
        return values.cast(pa.int32())
    return pc.divide(values.cast(pa.int64()), _day_length(values.type))


def _day_length(kind: pa.DataType) -> int:
    return _DAYS["ms" if pa.types.is_date64(kind) else kind.unit]


_CHECKS: dict[str, Callable[[pa.Array, Column], Iterator[Problem]]] = {
    "key": _check_key,
    "text": _check_text,
    "int": _check_int,
    "decimal": _check_decimal,
    "double": _check_double,
    "date": _check_date,
    "bool": _no_check,
}
