"""Random exports with few people behind the figures: small cells, and indicators whose areas add up to the whole plan.

`few_people(seed)` gives the same exports for the same seed.
"""

from datetime import date
from random import Random

from tests.deliveries import Row, Tables, exports
from tests.random_choices import chance, month_end

KODER = ("UDD", "KRI")
START = date(2022, 1, 1)
SMALL = (0, 0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 14, 20, 35)


def few_people(seed: int) -> Tables:
    """Exports of one plan of 2022, valid under the contract, with most counts near the thresholds."""
    rng = Random(seed)
    areas = [f"O{n}" for n in range(rng.randint(1, 5))]
    made = [indikator(rng, n, areas) for n in range(rng.randint(1, 4))]
    return exports(
        helhedsplan=[{"start_dato": START, "slut_dato": date(2022, 12, 31)}],
        boligomraade=[{"omraade_id": area, "navn": area, "beboere": beboere(rng)} for area in areas],
        indsatsomraade=[
            {"indsatsomraade_kode": kode, "navn": kode, "sensitiv": kode == "KRI"} for kode in KODER
        ],
        indsats=[{"indsats_id": f"I{n}", "indsatsomraade_kode": rng.choice(KODER)} for n in range(4)],
        aktivitet=[session(rng, areas) for _ in range(rng.randint(5, 80))],
        indikator=[own for own, _ in made],
        maaling=[row for _, rows in made for row in rows],
        maal=[target(rng, own, area) for own, _ in made for area in ("ALLE", *areas) if chance(rng, 0.5)],
    )  # fmt: skip


def beboere(rng: Random) -> int | None:
    return rng.choice([None, 60, 99, 100, 400, 1500])


def session(rng: Random, areas: list[str]) -> Row:
    """A registration with few people."""
    attended = rng.choice([None, *SMALL])
    at_most = 6 if attended is None else attended
    day = date(2022, rng.randint(1, 3), rng.randint(1, 28))
    total = chance(rng, 0.2)
    return {
        "indsats_id": f"I{rng.randint(0, 3)}",
        "omraade_id": rng.choice(areas),
        "dato": month_end(day.year, day.month) if total else day,
        "aktivitetstype": "raadgivning" if total else "forloeb",
        "antal_afholdt": rng.randint(0, 4),
        "fremmoeder": attended,
        "nye_deltagere": rng.choice([None, rng.randint(0, at_most)]),
        "unikke_deltagere": rng.choice([None, None, rng.randint(0, at_most)]),
        "frivillige": rng.choice([None, 0, 1, 2, 8]),
        "frivilligtimer": rng.choice([None, 2.5, 7.25]),
        "medarbejdertimer": rng.choice([None, 3.0, 0.5]),
        "vaerdi_status": rng.choice(["skjult", "mangler"]) if attended is None else "ok",
    }


def indikator(rng: Random, n: int, areas: list[str]) -> tuple[Row, list[Row]]:
    """An indicator and its measurements: of the areas and, often, of the plan, whose counts are theirs together."""
    unit = rng.choice(["antal", "pct", "pct", "kr"])
    own = {
        "indikator_id": f"K{n}",
        "enhed": unit,
        "personantal": chance(rng, 0.8),
        "indsatsomraade_kode": rng.choice([None, *KODER]),
    }
    begins = rng.choice(["same", "own", "none"])
    measured = [area for area in areas if chance(rng, 0.85)]
    counts = dict.fromkeys(measured, (0, 0))
    rows: list[Row] = []
    for month in sorted(rng.sample(range(1, 13), rng.randint(1, 4))):
        for area, (before, others) in counts.items():
            grown = begins == "same"
            counts[area] = (
                before * grown + rng.choice(SMALL) * rng.choice([1, 1, 8]),
                others * grown + rng.choice(SMALL) * rng.choice([1, 1, 8]),
            )
        period: Row = {"indikator_id": own["indikator_id"], "periode_slut": month_end(2022, month)}
        starts = {"same": START, "own": date(2022, month, 1), "none": None}
        period["periode_start"] = starts[begins]
        told = {area: measurement(rng, unit, *pair) for area, pair in counts.items()}
        whole = tuple(sum(pair[place] for pair in counts.values()) for place in (0, 1))
        if rng.random() < 0.8:
            told["ALLE"] = measurement(rng, unit, whole[0], whole[1])
        rows += [period | {"omraade_id": area} | row for area, row in told.items()]
    return own, rows


def measurement(rng: Random, unit: str, people: int, others: int) -> Row:
    """One measurement of some people among others, now and then not told."""
    if chance(rng, 0.05):
        return {"vaerdi": None, "vaerdi_status": rng.choice(["skjult", "mangler"])}
    together = people + others
    if unit == "antal":
        return {"vaerdi": float(people), "vaerdi_status": "ok"}
    if unit == "kr":
        return {"vaerdi": 200_000.0 + people, "naevner": together, "vaerdi_status": "ok"}
    if together == 0:
        return {"vaerdi": None, "vaerdi_status": "ikke_relevant"}
    return {"vaerdi": 100 * people / together, "taeller": people, "naevner": together, "vaerdi_status": "ok"}


def target(rng: Random, own: Row, area: str) -> Row:
    """A target whose starting point may be a small count, or stand on a day of measuring."""
    return {
        "indikator_id": own["indikator_id"],
        "omraade_id": area,
        "nul_dato": rng.choice([date(2021, 12, 31), month_end(2022, rng.randint(1, 12))]),
        "nul_vaerdi": float(rng.choice(SMALL)),
        "maal_dato": date(2022, 12, 31),
        "maal_vaerdi": 50.0,
    }
