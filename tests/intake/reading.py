"""One file as the sandbox reads it, for tests: its rows, what rejects it, warnings."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.contract import Table
from overblik.intake.breach import Breach
from overblik.intake.sandbox import read as read_in_sandbox


def read(path: Path, file: str, table: Table) -> tuple[pa.Table | None, list[Breach], list[Breach]]:
    """The rows as they were written anew, breaches and warnings."""
    with TemporaryDirectory() as scratch:
        reading = read_in_sandbox(path, file, table, Path(scratch))
        rows = pq.ParquetFile(reading.content.path).read() if reading.content else None
        assert rows is None or rows.num_rows == reading.content.rows
        return rows, list(reading.breaches), list(reading.warnings)
