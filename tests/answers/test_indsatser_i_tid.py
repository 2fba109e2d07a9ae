"""indsatser_i_tid: which indsatser run in which area on statusdato, and their indsatsområde's whole time there."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.answers.plain import example_tables
from tests.deliveries import exports

DAY = date(2022, 6, 30)
INDSATSER = [
    {"indsats_id": "I1"},
    {"indsats_id": "I2", "navn": "Cafe", "start_dato": date(2021, 9, 1), "slut_dato": DAY},  # its last day
    {"indsats_id": "I3", "navn": "Dans", "start_dato": date(2022, 7, 1), "slut_dato": date(2026, 7, 31)},
    {"indsats_id": "I4", "navn": "Ingen steder"},
]
MILESTONES = [
    {"milepael_id": f"M{place}", "indsats_id": indsats, "omraade_id": area}
    for place, (indsats, area) in enumerate([("I1", "NORD"), ("I2", "NORD"), ("I3", "NORD"), ("I1", "SYD")])
]


def test_one_runs_from_its_first_day_to_its_last_and_its_indsatsomraade_over_all_of_them():
    areas = [{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen"}]
    with published_tables(
        exports(boligomraade=areas, indsats=INDSATSER, milepael=MILESTONES), date(2023, 4, 10)
    ) as ask:
        found = ask("indsatser_i_tid", statusdato=DAY)
        only = ask("indsatser_i_tid", statusdato=DAY, omraade=("SYD",))
    assert picked(found, "omraade_id", "indsats_id", "loeber", "antal", "antal_loeber") == [
        ("NORD", "I1", True, 3, 2),
        ("NORD", "I2", True, 3, 2),
        ("NORD", "I3", False, 3, 2),
        ("SYD", "I1", True, 1, 1),
    ]
    assert picked(found, "foerste_start", "sidste_slut")[0] == (date(2021, 8, 1), date(2026, 7, 31))
    assert picked(only, "omraade_id", "indsats_id") == [("SYD", "I1")]


def test_the_example_gives_the_same_both_ways(example_data: Path):
    tables = example_tables()
    places = {
        (row["indsats_id"], row["omraade_id"])
        for name in ("aktivitet", "aktivitetsmaal", "milepael")
        for row in tables[name]
        if row["indsats_id"] and row["omraade_id"]
    }
    runs = {row["indsats_id"]: row["start_dato"] <= date(2023, 3, 31) <= row["slut_dato"] for row in tables["indsats"]}
    found = fetch("indsatser_i_tid").rows()
    assert {(row["indsats_id"], row["omraade_id"]) for row in found} == places
    assert all(row["loeber"] == runs[row["indsats_id"]] for row in found)
