"""Which of a file's columns are the contract's: exact names count, and a near miss is told apart from a lack."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pyarrow as pa

from overblik.contract_types import Column, Table
from overblik.intake.breach import Breach, breach, danish, listed
from overblik.intake.folding import fold
from overblik.intake.persondata_names import looks_like_somebody

ALIKE = 0.75  # how alike two names must be before we ask whether one is meant by the other
_NAMED = 8  # as many unknown columns as a warning names


@dataclass(frozen=True)
class Names:
    """What the names in a file's footer tell: columns to read, those of nobody's, breaches and warnings."""

    found: tuple[Column, ...]
    extra: tuple[str, ...]
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


def nested_breaches(file: str, table: Table, schema: pa.Schema) -> list[Breach]:
    """One breach per column that holds lists or structures: the contract is flat, and such columns are never read."""
    nested = [field.name for field in schema if pa.types.is_nested(field.type)]
    return [
        breach(
            "indlejret_kolonne", file, table.name, name if name in _known(table) else None,
            f"{_called(name)} indeholder lister eller strukturer, men skal være en almindelig kolonne",
            "Fold kolonnen ud, eller fjern den, i udtrækket, og aflever filen igen.",
        )
        for name in dict.fromkeys(nested)
    ]  # fmt: skip


def compare_names(file: str, table: Table, names: Sequence[str], rows: int) -> Names:
    """Compare the names in a file with the contract's. `rows` is how many rows a lack concerns."""
    breaches = [
        breach(
            "kolonne_to_gange", file, table.name, name if name in _known(table) else None,
            f"{_called(name)} står mere end én gang", "Behold den rigtige, og aflever filen igen.", rows,
        )
        for name in dict.fromkeys(names) if names.count(name) > 1
    ]  # fmt: skip
    others = [name for name in dict.fromkeys(names) if name not in _known(table)]
    for column in table.columns:
        if column.name not in names:
            near = _nearest(column.name, others)
            others = [name for name in others if name != near]
            breaches.append(_missing(file, table, column, near, rows))
    return Names(
        found=tuple(column for column in table.columns if names.count(column.name) == 1),
        extra=tuple(name for name in dict.fromkeys(names) if name not in _known(table) and names.count(name) == 1),
        breaches=tuple(breaches),
        warnings=(_unknown(file, table, others),) if others else (),
    )


def _nearest(wanted: str, others: Sequence[str]) -> str | None:
    folded = {fold(name): name for name in reversed(others)}
    near = get_close_matches(wanted, folded, n=1, cutoff=ALIKE)
    return folded[near[0]] if near else None


def _missing(file: str, table: Table, column: Column, near: str | None, rows: int) -> Breach:
    if near is None or not harmless(near):
        alike = f"; en kolonne i filen ligner {column.name}" if near else ""
        what, remedy = f"Kolonnen {column.name} mangler{alike}", f"Tilføj {column.name} i udtrækket"
    else:
        what = f"Kolonnen {column.name} mangler, men filen har kolonnen {near}"
        remedy = f"Omdøb {near} til {column.name} i udtrækket"
    return breach("kolonne_mangler", file, table.name, column.name, what, f"{remedy}, og aflever filen igen.", rows)


def _unknown(file: str, table: Table, others: Sequence[str]) -> Breach:
    named = [name for name in others if harmless(name)][:_NAMED]
    left = len(others) - len(named)
    words = (
        [*named, *([f"{danish(left)} {'anden' if left == 1 else 'andre'}"] if left else [])]
        if named
        else [danish(left)]
    )
    what = f"Filen har {danish(len(others))} {'kolonne' if len(others) == 1 else 'kolonner'}, som tabellen ikke har"
    return breach(
        "kolonne_ukendt", file, table.name, None, f"{what}{': ' + listed(words) if named else ''}",
        "Andre kolonner end kontraktens tages ikke med; fjern dem i udtrækket, hvis det er en fejl.",
    )  # fmt: skip


def harmless(name: str) -> bool:
    """Whether a column's name may be repeated: it can hold neither number nor address, and names no person."""
    sayable = re.fullmatch(r"[\w .\-]{1,64}", name) is not None and sum(letter.isdigit() for letter in name) < 4
    return sayable and not looks_like_somebody(name.replace("_", " "))


def _called(name: str) -> str:
    return f"Kolonnen {name}" if harmless(name) else "En kolonne"


def _known(table: Table) -> set[str]:
    return {column.name for column in table.columns}
