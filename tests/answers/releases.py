"""Several releases after each other in one data folder, each from literal rows."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.intake.publishing import publish_folder
from overblik.settings import settings
from tests.deliveries import Row, Tables, write


def publish_next(tables: Tables, day: date, **optional: list[Row]) -> str:
    """Publishes the tables, and the optional ones, on top of what is in force; gives the id."""
    with TemporaryDirectory() as place:
        folder = write(tables, Path(place))
        for name, rows in optional.items():
            schema = contract.arrow_schema(contract.tables()[name])
            pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{name}.parquet")
        outcome = publish_folder(folder, settings().data, day=day)
    assert outcome.release, sorted({(breach.code, breach.table, breach.column) for breach in outcome.rejected})
    return outcome.release
