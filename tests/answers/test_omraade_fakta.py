"""omraade_fakta: the areas that the plan touches, and who has the homes."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.answers.plain import example_tables
from tests.deliveries import exports

AREAS = [
    {"omraade_id": "OE", "navn": "Ørsvej", "boliger": 40, "beboere": 90, "beboere_dato": date(2022, 1, 1)},
    {"omraade_id": "AA", "navn": "Åbakken"},
    {"omraade_id": "Z", "navn": "Zebravej"},
    {"omraade_id": "OUT", "navn": "Anden plans område"},  # nothing of this plan is here
]
OWNERS = [
    {"organisation_id": "KOM", "kortnavn": "Kommunen", "type": "kommune"},
    {"organisation_id": "B1", "kortnavn": "Ærø Bolig", "type": "boligorganisation"},
    {"organisation_id": "B2", "kortnavn": "Bo Nu", "type": "boligorganisation"},
]
LINKS = [
    {"omraade_id": "OE", "organisation_id": "B1"},
    {"omraade_id": "OE", "organisation_id": "B2"},
    {"omraade_id": "OE", "organisation_id": "KOM"},  # the municipality has no homes here
    {"omraade_id": "Z", "organisation_id": "B2"},
]
MILESTONES = [{"omraade_id": area} for area in ("OE", "AA", "Z")]
TABLES = exports(boligomraade=AREAS, organisation=OWNERS, omraade_organisation=LINKS, milepael=MILESTONES)


def test_areas_stand_in_danish_order_with_the_housing_organisations_of_each():
    with published_tables(TABLES, date(2022, 4, 10)) as ask:
        found = ask("omraade_fakta")
    assert picked(found, "navn", "boliger", "beboere_dato", "boligorganisationer") == [
        ("Zebravej", None, None, "Bo Nu"),
        ("Ørsvej", 40, date(2022, 1, 1), "Bo Nu, Ærø Bolig"),
        ("Åbakken", None, None, None),
    ]


def test_a_filter_on_organisation_keeps_the_areas_it_has_a_part_in():
    with published_tables(TABLES, date(2022, 4, 10)) as ask:
        assert picked(ask("omraade_fakta", organisation=("B1",)), "omraade_id") == [("OE",)]
        assert picked(ask("omraade_fakta", omraade=("AA", "Z")), "omraade_id") == [("Z",), ("AA",)]


def test_the_example_gives_the_same_both_ways(example_data: Path):
    found = {row["omraade_id"]: row for row in fetch("omraade_fakta").rows()}
    delivered = {row["omraade_id"]: row for row in example_tables()["boligomraade"]}
    assert found.keys() == delivered.keys()
    for area, row in delivered.items():
        assert {column: found[area][column] for column in row} == row
