"""What a candidate would change: the release in force and the one that waits, asked the same questions.

Each is asked at its own newest statusdato, for that is what a reader sees on the day it is released.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from overblik.answers import Answer, Choice, Release, fetch

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Ahead:
    """Two releases, and one plan that both have. `before` is what readers see now."""

    before: Release
    after: Release
    plan: str

    def both(self, name: str, **chosen: Any) -> tuple[Answer, Answer]:
        """A question asked of what readers see now and of what they would see."""
        return self._ask(self.before, name, chosen), self._ask(self.after, name, chosen)

    def _ask(self, release: Release, name: str, chosen: dict[str, Any]) -> Answer:
        return fetch(name, Choice(plan=self.plan, release=release.id), **chosen)


def ahead(before: Release | None, after: Release) -> Ahead | None:
    """None where there is nothing to compare with: no release, the invented example, or no plan in common."""
    if before is None or before.is_example != after.is_example or after.default_plan not in before.plans:
        return None
    return Ahead(before, after, after.default_plan)


def sums(pair: Ahead) -> list[dict[str, Any]]:
    """Per area and calendar year what differs of budget, forbrug and fremmøder: `foer_…` and `nu_…`; area None: all.

    An area that only one of the two has is None in the other.
    """
    areas = {row["omraade_id"]: row["navn"] for answer in pair.both("valg_omraade") for row in answer.rows()}
    rows = _differing(None, None, *_years(pair, ()))
    for area, name in areas.items():
        known = [any(row["omraade_id"] == area for row in answer.rows()) for answer in pair.both("valg_omraade")]
        if all(known):
            rows += _differing(area, name, *_years(pair, (area,)))
    return rows


def rows_per_table(pair: Ahead) -> list[dict[str, Any]]:
    """Per table of the contract: rows handed in before and after, and their difference; only where they differ."""
    before, after = pair.both("leverede_tabeller")
    then = {row["tabel"]: row for row in before.rows()}
    found = []
    for row in after.rows():
        was, is_now = then.get(row["tabel"], {}).get("raekker"), row["raekker"]
        if was != is_now:
            found.append({"tabel": row["tabel"], "navn": row["navn"], "foer": was, "nu": is_now})
    return found


def _years(pair: Ahead, area: tuple[str, ...]) -> tuple[dict[int, Row], dict[int, Row]]:
    money = pair.both("oekonomi_pr_aar", omraade=area)
    found: list[dict[int, Row]] = []
    for release, answer in zip((pair.before, pair.after), money, strict=True):
        rows = {row["aar"]: row for row in answer.rows() if row["inddeling"] == "kalenderaar"}
        found.append({year: {**row, "fremmoeder": _attended(pair, release, year, area)} for year, row in rows.items()})
    return found[0], found[1]


def _attended(pair: Ahead, release: Release, year: int, area: tuple[str, ...]) -> int | None:
    choice = Choice(plan=pair.plan, release=release.id, omraade=area, fra=date(year, 1, 1), til=date(year, 12, 31))
    attended: int | None = fetch("aktivitet_i_alt", choice).one()["fremmoeder"]
    return attended


def _differing(area: str | None, name: str | None, then: dict[int, Row], now: dict[int, Row]) -> list[dict[str, Any]]:
    return [
        {"omraade_id": area, "omraade_navn": name, "aar": year, "maal": measure, "foer": was, "nu": is_now}
        for year in sorted(then.keys() | now.keys())
        for measure in ("budget_kr", "forbrug_kr", "fremmoeder")
        if (was := then.get(year, {}).get(measure)) != (is_now := now.get(year, {}).get(measure))
    ]


def points(pair: Ahead) -> tuple[list[Row], list[Row]]:
    """`opmaerksomhedspunkter` that would appear, and those that would go: a point is the same by its id and kind."""
    before, after = (answer.rows() for answer in pair.both("opmaerksomhedspunkter"))
    return _without(after, before), _without(before, after)


def new_warnings(before: Release | None, after: Release) -> list[str]:
    """What the check remarks on the candidate and did not on the release in force."""
    known = {str(warning["message"]) for warning in before.manifest["warnings"]} if before else set()
    return [str(one["message"]) for one in after.manifest["warnings"] if str(one["message"]) not in known]


def _without(rows: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    known = {(row["punkt_id"], row["art"], row["status"]) for row in others}
    return [row for row in rows if (row["punkt_id"], row["art"], row["status"]) not in known]
