"""Parquet files taken apart and put together again, with any word of the footer or of a page's header changed.

The numbers are those of parquet.thrift.
"""

import io
import struct
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.intake.limits import Limits
from tests.contract.rows import as_table, example
from tests.intake.corpus.thrift import BINARY, STRUCT, Field, Struct, integer, read, written

MAGIC = b"PAR1"
# FileMetaData, SchemaElement, RowGroup, ColumnChunk, ColumnMetaData, PageHeader
SCHEMA, ROWS, GROUPS, PAIRS, MADE_BY, ENCRYPTION = 2, 3, 4, 5, 6, 8
TYPE, TYPE_LENGTH, REPETITION, NAME, CHILDREN, CONVERTED, SCALE, PRECISION, LOGICAL = 1, 2, 3, 4, 5, 6, 7, 8, 10
CHUNKS, GROUP_SIZE, GROUP_ROWS = 1, 2, 3
FILE_PATH, META = 1, 3
PATH, CODEC, VALUES, UNCOMPRESSED, COMPRESSED, FIRST_PAGE, DICTIONARY, STATISTICS = 3, 4, 5, 6, 7, 9, 11, 12
PAGE_TYPE, PAGE_UNCOMPRESSED, PAGE_COMPRESSED, CRC, DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2 = 1, 2, 3, 4, 5, 7, 8
BOOLEAN, INT32, INT64, INT96, FLOAT, REAL, BYTE_ARRAY, FIXED = range(8)


@dataclass(frozen=True)
class Case:
    """One file: how its bytes are made, the table it says it is, and what must come of it.

    `expected`: the codes it may be refused with; none: it is taken, and its rows are those of `rows`.
    `or_taken`: it may also be taken, if its rows are right.
    """

    name: str
    content: Callable[[], bytes]
    expected: frozenset[str] = frozenset()
    rows: Callable[[], pa.Table] | None = None
    table: str = "moede"
    limits: Limits | None = None
    or_taken: bool = False


@dataclass
class Page:
    """A page of a column: its header, and what comes after it."""

    header: Struct
    body: bytes


@dataclass
class File:
    """A Parquet file: its footer, and all pages by row group and column."""

    footer: Struct
    pages: list[list[list[Page]]] = field(default_factory=list)

    def schema(self, name: str) -> Struct:
        """The footer's element for a column."""
        return next(one for one in self.footer[SCHEMA].value if one[NAME].value == name.encode())

    def group(self, number: int = 0) -> Struct:
        found: Struct = self.footer[GROUPS].value[number]
        return found

    def place(self, name: str) -> int:
        return next(
            n for n, one in enumerate(self.group()[CHUNKS].value) if one[META].value[PATH].value == [name.encode()]
        )

    def chunk(self, name: str, group: int = 0) -> Struct:
        """What the footer says of a column in a row group."""
        found: Struct = self.group(group)[CHUNKS].value[self.place(name)][META].value
        return found

    def data(self, name: str, group: int = 0) -> Page:
        """The column's first page of data."""
        return next(page for page in self.pages[group][self.place(name)] if page.header[PAGE_TYPE].value != 2)

    def words(self, name: str) -> Page:
        """The column's page of words (dictionary)."""
        return next(page for page in self.pages[0][self.place(name)] if page.header[PAGE_TYPE].value == 2)


def base(table: str = "moede", rows: int = 3) -> pa.Table:
    """Rows of a table in the contract's schema; only their key differs."""
    key = contract.tables()[table].key[0]
    return as_table(table, [example(table, **{key: f"{table}-{number}"}) for number in range(rows)])


def as_parquet(table: pa.Table, **options: Any) -> bytes:
    """Parquet by PyArrow."""
    out = io.BytesIO()
    pq.write_table(table, out, **({"store_schema": False} | options))
    return out.getvalue()


def footer_of(content: bytes) -> Struct:
    (size,) = struct.unpack("<I", content[-8:-4])
    return read(content, len(content) - 8 - size)[0]


def apart(content: bytes) -> File:
    """The parts of a whole file."""
    footer = footer_of(content)
    pages = [[_pages(content, chunk[META].value) for chunk in group[CHUNKS].value] for group in footer[GROUPS].value]
    return File(footer, pages)


def _pages(content: bytes, chunk: Struct) -> list[Page]:
    at = min(chunk[number].value for number in (FIRST_PAGE, DICTIONARY) if number in chunk)
    end, found = at + chunk[COMPRESSED].value, []
    while at < end:
        header, at = read(content, at)
        size = header[PAGE_COMPRESSED].value
        found.append(Page(header, content[at : at + size]))
        at += size
    return found


def together(file: File, *, sizes: bool = True) -> bytes:
    """A whole file of the parts, each page where the footer says. `sizes`: pages tell their own size right."""
    out = bytearray(MAGIC)
    for group, columns in zip(file.footer[GROUPS].value, file.pages, strict=True):
        for chunk, pages in zip(group[CHUNKS].value, columns, strict=True):
            meta, begin = chunk[META].value, len(out)
            for unwanted in (4, 5, 6, 7):  # indexes of pages, which lie elsewhere by now
                chunk.pop(unwanted, None)
            for page in pages:
                if page.header[PAGE_TYPE].value == 2:
                    meta[DICTIONARY] = integer(len(out))
                elif page is next(one for one in pages if one.header[PAGE_TYPE].value != 2):
                    meta[FIRST_PAGE] = integer(len(out))
                if sizes:
                    page.header[PAGE_COMPRESSED].value = len(page.body)
                out += written(page.header) + page.body
            if sizes:
                meta[COMPRESSED].value = len(out) - begin
    return closed(bytes(out), file.footer)


def closed(body: bytes, footer: Struct | bytes, magic: bytes = MAGIC) -> bytes:
    """A body with a footer behind it."""
    end = footer if isinstance(footer, bytes) else written(footer)
    return body + end + struct.pack("<I", len(end)) + magic


def body_of(content: bytes) -> bytes:
    (size,) = struct.unpack("<I", content[-8:-4])
    return content[: -8 - size]


def changed(change: Callable[[File], object], table: str = "moede", rows: int = 3, **options: Any) -> bytes:
    """A good file after a change to its parts; pages stand uncompressed and plain unless `options` say otherwise."""
    plain = {"compression": "none", "use_dictionary": False, "write_statistics": False}
    file = apart(as_parquet(base(table, rows), **(plain | options)))
    change(file)
    return together(file)


def refooted(change: Callable[[Struct], object], table: str = "moede", rows: int = 3, **options: Any) -> bytes:
    """A good file after a change to its footer alone."""
    content = as_parquet(base(table, rows), **options)
    footer = deepcopy(footer_of(content))
    change(footer)
    return closed(body_of(content), footer)


def chunks_of(footer: Struct) -> Iterable[Struct]:
    for group in footer[GROUPS].value:
        for chunk in group[CHUNKS].value:
            yield chunk[META].value


def statistics(least: bytes, most: bytes, nulls: int = 0) -> Field:
    """What a column says of itself: its least and greatest value, old and new way, and how many are missing."""
    return Field(
        STRUCT,
        {
            1: Field(BINARY, most),
            2: Field(BINARY, least),
            3: integer(nulls),
            5: Field(BINARY, most),
            6: Field(BINARY, least),
        },
    )
