"""How personal data in a column is told: column, rows and kind, never a value and never a name that could be one."""

from dataclasses import dataclass

from overblik.contract_types import Table
from overblik.intake.breach import FIRST, Breach, breach, danish
from overblik.intake.casting import is_coded
from overblik.intake.columns import harmless
from overblik.intake.persondata_column import Said, said_by
from overblik.intake.persondata_kinds import Kind
from overblik.intake.persondata_words import in_words

ENOUGH = 100_000  # rows told of one kind in one column; the rest is not counted
_REMEDY = "Fjern dem i udtrækket, og aflever filen igen uden personoplysninger."
_LOOK = "Se rækkerne efter, og fjern oplysningerne i udtrækket, hvis de er om personer."


@dataclass(frozen=True)
class Examined:
    """A column to look in: its name, and whether it holds keys, texts or numbers.

    `called` is what a column that is not the contract's was handed in as: it says what it holds, and may be repeated
    if it is harmless.
    """

    name: str
    kind: str  # as contract.Column.kind
    called: str | None = None
    few: bool = False  # the same words over and over, as the contract has it

    @property
    def number(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in ("int", "decimal", "double")

    @property
    def said(self) -> Said:
        """What its name says."""
        name = self.name if self.called is None else self.called
        return said_by(name, key=self.kind == "key" or self.number)


def examined(table: Table) -> list[Examined]:
    """The columns of a table of the contract that can hold personal data."""
    return [
        Examined(column.name, column.kind, few=is_coded(column))
        for column in table.columns
        if column.kind not in ("date", "bool")
    ]


@dataclass
class Rows:
    """How many rows of a column hold a kind of personal data, and the first of them."""

    count: int = 0
    first: tuple[int, ...] = ()

    def add(self, row: int) -> None:
        self.count += 1
        if len(self.first) < FIRST or row < self.first[-1]:
            self.first = tuple(sorted((*self.first, row))[:FIRST])


Tally = dict[Kind, Rows]


def told(kind: Kind, rows: Rows, file: str, table: str, column: Examined, *, sure: bool) -> Breach:
    """A breach, or where it is not sure a warning, about one kind in one column."""
    name = column.name if column.called is None else None
    place = f"Kolonnen {name}" if name else _stranger(column.called or "")
    if sure:
        least = f" i mindst {danish(ENOUGH)} rækker" if rows.count >= ENOUGH else ""
        what = f"{place} indeholder {kind.many}{least}"
        return breach(kind.code, file, table, name, what, _REMEDY, rows.count, rows.first)
    what = f"{place} har noget, der kan være {kind.many}"
    return breach(kind.doubt, file, table, name, what, _LOOK, rows.count, rows.first)


def _stranger(called: str) -> str:
    named = f"Kolonnen {called}" if harmless(called) and in_words(called) is None else "En kolonne"
    return f"{named}, som tabellen ikke har,"
