"""Personal data in a file that is refused for something else, so that it too is kept unreadable and erased.

Such a file is never written anew, so DuckDB cannot look in it. It is read once more where it was read, with the same
patterns and the same rule, text by text; what only a whole column of bare numbers shows is left out.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import monotonic

import pyarrow as pa
import pyarrow.compute as pc

from overblik.contract_types import Table
from overblik.intake.breach import Breach
from overblik.intake.extra import extra_values
from overblik.intake.persondata_column import said_by
from overblik.intake.persondata_kinds import Kind
from overblik.intake.persondata_patterns import pattern_for
from overblik.intake.persondata_text import found_in
from overblik.intake.persondata_told import Examined, Rows, Tally, told

_SECONDS = 8.0  # what the process may spend on it, so that what else is wrong can still be told
_UNREADABLE = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError)


def look_through(batches: Iterable[pa.RecordBatch], file: str, table: Table) -> list[Breach]:
    """The sure personal data in batches of columns as they were handed in, as far as they can be read in time."""
    kinds = {column.name: column.kind for column in table.columns}
    sure: dict[str, Tally] = {}
    before, until = 0, monotonic() + _SECONDS
    with suppress(*_UNREADABLE):
        for batch in batches:
            for name, given in zip(batch.schema.names, batch.columns, strict=True):
                for row, kind in _found(name, given, key=kinds.get(name) == "key"):
                    sure.setdefault(name, {}).setdefault(kind, Rows()).add(before + row + 1)
            before += batch.num_rows
            if monotonic() > until:
                break
    return [
        told(kind, rows, file, table.name, Examined(name, "text", None if name in kinds else name), sure=True)
        for name, tally in sure.items()
        for kind, rows in tally.items()
    ]


def _found(name: str, given: pa.Array, *, key: bool) -> Iterator[tuple[int, Kind]]:
    values = extra_values(given)
    number = not pa.types.is_string(values.type)
    said = said_by(name, key=key or number)
    if number and not (said.cpr or said.phone):
        return
    texts = values.cast(pa.int64(), safe=False).cast(pa.string()) if number else values
    rows = pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(texts, pattern_for(said)), False))
    for row, text in zip(rows.to_pylist(), texts.take(rows).to_pylist(), strict=True):
        yield from ((row, kind) for kind in found_in(text, said).sure)
