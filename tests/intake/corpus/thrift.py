"""Thrift's compact protocol, read and written without knowing what is meant: so that a footer can be made to say anything."""

from dataclasses import dataclass
from typing import Any

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(1, 13)


@dataclass
class Field:
    """A value and its kind. Of a list: the kind of its items, and the items."""

    kind: int
    value: Any
    of: int = 0


Struct = dict[int, Field]


def integer(value: int, kind: int = I64) -> Field:
    return Field(kind, value)


def text(value: bytes) -> Field:
    return Field(BINARY, value)


def listing(items: list[Any], of: int = STRUCT) -> Field:
    return Field(LIST, items, of)


def read(content: bytes, at: int = 0) -> tuple[Struct, int]:
    """The struct that begins there, and where it ends."""
    found: Struct = {}
    number = 0
    while (head := content[at]) != 0:
        at += 1
        kind = head & 15
        if head >> 4:
            number += head >> 4
        else:
            number, at = _signed(content, at)
        found[number], at = _field(content, at, kind)
    return found, at + 1


def _field(content: bytes, at: int, kind: int) -> tuple[Field, int]:
    if kind in (TRUE, FALSE):
        return Field(kind, kind == TRUE), at
    value, at, of = _value(content, at, kind)
    return Field(kind, value, of), at


def _value(content: bytes, at: int, kind: int) -> tuple[Any, int, int]:
    if kind in (TRUE, FALSE, BYTE):
        return content[at], at + 1, 0
    if kind in (I16, I32, I64):
        return *_signed(content, at), 0
    if kind == DOUBLE:
        return content[at : at + 8], at + 8, 0
    if kind == BINARY:
        size, at = _unsigned(content, at)
        return content[at : at + size], at + size, 0
    if kind in (LIST, SET):
        count, of = content[at] >> 4, content[at] & 15
        at += 1
        if count == 15:
            count, at = _unsigned(content, at)
        items = []
        for _ in range(count):
            item, at, _of = _value(content, at, of)
            items.append(item)
        return items, at, of
    if kind == STRUCT:
        return *read(content, at), 0
    raise ValueError(f"no footer has kind {kind}")


def written(struct: Struct) -> bytes:
    """A struct as bytes. An item of a list of structs may be bytes that have been written already."""
    out, last = bytearray(), 0
    for number, field in sorted(struct.items()):
        kind = (TRUE if field.value else FALSE) if field.kind in (TRUE, FALSE) else field.kind
        step = number - last
        out += bytes([step << 4 | kind]) if 0 < step < 16 else bytes([kind]) + _zigzag(number)
        last = number
        if field.kind not in (TRUE, FALSE):
            out += _written(field.value, field.kind, field.of)
    return bytes(out) + b"\0"


def _written(value: Any, kind: int, of: int) -> bytes:
    if kind in (TRUE, FALSE, BYTE):
        return bytes([value])
    if kind in (I16, I32, I64):
        return _zigzag(value)
    if kind == DOUBLE:
        return bytes(value)
    if kind == BINARY:
        return _varint(len(value)) + value
    if kind == STRUCT:
        return value if isinstance(value, bytes) else written(value)
    head = bytes([len(value) << 4 | of]) if len(value) < 15 else bytes([0xF0 | of]) + _varint(len(value))
    return head + b"".join(_written(item, of, 0) for item in value)


def _unsigned(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        part = content[at]
        at += 1
        value |= (part & 127) << shift
        shift += 7
        if part < 128:
            return value, at


def _signed(content: bytes, at: int) -> tuple[int, int]:
    value, at = _unsigned(content, at)
    return (value >> 1) ^ -(value & 1), at


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _zigzag(value: int) -> bytes:
    return _varint(((value << 1) ^ (value >> 63)) & (2**64 - 1))
