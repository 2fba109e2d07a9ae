"""Hidden measurements, as the audit reads them: can anybody reckon out what was hidden?

For each hidden count its least and greatest value under all that is published (audit_bounds.py). It is safe where at
least k counts are left, and where all of 1 … k−1 are left if any of them is: who knows the rule also knows that what
is hidden first is small, so a range that cuts into 1 … k−1 would say more than *under k* does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import pyarrow as pa

from overblik.intake.audit_bounds import ROUNDING, Name, Range, Relation, blocks, is_possible, narrowed
from overblik.intake.audit_finding import Finding
from overblik.intake.audit_measurements import (
    Series,
    areas_and_all,
    bounds,
    by_area,
    count,
    counting_on,
    from_period_to_period,
    series,
    whole_and_rest,
)

MAALING = "maaling"


@dataclass(frozen=True)
class Looked:
    """What was looked at, for the manifest: hidden measurements, and groups of numbers tied together."""

    hidden: int
    blocks: int


def look_at_indicators(tables: Mapping[str, pa.Table], small: int, sensitive: int) -> tuple[list[Finding], Looked]:
    """What is wrong with the measurements of a release, if anything; and what was looked at."""
    beboere = {row["omraade_id"]: row["beboere"] for row in tables["omraade"].to_pylist() if row["beboere"] is not None}
    told = small_and_told = steps = open_rows = tied = 0
    hidden = 0
    for of in series(tables, small, sensitive):
        told += sum(any(row[name] is not None for name in ("taeller", "naevner", "vaerdi")) for row in of.hidden())
        small_and_told += sum(any(is_small(count(row, number), of.k) for number in of.numbers) for row in of.rows)
        steps += sum(_is_small_step(of, pair) for rows in by_area(of) for pair in counting_on(shown(rows)))
        found, groups = can_be_narrowed(of, of.known(), bounds(of, beboere))
        open_rows += len(found)
        tied += groups
        hidden += len(of.hidden())
    findings = [
        Finding("skjult_vist", MAALING, told),
        Finding("lille_tal", MAALING, small_and_told),
        Finding("lille_trin", MAALING, steps),
        Finding("kan_regnes_ud", MAALING, open_rows),
    ]
    return findings, Looked(hidden, tied)


def can_be_narrowed(
    of: Series, known: Mapping[Name, float], within: Mapping[Name, Range]
) -> tuple[list[dict[str, Any]], int]:
    """The hidden measurements of an indicator that can be narrowed down too far, and how many blocks were solved."""
    relations = _tenable(of, known, within)
    wanted = [of.name(number, row) for row in of.hidden() for number in of.numbers]
    ranges = narrowed(relations, within, [name for name in wanted if name not in known])
    found = [
        row
        for row in of.hidden()
        if any(
            (name := of.name(number, row)) in ranges and not _is_safe(ranges[name], within[name], of.k, number)
            for number in of.numbers
        )
    ]
    return found, len(blocks(relations))


def is_small(value: float | None, k: int) -> bool:
    """True for a count of 1 … k−1."""
    return value is not None and 0 < value < k


def shown(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are published."""
    return [row for row in rows if row["vaerdi_status"] == "ok"]


def _is_small_step(of: Series, pair: tuple[dict[str, Any], dict[str, Any]]) -> bool:
    """True where so few came to from one period to the next that they are a small number by themselves."""
    pairs = ((count(pair[0], number), count(pair[1], number)) for number in of.numbers)
    return any(one is not None and two is not None and is_small(two - one, of.k) for one, two in pairs)


def _tenable(of: Series, known: Mapping[Name, float], within: Mapping[Name, Range]) -> list[Relation]:
    """The suppositions that the published numbers do not contradict, alone or together; the likelier ones first."""
    kept = list(whole_and_rest(of, known))
    for stronger, weaker in areas_and_all(of, known):
        kept += [each for each in (stronger, weaker) if _alone(each, within)][:1]
    over_time = [each for each in from_period_to_period(of, known) if _alone(each, within)]
    if is_possible([*kept, *over_time], within):
        return [*kept, *over_time]
    return [each for _, own in blocks([*kept, *over_time]) for each in _possible_part(own, over_time, within)]


def _possible_part(own: list[Relation], over_time: list[Relation], within: Mapping[Name, Range]) -> Iterator[Relation]:
    without = [each for each in own if each not in over_time]
    if is_possible(own, within):
        yield from own
    elif is_possible(without, within):
        yield from without


def _alone(one: Relation, within: Mapping[Name, Range]) -> bool:
    """True where numbers within their bounds can meet one relation, the others aside."""
    ends = [sorted(factor * end for end in within.get(name, (0.0, inf))) for name, factor in one.factors]
    return sum(low for low, _ in ends) <= one.most + ROUNDING and sum(high for _, high in ends) >= one.least - ROUNDING


def _is_safe(found: Range, before: Range, k: int, number: str) -> bool:
    """True where enough is left: k counts, or all there were; and the whole of 1 … k−1 or nothing of it."""
    least, most = max(found[0], 0.0), found[1]
    if most - least + 1 < min(k, before[1] - before[0] + 1):
        return False
    of_small = min(k - 1, before[1])
    meets = number != "naevner" and least < k and most > 0
    return not meets or (least <= 1 and most >= of_small)
