"""fysisk_overblik: an area's physical milestones, the next of them, and the deadline beside the social plan's end."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.answers.test_udviklingsplaner import PLAN
from tests.deliveries import Row, exports

DAY = date(2022, 6, 30)
AREAS = [{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen"}, {"omraade_id": "VEST", "navn": "Vestbyen"}]


def milestone(name: str, agreed: date, **more: object) -> Row:
    own = {"milepael_id": name, "navn": name, "spor": "fysisk", "helhedsplan_id": None, "aftalt_dato": agreed}
    return {"omraade_id": "NORD", "status": "planlagt", **own, **more}


MILESTONES = [
    milestone("A", date(2022, 1, 31), status="naaet", naaet_dato=date(2022, 1, 31)),
    milestone("B", date(2022, 5, 31)),  # overdue by 30 days
    milestone("C", date(2023, 1, 31)),
    milestone("D", date(2022, 2, 28), status="bortfaldet"),
    milestone("E", date(2022, 2, 28), spor="boligsocial", omraade_id="VEST", helhedsplan_id="P1"),
]
COUNTS = ("omraade_id", "milepaele", "milepaele_til_dato", "milepaele_naaet", "milepaele_overskredet")


def test_what_is_reached_what_is_late_and_what_is_next():
    plans = [PLAN, PLAN | {"udviklingsplan_id": "U2", "omraade_id": "SYD", "frist_dato": date(2025, 7, 1)}]
    rows = exports(boligomraade=AREAS, milepael=MILESTONES)
    with published_with(rows, date(2023, 4, 10), udviklingsplan=plans) as ask:
        found = ask("fysisk_overblik", statusdato=DAY)
    assert picked(found, *COUNTS) == [("NORD", 3, 2, 1, 1), ("SYD", 0, 0, 0, 0)]
    assert picked(found, "naeste_navn", "naeste_forsinket", "maaneder_efter_plan") == [("B", 30, 53), (None, None, 0)]


def test_without_development_plans_the_milestones_are_still_there():
    with published_with(exports(boligomraade=AREAS, milepael=MILESTONES), date(2023, 4, 10)) as ask:
        found = ask("fysisk_overblik", statusdato=DAY)
    assert picked(found, "omraade_id", "frist_dato", "maaneder_efter_plan") == [("NORD", None, None)]


def test_the_example_gives_the_same_both_ways(example_data: Path):
    mine = [row for row in example_tables()["milepael"] if row["spor"] == "fysisk" and row["status"] != "bortfaldet"]
    for row in fetch("fysisk_overblik").rows():
        due = [
            one for one in mine if one["omraade_id"] == row["omraade_id"] and one["aftalt_dato"] <= date(2023, 3, 31)
        ]
        reached = [one for one in due if one["naaet_dato"] and one["naaet_dato"] <= date(2023, 3, 31)]
        assert (row["milepaele_til_dato"], row["milepaele_naaet"]) == (len(due), len(reached))
