"""How far forbrug is from budget to date: in all, and for each line."""

from datetime import date
from decimal import Decimal

import pytest

from tests.answers.engine import published_tables
from tests.deliveries import exports

POSTS = [
    {"type": "budget_oprindeligt", "beloeb_kr": "200"},
    {"type": "budget_oprindeligt", "beloeb_kr": "100", "omraade_id": "SYD"},
    {"beloeb_kr": "150"},
    {"beloeb_kr": "30", "omraade_id": None},  # nothing was budgeted here: kroner, but no share
]
AREAS = [{}, {"omraade_id": "SYD", "navn": "Sydbyen"}]


def test_each_line_has_its_own_and_the_whole_has_one():
    with published_tables(exports(boligomraade=AREAS, oekonomi=POSTS), date(2022, 10, 10)) as ask:
        rows = ask("oekonomi_pr_omraade", statusdato=date(2022, 3, 31))
        (whole,) = ask("noegletal", statusdato=date(2022, 3, 31))
    assert [(row["omraade_id"], row["til_dato_afvigelse_kr"], row["til_dato_afvigelse_pct"]) for row in rows] == [
        ("NORD", Decimal("-50.00"), -25.0),
        ("SYD", Decimal("-100.00"), -100.0),
        (None, Decimal("30.00"), None),
    ]
    assert whole["til_dato_afvigelse_kr"] == Decimal("-120.00")


@pytest.mark.parametrize("question", ["oekonomi_pr_indsatsomraade", "oekonomi_pr_kategori", "oekonomi_pr_bidragyder"])
def test_the_other_groups_count_it_the_same_way(question: str):
    with published_tables(exports(boligomraade=AREAS, oekonomi=POSTS), date(2022, 10, 10)) as ask:
        (row,) = ask(question, statusdato=date(2022, 3, 31))
    assert (row["til_dato_afvigelse_kr"], row["til_dato_afvigelse_pct"]) == (Decimal("-120.00"), -40.0)
    assert row.get("bidrag_pct", 60.0) == 60.0
