"""What the process that read a file says about it: one line of JSON, and nothing in it is believed by its looks.

Whoever made the file may have taken over the process that read it. So the shape is checked to the last field.
"""

import json
from dataclasses import dataclass

from overblik.contract_types import Table
from overblik.intake.breach import FIRST, Breach
from overblik.intake.extra import extra_name

_MOST = 2**48  # rows
_WORDS = 4_000  # letters in one message
_BREACHES = 5_000
_EXTRA = 1_000  # columns beside the contract's
_SHAPE = {"rows", "breaches", "warnings", "extra", "suspects"}
_BREACH = {"code", "column", "rows", "first_rows", "message"}


@dataclass(frozen=True)
class Verdict:
    """A file that has been read: its rows (None: it was not taken), and what is wrong or strange with it.

    `extra` names the columns that are not the contract's and were written beside, as far as a name may be repeated.
    `suspects` are the columns, by the names they were written under, that may hold personal data
    (persondata_glance.py).
    """

    rows: int | None
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]
    extra: tuple[str, ...] = ()
    suspects: tuple[str, ...] = ()


def to_json(verdict: Verdict) -> bytes:
    """One line."""
    said = {
        "rows": verdict.rows,
        "breaches": [_fields(breach) for breach in verdict.breaches],
        "warnings": [_fields(breach) for breach in verdict.warnings],
        "extra": list(verdict.extra),
        "suspects": list(verdict.suspects),
    }
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"


def from_json(said: bytes, file: str, table: Table) -> Verdict | None:
    """The verdict on that file, or None where what was said is none: the process is not to be trusted."""
    try:
        given = json.loads(said)
    except (ValueError, RecursionError):
        return None
    if not (said.endswith(b"\n") and said.count(b"\n") == 1 and isinstance(given, dict) and set(given) == _SHAPE):
        return None
    breaches, warnings = (_breaches(given[name], file, table) for name in ("breaches", "warnings"))
    rows, extra = given["rows"], given["extra"]
    if breaches is None or warnings is None or not (isinstance(extra, list) and len(extra) <= _EXTRA):
        return None
    if not all(isinstance(name, str) and len(name) <= 64 and name.isprintable() for name in extra):
        return None
    suspects = _suspects(given["suspects"], table, len(extra))
    if suspects is None:
        return None
    taken = _whole(rows) and not breaches
    refused = rows is None and bool(breaches) and not extra and not suspects
    return Verdict(rows, breaches, warnings, tuple(extra), suspects) if taken or refused else None


def _suspects(given: object, table: Table, extra: int) -> tuple[str, ...] | None:
    known = {column.name for column in table.columns} | {extra_name(place) for place in range(1, extra + 1)}
    if not isinstance(given, list) or not all(isinstance(name, str) and name in known for name in given):
        return None
    return tuple(given)


def _fields(breach: Breach) -> dict[str, object]:
    return {name: getattr(breach, name) for name in sorted(_BREACH)}


def _breaches(given: object, file: str, table: Table) -> tuple[Breach, ...] | None:
    if not isinstance(given, list) or len(given) > _BREACHES:
        return None
    found = [_breach(one, file, table) for one in given]
    return tuple(one for one in found if one is not None) if all(found) else None


def _breach(given: object, file: str, table: Table) -> Breach | None:
    if not isinstance(given, dict) or set(given) != _BREACH:
        return None
    code, column, rows, first, message = (given[name] for name in ("code", "column", "rows", "first_rows", "message"))
    right = (
        isinstance(code, str) and code.isascii() and code.isidentifier() and len(code) <= 64
        and (column is None or column in {one.name for one in table.columns})
        and _whole(rows)
        and isinstance(first, list) and len(first) <= FIRST and all(map(_whole, first))
        and isinstance(message, str) and len(message) <= _WORDS and message.isprintable()
        and message.startswith(file)
    )  # fmt: skip
    return Breach(code, file, table.name, column, rows, tuple(first), message) if right else None


def _whole(number: object) -> bool:
    return type(number) is int and 0 <= number <= _MOST
