"""Random milestones, registrations, targets and indicators, each valid under the contract."""

from datetime import date, timedelta
from random import Random

from tests.deliveries import Row, Tables
from tests.random_choices import chance, maybe, month_end, near, number


def milestone(
    rng: Random, helhedsplaner: list[Row], codes: dict[str, tuple[str, ...]], areas: list[str], today: date
) -> Row:
    """A milestone of either track with any constellation of dates."""
    plan = rng.choice(helhedsplaner)
    agreed = near(rng, plan)
    around = [0, 1, 29, 30, 31, 89, 90, 91, rng.randint(-200, 400)]
    reached = maybe(rng, 0.4, agreed + timedelta(days=rng.choice(around)))
    if reached is not None and reached > today:
        reached = None
    status = "naaet" if reached else rng.choice(["planlagt", "i_gang", "i_gang", "bortfaldet"])
    return {
        "spor": rng.choice(["boligsocial", "boligsocial", "fysisk"]),
        "helhedsplan_id": maybe(rng, 0.85, plan["helhedsplan_id"]),
        "omraade_id": maybe(rng, 0.8, rng.choice(areas)),
        "indsatsomraade_kode": maybe(rng, 0.8, rng.choice(codes[plan["bevillingsperiode"]])),
        "navn": "Milepæl: aftale på plads",
        "aftalt_dato": agreed,
        "forventet_dato": maybe(rng, 0.5, agreed + timedelta(days=rng.choice(around))),
        "naaet_dato": reached,
        "status": status,
        "ansvarlig_rolle": maybe(rng, 0.5, "boligsocial leder"),
        "bemaerkning": maybe(rng, 0.2, "Afventer tilbagemelding"),
    }


def activity(rng: Random, helhedsplaner: list[Row], areas: list[str], indsatser: list[Row]) -> Row:
    """A registration: hidden, missing and unregistered counts among the ordinary ones."""
    indsats = rng.choice(indsatser)
    plan = next(row for row in helhedsplaner if row["helhedsplan_id"] == indsats["helhedsplan_id"])
    held = near(rng, plan)
    counselling = chance(rng, 0.2)
    status = rng.choice(["ok", "ok", "ok", "ok", "skjult", "mangler", "ikke_relevant"])
    attended = rng.choice([0, 1, 4, rng.randint(5, 80)]) if status == "ok" else None
    at_most = 20 if attended is None else attended
    return {
        "indsats_id": indsats["indsats_id"],
        "omraade_id": rng.choice(areas),
        "dato": month_end(held.year, held.month) if counselling else held,
        "aktivitetstype": "raadgivning" if counselling else rng.choice(["aabent_tilbud", "forloeb", "arrangement"]),
        "antal_afholdt": rng.randint(0, 5),
        "fremmoeder": attended,
        "nye_deltagere": maybe(rng, 0.6, rng.randint(0, at_most)),
        "unikke_deltagere": maybe(rng, 0.5, rng.randint(0, at_most)),
        "frivillige": maybe(rng, 0.5, rng.randint(0, 9)),
        "frivilligtimer": maybe(rng, 0.5, rng.choice([0.0, 0.1, 0.25, 7.4, round(rng.uniform(0, 30), 6)])),
        "medarbejdertimer": maybe(rng, 0.5, rng.choice([0.0, 0.3, 2.5, round(rng.uniform(0, 30), 6)])),
        "vaerdi_status": status,
    }


def targets(rng: Random, helhedsplaner: list[Row], areas: list[str], indsatser: list[Row]) -> list[Row]:
    """Targets of some series in some years, zero among them."""
    years = range(
        min(row["start_dato"].year for row in helhedsplaner), max(row["slut_dato"].year for row in helhedsplaner) + 2
    )
    density = rng.choice([0.05, 0.2, 0.6])
    return [
        {
            "indsats_id": indsats["indsats_id"],
            "omraade_id": area,
            "aar": year,
            "maal_fremmoeder": rng.choice([0, 10, rng.randint(1, 300)]),
        }
        for indsats in indsatser
        for area in areas
        for year in years
        if chance(rng, density)
    ]


def indicators(rng: Random, helhedsplaner: list[Row], codes: dict[str, tuple[str, ...]], areas: list[str]) -> Tables:
    """Indicators up and down with several targets and measurements, hidden and missing ones too, or neither."""
    made: Tables = {"indikator": [], "maal": [], "maaling": []}
    all_codes = sorted({code for some_codes in codes.values() for code in some_codes})
    for n in range(rng.randint(0, 5)):
        key, unit, people = f"K{n}", rng.choice(["antal", "pct", "kr", "indeks"]), chance(rng, 0.4)
        made["indikator"].append(
            {
                "indikator_id": key,
                "navn": f"Indikator {n}",
                "niveau": rng.choice(["aktivitet", "deltagerresultat", "omraade"]),
                "indsatsomraade_kode": maybe(rng, 0.7, rng.choice(all_codes)),
                "enhed": unit,
                "retning": rng.choice(["op", "ned"]),
                "personantal": people,
            }
        )
        for area in rng.sample([*areas, "ALLE"], rng.randint(0, min(4, len(areas) + 1))):
            days = {near(rng, rng.choice(helhedsplaner)) for _ in range(rng.randint(0, 4))}
            zero = number(rng)
            for day in sorted({rng.choice([d, month_end(d.year, d.month)]) for d in days}):
                goal = zero if chance(rng, 0.1) else number(rng)
                made["maal"].append(
                    {
                        "indikator_id": key,
                        "omraade_id": area,
                        "nul_dato": day - timedelta(days=rng.randint(1, 900)),
                        "nul_vaerdi": zero,
                        "maal_dato": day,
                        "maal_vaerdi": goal,
                    }
                )
            for day in sorted({near(rng, rng.choice(helhedsplaner)) for _ in range(rng.randint(0, 5))}):
                made["maaling"].append(measurement(rng, key, area, day, unit))
    return made


def measurement(rng: Random, key: str, area: str, day: date, unit: str) -> Row:
    """A measurement; of a percentage with its numerator and denominator."""
    status = rng.choice(["ok", "ok", "ok", "skjult", "mangler", "ikke_relevant"])
    measured: Row = {"indikator_id": key, "omraade_id": area, "periode_slut": day, "vaerdi_status": status}
    measured["periode_start"] = maybe(rng, 0.5, day - timedelta(days=rng.randint(0, 365)))
    if status != "ok":
        return measured | {"vaerdi": None}
    if unit != "pct":
        return measured | {"vaerdi": number(rng)}
    whole = rng.randint(1, 400)
    part = rng.randint(0, whole)
    return measured | {"taeller": part, "naevner": whole, "vaerdi": 100 * part / whole}
