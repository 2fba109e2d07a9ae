"""The checks that a table's contract asks for, each as a `select` of the rows that fail it.

Every table has two columns beside its own while it is judged: the number of the file and the row's number in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from overblik.contract import Column, Rule, Table
from overblik.contract_files import COUNT
from overblik.intake.breach import MEND, listed
from overblik.intake.casting import is_coded
from overblik.intake.folding import fold
from overblik.intake.rewritten import FILE, ROW

MISSING = "mangler_vaerdi"
TWICE = "dobbelt_noegle"
ALIKE = 0.7  # how alike a value must be to one of the list before we ask whether that is meant


@dataclass(frozen=True)
class Check:
    """One check of one table. `rows` selects file and row number of what fails; `what` and `remedy` are Danish.

    `where` is the same as a condition, if one row of the table shows it by itself. `asked` is a quicker question
    whether there may be any such row: both settle most checks with one look at the table.
    """

    code: str
    severity: str
    column: Column | None
    rows: str
    what: str
    remedy: str
    where: str | None = None
    asked: str | None = None


def of(table: Table) -> Iterator[Check]:
    """All checks of a table: filled columns, lists, references, key, and the contract's own rules."""
    for column in table.columns:
        if column.required:
            yield _filled(table, column)
        if column.values:
            yield _listed(table, column)
        if column.references:
            yield _known(table, column)
    yield unique(table)
    for rule in table.rules:
        yield _own(table, rule)


def values_for(sql: str, today: date) -> dict[str, date]:
    """The values that a check asks for by name."""
    return {"i_dag": today} if "$i_dag" in sql else {}


def nearest_value(value: str, allowed: tuple[str, ...]) -> str | None:
    """The allowed value that a value most resembles, if any: "Nået" means naaet."""
    folded = {fold(one) or one: one for one in allowed}
    near = get_close_matches(fold(value) or value.strip(), folded, n=1, cutoff=ALIKE)
    return folded[near[0]] if near else None


def _filled(table: Table, column: Column) -> Check:
    what = f"Kolonnen {column.name} er uden værdi, men skal være udfyldt"
    return _alone(MISSING, table, column, f'"{column.name}" is null', what)


def _listed(table: Table, column: Column) -> Check:
    allowed = ", ".join(_quoted(value) for value in column.values)
    kind = "kendte er" if column.open_values else "tilladt er"
    what = f"Kolonnen {column.name} har værdier uden for listen; {kind} {listed(column.values)}"
    remedy = "Ret værdierne, hvis de er en fejl." if column.open_values else None
    severity = "W" if column.open_values else "A"
    return _alone("ukendt_vaerdi", table, column, f'"{column.name}" not in ({allowed})', what, remedy, severity)


def _known(table: Table, column: Column) -> Check:
    there, key = str(column.references).split(".")
    special = "".join(f' and "{column.name}" <> {_quoted(value)}' for value in column.special)
    rows = f"""
        select {FILE}, {ROW} from "{table.name}"
        where "{column.name}" is not null{special} and not exists (
            select 1 from "{there}" as der where der."{key}" = "{table.name}"."{column.name}"
        )"""
    asked = f"""
        select count(*) > 0 from (select distinct "{column.name}" as noegle from "{table.name}")
        where noegle is not null{special.replace(f'"{column.name}"', "noegle")} and noegle not in (
            select "{key}" from "{there}" where "{key}" is not null
        )"""
    or_special = f" og er heller ikke {listed(column.special)}" if column.special else ""
    what = f"Kolonnen {column.name} har nøgler, der ikke findes i {there}{or_special}"
    remedy = f"Ret nøglerne, eller aflever de manglende rækker i {there}, og aflever filen igen."
    return Check("ukendt_noegle", "A", column, rows, what, remedy, asked=asked)


def hash_of_key(table: Table) -> str:
    """A number for each row's key: equal keys have equal ones, and of different keys hardly any."""
    return f"hash({', '.join(quoted_name(name) for name in table.key)})"


def unique(table: Table) -> Check:
    """The rows whose keys stand twice; `_twice` holds the hashes that do (keys.py), so that few keys are compared."""
    key = ", ".join(map(quoted_name, table.key))
    rows = f"""
        select {FILE}, {ROW} from "{table.name}"
        where {hash_of_key(table)} in (select hash from _twice)
        qualify count(*) over (partition by {key}) > 1"""
    names = listed(table.key)
    what = f"Nøglen ({names}) står mere end én gang i tabellen {table.name}, i denne fil eller i flere tilsammen"
    column = next(column for column in table.columns if column.name == table.key[0]) if len(table.key) == 1 else None
    remedy = "Behold én række pr. nøgle i udtrækkene, og aflever filen igen."
    return Check(TWICE, "A", column, rows, what, remedy)


def _own(table: Table, rule: Rule) -> Check:
    # The contract counts the bad rows, as the standard has it; we ask the same question for which they are.
    which = f'select "{table.name}".{FILE}, "{table.name}".{ROW} from {{object}}'
    rows = (which + rule.query.removeprefix(COUNT)).replace("{object}", quoted_name(table.name))
    rest = rule.query.removeprefix(COUNT).strip().replace("{object}", quoted_name(table.name))
    by_itself = rest.startswith("where") and not re.search(r"\bselect\b", rest, re.IGNORECASE)
    where = rest.removeprefix("where") if by_itself else None
    asked = None if by_itself else _asked_of_each(table, rest)
    column = next((column for column in table.columns if column.name == rule.column), None)
    return Check(rule.code, rule.severity, column, rows, rule.message, rule.remedy, where, asked)


def _asked_of_each(table: Table, rest: str) -> str | None:
    """A rule asked once of each combination of the columns that it speaks of, where those hold few different values."""
    words = set(re.findall(r"\w+", rest))
    spoken = [column for column in table.columns if column.name in words]
    few = all(is_coded(column) or column.kind in ("date", "bool") for column in spoken)
    if not (few and spoken and rest.startswith("where")) or words & {"qualify", "over", FILE, ROW}:
        return None
    names = ", ".join(quoted_name(column.name) for column in spoken)
    name = quoted_name(table.name)
    return f"select count(*) > 0 from (select distinct {names} from {name}) as {name} {rest}"


def _alone(
    code: str, table: Table, column: Column, where: str, what: str, remedy: str | None = None, severity: str = "A"
) -> Check:
    rows = f'select {FILE}, {ROW} from "{table.name}" where {where}'
    return Check(code, severity, column, rows, what, remedy or MEND.format(column=column.name), where)


def quoted_name(name: str) -> str:
    """A name of the contract as SQL writes it."""
    return f'"{name}"'


def _quoted(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
