"""Release tables made of literal or random exports, straight from the SQL that makes a release."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa

from overblik.intake.building import build_tables
from overblik.intake.protection import KEYS, Protection
from overblik.settings_limits import Diskretionering
from tests.contract.rows import as_read
from tests.deliveries import Row, Tables, exports, schema
from tests.naive.beskyttelse_maalinger import Limits

DAY = date(2023, 4, 12)
KEY = "0123456789abcdef" * 4
Key = tuple[str, str, date]

LEVERANCE = pa.Table.from_pylist(
    [],
    pa.schema(
        [(name, pa.string()) for name in ("fil", "tabel", "organisation", "sha256", "modtaget")]
        + [("raekker", pa.int64()), ("nyeste_dato", pa.date32())]
    ),
)


def released(
    tables: Tables,
    key: str = KEY,
    graenser: Diskretionering | None = None,
    hidden_before: Iterable[Key] = (),
    shown_before: Iterable[Key] = (),
) -> dict[str, list[Row]]:
    """The tables of the release that these exports give, as rows."""
    hidden, shown = (
        pa.Table.from_pylist([dict(zip(KEYS.names, one, strict=True)) for one in keys], KEYS)
        for keys in (hidden_before, shown_before)
    )
    files = [
        as_read(f"{name}.parquet", pa.Table.from_pylist(rows, schema=schema(name))) for name, rows in tables.items()
    ]
    protection = Protection(graenser or Diskretionering(), key, hidden, shown)
    made = build_tables(files, LEVERANCE, DAY, False, protection)
    return {name: table.to_pylist() for name, table in made.items()}


def limits(graenser: Diskretionering) -> Limits:
    """The thresholds as the reference takes them."""
    return Limits(
        graenser.graense_personer, graenser.graense_sensitiv, graenser.graense_naevner, graenser.graense_beboere
    )


def by(rows: Iterable[Row], *names: str) -> dict[tuple[Any, ...], Row]:
    """Rows by what names them."""
    return {tuple(row[name] for name in names): row for row in rows}


def held(month: int, fremmoeder: int | None, **more: Any) -> Row:
    """A registration of a month of 2022."""
    status = {} if fremmoeder is not None else {"vaerdi_status": "mangler"}
    return {"dato": date(2022, month, 15), "fremmoeder": fremmoeder, **status, **more}


def of_activity(*rows: Row, sensitiv: bool = False) -> Tables:
    """Exports with these registrations, of one indsats in one area unless they say otherwise."""
    ids = sorted({str(row.get("indsats_id", "I1")) for row in rows})
    areas = sorted({str(row.get("omraade_id", "NORD")) for row in rows})
    return exports(
        boligomraade=[{"omraade_id": area} for area in areas],
        indsatsomraade=[{"sensitiv": sensitiv}],
        indsats=[{"indsats_id": own} for own in ids],
        aktivitet=list(rows),
    )
