"""Measurements, as the audit reads them: none that is small is shown, and none that is hidden can be reckoned out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from overblik.intake.audit_earlier import Earlier, known_with_earlier
from overblik.intake.audit_finding import Finding
from overblik.intake.audit_measurements import ALLE, Series, bounds, by_area, count, counting_on, key, residents, series
from overblik.intake.audit_narrowing import is_open, ranges_of_hidden
from overblik.settings_limits import Diskretionering

MAALING, MAAL = "maaling", "maal"
HIDDEN_TOGETHER = ("taeller", "naevner", "vaerdi")


@dataclass(frozen=True)
class Looked:
    """What was looked at, for the manifest: hidden measurements, and groups of numbers tied together."""

    hidden: int
    blocks: int


def look_at_indicators(
    tables: Mapping[str, pa.Table], graenser: Diskretionering, earlier: Earlier
) -> tuple[list[Finding], Looked]:
    """What is wrong with the measurements of a release, if anything; and what was looked at."""
    beboere = residents(tables["omraade"])
    few_live_in = {area for area, number in beboere.items() if area != ALLE and number < graenser.graense_beboere}
    found: Counter[str] = Counter()
    looked = Looked(0, 0)
    start = {"small": 0, "hidden": 0}
    targets = tables[MAAL].to_pylist()
    for of in series(tables, graenser):
        within = bounds(of, beboere)
        hidden = of.hidden()
        found["skjult_vist"] += sum(any(row[name] is not None for name in HIDDEN_TOGETHER) for row in hidden)
        found["lille_tal"] += sum(any(is_small(count(row, name), of.k) for name in of.numbers) for row in of.rows)
        found["faa_bag"] += sum(_is_share_of_few(of, row, few_live_in, graenser) for row in shown(of.rows))
        found["lille_trin"] += sum(is_small_step(of, pair) for rows in by_area(of) for pair in counting_on(shown(rows)))
        ranges, blocks = ranges_of_hidden(of, of.known(), within)
        opened = sum(is_open(of, row, ranges, within) for row in hidden)
        found["kan_regnes_ud"] += opened
        found["kendt_fra_foer"] += 0 if opened else known_with_earlier(of, within, earlier)
        looked = Looked(looked.hidden + len(hidden), looked.blocks + blocks)
        own = [row for row in targets if row["indikator_id"] == of.indikator_id and row["nul_vaerdi"] is not None]
        start["small"] += sum("vaerdi" in of.numbers and is_small(row["nul_vaerdi"], of.k) for row in own)
        start["hidden"] += sum(_is_hidden_that_day(row, hidden) for row in own)
    findings = [Finding(way, MAALING, cells) for way, cells in found.items()]
    starts = [Finding("lille_tal", MAAL, start["small"]), Finding("skjult_vist", MAAL, start["hidden"])]
    return findings + starts, looked


def is_small(value: float | None, k: int) -> bool:
    """True for a count of 1 … k−1."""
    return value is not None and 0 < value < k


def shown(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are published."""
    return [row for row in rows if row["vaerdi_status"] == "ok"]


def is_small_step(of: Series, pair: tuple[dict[str, Any], dict[str, Any]]) -> bool:
    """True where so few came to from one period to the next that they are a small number by themselves."""
    pairs = ((count(pair[0], number), count(pair[1], number)) for number in of.numbers)
    return any(one is not None and two is not None and is_small(two - one, of.k) for one, two in pairs)


def _is_share_of_few(of: Series, row: Mapping[str, Any], few_live_in: set[str], graenser: Diskretionering) -> bool:
    """True for a share with too few behind it: in its denominator, or in the whole area."""
    if not of.is_share:
        return False
    whole = row["naevner"]
    return row["omraade_id"] in few_live_in or (whole is not None and whole < graenser.graense_naevner)


def _is_hidden_that_day(target: Mapping[str, Any], hidden: Sequence[Mapping[str, Any]]) -> bool:
    """True where a target starts from what a measurement of the same day hides."""
    started = (target["indikator_id"], target["omraade_id"], target["nul_dato"])
    return any(key(row) == started for row in hidden)
