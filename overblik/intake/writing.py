"""Writes the rows that have been taken, anew: our schema, our encodings, page checksums, row groups of one size."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.intake.limits import BATCH


class Writer:
    """One Parquet file, there also where nothing is added. `coded` are its columns of few values.

    Only free text, `packed`, is compressed: the file is read a few times and thrown away, and its codes, numbers and
    keys take longer to pack than to read.
    """

    def __init__(self, path: Path, schema: pa.Schema, coded: Sequence[str] = (), packed: Sequence[str] = ()) -> None:
        self._schema = pa.schema([_as_codes(field) if field.name in coded else field for field in schema])
        self._writer = pq.ParquetWriter(
            path, self._schema, write_page_checksum=True,
            compression={name: "zstd" if name in packed else "none" for name in schema.names},
            use_dictionary=[field.name for field in self._schema if not pa.types.is_string(field.type)],
            write_statistics=False, store_schema=False,
        )  # fmt: skip
        self._waiting: list[pa.Table] = []
        self._thread = ThreadPoolExecutor(1)  # encodes one row group while the next is decoded and looked at
        self._writing: Future[None] | None = None

    def add(self, arrays: Sequence[pa.Array]) -> None:
        """Rows in the order of the schema's columns. Raises OSError of these or earlier ones."""
        fitted = [_fitted(array, field.type) for array, field in zip(arrays, self._schema, strict=True)]
        self._waiting.append(pa.Table.from_arrays(fitted, schema=self._schema))
        if sum(part.num_rows for part in self._waiting) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        whole = pa.concat_tables(self._waiting).unify_dictionaries() if len(self._waiting) > 1 else self._waiting[0]
        self._waiting = []
        self._settle()
        self._writing = self._thread.submit(self._writer.write_table, whole, row_group_size=max(whole.num_rows, 1))

    def _settle(self) -> None:
        if self._writing:
            self._writing.result()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._waiting and kind is None:
            self._flush()
        try:
            self._settle()
        finally:
            self._thread.shutdown()
            self._writer.close()


def _as_codes(field: pa.Field) -> pa.Field:
    return field.with_type(pa.dictionary(pa.int32(), field.type))


def _fitted(array: pa.Array, wanted: pa.DataType) -> pa.Array:
    if array.type == wanted:
        return array
    return array.dictionary_encode() if pa.types.is_dictionary(wanted) else array.cast(wanted)
