"""Personal data beside the rows: in a file's name, its columns' names, its own metadata and its statistics.

Pure Python over what the footer says, for the process that reads the file. None of it is published; yet the original
is kept, and a name is repeated in every message, so such a file is refused like any other with personal data.
"""

import re
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.contract_types import Table
from overblik.intake.breach import Breach, breach
from overblik.intake.persondata_kinds import Kind
from overblik.intake.persondata_words import in_words

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")  # as JSON writes what is not ASCII
_ARROW = b"ARROW:schema"  # the schema once more, coded; it is read as the schema
HIDDEN = "\N{HORIZONTAL ELLIPSIS}"


def in_name(name: str) -> Breach | None:
    """What is wrong with a file's name in the inbox, if personal data stands in it; the breach does not repeat it."""
    kind = in_words(name)
    if kind is None:
        return None
    what = f"Filnavnet eller mappens navn indeholder {kind.one}"
    remedy = "Giv filen et navn uden personoplysninger, og aflever den igen."
    return breach(kind.code, _without(name), "", None, what, remedy)


def beside_the_rows(schema: pa.Schema, footer: pq.FileMetaData, file: str, table: Table) -> list[Breach]:
    """The personal data in a file's column names, metadata and statistics, one breach per place and kind."""
    return [
        breach(kind.code, file, table.name, None, f"{place} indeholder {kind.one}", remedy)
        for place, remedy, texts, value in _places(schema, footer)
        for kind in _kinds(texts, value)
    ]


def _places(schema: pa.Schema, footer: pq.FileMetaData) -> Iterator[tuple[str, str, set[str], bool]]:
    rename = "Omdøb kolonnen i udtrækket, og aflever filen igen."
    yield "Et kolonnenavn", rename, set(schema.names) | {footer.schema.column(n).path for n in _columns(footer)}, False
    again = "Fjern dem i udtrækket, eller dan filen uden metadata, og aflever den igen."
    yield "Filens egne oplysninger (metadata)", again, set(_metadata(schema, footer)), False
    remove = "Fjern dem i udtrækket, og dan filen på ny, så også dens statistikker er uden."
    yield "Filens statistikker (mindste og største værdi)", remove, set(_statistics(footer)), True


def _kinds(texts: Iterable[str], value: bool) -> list[Kind]:
    return list(dict.fromkeys(kind for text in texts if (kind := in_words(text, value=value))))


def _metadata(schema: pa.Schema, footer: pq.FileMetaData) -> Iterator[str]:
    yield _text(footer.created_by)
    for pairs in (footer.metadata, schema.metadata, *(field.metadata for field in schema)):
        for key, content in (pairs or {}).items():
            if key != _ARROW:
                yield _text(key)
                yield _text(content)


def _statistics(footer: pq.FileMetaData) -> Iterator[str]:
    for group in range(footer.num_row_groups):
        for place in _columns(footer):
            chunk = footer.row_group(group).column(place)
            if chunk.physical_type == "BYTE_ARRAY" and chunk.is_stats_set and chunk.statistics.has_min_max:
                yield from map(_text, (chunk.statistics.min_raw, chunk.statistics.max_raw))


def _columns(footer: pq.FileMetaData) -> range:
    return range(footer.num_columns)


def _text(content: str | bytes | None) -> str:
    text = content.decode(errors="replace") if isinstance(content, bytes) else content or ""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _without(name: str) -> str:
    """The name as far as it may be repeated: its folder, and the table that it begins with."""
    *folders, file = name.split("/")
    table, beside, _ = file.partition("__")
    short = f"{table}__{HIDDEN}.parquet" if beside and not in_words(table) else HIDDEN
    shown = "/".join(
        [HIDDEN if in_words(folder) else folder for folder in folders] + [short if in_words(file) else file]
    )
    return HIDDEN if in_words(shown) or not shown.isprintable() else shown
