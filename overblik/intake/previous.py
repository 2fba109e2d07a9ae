"""What has changed since the previous delivery that may be a mistake: an area gone, half of the rows, a date moved.

The previous delivery of a file is the one that it replaces; of a file with a new name the newest of the same series:
the same organisation and table, and a name that differs in digits alone (`oekonomi__2024-06` after
`oekonomi__2024-05`). A file that is neither has none. Agreed dates are compared by milestone, whichever of these files
they stand in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from overblik import contract
from overblik.contract import Column
from overblik.intake.breach import FIRST, Breach, breach, danish
from overblik.intake.inbox import Delivery
from overblik.intake.manifest import Source
from overblik.intake.rewritten import FILE, ROW, ReadFile, opened

CODES = ("omraade_borte", "indsatsomraade_borte", "raekker_aendret", "sum_aendret", "aftalt_dato_aendret")

_HALF = Decimal("0.5")
_ADDED_UP = ("kr", "antal", "timer")  # units of what makes sense as a sum
_PLACES = {"omraade_id": ("omraade_borte", "område"), "indsatsomraade_kode": ("indsatsomraade_borte", "indsatsområde")}
_LOOK = "Se efter, om udtrækket er helt; gør intet, hvis det er rigtigt."


@dataclass(frozen=True)
class _Measured:
    """One file in figures: its rows, the sum of each column that has one, and the areas and the like that it names."""

    rows: int
    sums: dict[str, Decimal]
    named: dict[str, frozenset[str]]


def previous_of(delivery: Delivery, in_force: Sequence[Source]) -> Source | None:
    """The delivery before this one, among the files in force."""
    replaced = [source for source in in_force if source.fil == delivery.name]
    series = [
        source
        for source in in_force
        if (source.tabel, source.organisation) == (delivery.table, delivery.organisation)
        and _series(source.fil) == _series(delivery.name)
    ]
    return max(replaced or series, key=lambda source: (source.modtaget, source.fil), default=None)


def compare(pairs: Sequence[tuple[ReadFile, ReadFile]]) -> list[Breach]:
    """What deliveries have lost, or how far they have moved, since those before them. A pair are of one table."""
    every = list(dict.fromkeys(one for pair in pairs for one in pair))
    measured = dict(zip(every, _measured(every), strict=True)) if every else {}
    return [each for now, before in pairs for each in _compared(now, measured[now], measured[before])]


def _compared(now: ReadFile, new: _Measured, old: _Measured) -> list[Breach]:
    found: list[tuple[str, str | None, str]] = []
    for column, (code, what) in _PLACES.items():
        if gone := len(old.named.get(column, frozenset()) - new.named.get(column, frozenset())):
            lost = f"{danish(gone)} {what if gone == 1 else what + 'r'}"
            found.append((code, column, f"Kolonnen {column} mangler {lost}, som stod i den forrige leverance"))
    if _moved(Decimal(new.rows), Decimal(old.rows)):
        said = f"Filen har {danish(new.rows)} rækker; den forrige leverance havde {danish(old.rows)}"
        found.append(("raekker_aendret", None, said))
    for column, total in new.sums.items():
        if _moved(total, old.sums[column]):
            way = "større" if abs(total) > abs(old.sums[column]) else "mindre"
            said = f"Summen af kolonnen {column} er mere end 50 % {way} end i den forrige leverance"
            found.append(("sum_aendret", column, said))
    return [breach(code, now.file, now.table, column, what, _LOOK) for code, column, what in found]


def agreed_dates_moved(now: Sequence[ReadFile], before: Sequence[ReadFile]) -> list[Breach]:
    """Milestones whose agreed date is another than in the deliveries before: it is never moved, forventet_dato is."""
    both = [one for one in (*now, *before) if one.table == "milepael"]
    new = sum(one.table == "milepael" for one in now)
    if new in (0, len(both)):
        return []
    asked = f"""
        select ny.{FILE}, count(distinct ny.{ROW}), list_slice(list_sort(list(distinct ny.{ROW})), 1, {FIRST})
        from milepael as ny
        join milepael as gammel on gammel.milepael_id = ny.milepael_id and gammel.{FILE} >= $new
        where ny.{FILE} < $new and ny.aftalt_dato <> gammel.aftalt_dato
        group by ny.{FILE} order by ny.{FILE}"""
    with opened(both) as connection:
        rows = connection.execute(asked, {"new": new}).fetchall()
    what = "Kolonnen aftalt_dato er en anden end i den forrige leverance; den aftalte dato flyttes aldrig"
    remedy = "Sæt den aftalte dato tilbage, og skriv den nye dato i forventet_dato."
    return [
        breach("aftalt_dato_aendret", both[number].file, "milepael", "aftalt_dato", what, remedy, int(count), first)
        for number, count, first in rows
    ]


def _series(name: str) -> str:
    return re.sub(r"\d+", "0", name)


def _moved(now: Decimal, before: Decimal) -> bool:
    return before != 0 and abs(now - before) > _HALF * abs(before)


def _measured(files: Sequence[ReadFile]) -> list[_Measured]:
    """Each file in figures, in their order: all files of a table are asked at once."""
    found = [_Measured(0, dict.fromkeys(_added_up(one.table), Decimal(0)), {}) for one in files]
    with opened(files, alone=True) as connection:
        for name in {one.table for one in files}:
            sums = _added_up(name)
            places = [column.name for column in contract.tables()[name].columns if column.name in _PLACES]
            asked = [FILE, "count(*)", *(f'coalesce(sum("{each}"), 0)' for each in sums)]
            asked += [f'list(distinct "{each}") filter ("{each}" is not null)' for each in places]
            for number, rows, *figures in connection.execute(
                f'select {", ".join(asked)} from "{name}" group by {FILE}'
            ).fetchall():
                totals, named = figures[: len(sums)], figures[len(sums) :]
                found[number] = _Measured(
                    rows=int(rows),
                    sums={each: Decimal(str(total)) for each, total in zip(sums, totals, strict=True)},
                    named={each: frozenset(there or ()) for each, there in zip(places, named, strict=True)},
                )
    return found


def _added_up(table: str) -> list[str]:
    return [column.name for column in contract.tables()[table].columns if _is_added_up(column)]


def _is_added_up(column: Column) -> bool:
    return column.kind in ("int", "decimal", "double") and column.unit in _ADDED_UP
