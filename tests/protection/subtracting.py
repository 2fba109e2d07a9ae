"""The same somebody, looking at measurements: subtracts, compares and remembers until nothing more comes of it.

No linear programming, as the audit has: each sum and each comparison is gone through in turn, and narrows what its
numbers may be, again and again. It supposes more than the audit does: that the areas told are all there are of ALLE.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import inf

from tests.deliveries import Row

Name = tuple[str, str, date]  # which number, area, last day of the period
Ranges = dict[Name, tuple[float, float]]
Sum = tuple[tuple[tuple[Name, int], ...], bool]  # factors; whether it is nothing, or else no more than nothing

NUMBERS = {"antal": ("vaerdi",), "pct": ("taeller", "rest", "naevner")}
ROUNDS = 60


def possible(rows: Sequence[Row], enhed: str, remembered: dict[Name, float]) -> Ranges:
    """What each number of an indicator may be, by what is shown and by what was shown before of what is hidden now."""
    found: Ranges = {}
    for row in rows:
        for number in NUMBERS[enhed]:
            name = (number, row["omraade_id"], row["periode_slut"])
            value = told(row, number)
            known = remembered.get(name) if value is None else value
            found[name] = (0.0, inf) if known is None else (known, known)
    sums = [*_sums(rows, enhed)]
    for _ in range(ROUNDS):
        before = dict(found)
        for factors, is_nothing in sums:
            _narrow(found, factors)
            if is_nothing:
                _narrow(found, tuple((name, -factor) for name, factor in factors))
        if found == before:
            break
    return found


def told(row: Row, number: str) -> float | None:
    """A number as a release shows it."""
    if row["vaerdi_status"] != "ok":
        return None
    return float(row["naevner"] - row["taeller"]) if number == "rest" else float(row[number])


def _sums(rows: Sequence[Row], enhed: str) -> Iterator[Sum]:
    periods: dict[date, list[Row]] = defaultdict(list)
    begun: dict[tuple[str, date], Row] = {}
    for row in sorted(rows, key=lambda row: row["periode_slut"]):
        periods[row["periode_slut"]].append(row)
        place = (row["omraade_id"], row["periode_start"])
        for number in NUMBERS[enhed]:
            if row["periode_start"] is not None and place in begun:
                earlier = (number, row["omraade_id"], begun[place]["periode_slut"])
                yield ((earlier, 1), ((number, row["omraade_id"], row["periode_slut"]), -1)), False
        begun[place] = row
        if enhed == "pct":
            names = [(number, row["omraade_id"], row["periode_slut"]) for number in NUMBERS[enhed]]
            yield tuple(zip(names, (1, 1, -1), strict=True)), True
    for slut, told_then in periods.items():
        if len(told_then) > 1 and any(row["omraade_id"] == "ALLE" for row in told_then):
            for number in NUMBERS[enhed]:
                yield (
                    tuple(
                        ((number, row["omraade_id"], slut), -1 if row["omraade_id"] == "ALLE" else 1)
                        for row in told_then
                    ),
                    True,
                )


def _narrow(found: Ranges, factors: tuple[tuple[Name, int], ...]) -> None:
    """Σ factor · number ≤ 0: no number can be so great (or so small) that the others cannot make up for it."""
    for name, factor in factors:
        others = sum(
            min(other_factor * end for end in found[other]) for other, other_factor in factors if other != name
        )
        low, high = found[name]
        most = -others
        found[name] = (low, min(high, most)) if factor > 0 else (max(low, -most), high)
