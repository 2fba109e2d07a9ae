"""How far the measurements of an indicator can be narrowed down, by whoever knows some of them.

A hidden measurement is safe where at least k counts are left, and where all of 1 … k−1 are left if any of them is: who
knows the rule also knows that what is hidden first is small, so a range that cuts into 1 … k−1 would say more than
*under k* does.
"""

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any

from overblik.intake.audit_bounds import ROUNDING, Name, Range, Relation, blocks, is_possible, narrowed
from overblik.intake.audit_measurements import Series, areas_and_all, from_period_to_period, whole_and_rest

Ranges = Mapping[Name, Range]


def ranges_of_hidden(of: Series, known: Mapping[Name, float], within: Ranges) -> tuple[Ranges, int]:
    """What the hidden numbers of an indicator may be, as far as a relation touches them; and how many blocks there are.

    A number that no relation touches is left out: nothing is known of it but what was known before.
    """
    relations = _tenable(of, known, within)
    wanted = {of.name(number, row) for row in of.hidden() for number in of.numbers}
    return narrowed(relations, within, wanted - set(known)), len(blocks(relations))


def is_open(of: Series, row: Mapping[str, Any], ranges: Ranges, within: Ranges) -> bool:
    """True for a hidden measurement of which a number is narrowed down too far."""
    names = ((number, of.name(number, row)) for number in of.numbers)
    return any(name in ranges and not is_safe(ranges[name], within[name], of.k, number) for number, name in names)


def is_safe(found: Range, before: Range, k: int, number: str) -> bool:
    """True where enough is left of what was possible before: k counts or all; the whole of 1 … k−1 or nothing of it."""
    least, most = max(found[0], 0.0), found[1]
    if most - least + 1 < min(k, before[1] - before[0] + 1):
        return False
    of_small = min(k - 1, before[1])
    meets = number != "naevner" and least < k and most > 0  # a denominator is hidden for its numerator's sake, too
    return not meets or (least <= 1 and most >= of_small)


def _tenable(of: Series, known: Mapping[Name, float], within: Ranges) -> list[Relation]:
    """The suppositions that the known numbers do not contradict, alone or together; the likelier ones first."""
    kept = list(whole_and_rest(of, known))
    for stronger, weaker in areas_and_all(of, known):
        kept += [each for each in (stronger, weaker) if _alone(each, within)][:1]
    over_time = [each for each in from_period_to_period(of, known) if _alone(each, within)]
    if is_possible([*kept, *over_time], within):
        return [*kept, *over_time]
    return [each for _, own in blocks([*kept, *over_time]) for each in _possible_part(own, over_time, within)]


def _possible_part(own: list[Relation], over_time: list[Relation], within: Ranges) -> Iterator[Relation]:
    """Of relations that do not all go together: those of one period, where these do."""
    without = [each for each in own if each not in over_time]
    if is_possible(own, within):
        yield from own
    elif is_possible(without, within):
        yield from without


def _alone(one: Relation, within: Ranges) -> bool:
    """True where numbers within their bounds can meet one relation, the others aside."""
    ends = [sorted(factor * end for end in within.get(name, (0.0, inf))) for name, factor in one.factors]
    return sum(low for low, _ in ends) <= one.most + ROUNDING and sum(high for _, high in ends) >= one.least - ROUNDING
