"""Money: two budgets, forbrug month by month, what is committed, and what is still expected.

Amounts are øre as integers until they are written. Every cell (område × indsatsområde × indsats × bidragyder ×
kategori) is settled so that forbrug + restprognose hits the deviation that its Ramme tells.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from eksempel.celler import Celle, celler, split
from eksempel.kalender import SAESON, last_day, months, quarters, years
from eksempel.plan import OPDIGTET, Plan, Row
from eksempel.writing import kroner

# The corrected budget knows that the plan began slowly: weight of an ordinary month, by months since the start.
INDKOERING = ((2, 0.75), (5, 0.87), (8, 0.96))
SENERE = 1.035
KVARTALSVIS = ("LOKALER", "ADMINISTRATION")
DISPONERET = {"LOKALER": 3, "AKTIVITET": 1, "EVALUERING": 6, "REVISION": 4}  # quarters ahead that are agreed on
REGULERING = {5: 1.11, 12: 1.03}  # holiday supplement in May, year's end
TYPER = {
    "budget_oprindeligt": "BO",
    "budget_korrigeret": "BK",
    "forbrug": "FO",
    "disponeret": "DI",
    "restprognose": "RP",
}


@dataclass(frozen=True)
class Beloeb:
    type: str
    start: date
    slut: date
    oere: int
    note: str | None = None


def budget_weight(plan: Plan, month: date) -> float:
    gone = 12 * (month.year - plan.start.year) + month.month - plan.start.month
    ordinary = 1.0 if month <= plan.statusdato else SENERE
    return next((weight for until, weight in INDKOERING if gone < until), ordinary)


def budgetter(plan: Plan, celle: Celle) -> Iterator[Beloeb]:
    """The first budget by calendar year and by days, the corrected one by quarter and by the slow start."""
    aar = list(years(plan.start, plan.slut))
    for (start, slut), oere in zip(
        aar, split(celle.oprindeligt, [float((slut - start).days + 1) for start, slut in aar], 10000), strict=True
    ):
        yield Beloeb("budget_oprindeligt", start, slut, oere)
    if not celle.korrigeret:  # the corrected budget is whole: what was taken away stands as nought
        yield Beloeb("budget_korrigeret", plan.start, plan.slut, 0)
        return
    kvartaler = list(quarters(plan.start, plan.slut))
    weights = [sum(budget_weight(plan, month) for month in months(*kvartal)) for kvartal in kvartaler]
    for (start, slut), oere in zip(kvartaler, split(celle.korrigeret, weights, 10000), strict=True):
        yield Beloeb("budget_korrigeret", start, slut, oere)


def month_weight(plan: Plan, celle: Celle, month: date, rng: random.Random) -> float:
    base = budget_weight(plan, month)
    if celle.kategori.startswith("LOEN"):
        growth = 1.0 + 0.018 * ((month - plan.start).days / 365)
        return base * growth * REGULERING.get(month.month, 1.0) * rng.uniform(0.985, 1.015)
    if celle.kategori in ("AKTIVITET", "KOMPETENCE", "KOMMUNIKATION"):
        return base * SAESON[month.month] * rng.uniform(0.6, 1.4)
    return base * rng.uniform(0.95, 1.05)


def forbrug(plan: Plan, celle: Celle, til_dato: int, rng: random.Random) -> list[Beloeb]:
    """Monthly for most, quarterly for rent and administration, by half years off the month for audit and evaluation."""
    total = round(til_dato * celle.tempo)
    if celle.kategori in ("REVISION", "EVALUERING"):
        middle = date(plan.start.year + 1, 2, 14)
        periods = [(plan.start, middle), (middle + timedelta(days=1), plan.statusdato)]
        weights = [0.3, 0.7]
    elif celle.kategori in KVARTALSVIS or celle.form == "naturalier":
        periods = list(quarters(plan.start, plan.statusdato))
        weights = [sum(month_weight(plan, celle, month, rng) for month in months(*period)) for period in periods]
    else:
        periods = [(month, last_day(month)) for month in months(plan.start, plan.statusdato)]
        weights = [month_weight(plan, celle, month, rng) for month, _ in periods]
    return [
        Beloeb("forbrug", start, slut, oere)
        for (start, slut), oere in zip(periods, split(total, weights), strict=True)
        if oere
    ]


def rest(plan: Plan, celle: Celle, spent: list[Beloeb], rng: random.Random) -> Iterator[Beloeb]:
    """What is still expected by quarter, and part of it committed.

    The quarters gone by keep the expectation that was handed in before them, so that the status of an earlier date
    can be told.
    """
    for start, slut in list(quarters(plan.start, plan.statusdato))[1:]:
        booked = sum(post.oere for post in spent if start <= post.slut <= slut)
        if booked > 0:
            expected = 10000 * round(booked * rng.uniform(0.97, 1.03) / 10000)
            yield Beloeb("restprognose", start, slut, max(expected, 10000), f"Afgivet før kvartalet {OPDIGTET}")
    left = round(celle.korrigeret * (1 + celle.afvigelse)) - sum(post.oere for post in spent)
    ahead = list(quarters(plan.statusdato + timedelta(days=1), plan.slut))
    if left <= 0:
        return
    parts = split(left, [float((slut - start).days + 1) for start, slut in ahead])
    for (start, slut), oere in zip(ahead, parts, strict=True):
        yield Beloeb("restprognose", start, slut, oere)
    for (start, slut), oere in list(zip(ahead, parts, strict=True))[: DISPONERET.get(celle.kategori, 0)]:
        if celle.kategori != "AKTIVITET" or rng.random() < 0.6:
            agreed = 10000 * round(oere * rng.uniform(0.5, 0.9) / 10000)
            yield Beloeb("disponeret", start, slut, agreed, f"Indgået aftale {OPDIGTET}")


def corrections(plan: Plan, celle: Celle, number: int, rng: random.Random) -> Iterator[Beloeb]:
    """Now and then something was booked in the wrong month, or credited."""
    if celle.kategori == "AKTIVITET" and celle.form == "kontant" and number % 9 == 4:
        wrong = rng.choice(list(months(plan.start, plan.statusdato))[4:-2])
        right = last_day(wrong) + timedelta(days=1)
        oere = rng.randrange(250000, 1200000)
        yield Beloeb("forbrug", wrong, last_day(wrong), -oere, f"Rettelse: bogført i forkert måned {OPDIGTET}")
        yield Beloeb("forbrug", right, last_day(right), oere, f"Rettelse: bogført i forkert måned {OPDIGTET}")
    elif celle.kategori == "KOMMUNIKATION":
        yield Beloeb("forbrug", date(2022, 11, 10), date(2022, 12, 9), -387550, f"Kreditnota {OPDIGTET}")


def posteringer(plan: Plan, celle: Celle, number: int, rng: random.Random) -> Iterator[Beloeb]:
    budgets = list(budgetter(plan, celle))
    yield from budgets
    til_dato = sum(post.oere for post in budgets if post.type == "budget_korrigeret" and post.slut <= plan.statusdato)
    spent = forbrug(plan, celle, til_dato, rng) + (list(corrections(plan, celle, number, rng)) if til_dato else [])
    yield from spent
    yield from rest(plan, celle, spent, rng)


def tables(plan: Plan) -> dict[str, list[Row]]:
    rng = plan.tilfaeldig("oekonomi")
    rows: list[Row] = []
    counts = dict.fromkeys(TYPER, 0)
    for number, celle in enumerate(celler(plan)):
        for post in posteringer(plan, celle, number, rng):
            if not post.oere and celle.korrigeret:
                continue
            counts[post.type] += 1
            rows.append(
                {
                    "post_id": f"{TYPER[post.type]}-{counts[post.type]:05d}",
                    "helhedsplan_id": plan.helhedsplan_id,
                    "indsatsomraade_kode": celle.kode,
                    "indsats_id": celle.indsats_id,
                    "omraade_id": celle.omraade_id,
                    "bidragyder": celle.bidragyder,
                    "form": celle.form,
                    "kategori": celle.kategori,
                    "type": post.type,
                    "periode_start": post.start,
                    "periode_slut": post.slut,
                    "beloeb_kr": kroner(post.oere),
                    "note": post.note,
                }
            )
    return {"oekonomi": rows}
