"""Columns that are none of the contract's: never published, but what could name a person is kept for that check."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc


def is_kept(kind: pa.DataType) -> bool:
    """Text, bytes that may be text, and numbers: where a number of a person could stand."""
    plain = _values(kind)
    number = pa.types.is_integer(plain) or pa.types.is_floating(plain) or pa.types.is_decimal(plain)
    return bool(number or _is_text(plain) or _is_bytes(plain))


def extra_schema(fields: Sequence[pa.Field]) -> pa.Schema:
    """The schema that they are kept in."""
    return pa.schema([(extra_name(place), _kept(field.type)) for place, field in enumerate(fields, start=1)])


def extra_name(place: int) -> str:
    """k1, k2, …: the names that the columns came with are somebody else's."""
    return f"k{place}"


def extra_values(given: pa.Array) -> pa.Array:
    """The column in the type that it is kept in; bytes that are no text are left out."""
    given.validate(full=True)
    plain = given.dictionary_decode() if pa.types.is_dictionary(given.type) else given
    if _is_bytes(plain.type):
        return pa.array([_text(value) for value in plain.to_pylist()], pa.string())
    return pc.cast(plain, _kept(plain.type))


def _values(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _kept(kind: pa.DataType) -> pa.DataType:
    plain = _values(kind)
    if pa.types.is_floating(plain):
        return pa.float64()
    return pa.int64() if pa.types.is_integer(plain) and not pa.types.is_uint64(plain) else pa.string()


def _text(value: bytes | None) -> str | None:
    try:
        return value.decode() if value is not None else None
    except UnicodeDecodeError:
        return None


def _is_text(kind: pa.DataType) -> bool:
    return any((pa.types.is_string(kind), pa.types.is_large_string(kind), pa.types.is_string_view(kind)))


def _is_bytes(kind: pa.DataType) -> bool:
    plain = pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind)
    return bool(plain or pa.types.is_fixed_size_binary(kind))
