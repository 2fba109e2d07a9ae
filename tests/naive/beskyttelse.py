"""Small numbers, the slow and obvious way: raw exports in, exports out in which nobody can be counted.

What comes out has the form of exports, so that every figure of the reference can be worked out from it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from tests.naive.beskyttelse_maalinger import Key, Limits, measurements, targets
from tests.naive.exports import Row, Tables, rows_of
from tests.naive.maaneder import as_text, month_of

PEOPLE = ("fremmoeder", "nye_deltagere", "frivillige")
USUAL = Limits()
HOURS = ("frivilligtimer", "medarbejdertimer")
Cell = tuple[str, str, str]


def protected(tables: Tables, key: str, limits: Limits = USUAL, hidden_before: Iterable[Key] = ()) -> Tables:
    """The exports as a release may show them; `hidden_before` are measurements that an earlier release hid."""
    before = set(hidden_before)
    return tables | {
        "aktivitet": activity(tables, key, limits.ordinary, limits.sensitive),
        "maaling": measurements(tables, limits, before),
        "maal": targets(tables, limits, before),
    }


def draw(key: str, cell: Cell) -> Fraction:
    """The cell's own number between 0 and 1: thirteen hexadecimal digits of a hash, fifty-two bits."""
    digest = hashlib.sha256("|".join((key, *cell)).encode()).hexdigest()
    return Fraction(int(digest[:13], 16), 16**13)


def rounded(count: int | None, threshold: int, number: Fraction) -> int | None:
    """A small count becomes the threshold as often as it is a part of it, else nought; all others stay."""
    if count is None or count == 0 or count >= threshold:
        return count
    return threshold if number < Fraction(count, threshold) else 0


def small(count: int | None, threshold: int) -> bool:
    """Are there people behind the count, but too few?"""
    return count is not None and 0 < count < threshold


def cell_of(row: Row) -> Cell:
    """The smallest cell that is published: an indsats in an area in a month."""
    return row["indsats_id"], row["omraade_id"], as_text(month_of(row["dato"]))


def threshold_of(tables: Tables, indsats_id: str, ordinary: int, sensitive: int) -> int:
    """The threshold of an indsats: that of its indsatsområde in its plan's period."""
    (indsats,) = (row for row in rows_of(tables, "indsats") if row["indsats_id"] == indsats_id)
    (plan,) = (row for row in rows_of(tables, "helhedsplan") if row["helhedsplan_id"] == indsats["helhedsplan_id"])
    own = (plan["bevillingsperiode"], indsats["indsatsomraade_kode"])
    for row in rows_of(tables, "indsatsomraade"):
        if (row["bevillingsperiode"], row["indsatsomraade_kode"]) == own:
            return sensitive if row["sensitiv"] else ordinary
    return sensitive


def total(rows: list[Row], column: str) -> int | None:
    """The sum of what is registered; None when nothing is."""
    given = [row[column] for row in rows if row[column] is not None]
    return sum(given) if given else None


def counted(rows: list[Row]) -> dict[str, int | None]:
    """The people of a cell. Unique ones do not add up: only a single row can give them."""
    unique = [row["unikke_deltagere"] for row in rows if row["unikke_deltagere"] is not None]
    people = {column: total(rows, column) for column in PEOPLE}
    return people | {"unikke_deltagere": unique[0] if len(unique) == 1 else None}


def activity(tables: Tables, key: str, ordinary: int = 5, sensitive: int = 10) -> list[Row]:
    """The registrations; those of a cell with a small number are one row of rounded counts and nothing else.

    Hours are left out where an indsats with a small number has its part of them, unless two others have too.
    """
    cells: dict[Cell, list[Row]] = defaultdict(list)
    for row in rows_of(tables, "aktivitet"):
        cells[cell_of(row)].append(row)
    codes = {row["indsats_id"]: row["indsatsomraade_kode"] for row in rows_of(tables, "indsats")}
    plans = {row["indsats_id"]: row["helhedsplan_id"] for row in rows_of(tables, "indsats")}

    def group(cell: Cell) -> tuple[str, str, str, str]:
        return plans[cell[0]], codes[cell[0]], cell[1], cell[2]

    thresholds = {cell: threshold_of(tables, cell[0], ordinary, sensitive) for cell in cells}
    marked = {
        cell for cell, rows in cells.items() if any(small(count, thresholds[cell]) for count in counted(rows).values())
    }
    without_hours = {
        place
        for place in {group(cell) for cell in marked}
        if any(too_few_others([cell for cell in cells if group(cell) == place], marked, cells, hour) for hour in HOURS)
    }
    published: list[Row] = []
    for cell, rows in cells.items():
        no_hours = dict.fromkeys(HOURS) if group(cell) in without_hours else {}
        if cell in marked:
            shown = [row | no_hours for row in rows]
            published += marked_cell(shown, counted(rows), thresholds[cell], draw(key, cell))
        else:
            published += [row | no_hours | marks({}, thresholds[cell]) for row in rows]
    return published


def too_few_others(together: list[Cell], marked: set[Cell], cells: dict[Cell, list[Row]], hour: str) -> bool:
    """Does a marked cell give hours to the sum, and fewer than two others?"""
    giving = {cell for cell in together if any(row[hour] is not None for row in cells[cell])}
    return bool(giving & marked) and len(giving - marked) < 2


def marked_cell(rows: list[Row], people: dict[str, int | None], threshold: int, number: Fraction) -> list[Row]:
    """One row of rounded counts; beside it, without counts, the hours, and what the deliverer hid or lacked."""
    empty: Row = dict.fromkeys(rows[0]) | {
        "indsats_id": rows[0]["indsats_id"],
        "omraade_id": rows[0]["omraade_id"],
        "dato": month_of(rows[0]["dato"]),
        "aktivitetstype": "raadgivning",  # a month's total stands on no day
        "vaerdi_status": "ok",
    }
    shown: dict[str, int | None] = {column: rounded(count, threshold, number) for column, count in people.items()}
    if threshold == 3:  # two small counts that fall either way would be 2 and 1
        for column in [column for column, count in people.items() if small(count, threshold)][1:]:
            shown[column] = None
    kept = ("vaerdi_status", *HOURS)
    beside = [empty | marks({}, threshold) | {column: row[column] for column in kept} for row in rows]
    return [empty | shown | marks(people, threshold), *beside]


def marks(people: dict[str, int | None], threshold: int) -> Row:
    """Which counts were small, and under what."""
    names = (*PEOPLE, "unikke_deltagere")
    return {"graense": threshold} | {f"{name}_lille": small(people.get(name), threshold) for name in names}
