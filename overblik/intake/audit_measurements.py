"""Measurements as the audit reads them: which of their numbers count people, and what ties them to each other.

Suppositions, as anybody with the dashboard before him may make them: people live in one area, so the areas of a period
add up to ALLE; periods that begin on the same day count on from each other; and nobody is counted who does not live
there. Where the published numbers themselves contradict one, nobody can use it, and it is left out. (A year beside its
quarters cannot be delivered: the last of them would have the same key.)
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

import pyarrow as pa

from overblik.intake.audit_bounds import Name, Range, Relation, relation
from overblik.settings_limits import Diskretionering

ALLE = "ALLE"


@dataclass(frozen=True)
class Series:
    """An indicator with people behind it: its threshold, its numbers that count people, and its measurements."""

    indikator_id: str
    k: int
    numbers: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]

    def known(self) -> dict[Name, float]:
        """What is published, by name."""
        return {
            self.name(number, row): value
            for row in self.rows
            for number in self.numbers
            if (value := count(row, number)) is not None
        }

    def hidden(self) -> list[dict[str, Any]]:
        """The measurements that are hidden, whoever hid them."""
        return [row for row in self.rows if row["vaerdi_status"] == "skjult"]

    @property
    def is_share(self) -> bool:
        """True where a measurement is about people among others, so that the others count too."""
        return "naevner" in self.numbers

    def name(self, number: str, row: Mapping[str, Any]) -> Name:
        """What a number of a measurement is called in relations."""
        return (self.indikator_id, number, row["omraade_id"], row["periode_slut"].isoformat())

    def names(self, row: Mapping[str, Any]) -> set[Name]:
        """What all the numbers of a measurement are called."""
        return {self.name(number, row) for number in self.numbers}


def key(row: Mapping[str, Any]) -> tuple[str, str, date]:
    """A measurement's key: indicator, area, last day of the period."""
    return row["indikator_id"], row["omraade_id"], row["periode_slut"]


def series(tables: Mapping[str, pa.Table], graenser: Diskretionering) -> list[Series]:
    """The indicators of a release that have people behind them: such by their own word, or with taeller and naevner."""
    delicate = {row["indsatsomraade_kode"] for row in tables["indsatsomraade"].to_pylist() if row["sensitiv"]}
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in tables["maaling"].to_pylist():
        rows[row["indikator_id"]].append(row)
    found = []
    for indikator in tables["indikator"].to_pylist():
        own = rows[indikator["indikator_id"]]
        people = bool(indikator["personantal"])
        numbers: tuple[str, ...] = ("vaerdi",) if people and indikator["enhed"] == "antal" else ()
        if (people and indikator["enhed"] == "pct") or any(row["naevner"] is not None for row in own):
            numbers += ("taeller", "naevner", "rest")
        if numbers:
            k = graenser.graense_sensitiv if indikator["indsatsomraade_kode"] in delicate else graenser.graense_personer
            found.append(Series(indikator["indikator_id"], k, numbers, tuple(own)))
    return found


def count(row: Mapping[str, Any], number: str) -> float | None:
    """A number of a measurement; `rest` are those in naevner who are not in taeller."""
    if row["vaerdi_status"] == "ikke_relevant":
        return 0.0
    if number != "rest":
        return None if row[number] is None else float(row[number])
    return None if row["taeller"] is None or row["naevner"] is None else float(row["naevner"] - row["taeller"])


def residents(omraade: pa.Table) -> dict[str, int]:
    """How many live in each area where that is told, and in ALLE where it is told of every area."""
    told = {row["omraade_id"]: row["beboere"] for row in omraade.to_pylist()}
    known = {area: number for area, number in told.items() if number is not None}
    return known | {ALLE: sum(known.values())} if known and len(known) == len(told) else known


def bounds(of: Series, beboere: Mapping[str, int]) -> dict[Name, Range]:
    """What each number may be before anything is reckoned: from none to all who live in the area.

    Where a published number is above that, it is not residents that are counted, and nothing bounds it.
    """
    everybody: Mapping[str, int] = beboere
    known = of.known()
    if any(value > everybody.get(name[2], inf) for name, value in known.items()):
        everybody = {}
    return {
        of.name(number, row): (0.0, float(everybody.get(row["omraade_id"], inf)))
        for row in of.rows
        for number in of.numbers
    }


def whole_and_rest(of: Series, known: Mapping[Name, float]) -> Iterator[Relation]:
    """taeller + rest = naevner."""
    if "rest" in of.numbers:
        for row in of.rows:
            names = {of.name("taeller", row): 1.0, of.name("rest", row): 1.0, of.name("naevner", row): -1.0}
            yield relation(names, known, 0.0, 0.0)


def areas_and_all(of: Series, known: Mapping[Name, float]) -> Iterator[tuple[Relation, Relation]]:
    """The areas of a period are ALLE, with the weaker: they are no more than ALLE.

    Where an area of the indicator has no number in the period, only the weaker is supposed.
    """
    areas = {row["omraade_id"] for row in of.rows} - {ALLE}
    periods: dict[date, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in of.rows:
        periods[row["periode_slut"]][row["omraade_id"]] = row
    for rows in periods.values():
        if ALLE in rows and len(rows) > 1:
            told = {area for area, row in rows.items() if row["vaerdi_status"] != "mangler"}
            for number in of.numbers:
                names = {of.name(number, row): -1.0 if area == ALLE else 1.0 for area, row in rows.items()}
                weaker = relation(names, known, -inf, 0.0)
                yield (relation(names, known, 0.0, 0.0) if areas <= told else weaker), weaker


def from_period_to_period(of: Series, known: Mapping[Name, float]) -> Iterator[Relation]:
    """What counts on never falls."""
    for rows in by_area(of):
        for earlier, later in counting_on(rows):
            for number in of.numbers:
                names = {of.name(number, earlier): 1.0, of.name(number, later): -1.0}
                yield relation(names, known, -inf, 0.0)


def by_area(of: Series) -> list[list[dict[str, Any]]]:
    """The measurements of each area that have a number or hide one, in order."""
    areas: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(of.rows, key=lambda row: row["periode_slut"]):
        if row["vaerdi_status"] in ("ok", "skjult"):
            areas[row["omraade_id"]].append(row)
    return list(areas.values())


def counting_on(rows: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Measurements of one area, each with the next that begins on the same day: a figure that counts on."""
    begun: dict[date, dict[str, Any]] = {}
    pairs = []
    for row in rows:
        start = row["periode_start"]
        if start is not None:
            if start in begun:
                pairs.append((begun[start], row))
            begun[start] = row
    return pairs
