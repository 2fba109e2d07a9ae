"""omraadekriterier: how far the area is from each limit, on which side, and where it stood on the list before."""

from datetime import date
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports

OLD, NEW, LATER = date(2020, 12, 1), date(2021, 12, 1), date(2022, 12, 1)


def criterion(name: str, day: date, value: float, operator: str, limit: float = 40.0, **more: object) -> Row:
    measured = {"kriterium": name, "liste_dato": day, "vaerdi": value, "operator": operator, "graense": limit}
    return {"omraade_id": "NORD", "udpeget": False, **measured, **more}


LISTS = [
    criterion("A over", OLD, 41.5, ">"),
    criterion("A over", NEW, 38.0, ">"),
    criterion("A over", LATER, 99.0, ">"),  # a list of after statusdato
    criterion("B over, on the limit", NEW, 40.0, ">"),  # not above it
    criterion("C at least, on the limit", NEW, 40.0, ">="),
    criterion("D under", NEW, 43.0, "<"),
    criterion("E under, met", NEW, 37.0, "<"),
]


def test_the_distance_is_above_nought_on_the_free_side_whatever_side_that_is():
    with published_with(exports(milepael=[{}]), date(2023, 4, 10), omraadekriterium=LISTS) as ask:
        found = ask("omraadekriterier", statusdato=date(2022, 6, 30))
    assert picked(found, "kriterium", "vaerdi", "foer_vaerdi", "afstand", "opfyldt", "operator_navn") == [
        ("A over", 38.0, 41.5, 2.0, False, "Over"),
        ("B over, on the limit", 40.0, None, 0.0, False, "Over"),
        ("C at least, on the limit", 40.0, None, 0.0, True, "Mindst"),
        ("D under", 43.0, None, 3.0, False, "Under"),
        ("E under, met", 37.0, None, -3.0, True, "Under"),
    ]


def test_there_is_nothing_where_the_table_is_not_delivered():
    with published_tables(exports(), date(2023, 4, 10)) as ask:
        assert ask("omraadekriterier") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    lists = [row for row in example_tables()["omraadekriterium"] if row["liste_dato"] <= date(2023, 3, 31)]
    newest = max(row["liste_dato"] for row in lists)
    expected = {
        (row["omraade_id"], row["kriterium"]): row["vaerdi"] - row["graense"]
        if row["operator"] == "<"
        else row["graense"] - row["vaerdi"]
        for row in lists
        if row["liste_dato"] == newest
    }
    found = {(row["omraade_id"], row["kriterium"]): row["afstand"] for row in fetch("omraadekriterier").rows()}
    assert found == pytest.approx(expected)
