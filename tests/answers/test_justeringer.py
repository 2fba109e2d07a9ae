"""justeringer: what was changed in an area: there, or for the whole of an effort that the area has."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports

TABLES = exports(
    boligomraade=[{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen"}],
    indsats=[{"indsats_id": "I1"}, {"indsats_id": "I2"}],
    milepael=[{"omraade_id": "NORD", "indsats_id": "I1"}, {"omraade_id": "SYD", "indsats_id": "I2"}],
)


def change(key: str, day: date, indsats: str, area: str | None) -> Row:
    words = {"aendring": "Ændret", "begrundelse": "Opdigtet", "besluttet_af": "styregruppe"}
    return {"justering_id": key, "dato": day, "indsats_id": indsats, "omraade_id": area, **words}


CHANGES = [
    change("HERE", date(2022, 1, 5), "I1", "NORD"),
    change("WHOLE_EFFORT", date(2022, 2, 5), "I1", None),  # the area has that effort
    change("NOT_OURS", date(2022, 2, 6), "I2", None),  # it does not have that one
    change("THERE", date(2022, 2, 7), "I1", "SYD"),
    change("LATER", date(2022, 5, 5), "I1", "NORD"),
]


def test_an_area_has_its_own_changes_and_those_of_its_efforts_newest_first():
    with published_with(TABLES, date(2022, 6, 10), justering=CHANGES) as ask:
        found = ask("justeringer", omraade=("NORD",), statusdato=date(2022, 3, 31))
        everything = ask("justeringer")
    assert picked(found, "justering_id", "omraade_navn", "besluttet_af", "efter_statusdato") == [
        ("LATER", "Nordbyen", "Styregruppe", True),
        ("WHOLE_EFFORT", None, "Styregruppe", False),
        ("HERE", "Nordbyen", "Styregruppe", False),
    ]
    assert len(everything) == len(CHANGES)


def test_there_is_nothing_where_the_table_is_not_delivered():
    with published_tables(TABLES, date(2022, 6, 10)) as ask:
        assert ask("justeringer") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    delivered = sorted(example_tables()["justering"], key=lambda row: row["dato"], reverse=True)
    assert [row["dato"] for row in fetch("justeringer").rows()] == [row["dato"] for row in delivered]
    for area in ("MOT", "RIN", "SYD"):
        there = {
            row["indsats_id"]
            for table in ("aktivitet", "aktivitetsmaal", "milepael")
            for row in example_tables()[table]
            if row["omraade_id"] == area
        }
        expected = {
            row["justering_id"]
            for row in delivered
            if row["omraade_id"] == area or (row["omraade_id"] is None and row["indsats_id"] in there)
        }
        assert {row["justering_id"] for row in fetch("justeringer", omraade=(area,)).rows()} == expected
