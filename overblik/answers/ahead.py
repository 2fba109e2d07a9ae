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
    """Per area and calendar year what differs of budget, forbrug and fremmøder: `foer` and `nu`, each with the mark of
    what is protected; area None: the whole plan. In a release that has not got the area all is None.
    """
    areas = {row["omraade_id"]: row["navn"] for answer in pair.both("valg_omraade") for row in answer.rows()}
    rows = _differing(None, None, *(_years(pair, release, ()) for release in (pair.before, pair.after)))
    known = [{row["omraade_id"] for row in answer.rows()} for answer in pair.both("valg_omraade")]
    for area, name in areas.items():
        then, now = (
            _years(pair, release, (area,)) if area in there else {}
            for release, there in zip((pair.before, pair.after), known, strict=True)
        )
        rows += _differing(area, name, then, now)
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


def _years(pair: Ahead, release: Release, area: tuple[str, ...]) -> dict[int, Row]:
    rows = fetch("oekonomi_pr_aar", Choice(plan=pair.plan, release=release.id, omraade=area)).rows()
    return {
        row["aar"]: {**row, **_attended(pair, release, row["aar"], area)}
        for row in rows
        if row["inddeling"] == "kalenderaar"
    }


def _attended(pair: Ahead, release: Release, year: int, area: tuple[str, ...]) -> Row:
    choice = Choice(plan=pair.plan, release=release.id, omraade=area, fra=date(year, 1, 1), til=date(year, 12, 31))
    row = fetch("aktivitet_i_alt", choice).one()
    return {name: row[name] for name in ("fremmoeder", "fremmoeder_maerke")}


def _differing(area: str | None, name: str | None, then: dict[int, Row], now: dict[int, Row]) -> list[dict[str, Any]]:
    found = []
    for year in sorted(then.keys() | now.keys()):
        before, after = then.get(year, {}), now.get(year, {})
        for measure in ("budget_kr", "forbrug_kr", "fremmoeder"):
            mark = f"{measure}_maerke"
            row = {
                "foer": before.get(measure),
                "foer_maerke": before.get(mark),
                "nu": after.get(measure),
                "nu_maerke": after.get(mark),
            }
            if (row["foer"], row["foer_maerke"]) != (row["nu"], row["nu_maerke"]):
                found.append({"omraade_id": area, "omraade_navn": name, "aar": year, "maal": measure, **row})
    return found


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
