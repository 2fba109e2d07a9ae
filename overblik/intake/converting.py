"""From a filled-in workbook, or a sheet saved as CSV, to Parquet files as the contract wants them.

Nothing is written unless every filled-in cell could be read; the Parquet files are then judged like any others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from overblik import contract
from overblik.arbejdsbog.stamdata import Stamdata
from overblik.intake.breach import Breach, breach
from overblik.intake.folding import fold
from overblik.intake.workbook_cells import breaches
from overblik.intake.workbook_reading import Filled
from overblik.intake.workbook_tables import TABLE, tables


@dataclass(frozen=True)
class Converted:
    """What became of one workbook: the tables made of it by file name, and what stood in the way."""

    tables: dict[str, pa.Table]
    breaches: tuple[Breach, ...]


def convert(filled: Sequence[Filled], file: str, known: Stamdata, today: date, *, with_reference: bool) -> Converted:
    """The tables that filled-in sheets make. `file` is what messages call the workbook.

    `with_reference`: the sheets of reference are tables too, as on the first day, when nothing is known yet.
    """
    rows, problems = tables(filled, known, today, with_reference=with_reference)
    found = [each for sheet, wrong in problems.items() for each in breaches(wrong, file, sheet, TABLE[sheet])]
    if not (found or rows):
        what = "Der er ingen udfyldte rækker i arkene"
        found = [breach("arbejdsbog_tom", file, "", None, what, "Udfyld mindst ét ark, gem det, og aflever det igen.")]
    if found:
        return Converted({}, tuple(found))
    stem = _stem(file)
    return Converted({f"{name}__{stem}.parquet": _table(name, made) for name, made in rows.items()}, ())


def _table(name: str, rows: list[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(rows, contract.arrow_schema(contract.tables()[name]))


def _stem(file: str) -> str:
    """What tells this workbook's files from others': its name; of a CSV, what stands after two underscores."""
    name = Path(file).name
    if name.lower().endswith(".csv"):
        name = name[: -len(".csv")].split("__", 1)[1] if "__" in name else "csv"
    return re.sub(r"_xlsx$", "", fold(name)) or "arbejdsbog"
