"""Somebody who wants to know: has two releases of the same plan, knows the rule and the marks, but not the key.

Not the audit over again: here every possible draw and every possible count is tried, cell by cell.
"""

from collections.abc import Iterator, Sequence

from tests.deliveries import Row
from tests.protection.releasing import Released

COLUMNS = ("fremmoeder", "nye_deltagere", "frivillige", "unikke_deltagere")
KEY = ("indsats_id", "omraade_id", "maaned")
Name = tuple[object, ...]


def cells(release: Released) -> dict[Name, Row]:
    """The cells of attendance, by name."""
    return {tuple(row[column] for column in KEY): row for row in release["aktivitet_maaned"].to_pylist()}


def possible(seen: Sequence[Row]) -> list[dict[str, set[int]]]:
    """For one cell as several releases show it: for each of them the counts that each marked column may have had.

    The draw of a cell is the same for all its columns and in every release. Between j/k and (j+1)/k it makes k of the
    counts above j, and 0 of the others; so k cases are all there are.
    """
    k = seen[0]["graense"]
    left: list[dict[str, set[int]]] = [{column: set() for column in COLUMNS if row[f"{column}_lille"]} for row in seen]
    for draw in range(k):
        if all(cases := [_with_draw(row, k, draw) for row in seen]):
            for found, case in zip(left, cases, strict=True):
                for column in found:
                    found[column] |= case[column]
    return left


def _with_draw(row: Row, k: int, draw: int) -> dict[str, set[int]]:
    """What each column may have been with such a draw; nothing where the draw cannot have been that."""
    case: dict[str, set[int]] = {}
    for column in COLUMNS:
        shown = row[column]
        if row[f"{column}_lille"]:
            case[column] = {x for x in range(1, k) if shown is None or (x > draw) == (shown == k)}
        else:
            case[column] = set() if shown is None else {shown}
    if case["fremmoeder"]:
        case = _no_more_than_came(case)
    marked = [column for column in COLUMNS if row[f"{column}_lille"]]
    return case if all(case[column] for column in marked) else {}


def _no_more_than_came(case: dict[str, set[int]]) -> dict[str, set[int]]:
    """nye ≤ fremmoeder and unikke ≤ fremmoeder."""
    came = case["fremmoeder"]
    parts = [case[column] for column in ("nye_deltagere", "unikke_deltagere") if case[column]]
    came = {x for x in came if all(x >= min(part) for part in parts)}
    most = max(came, default=0)
    return case | {
        "fremmoeder": came,
        **{column: {x for x in case[column] if x <= most} for column in ("nye_deltagere", "unikke_deltagere")},
    }


def told_apart(seen: Sequence[Row]) -> bool:
    """True where the draw has told that one small count of a cell was greater than another: both ends stand in it."""
    shown = {row[column] for row in seen for column in COLUMNS if row[f"{column}_lille"]} - {None}
    return len(shown) > 1


def looked_at(releases: Sequence[Released]) -> Iterator[tuple[Name, list[Row]]]:
    """Every cell with a mark in any of the releases, as each release that has it shows it."""
    all_cells = [cells(release) for release in releases]
    for name in dict.fromkeys(name for own in all_cells for name in own):
        seen = [own[name] for own in all_cells if name in own]
        if any(row[f"{column}_lille"] for row in seen for column in COLUMNS):
            yield name, seen
