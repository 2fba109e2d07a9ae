"""Exports in which the numbers hang together as they do in life: areas add up to ALLE, and what counts on never falls.

Random plans (tests/plans.py) are as odd as the contract allows, so that little can be reckoned out of them. Here small
counts stand where subtraction would give them back, and no more are new than came.
"""

from copy import deepcopy
from datetime import date
from random import Random

from tests.deliveries import Row, Tables, whole_row
from tests.plans import RandomPlan, random_plan
from tests.random_choices import chance, month_end

KINDS = ("antal", "pct", "tæller op")
PERIODS = tuple(month_end(year, month) for year in (2022, 2023) for month in (6, 12))


def honest_plan(seed: int, rows: int = 30) -> RandomPlan:
    """A random plan with measurements that hang together."""
    plan = random_plan(seed, rows)
    rng = Random(seed)
    areas = [row["omraade_id"] for row in plan.tables["boligomraade"]]
    codes = sorted({row["indsatsomraade_kode"] for row in plan.tables["indsatsomraade"]})
    tables = plan.tables | {"indikator": [], "maaling": [], "maal": []}
    for number in range(6):
        kind = rng.choice(KINDS)
        described = {
            "indikator_id": f"H{number}",
            "indsatsomraade_kode": rng.choice([*codes, None]),
            "enhed": "pct" if kind == "pct" else "antal",
            "personantal": True,
        }
        tables["indikator"].append(whole_row("indikator", described, number))
        tables["maaling"] += [
            whole_row("maaling", row | {"indikator_id": f"H{number}"}, 0) for row in measurements(rng, kind, areas)
        ]
    for row in tables["aktivitet"]:  # who does not say how many came cannot say how many of them were new
        if row["fremmoeder"] is None:
            row |= {"nye_deltagere": None, "unikke_deltagere": None}
    for row in tables["boligomraade"]:
        row["beboere"] = rng.choice([None, 80, 1500])
    return RandomPlan(seed, rows, plan.today, tables)


def measurements(rng: Random, kind: str, areas: list[str]) -> list[Row]:
    """The measurements of one indicator in each area and, mostly, in all together."""
    with_all = chance(rng, 0.8)
    rows: list[Row] = []
    so_far = dict.fromkeys(areas, 0)
    for slut in PERIODS[: rng.randint(1, len(PERIODS))]:
        start = date(2022, 1, 1) if kind == "tæller op" else None
        told = [area for area in areas if not chance(rng, 0.1)]
        parts: list[tuple[int, int]] = []
        for area in told:
            count = rng.choice([0, 1, 2, 3, 4, 5, 6, 9, rng.randint(0, 60)])
            if kind == "tæller op":
                so_far[area] += count
                count = so_far[area]
            whole = count + rng.choice([0, 1, 3, 8, 30])
            parts.append((count, whole))
            rows.append(measured(kind, area, start, slut, count, whole))
        if with_all and parts:
            count, whole = (sum(numbers) for numbers in zip(*parts, strict=True))
            rows.append(measured(kind, "ALLE", start, slut, count, whole))
    return [row for row in rows if row["vaerdi"] is not None]


def measured(kind: str, area: str, start: date | None, slut: date, count: int, whole: int) -> Row:
    """A measurement as it is handed in."""
    row: Row = {"omraade_id": area, "periode_start": start, "periode_slut": slut}
    if kind != "pct":
        return row | {"vaerdi": float(count)}
    return row | {"taeller": count, "naevner": whole, "vaerdi": 100 * count / whole if whole else None}


def corrected(plan: RandomPlan, seed: int) -> Tables:
    """The same exports with one count corrected, or with a month more."""
    rng = Random(seed)
    tables = deepcopy(plan.tables)
    counted = [row for row in tables["aktivitet"] if row["fremmoeder"] is not None]
    if not counted:
        return tables
    row = rng.choice(counted)
    if chance(rng, 0.3):  # a month that nobody had handed in
        later = row | {"registrering_id": "NY", "dato": month_end(plan.today.year + 1, rng.randint(1, 12))}
        tables["aktivitet"].append(later)
        return tables
    row["fremmoeder"] = rng.choice([0, 1, 2, 3, 4, 5, 7, 40])
    for column in ("nye_deltagere", "unikke_deltagere"):
        if row[column] is not None:
            row[column] = min(row[column], row["fremmoeder"])
    return tables
