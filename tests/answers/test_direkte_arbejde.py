"""direkte_arbejde: the work with the residents against the rest, by the list that the parties agreed."""

from datetime import date
from decimal import Decimal

import pytest

from overblik.settings import settings
from tests.answers.engine import published_tables
from tests.deliveries import exports

POSTS = [
    {"kategori": "AKTIVITET", "beloeb_kr": "30"},
    {"kategori": "LOEN_LEDELSE", "beloeb_kr": "60"},
    {"kategori": "ADMINISTRATION", "beloeb_kr": "10"},
    {"kategori": "ADMINISTRATION", "type": "budget_oprindeligt", "beloeb_kr": "200"},
]


def test_the_list_stands_beside_the_figure_even_where_nothing_is_booked_on_it():
    with published_tables(exports(oekonomi=POSTS), date(2022, 10, 10)) as ask:
        rows = ask("direkte_arbejde", statusdato=date(2022, 3, 31))
    assert [(row["er_direkte"], row["kategorier"], row["forbrug_kr"], row["andel_forbrug_pct"]) for row in rows] == [
        (True, "Aktiviteter, Løn til medarbejdere", Decimal("30.00"), 30.0),
        (False, "Administration, Løn til ledelse", Decimal("70.00"), 70.0),
    ]
    assert [(row["budget_kr"], row["andel_budget_pct"]) for row in rows] == [
        (Decimal("0.00"), 0.0),
        (Decimal("200.00"), 100.0),
    ]


def test_another_list_gives_another_figure(monkeypatch: pytest.MonkeyPatch):
    with published_tables(exports(oekonomi=POSTS), date(2022, 10, 10)) as ask:
        monkeypatch.setenv("OVERBLIK_DIREKTE_KATEGORIER", "AKTIVITET,LOEN_LEDELSE")
        settings.cache_clear()
        rows = ask("direkte_arbejde", statusdato=date(2022, 3, 31))
    assert [(row["kategorier"], row["andel_forbrug_pct"]) for row in rows] == [
        ("Aktiviteter, Løn til ledelse", 90.0),
        ("Administration", 10.0),
    ]


def test_there_are_two_rows_and_no_share_when_nothing_is_spent():
    with published_tables(exports(oekonomi=[]), date(2022, 10, 10)) as ask:
        rows = ask("direkte_arbejde")
    assert [(row["er_direkte"], row["forbrug_kr"], row["andel_forbrug_pct"]) for row in rows] == [
        (True, Decimal("0.00"), None),
        (False, Decimal("0.00"), None),
    ]
