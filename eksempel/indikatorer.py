"""Indicators with zero point, targets and measurements on the three levels."""

import random
from collections.abc import Iterator
from datetime import date

from eksempel.kalender import last_day, months
from eksempel.plan import OPDIGTET, Indikator, Plan, Row

ALLE = "ALLE"
KILDER = {
    "aktivitet": f"Planens egne registreringer {OPDIGTET}",
    "deltagerresultat": f"Opfølgning blandt deltagere {OPDIGTET}",
    "omraade": f"Områdestatistik {OPDIGTET}",
}
EN_TREDJEDEL = 0.36  # share of the path that an indicator without a story has walked at the newest measurement
FORSKEL = (0, -2, 1)  # areas do not start from the same point


def measurement_days(plan: Plan, indikator: Indikator) -> list[date]:
    """Month ends of the calendar at the indicator's pace, so far; the first one closes a whole period of the plan."""
    ends = [last_day(month) for month in months(plan.start, plan.statusdato)]
    return [day for day in ends if day.month % indikator.frekvens == 0 and (day - plan.start).days > 60]


def period_start(plan: Plan, indikator: Indikator, day: date) -> date:
    month = list(months(date(day.year - 1, 1, 1), day))[-indikator.frekvens]
    return max(plan.start, month)


def zero(plan: Plan, indikator: Indikator, omraade_id: str) -> float:
    places = [omraade.omraade_id for omraade in plan.omraader]
    if indikator.enhed != "pct" or omraade_id == ALLE:
        return float(indikator.nul)
    return float(indikator.nul + FORSKEL[places.index(omraade_id) % len(FORSKEL)])


def maaling(indikator: Indikator, naevner: int, vaerdi: float, number: int, rng: random.Random) -> Row:
    if number in indikator.skjult or number in indikator.mangler:
        return {"vaerdi_status": "skjult" if number in indikator.skjult else "mangler"}
    if indikator.enhed == "pct":
        people = max(7, round(naevner * rng.uniform(0.9, 1.1)))
        taeller = min(people, max(0, round(people * vaerdi / 100)))
        return {"taeller": taeller, "naevner": people, "vaerdi": 100 * taeller / people, "vaerdi_status": "ok"}
    digits = {"antal": 0, "kr": -2, "indeks": 1}[indikator.enhed]
    return {"vaerdi": float(max(0.0, round(vaerdi, digits))), "vaerdi_status": "ok"}


def maalinger(plan: Plan, indikator: Indikator, omraade_id: str, rng: random.Random) -> list[Row]:
    """One row per day of measurement: along the story's path, or a slow and steady one."""
    beboere = {omraade.omraade_id: omraade.beboere for omraade in plan.omraader}
    mean = sum(beboere.values()) / len(beboere)
    naevner = round(indikator.naevner * beboere.get(omraade_id, mean) / mean)
    nul = zero(plan, indikator, omraade_id)
    days = measurement_days(plan, indikator)
    offset = rng.uniform(-0.05, 0.05)
    rows: list[Row] = []
    for number, day in enumerate(days):
        walked = EN_TREDJEDEL * (number + 1) / len(days) + rng.uniform(-0.03, 0.03)
        if indikator.naaet:
            walked = indikator.naaet[min(number, len(indikator.naaet) - 1)]
        vaerdi = nul + (indikator.maal - indikator.nul) * (walked + offset)
        period: Row = {"periode_start": period_start(plan, indikator, day), "periode_slut": day}
        rows.append(period | maaling(indikator, naevner, vaerdi, number, rng))
    return rows


def together(parts: list[list[Row]]) -> list[Row]:
    """All areas as one: people are added up, an index is averaged, and what one area hides is hidden."""
    rows: list[Row] = []
    for same_day in zip(*parts, strict=True):
        first = same_day[0]
        values = [row["vaerdi"] for row in same_day if isinstance(row.get("vaerdi"), float)]
        whole: Row = {"periode_start": first["periode_start"], "periode_slut": first["periode_slut"]}
        if len(values) < len(same_day):
            rows.append(whole | {"vaerdi_status": first["vaerdi_status"]})
        elif "naevner" in first:
            taeller, naevner = (sum(int(str(row[key])) for row in same_day) for key in ("taeller", "naevner"))
            vaerdi = 100 * taeller / naevner
            rows.append(whole | {"taeller": taeller, "naevner": naevner, "vaerdi": vaerdi, "vaerdi_status": "ok"})
        else:
            rows.append(whole | {"vaerdi": round(sum(values) / len(values), 1), "vaerdi_status": "ok"})
    return rows


def maal(plan: Plan, indikator: Indikator, omraade_id: str) -> Iterator[Row]:
    nul = zero(plan, indikator, omraade_id)
    row: Row = {"omraade_id": omraade_id, "nul_dato": plan.start, "nul_vaerdi": nul}
    if indikator.delmaal:
        half = float(round((nul + indikator.maal) / 2))
        yield row | {"maal_dato": date(plan.start.year + 2, 12, 31), "maal_vaerdi": half}
    yield row | {"maal_dato": plan.slut, "maal_vaerdi": float(indikator.maal)}


def tables(plan: Plan) -> dict[str, list[Row]]:
    rng = plan.tilfaeldig("indikatorer")
    result: dict[str, list[Row]] = {"indikator": [], "maal": [], "maaling": []}
    for number, indikator in enumerate(plan.indikatorer, start=1):
        key: Row = {"indikator_id": f"IND-{number:02d}"}
        told = {
            "navn": indikator.navn,
            "niveau": indikator.niveau,
            "indsatsomraade_kode": indikator.kode,
            "enhed": indikator.enhed,
            "retning": indikator.retning,
            "definition": indikator.definition,
            "kilde": KILDER[indikator.niveau],
            "personantal": indikator.personantal,
        }
        result["indikator"].append(key | told)
        places = [place for place in indikator.omraader if place != ALLE]
        measured = {place: maalinger(plan, indikator, place, rng) for place in places or [ALLE]}
        if places and ALLE in indikator.omraader:
            measured[ALLE] = together(list(measured.values()))
        for place in indikator.omraader:
            result["maal"] += [key | row for row in maal(plan, indikator, place)]
            result["maaling"] += [key | {"omraade_id": place} | row for row in measured[place]]
    return result
