"""Indicators with few people behind them, the slow and obvious way: which measurements of the raw exports are hidden.

Measurements are looked at in groups: those of one period, or of all the periods that count on from the same day. In a
group an area is shown or hidden as a whole, and so is the whole plan (ALLE).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tests.naive.exports import Row, Tables, rows_of

ALLE = "ALLE"
Key = tuple[str, str, date]


@dataclass(frozen=True)
class Limits:
    """The thresholds, as the settings have them."""

    ordinary: int = 5
    sensitive: int = 10
    base: int = 10
    residents: int = 100


@dataclass
class Group:
    """The measurements of an indicator that are judged together; what is hidden of them so far, and once was shown."""

    indikator: Row
    threshold: int
    rows: list[Row] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def of(self, omraade_id: str) -> list[Row]:
        """One area's measurements in order."""
        return sorted(
            (row for row in self.rows if row["omraade_id"] == omraade_id), key=lambda row: row["periode_slut"]
        )


def measurements(
    tables: Tables, limits: Limits, hidden_before: Iterable[Key] = (), shown_before: Iterable[Key] = ()
) -> list[Row]:
    """The measurements as a release may show them, with who hid what."""
    hidden = hidden_keys(tables, limits, set(hidden_before), set(shown_before))
    return [shown(row, key_of(row) in hidden) for row in rows_of(tables, "maaling")]


def targets(
    tables: Tables, limits: Limits, hidden_before: Iterable[Key] = (), shown_before: Iterable[Key] = ()
) -> list[Row]:
    """The targets; a starting point that is a small count, or stands on the day of a hidden measurement, is left out."""
    published = measurements(tables, limits, hidden_before, shown_before)
    hidden = {key_of(row) for row in published if row["vaerdi_status"] == "skjult"}
    by_id = {row["indikator_id"]: row for row in rows_of(tables, "indikator")}
    found = []
    for row in rows_of(tables, "maal"):
        indikator = by_id[row["indikator_id"]]
        counts = indikator["personantal"] and indikator["enhed"] == "antal"
        few = counts and few_people(row["nul_vaerdi"], threshold(tables, indikator, limits))
        closed = few or (row["indikator_id"], row["omraade_id"], row["nul_dato"]) in hidden
        found.append(row | {"nul_skjult": closed} | ({"nul_vaerdi": None} if closed else {}))
    return found


def shown(row: Row, is_hidden: bool) -> Row:
    """A measurement as it is published."""
    if row["vaerdi_status"] == "ok" and not is_hidden:
        return row | {"skjult_af": None}
    nothing = dict.fromkeys(("taeller", "naevner", "vaerdi"))
    if row["vaerdi_status"] == "ok":
        return row | nothing | {"vaerdi_status": "skjult", "skjult_af": "beskyttelse"}
    return row | nothing | {"skjult_af": "leverance" if row["vaerdi_status"] == "skjult" else None}


def key_of(row: Row) -> Key:
    """What names a measurement."""
    return row["indikator_id"], row["omraade_id"], row["periode_slut"]


def threshold(tables: Tables, indikator: Row, limits: Limits) -> int:
    """The higher one where any period calls the indicator's indsatsområde sensitive."""
    codes = {row["indsatsomraade_kode"] for row in rows_of(tables, "indsatsomraade") if row["sensitiv"]}
    return limits.sensitive if indikator["indsatsomraade_kode"] in codes else limits.ordinary


def hidden_keys(tables: Tables, limits: Limits, hidden_before: set[Key], shown_before: set[Key]) -> set[Key]:
    """The measurements that are hidden to protect people."""
    areas = rows_of(tables, "boligomraade")
    tiny = {row["omraade_id"] for row in areas if row["beboere"] is not None and row["beboere"] < limits.residents}
    residents = {row["omraade_id"]: row["beboere"] for row in areas}
    found: set[Key] = set()
    for group in groups(tables, limits):
        people = has_people(group.indikator, rows_of(tables, "maaling"))
        for area in {row["omraade_id"] for row in group.rows}:
            if any(hidden_at_once(row, group, people, limits, tiny, hidden_before) for row in group.of(area)):
                group.hidden.add(area)
            if people and small_steps(group, area):
                group.hidden.add(area)
        group.known = {row["omraade_id"] for row in group.rows if key_of(row) in shown_before}
        while people and lacks_more(group, residents):
            rest = {row["omraade_id"] for row in group.rows if row["vaerdi_status"] == "ok"} - group.hidden
            if not rest:
                break
            group.hidden.add(min(rest, key=lambda area: (place(group, area), size(group, area), area)))
        found |= {key_of(row) for row in group.rows if row["omraade_id"] in group.hidden}
    return found


def groups(tables: Tables, limits: Limits) -> list[Group]:
    """Every indicator's measurements, those that count on from the same day together."""
    found: list[Group] = []
    for indikator in rows_of(tables, "indikator"):
        own = [row for row in rows_of(tables, "maaling") if row["indikator_id"] == indikator["indikator_id"]]
        ends: dict[date, set[date]] = defaultdict(set)
        starts: dict[date, set[date | None]] = defaultdict(set)
        for row in own:
            starts[row["periode_slut"]].add(row["periode_start"])
            if row["periode_start"] is not None:
                ends[row["periode_start"]].add(row["periode_slut"])
        counting_on = {start for start, days in ends.items() if len(days) > 1}
        mixed = any(len(kinds) > 1 for kinds in starts.values())
        of_indikator: dict[object, Group] = {}
        for row in own:
            from_day = [day for day in starts[row["periode_slut"]] if day in counting_on and day is not None]
            name: object = ("til", row["periode_slut"])
            if from_day:
                name = ("fra", min(from_day))
            if mixed and counting_on:
                name = "alle"
            group = of_indikator.setdefault(name, Group(indikator, threshold(tables, indikator, limits)))
            group.rows.append(row)
        found += of_indikator.values()
    return found


def has_people(indikator: Row, measured: list[Row]) -> bool:
    """Does the indicator say that it counts people, or has it numerators or denominators?"""
    own = [row for row in measured if row["indikator_id"] == indikator["indikator_id"]]
    counts = any(row["taeller"] is not None or row["naevner"] is not None for row in own)
    return bool(indikator["personantal"]) or counts


def few_people(count: float | None, least: int) -> bool:
    """Is it a count of some, but too few?"""
    return count is not None and 0 < abs(count) < least


def parts(row: Row, indikator: Row) -> dict[str, float | None]:
    """The counts of a measurement: the value where it counts people, numerator, the others, denominator."""
    taeller, naevner, vaerdi = row["taeller"], row["naevner"], row["vaerdi"]
    if indikator["enhed"] == "pct" and vaerdi is not None:
        if taeller is None and naevner is not None:
            taeller = round(vaerdi * naevner / 100)
        if naevner is None and taeller is not None and vaerdi > 0:
            naevner = round(100 * taeller / vaerdi)
    counts = indikator["personantal"] and indikator["enhed"] == "antal"
    others = None if taeller is None or naevner is None else naevner - taeller
    return {"v": vaerdi if counts else None, "t": taeller, "c": others, "n": naevner}


def hidden_at_once(
    row: Row, group: Group, people: bool, limits: Limits, tiny: set[str], hidden_before: set[Key]
) -> bool:
    """Is a measurement hidden for its own sake, or was it before? What the deliverer hid counts as hidden too."""
    if row["vaerdi_status"] != "ok":
        return people and bool(row["vaerdi_status"] == "skjult")
    unit, own = group.indikator["enhed"], parts(row, group.indikator)
    if key_of(row) in hidden_before:
        return True
    if row["omraade_id"] in tiny and (unit == "pct" or (people and unit != "antal")):
        return True
    if not people:
        return False
    if own["n"] is not None and own["n"] < max(group.threshold, limits.base):
        return True
    if group.indikator["personantal"] and unit != "antal" and own["n"] is None:
        return True
    return any(few_people(own[name], group.threshold) for name in ("v", "t", "c"))


def changes(before: dict[str, float | None], after: dict[str, float | None]) -> list[float]:
    """How much each count moved."""
    moved = []
    for name, now in after.items():
        then = before[name]
        if now is not None and then is not None:
            moved.append(now - then)
    return moved


def small_steps(group: Group, area: str) -> bool:
    """Did too few come to, in an area, from one period to the next that counts on from the same day?"""
    rows = [row for row in group.of(area) if row["vaerdi_status"] == "ok" and row["periode_start"] is not None]
    for start in {row["periode_start"] for row in rows}:
        run = [parts(row, group.indikator) for row in rows if row["periode_start"] == start]
        for before, after in pairwise(run):
            if any(few_people(step, group.threshold) for step in changes(before, after)):
                return True
    return False


def place(group: Group, area: str) -> int:
    """What is hidden first: an area that nobody has seen yet; then the whole plan; what is known protects nothing."""
    if area == ALLE:
        return 1
    return 2 if area in group.known else 0


def size(group: Group, area: str) -> float:
    """How large an area is in a group: its denominator, else what it counts."""
    sizes = []
    for row in group.of(area):
        if row["vaerdi_status"] == "ok":
            own = parts(row, group.indikator)
            given = [count for count in (own["n"], own["t"], own["v"]) if count is not None]
            sizes += [abs(given[0])] if given else []
    return max(sizes, default=float("inf"))


def lacks_more(group: Group, residents: dict[str, int | None]) -> bool:
    """Could anybody reckon out what is hidden from what is shown, in any period of the group?"""
    left: list[dict[str, float | None]] = []
    for day in sorted({row["periode_slut"] for row in group.rows}):
        here = {row["omraade_id"]: row for row in group.rows if row["periode_slut"] == day}
        whole = here.pop(ALLE, None)
        visible = [row for area, row in here.items() if row["vaerdi_status"] == "ok" and area not in group.hidden]
        closed = [
            row
            for area, row in here.items()
            if row["vaerdi_status"] == "skjult" or (row["vaerdi_status"] == "ok" and area in group.hidden)
        ]
        if whole is None or whole["vaerdi_status"] not in ("ok", "skjult"):
            continue
        if whole["vaerdi_status"] == "skjult" or ALLE in group.hidden:
            if visible and not closed:
                return True
            continue
        told = len([row for row in here.values() if row["vaerdi_status"] != "mangler"])
        if not closed and told >= len(residents):
            continue
        rest = remainder(whole, visible, group.indikator)
        counts = [count for count in rest.values() if count is not None]
        if len([row for row in closed if row["omraade_id"] not in group.known]) < 2 and closed:
            return True
        if any(0 < count < group.threshold for count in counts):
            return True
        if len(closed) > 1 and counts and min(counts) < group.threshold:
            return True
        if len(closed) > 1 and nearly_full(rest, [residents[row["omraade_id"]] for row in closed], group.threshold):
            return True
        left.append(rest)
    return any(few_people(step, group.threshold) for before, after in pairwise(left) for step in changes(before, after))


def nearly_full(rest: dict[str, float | None], residents: list[int | None], least: int) -> bool:
    """Is so much left that the hidden areas can hardly hold it, so that each must have its part?"""
    room = [count for count in residents if count is not None]
    if len(room) < len(residents):
        return False
    for name, count in rest.items():
        for own in room if count is not None else []:
            lowest, highest = max(0, count - (sum(room) - own)), min(own, count)  # type: ignore[operator]
            if name != "n" and 1 < lowest < least:
                return True
            if highest - lowest + 1 < min(least, own + 1):
                return True
    return False


def remainder(whole: Row, visible: list[Row], indikator: Row) -> dict[str, float | None]:
    """What is left of the whole plan's counts when the shown areas' are taken away."""
    rest = parts(whole, indikator)
    for row in visible:
        for name, count in parts(row, indikator).items():
            before = rest[name]
            if before is not None and count is not None:
                rest[name] = before - count
    return rest
