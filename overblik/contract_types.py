"""What a contract says, as plain values: tables, their columns and their rules."""

from dataclasses import dataclass

import pyarrow as pa

ARROW = {  # how each kind of column is kept, whatever type it was handed in with
    "key": pa.string(),
    "text": pa.string(),
    "int": pa.int64(),
    "decimal": pa.decimal128(15, 2),
    "double": pa.float64(),
    "date": pa.date32(),
    "bool": pa.bool_(),
}


@dataclass(frozen=True)
class Column:
    """One column. `values` is its list: closed, or with `open_values` a setting, where another value is a warning.

    `special` may stand instead of a key that `references` ("table.column") knows. `pattern` is what a key looks like.
    """

    name: str
    kind: str  # key, text, int, decimal, double, date, bool
    required: bool
    values: tuple[str, ...]
    open_values: bool
    value_labels: tuple[tuple[str, str], ...]
    label: str
    unit: str
    definition: str
    example: object
    references: str | None
    special: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Rule:
    """A rule over columns or tables. `query` counts the rows that break it; {object} is the table, $i_dag today."""

    code: str
    severity: str  # A rejects the file, W is a warning shown with the release
    table: str
    column: str | None
    query: str
    message: str
    remedy: str
    why: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the contract. `core`: no release without it. `min_rows`: as few rows as it may have in all."""

    name: str
    label: str
    definition: str
    core: bool
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    owner: str
    grain: str = ""
    group: str = ""
    min_rows: int = 0


def arrow_schema(table: Table) -> pa.Schema:
    """The schema of the table as we keep it, whatever types its files were handed in with."""
    return pa.schema([pa.field(c.name, ARROW[c.kind], nullable=not c.required) for c in table.columns])
