"""Tables that a release can do without, from literal rows: beside the usual exports, in the contract's own types."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from tests.answers.engine import Ask, published
from tests.deliveries import Row, Tables, write


@contextmanager
def published_with(tables: Tables, today: date, **optional: list[Row]) -> Iterator[Ask]:
    """Publishes `tables` and the optional ones, and gives what answers; a column that a row leaves out is null."""
    with TemporaryDirectory() as place:
        folder = write(tables, Path(place))
        for name, rows in optional.items():
            schema = contract.arrow_schema(contract.tables()[name])
            pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{name}.parquet")
        with published(folder, today) as ask:
            yield ask


def picked(rows: list[Row], *columns: str) -> list[tuple[object, ...]]:
    """Some columns of the rows, as tuples."""
    return [tuple(row[column] for column in columns) for row in rows]
