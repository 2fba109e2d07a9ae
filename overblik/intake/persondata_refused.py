"""Personal data in a file that is refused for something else, so that it too is kept unreadable and erased.

Such a file is never written anew, so DuckDB cannot look in it. It is read once more where it was read, with the same
patterns and the same rule, text by text; what only a whole column of bare numbers shows is left out.
"""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from overblik.contract_types import Table
from overblik.intake.breach import Breach
from overblik.intake.persondata import Examined, Rows, Tally, told
from overblik.intake.persondata_column import said_by
from overblik.intake.persondata_sql import pattern_for
from overblik.intake.persondata_text import found_in


def look_through(batches: Iterable[pa.RecordBatch], file: str, table: Table) -> list[Breach]:
    """The sure personal data in batches of texts and numbers, as they were handed in. May raise pa.ArrowException."""
    kinds = {column.name: column.kind for column in table.columns}
    sure: dict[str, Tally] = {}
    before = 0
    for batch in batches:
        for name, values in zip(batch.schema.names, batch.columns, strict=True):
            said = said_by(name, key=kinds.get(name) == "key" or not pa.types.is_string(values.type))
            texts = values if pa.types.is_string(values.type) else values.cast(pa.string())
            rows = pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(texts, pattern_for(said)), False))
            for row, text in zip(rows.to_pylist(), texts.take(rows).to_pylist(), strict=True):
                for kind in found_in(text, said).sure:
                    sure.setdefault(name, {}).setdefault(kind, Rows()).add(before + row + 1)
        before += batch.num_rows
    return [
        told(kind, rows, file, table.name, Examined(name, "text", name in kinds), sure=True)
        for name, tally in sure.items()
        for kind, rows in tally.items()
    ]
