"""The rows of one filled-in sheet as values by the heads of its columns; and every cell that cannot be read as one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from overblik.arbejdsbog.ark import Column, Sheet
from overblik.arbejdsbog.stamdata import Stamdata
from overblik.intake import workbook_values as values
from overblik.intake.breach import FIRST, Breach, breach, danish, listed
from overblik.intake.folding import fold
from overblik.intake.workbook_reading import Filled, Value, place

SHARED = "FAELLES"  # what the contract writes for Fælles

_READ = {
    "text": values.text,
    "date": values.day,
    "month": values.month,
    "quarter": values.quarter,
    "amount": values.amount,
    "count": values.count,
    "yes_no": values.yes_no,
}


@dataclass(frozen=True)
class Problem:
    """A cell that cannot be taken: where it is, what was expected. Never what stands in it."""

    column: str
    row: int
    where: str
    what: str


@dataclass(frozen=True)
class Line:
    """One row of a sheet: its number there, and its values by head. A blank cell is None."""

    number: int
    values: dict[str, Any]


def lines(filled: Filled, sheet: Sheet, known: Stamdata) -> tuple[list[Line], list[Problem]]:
    """Every row that can be taken whole, and every problem of the sheet."""
    heads = {fold(head): number for number, head in enumerate(filled.heads) if head}
    missing = [column for column in sheet.columns if column.required and fold(column.head) not in heads]
    if missing and filled.rows:
        return [], [
            Problem(column.head, 1, place(1, 0), "mangler som overskrift i arkets første række") for column in missing
        ]
    lists = {column.head: _lookup(column, known) for column in sheet.columns if column.kind == "name"}
    taken: list[Line] = []
    problems: list[Problem] = []
    for row in filled.rows:
        made: dict[str, Any] = {}
        bad = False
        for column in sheet.columns:
            number = heads.get(fold(column.head))
            given = row.cells[number] if number is not None and number < len(row.cells) else None
            made[column.head], wrong = _value(given, column, lists.get(column.head, {}))
            if wrong:
                problems.append(Problem(column.head, row.number, place(row.number, number or 0), wrong))
                bad = True
        if not bad:
            taken.append(Line(row.number, made))
    return taken, problems


def breaches(problems: list[Problem], file: str, sheet: str, table: str) -> Iterator[Breach]:
    """One breach for each column and each thing that is wrong in it, naming the first cells."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.column, problem.what), []).append(problem)
    for (column, what), found in groups.items():
        cells = [problem.where for problem in found[:FIRST]]
        where = f"arket {sheet}, {'feltet' if len(cells) == 1 else 'felterne'} {listed(cells)}"
        more = f" ({danish(len(found))} felter i alt)" if len(found) > len(cells) else ""
        said = f"{where}{more}: Kolonnen {column} {what}"
        remedy = "Ret i arket, gem det, og aflever det igen."
        rows = [problem.row for problem in found]
        made = breach("arbejdsbog", file, table, None, said, remedy)
        yield Breach(made.code, file, table, column, len(found), tuple(rows[:FIRST]), made.message)


def _value(given: Value, column: Column, choices: Mapping[str, tuple[str, str]]) -> tuple[Any, str]:
    if given is None:
        return None, "er tom, men skal udfyldes" if column.required else ""
    if column.kind != "name":
        found = _READ[column.kind](given)
        return found, "" if found is not None else f"kan ikke læses som {values.FORMS[column.kind]}"
    asked = fold(values.text(given) or "")
    if asked in choices:
        return choices[asked][0], ""
    near = get_close_matches(asked, choices, n=1, cutoff=0.7)
    hint = f" (mente du {choices[near[0]][1]}?)" if near else ""
    return None, f"har et navn, der ikke er på listen{hint}"


def _lookup(column: Column, known: Stamdata) -> dict[str, tuple[str, str]]:
    """Key and name by anything a reader may write for it: the name, or the key itself."""
    names = known.names(column.chosen_from)
    made = {fold(key): (key, name) for key, name in names} | {fold(name): (key, name) for key, name in names}
    return made | ({fold(column.also): (SHARED, column.also)} if column.also else {})
