"""What is wrong with the columns of one file, counted while its rows go by: how many rows, and which came first."""

from collections.abc import Iterator

import pyarrow.compute as pc

from overblik.contract_types import Column, Table
from overblik.intake.breach import FIRST, MEND, Breach, breach
from overblik.intake.casting_checks import Problem

_DAMAGED = "beskadiget_kolonne"
_AGAIN = "Dan filen på ny, og aflever den igen."


class Tally:
    """Counts per column and problem."""

    def __init__(self) -> None:
        self.hits: dict[tuple[str, str, str], tuple[int, list[int]]] = {}

    def add(self, column: Column, problem: Problem, before: int) -> None:
        """The rows that `problem` marks, which come after `before` others."""
        rows = pc.indices_nonzero(problem.rows)
        first = [before + row + 1 for row in rows[:FIRST].to_pylist()]
        self._count(column, problem.code, problem.what, len(rows), first)

    def damaged(self, column: Column, rows: int) -> None:
        """So many rows of a column whose content is no content."""
        self._count(column, _DAMAGED, "har et indhold, der er beskadiget og ikke kan læses", rows, [])

    def breaches(self, file: str, table: Table) -> Iterator[Breach]:
        """In the contract's order of columns."""
        for column in table.columns:
            for (name, code, what), (rows, first) in self.hits.items():
                if name == column.name:
                    remedy = _AGAIN if code == _DAMAGED else MEND.format(column=name)
                    yield breach(code, file, table.name, name, f"Kolonnen {name} {what}", remedy, rows, first)

    def _count(self, column: Column, code: str, what: str, rows: int, first: list[int]) -> None:
        counted, known = self.hits.get((column.name, code, what), (0, []))
        if rows:
            self.hits[column.name, code, what] = (counted + rows, (known + first)[:FIRST])
