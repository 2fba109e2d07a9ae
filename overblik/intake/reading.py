"""One handed-in Parquet file: judged by itself and written anew, batch by batch, with PyArrow alone.

A file is hostile until it is written anew (threats.md), so this runs in a process that may be killed (child.py). Its
shape is judged from the footer before any data is decoded, and nothing else in the footer is believed. The file is
never mapped into memory: somebody may shorten it while we read.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.contract_types import Column, Table, arrow_schema
from overblik.intake.breach import breach
from overblik.intake.casting import cast, is_coded
from overblik.intake.columns import compare_names, harmless, nested_breaches
from overblik.intake.extra import extra_schema, extra_values, is_kept
from overblik.intake.footer import footer_breaches
from overblik.intake.limits import BATCH
from overblik.intake.persondata_file import beside_the_rows
from overblik.intake.persondata_glance import Glance
from overblik.intake.persondata_refused import look_through
from overblik.intake.persondata_told import Examined, examined
from overblik.intake.tally import Tally
from overblik.intake.verdict import Verdict
from overblik.intake.writing import Writer

_REFUSED = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError)  # what damaged bytes raise
_DEEP = 500  # levels of a nested column that are looked through, only to name it
REWRITTEN, EXTRA = "fil.parquet", "andet.parquet"  # what is written, in a folder of its own


class _Damaged(ValueError):
    """The file cannot be read on."""


def rewrite(
    source: pa.NativeFile, size: int, file: str, table: Table, folder: Path, progress: Callable[[float], None]
) -> Verdict:
    """Writes the file's content in the contract's schema, and beside it the columns that are none of the contract's.

    `file` is what messages call it, `size` its bytes. All breaches of the file by itself are found, not just the
    first. Raises MemoryError, and OSError where nothing can be written.
    """
    try:
        parquet = _opened(source)
        schema = parquet.schema_arrow
        wrong = footer_breaches(parquet.metadata, size, file, table)
        personal = beside_the_rows(schema, parquet.metadata, file, table) if not wrong else []
        wrong = nested_breaches(file, table, schema) or wrong
        if not wrong:
            coded = [c.name for c in compare_names(file, table, schema.names, 0).found if is_coded(c)]
            parquet = _opened(source, parquet.metadata, _in_words(parquet.metadata, schema, coded))
    except _REFUSED as error:
        return _unreadable(error, file, table)
    if wrong:
        return Verdict(None, (*personal, *wrong), ())
    try:
        verdict = _rewritten(parquet, file, table, folder, progress)
    except _Damaged as error:
        verdict = _unreadable(error, file, table)
    if verdict.breaches:
        personal += look_through(_as_far_as_whole(_batches(parquet, _kept_once(schema))), file, table)
    if personal:
        return Verdict(None, (*personal, *verdict.breaches), verdict.warnings)
    return verdict


def _kept_once(schema: pa.Schema) -> list[str]:
    return [field.name for field in schema if is_kept(field.type) and schema.names.count(field.name) == 1]


def _in_words(footer: pq.FileMetaData, schema: pa.Schema, coded: list[str]) -> list[str]:
    """Of those columns the ones that can be read as codes and words: PyArrow cannot where text is written as deltas."""
    chunks = [(name, footer.row_group(n).column(schema.names.index(name))) for name in coded for n in _groups(footer)]
    deltas = {name for name, chunk in chunks if any(way.startswith("DELTA") for way in chunk.encodings)}
    return [name for name in coded if name not in deltas]


def _groups(footer: pq.FileMetaData) -> range:
    return range(footer.num_row_groups)


def _opened(
    source: pa.NativeFile, metadata: pq.FileMetaData | None = None, coded: list[str] | None = None
) -> pq.ParquetFile:
    """The file; the columns `coded` as codes and words, so that each word is checked once."""
    return pq.ParquetFile(
        source, metadata=metadata, read_dictionary=coded, memory_map=False, page_checksum_verification=True,
        coerce_int96_timestamp_unit="us", buffer_size=1 << 20, pre_buffer=False, schema_depth_limit=_DEEP,
    )  # fmt: skip


def _rewritten(
    parquet: pq.ParquetFile, file: str, table: Table, folder: Path, progress: Callable[[float], None]
) -> Verdict:
    schema = parquet.schema_arrow
    names = compare_names(file, table, schema.names, 0)
    extra = [schema.field(name) for name in names.extra if is_kept(schema.field(name).type)]
    wanted = [column.name for column in names.found]
    tally, rows, promised = Tally(), 0, parquet.metadata.num_rows
    whole, kept = arrow_schema(table), extra_schema(extra)
    strangers = [Examined(one.name, "text", field.name) for one, field in zip(kept, extra, strict=True)]
    glance = Glance([*examined(table), *strangers])
    coded = [column.name for column in table.columns if is_coded(column)]
    free = [column.name for column in table.columns if column.kind == "text" and column.name not in coded]
    with (
        Writer(folder / REWRITTEN, whole, coded, free) as content,
        Writer(folder / EXTRA, kept, packed=kept.names) as beside,
    ):
        for batch in _ahead(_batches(parquet, [*wanted, *(field.name for field in extra)])):
            arrays = [_column(batch, column, whole.field(column.name).type, rows, tally) for column in names.found]
            if not (names.breaches or tally.hits):
                content.add(arrays)
                _look(glance, whole.names, arrays)
                if extra:
                    beside.add(others := _extra(batch, extra))
                    _look(glance, kept.names, others)
            rows += batch.num_rows
            progress(rows / max(promised, 1))
    if rows != promised and wanted:
        raise _Damaged
    names = compare_names(file, table, schema.names, rows)
    breaches = (*names.breaches, *tally.breaches(file, table))
    if breaches:
        return Verdict(None, breaches, names.warnings)
    called = tuple(field.name if harmless(field.name) else "" for field in extra)
    return Verdict(rows, (), names.warnings, called, tuple(sorted(glance.suspects)))


def _look(glance: Glance, names: Sequence[str], columns: Sequence[pa.Array]) -> None:
    for name, values in zip(names, columns, strict=True):
        glance.look(name, values)


def _batches(parquet: pq.ParquetFile, wanted: list[str]) -> Iterator[pa.RecordBatch]:
    """The rows, some at a time. Raises _Damaged where the bytes are not what they promise."""
    batches = parquet.iter_batches(batch_size=BATCH, columns=wanted, use_threads=True) if wanted else iter(())
    while True:
        try:
            batch = next(batches, None)
        except _REFUSED as error:
            raise _Damaged from error
        if batch is None:
            return
        yield batch


def _ahead(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same, each decoded while the one before is looked at."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = reader.submit(next, batches, None)
            yield batch


def _extra(batch: pa.RecordBatch, fields: Sequence[pa.Field]) -> list[pa.Array]:
    try:
        return [extra_values(batch.column(field.name)) for field in fields]
    except _REFUSED as error:
        raise _Damaged from error


def _as_far_as_whole(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    with suppress(_Damaged):
        yield from batches


def _column(batch: pa.RecordBatch, column: Column, wanted: pa.DataType, before: int, tally: Tally) -> pa.Array:
    try:
        given = batch.column(column.name)
        given.validate(full=True)
        made, problems = cast(given, column, wanted)
    except MemoryError:
        raise
    except _REFUSED:
        tally.damaged(column, batch.num_rows)
        return pa.nulls(batch.num_rows, wanted)
    for problem in problems:
        tally.add(column, problem, before)
    return made


def _unreadable(error: Exception, file: str, table: Table) -> Verdict:
    if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
        raise MemoryError from error
    what = "Filen kan ikke læses som Parquet; den er beskadiget eller i et andet format"
    remedy = "Dan filen på ny som Parquet, og aflever den igen."
    return Verdict(None, (breach("ikke_parquet", file, table.name, None, what, remedy),), ())
