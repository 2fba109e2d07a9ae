"""How far a reader can narrow a number down: its least and greatest value under all that is published.

Linear programming with HiGHS. Numbers that no relation ties together are looked at apart, so that each programme is
a handful of numbers, and a number that no relation touches at all is not looked at: what it may be is what it may be.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, inf

import highspy
from highspy._core import _Highs  # highspy.Highs writes a banner on standard output, where --json speaks

Name = tuple[str, ...]
Range = tuple[float, float]
ROUNDING = 1e-6  # HiGHS meets a relation to 1e-7


@dataclass(frozen=True)
class Relation:
    """least ≤ Σ factor · number ≤ most, as anybody may reckon it out. Its numbers are the unknown ones alone."""

    factors: tuple[tuple[Name, float], ...]
    least: float
    most: float


def relation(factors: Mapping[Name, float], known: Mapping[Name, float], least: float, most: float) -> Relation:
    """A relation between numbers, with those that are known moved to the other side."""
    shown = sum(factor * known[name] for name, factor in factors.items() if name in known)
    unknown = tuple((name, factor) for name, factor in factors.items() if name not in known)
    return Relation(unknown, least - shown, most - shown)


def is_possible(relations: Iterable[Relation], bounds: Mapping[Name, Range]) -> bool:
    """True where there are numbers that meet all the relations."""
    rows = list(relations)
    if any(not row.factors and not row.least - ROUNDING <= 0 <= row.most + ROUNDING for row in rows):
        return False
    return all(_Programme(names, own, bounds).is_possible() for names, own in blocks(rows))


def narrowed(
    relations: Iterable[Relation], bounds: Mapping[Name, Range], wanted: Iterable[Name]
) -> dict[Name, tuple[float, float]]:
    """Least and greatest whole value of each wanted number that a relation touches; infinite where nothing bounds it.

    The relations must be possible (is_possible). The ranges are those of the linear programme rounded inwards to whole
    numbers: never narrower than the truth.
    """
    asked = set(wanted)
    found: dict[Name, tuple[float, float]] = {}
    for names, own in blocks(relations):
        programme = _Programme(names, own, bounds)
        found |= {name: programme.range_of(name) for name in names if name in asked}
    return found


def blocks(relations: Iterable[Relation]) -> list[tuple[list[Name], list[Relation]]]:
    """The relations in groups that share no number, each with its numbers. Those without any are left out."""
    leader: dict[Name, Name] = {}

    def lead(name: Name) -> Name:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    rows = [row for row in relations if row.factors]
    for row in rows:
        first = lead(row.factors[0][0])
        for name, _ in row.factors[1:]:
            leader[lead(name)] = first
    groups: dict[Name, list[Relation]] = defaultdict(list)
    for row in rows:
        groups[lead(row.factors[0][0])].append(row)
    return [(list(dict.fromkeys(name for row in own for name, _ in row.factors)), own) for own in groups.values()]


class _Programme:
    """One block in HiGHS, solved again and again with another aim; each starts from where the last one ended."""

    def __init__(self, names: list[Name], relations: list[Relation], bounds: Mapping[Name, Range]) -> None:
        self._place = {name: place for place, name in enumerate(names)}
        self._solver = _Highs()
        self._solver.setOptionValue("output_flag", False)
        for name in names:
            self._solver.addVar(*bounds.get(name, (0.0, inf)))
        for row in relations:
            places = [self._place[name] for name, _ in row.factors]
            self._solver.addRow(row.least, row.most, len(places), places, [factor for _, factor in row.factors])

    def is_possible(self) -> bool:
        self._solver.run()
        return bool(self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def range_of(self, name: Name) -> tuple[float, float]:
        least, most = self._best(name, highspy.ObjSense.kMinimize), self._best(name, highspy.ObjSense.kMaximize)
        return (
            least if least == -inf else ceil(least - ROUNDING),
            most if most == inf else floor(most + ROUNDING),
        )

    def _best(self, name: Name, sense: highspy.ObjSense) -> float:
        self._solver.changeColCost(self._place[name], 1.0)
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        status = self._solver.getModelStatus()
        value = float(self._solver.getInfo().objective_function_value)
        self._solver.changeColCost(self._place[name], 0.0)
        if status == highspy.HighsModelStatus.kOptimal:
            return value
        return -inf if sense == highspy.ObjSense.kMinimize else inf
