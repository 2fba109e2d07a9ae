"""Random rows of oekonomi, each valid under the contract: wild ones, and such as come close to a budget."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.deliveries import Row
from tests.random_choices import amount, chance, maybe, month_end, near

KATEGORIER = ("LOEN_MEDARBEJDER", "LOEN_LEDELSE", "AKTIVITET", "LOKALER", "ADMINISTRATION", "REVISION", "ANDET")
# How far a forecast lands from its budget, in parts of 10,000: on the thresholds of the status, and just beside them.
OFF = (0, 300, -300, 500, -500, 501, -501, 700, -700, 1000, -1000, 1001, -1001, 2000)


def money(
    rng: Random, rows: int, plan: Row, codes: tuple[str, ...], areas: list[str], indsatser: list[Row]
) -> list[Row]:
    """Rows of oekonomi of one plan, with or without a corrected budget, a forecast, forbrug at all."""
    made = near_budget(rng, plan, codes, areas) if chance(rng, 0.4) else []
    if not made or chance(rng, 0.3):
        made += wild(rng, rows, plan, codes, areas)
    for row in made:
        own = [
            indsats["indsats_id"]
            for indsats in indsatser
            if indsats["helhedsplan_id"] == plan["helhedsplan_id"]
            and indsats["indsatsomraade_kode"] == row["indsatsomraade_kode"]
        ]
        row["indsats_id"] = maybe(rng, 0.3, rng.choice(own)) if own else None
    return made


def wild(rng: Random, rows: int, plan: Row, codes: tuple[str, ...], areas: list[str]) -> list[Row]:
    """Anything: overlapping and odd periods, amounts of any size, corrections below zero."""
    kinds = ["budget_oprindeligt", "disponeret"]
    kinds += ["budget_korrigeret"] * chance(rng, 0.5) + ["restprognose"] * chance(rng, 0.5)
    kinds += ["forbrug"] * rng.choice([0, 3, 3, 3, 6])
    contributors = rng.choice([("LBF", "KOM", "BOA", "BOB"), ("LBF", "LBF", "LBF", "KOM"), ("LBF",), ("KOM", "BOA")])
    made = []
    for _ in range(rng.randint(0, rows)):
        kind = rng.choice(kinds)
        kroner = amount(rng)
        start, slut = period(rng, plan)
        code = "FAELLES" if chance(rng, 0.2) else rng.choice(codes)
        correction = kind == "forbrug" and chance(rng, 0.2)
        made.append(
            post(rng, plan, kind, start, slut, -kroner if correction else kroner)
            | {
                "indsatsomraade_kode": code,
                "omraade_id": maybe(rng, 0.75, rng.choice(areas)),
                "bidragyder": rng.choice(contributors),
            }
        )
    return made


def near_budget(rng: Random, plan: Row, codes: tuple[str, ...], areas: list[str]) -> list[Row]:
    """Budgets of round sums, each met, just met or just missed; co-financed on, just under or over a quarter."""
    kind = rng.choice(["budget_oprindeligt", "budget_korrigeret"])
    by_pace = chance(rng, 0.3)
    quarter = rng.choice([Decimal("0.25"), Decimal("0.2499"), Decimal("0.26"), Decimal("0.4")])
    first, last = plan["start_dato"], plan["slut_dato"]
    made = []
    for code in [*codes, *["FAELLES"] * chance(rng, 0.4)]:
        for area in [*areas, *[None] * chance(rng, 0.4)]:
            budget = Decimal(rng.choice([10_000, 400_000, 1_000_000]))
            expected = budget + budget * rng.choice(OFF) / 10_000
            spent = expected if by_pace else expected / 2
            parts = [(kind, budget, first, last), ("forbrug", spent, first, last)]
            if not by_pace:
                parts.append(("restprognose", expected - spent, last, last))
            for part, kroner, start, slut in parts:
                for contributor, share in (("LBF", 1 - quarter), ("KOM", quarter)):
                    made.append(
                        post(rng, plan, part, start, slut, (kroner * share).quantize(Decimal("0.01")))
                        | {"indsatsomraade_kode": code, "omraade_id": area, "bidragyder": contributor}
                    )
    return made


def post(rng: Random, plan: Row, kind: str, start: date, slut: date, kroner: Decimal) -> dict[str, Any]:
    """A row of oekonomi, all but where it belongs and who pays."""
    return {
        "helhedsplan_id": plan["helhedsplan_id"],
        "form": rng.choice(["kontant", "naturalier"]),
        "kategori": rng.choice(KATEGORIER),
        "type": kind,
        "periode_start": start,
        "periode_slut": slut,
        "beloeb_kr": kroner,
        "note": maybe(rng, 0.1, "Rettet efter gennemgang"),
    }


def period(rng: Random, plan: Row) -> tuple[date, date]:
    """The period of a row of money: a day, a month, a year, the plan, or anything up to five years."""
    start = near(rng, plan)
    pick = rng.randint(0, 6)
    if pick == 0:
        return start, start
    if pick == 1:
        return start.replace(day=1), month_end(start.year, start.month)
    if pick == 2:
        return start.replace(month=1, day=1), start.replace(month=12, day=31)
    if pick == 3:
        return plan["start_dato"], plan["slut_dato"]
    return start, start + timedelta(days=rng.choice([2, 30, 91, 365, 1826, rng.randint(0, 700)]))
