"""Activity: a registration per session held, month totals for counselling, and targets per year.

Each series (indsats × område) first gets its attendance per month, from its target, the season and its story; the
sessions of the month then share it, so that the ratios the stories tell hold exactly.
"""

import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from eksempel.kalender import SAESON, last_day, months, open_days
from eksempel.plan import Indsats, Plan, Row

UGER_PR_MAANED = 3.65  # working weeks an ordinary month, holidays taken off
FOERSTE_AAR = 0.84  # the plan began slowly
FOER_GOD, FOER_MAADELIG = 1.012, 0.94  # the year before: squares that do well now did so then
GOD = 1.04
FALD = (0.96, 1.0, 0.92, 0.83, 0.74)  # of target: up to December, and then down three months running


def serier(plan: Plan) -> Iterator[tuple[Indsats, str]]:
    for indsats in plan.indsatser:
        for omraade_id in indsats.omraader:
            yield indsats, omraade_id


def plan_months(plan: Plan, aar: int) -> int:
    return sum(month.year == aar for month in months(plan.start, plan.slut))


def maal(plan: Plan, indsats: Indsats, aar: int) -> int:
    """The agreed attendance of a year, in tens; the plan's share of the year only."""
    yearly = indsats.gange_pr_uge * UGER_PR_MAANED * 12 * indsats.fremmoede
    return max(10, 10 * round(yearly * plan_months(plan, aar) / 120))


def has_maal(plan: Plan, indsats: Indsats, omraade_id: str, aar: int) -> bool:
    """No target before an indsats runs a whole year, after it stops, or once its figures no longer come."""
    end = plan.ophoert.get((omraade_id, indsats.kode), plan.slut)
    begun = max(indsats.start, opened(plan, indsats, omraade_id))
    return indsats.gange_pr_uge > 0 and begun <= max(date(aar, 1, 1), plan.start) and aar <= min(indsats.slut, end).year


def opened(plan: Plan, indsats: Indsats, omraade_id: str) -> date:
    """An indsats whose opening in the area is a milestone not yet reached has no activity there; else its own start."""
    for milepael in plan.milepaele:
        if milepael.indsats_id == indsats.indsats_id and milepael.omraade_id == omraade_id and "åbner" in milepael.navn:
            return milepael.naaet or date(plan.statusdato.year + 1, 1, 1)
    return indsats.start


def month_targets(plan: Plan, indsats: Indsats, omraade_id: str, rng: random.Random) -> dict[date, int]:
    """Attendance of every month that the series reports."""
    square = (omraade_id, indsats.kode)
    end = min(plan.statusdato, indsats.slut, plan.ophoert.get(square, plan.slut))
    begin = max(indsats.start, opened(plan, indsats, omraade_id)).replace(day=1)
    noise = 0.05 if indsats.gange_pr_uge > 1 else 0.35
    weights = {
        month: SAESON[month.month] * rng.uniform(1 - noise, 1 + noise) for month in months(plan.start, plan.statusdato)
    }
    falling = list(months(plan.start, plan.statusdato))[-len(FALD) :] if square == plan.faldende else []
    targets: dict[date, int] = {}
    for month, weight in weights.items():
        if not begin <= month <= end:
            continue
        same_year = [weight for other, weight in weights.items() if other.year == month.year]
        ratio = ratio_of(plan, square, month.year)
        share = ratio * weight * len(same_year) / sum(same_year)
        if month in falling:
            share = FALD[falling.index(month)]
        targets[month] = max(1, round(share * maal(plan, indsats, month.year) / plan_months(plan, month.year)))
    return targets


def ratio_of(plan: Plan, square: tuple[str, str], aar: int) -> float:
    """Attendances against target, as the square's story has it."""
    now = plan.maalopfyldelse.get(square, 1.03)
    if aar == plan.start.year:
        return FOERSTE_AAR
    if aar < plan.statusdato.year:
        return FOER_GOD if now >= GOD else FOER_MAADELIG
    return now


def shared(total: int, count: int, rng: random.Random) -> list[int]:
    """total in count whole parts of about the same size."""
    edges = [0.0]
    for _ in range(count):
        edges.append(edges[-1] + rng.uniform(0.5, 1.5))
    return [round(total * b / edges[-1]) - round(total * a / edges[-1]) for a, b in pairwise(edges)]


def registrations(plan: Plan, indsats: Indsats, omraade_id: str, rng: random.Random) -> Iterator[Row]:
    for month, total in month_targets(plan, indsats, omraade_id, rng).items():
        ordinary = indsats.gange_pr_uge * UGER_PR_MAANED
        held = max(1, round(ordinary * min(1.15, total / max(1.0, ordinary * indsats.fremmoede))))
        if indsats.type == "raadgivning":
            yield registration(plan, indsats, omraade_id, last_day(month), held, total, rng)
            continue
        days = open_days(
            month,
            plan.statusdato,
            weekend=indsats.type == "arrangement",
            school=indsats.kode == plan.indsatsomraader[0].kode,
        )
        chosen = sorted(rng.choices(days, k=held) if held > len(days) else rng.sample(days, held))
        for day, fremmoeder in zip(chosen, shared(total, held, rng), strict=True):
            yield registration(plan, indsats, omraade_id, day, 1, fremmoeder, rng)
            if rng.random() < 0.004:
                yield unknown(indsats, omraade_id, day, rng)


def registration(
    plan: Plan, indsats: Indsats, omraade_id: str, day: date, held: int, fremmoeder: int, rng: random.Random
) -> Row:
    early = 2.5 if (day - plan.start).days < 180 else 1.0
    new = sum(rng.random() < 0.05 * early for _ in range(fremmoeder))
    frivillige = rng.choice((1, 1, 2, 2, 3)) if indsats.frivillige and held == 1 else None
    return {
        "indsats_id": indsats.indsats_id,
        "omraade_id": omraade_id,
        "dato": day,
        "aktivitetstype": indsats.type,
        "antal_afholdt": held,
        "fremmoeder": fremmoeder,
        "nye_deltagere": new if indsats.nye_registreres else None,
        "unikke_deltagere": round(fremmoeder * 0.7) if indsats.type == "raadgivning" else fremmoeder,
        "frivillige": frivillige,
        "frivilligtimer": frivillige * 2.5 if frivillige else None,
        "medarbejdertimer": held * rng.choice((1.5, 2.0, 2.0, 2.5, 3.0)),
        "vaerdi_status": "ok",
    }


def unknown(indsats: Indsats, omraade_id: str, day: date, rng: random.Random) -> Row:
    """A session held whose attendance nobody wrote down, or was hidden by the deliverer."""
    return {
        "indsats_id": indsats.indsats_id,
        "omraade_id": omraade_id,
        "dato": day,
        "aktivitetstype": indsats.type,
        "antal_afholdt": 1,
        "medarbejdertimer": 2.0,
        "vaerdi_status": rng.choice(("mangler", "mangler", "skjult", "ikke_relevant")),
    }


def tables(plan: Plan) -> dict[str, list[Row]]:
    rng = plan.tilfaeldig("aktivitet")
    rows = [row for indsats, omraade_id in serier(plan) for row in registrations(plan, indsats, omraade_id, rng)]
    for number, row in enumerate(rows, start=1):
        row["registrering_id"] = f"A-{number:06d}"
    targets: list[Row] = [
        {
            "indsats_id": indsats.indsats_id,
            "omraade_id": omraade_id,
            "aar": aar,
            "maal_fremmoeder": maal(plan, indsats, aar),
        }
        for indsats, omraade_id in serier(plan)
        for aar in range(plan.start.year, plan.slut.year + 1)
        if has_maal(plan, indsats, omraade_id, aar)
    ]
    return {"aktivitet": rows, "aktivitetsmaal": targets}
