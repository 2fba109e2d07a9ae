"""An answer as it is kept for all who ask the same: nobody can change it for the others."""

from copy import deepcopy
from functools import cached_property
from typing import Any

import pyarrow as pa


class Rows:
    """An answer's table, and its rows as dictionaries, made for the first who asks for them."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    @cached_property
    def _made(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    @cached_property
    def _nested(self) -> bool:
        return any(pa.types.is_nested(column.type) for column in self.table.schema)

    def copied(self) -> list[dict[str, Any]]:
        """Rows of the caller's own: what is done to them reaches nobody else."""
        return deepcopy(self._made) if self._nested else [row.copy() for row in self._made]

    def weigh(self) -> int:
        """Bytes, its rows among them: a value in a dictionary takes some 60 more than in the table."""
        return int(self.table.nbytes) + 60 * int(self.table.num_rows) * int(self.table.num_columns)
