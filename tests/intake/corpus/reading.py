"""One file of the corpus, as the sandbox reads it, and what is always true of what comes of it."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.intake.limits import SECONDS, Limits
from overblik.intake.sandbox import read


@dataclass(frozen=True)
class Told:
    """What came of a file: its rows (None: refused), the codes it was refused with, all messages."""

    rows: pa.Table | None
    codes: frozenset[str]
    messages: tuple[str, ...]


def told_of(content: bytes, scratch: Path, table: str = "moede", limits: Limits | None = None) -> Told:
    """Reads a file of these bytes. Whatever it holds: there is a verdict in time, and what is taken is whole."""
    path = scratch / "fil.parquet"
    path.write_bytes(content)
    begun = monotonic()
    reading = read(path, f"{table}.parquet", contract.tables()[table], scratch, limits=limits)
    assert monotonic() - begun < SECONDS + 10, "past its time"
    assert path.read_bytes() == content, "the original was touched"
    assert (reading.content is None) == bool(reading.breaches)
    rows = None
    if reading.content:
        rows = pq.read_table(pa.OSFile(str(reading.content.path)), page_checksum_verification=True)
        rows.validate(full=True)
        assert rows.num_rows == reading.content.rows
        wanted = contract.arrow_schema(contract.tables()[table])
        assert rows.schema.names == wanted.names
        rows = rows.cast(wanted)
    messages = tuple(one.message for one in (*reading.breaches, *reading.warnings))
    return Told(rows, frozenset(one.code for one in reading.breaches), messages)
