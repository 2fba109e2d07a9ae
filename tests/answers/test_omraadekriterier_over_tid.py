"""omraadekriterier_over_tid: every list with its own limit and sign, and how the distance has moved since."""

from datetime import date
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.answers.test_omraadekriterier import LATER, NEW, OLD, criterion
from tests.deliveries import exports

LISTS = [
    criterion("A", OLD, 41.0, ">", limit=40.0),
    criterion("A", NEW, 41.0, ">=", limit=45.0),  # the same value, another limit: now free of it
    criterion("A", LATER, 99.0, ">"),  # after statusdato
    criterion("B", NEW, 50.0, "<", limit=55.0),  # not on the list before
]


def test_each_list_is_read_against_its_own_limit():
    with published_with(exports(milepael=[{}]), date(2023, 4, 10), omraadekriterium=LISTS) as ask:
        found = ask("omraadekriterier_over_tid", statusdato=date(2022, 6, 30))
    assert picked(found, "kriterium", "liste_dato", "graense", "afstand", "aendring", "opfyldt", "er_seneste") == [
        ("A", OLD, 40.0, -1.0, None, True, False),
        ("A", NEW, 45.0, 4.0, 5.0, False, True),
        ("B", NEW, 55.0, -5.0, None, True, True),
    ]


def test_there_is_nothing_where_no_list_is_delivered():
    with published_tables(exports(milepael=[{}]), date(2023, 4, 10)) as ask:
        assert ask("omraadekriterier_over_tid") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    delivered = [row for row in example_tables()["omraadekriterium"] if row["liste_dato"] <= date(2023, 3, 31)]
    found = fetch("omraadekriterier_over_tid").rows()
    assert len(found) == len(delivered)
    plain = {(row["omraade_id"], row["kriterium"], row["liste_dato"]): row for row in delivered}
    for row in found:
        mine = plain[row["omraade_id"], row["kriterium"], row["liste_dato"]]
        way = mine["vaerdi"] - mine["graense"]
        assert row["afstand"] == pytest.approx(way if mine["operator"] == "<" else -way)
