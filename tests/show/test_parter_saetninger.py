"""Sentences about who pays."""

from datetime import date
from decimal import Decimal

from overblik.show import parter_saetninger as words
from tests.show.test_oekonomi_saetninger import NORTH, SOUTH, line, plain


def test_parties_behind_what_was_agreed_are_named():
    rows = [NORTH, SOUTH, line("Vest", 90, 100, None, None)]
    assert plain(words.contributed(rows, 5.0)) == (
        "Nordbyen: Bidraget er 20 kr. (20,0 %) bagud i forhold til det aftalte til dato; "
        "også Vest er mere end 5 % bagud"
    )
    assert plain(words.contributed([SOUTH], 5.0)) == "Ingen bidragyder er mere end 5 % bag det aftalte til dato"
    assert words.contributed([], 5.0) == "Der er ikke aftalt bidrag til dato"


def test_naturalier_are_told_of_the_local_parties_only():
    cash = {"er_lokal": True, "form": "kontant", "forbrug_kr": Decimal(40), "andel_forbrug_pct": 40.0}
    kind = {"er_lokal": True, "form": "naturalier", "forbrug_kr": Decimal(60), "andel_forbrug_pct": 60.0}
    fund = {"er_lokal": False, "form": "kontant", "forbrug_kr": Decimal(900), "andel_forbrug_pct": 100.0}
    assert plain(words.in_kind([cash, kind, fund])) == "60,0 % af det lokale bidrag til dato er naturalier"
    assert words.in_kind([cash, fund]) == "Hele det lokale bidrag til dato er kontant"
    assert words.in_kind([fund]) == "Der er ikke bogført lokale bidrag til dato"


def test_a_grant_told_twice_keeps_both_amounts_and_days():
    first = {"organisation_id": "LBF", "navn": "Fonden", "gange_oplyst": 2}
    rows = [
        first | {"beloeb_kr": Decimal(22_500_000), "oplyst_dato": date(2021, 3, 1)},
        first | {"beloeb_kr": Decimal(23_000_000), "oplyst_dato": date(2021, 5, 5)},
    ]
    assert plain(words.grants(rows)) == (
        "Fonden: Tilsagnet er oplyst to gange: 22,5 mio. kr. (1. marts 2021) og 23,0 mio. kr. (5. maj 2021)"
    )
    assert words.grants([rows[0] | {"gange_oplyst": 1}]) == "Tilsagn fra én bidragyder"
    assert words.grants([]) == "Tilsagn: ikke leveret"
