"""A random plan some months on: the same exports with a new month, corrected amounts, milestones reached and moved."""

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.deliveries import Row, Tables
from tests.plans import RandomPlan
from tests.random_choices import chance


def later(rng: Random, plan: RandomPlan) -> tuple[date, Tables]:
    """A day after the plan's, and the exports of that day."""
    day = plan.today + timedelta(days=rng.choice([1, 31, rng.randint(20, 200)]))
    tables = deepcopy(plan.tables)
    for row in tables["oekonomi"]:
        if chance(rng, 0.15):
            row["beloeb_kr"] += Decimal(rng.randint(1, 5_000_000)) / 100
    if spent := [row for row in tables["oekonomi"] if row["type"] == "forbrug"]:
        start = rng.choice([day, plan.today]).replace(day=1)
        end = min(day, start + timedelta(days=27))
        tables["oekonomi"].append({**rng.choice(spent), "post_id": "NY", "periode_start": start, "periode_slut": end})
    for row in tables["milepael"]:
        _later_milestone(rng, row, day)
    if tables["milepael"]:
        tables["milepael"].append({**rng.choice(tables["milepael"]), "milepael_id": "NY"})
        if chance(rng, 0.5):
            tables["milepael"].pop(0)
    for row in tables["aktivitet"]:
        if row["fremmoeder"] is not None and chance(rng, 0.15):
            row["fremmoeder"] += rng.randint(1, 40)
    return day, tables


def _later_milestone(rng: Random, row: Row, day: date) -> None:
    if row["naaet_dato"] is None and row["status"] != "bortfaldet":
        if chance(rng, 0.25):
            row |= {"naaet_dato": day - timedelta(days=rng.randint(0, 200)), "status": "naaet"}
        if chance(rng, 0.3):
            row["forventet_dato"] = rng.choice([None, day + timedelta(days=rng.randint(-30, 200))])
        if row["naaet_dato"] is None and chance(rng, 0.2):
            row["status"] = "bortfaldet"


def decisions(rng: Random, areas: list[str], day: date, later_day: date) -> tuple[list[Row], list[Row]]:
    """The decisions of a meeting as told on two days: some are carried out in between, one is new."""
    then = [
        {
            "beslutning_id": f"B{n}",
            "moede_id": "M1",
            "nr": n,
            "art": "B",
            "emne": f"Emne {n}",
            "omraade_id": rng.choice([None, *areas]),
            "status": "aaben",
            "udfoert_dato": None,
        }
        for n in range(1, rng.randint(2, 7))
    ]
    for row in then:
        if chance(rng, 0.3):
            row |= {"status": "udfoert", "udfoert_dato": day - timedelta(days=rng.randint(0, 300))}
    now = [*deepcopy(then), {**then[0], "beslutning_id": "NY", "nr": 99}]
    for row in now:
        if row["status"] == "aaben" and chance(rng, 0.5):
            row |= rng.choice(
                [
                    {"status": "udfoert", "udfoert_dato": later_day - timedelta(days=rng.randint(0, 60))},
                    {"status": "bortfaldet"},
                ]
            )
    return then, now
