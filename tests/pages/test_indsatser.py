"""The page Indsatser: the list, one indsats by its address, and addresses that lead nowhere."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.indsats_plan import CAFE, FREMTID, tables
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said

DAY = date(2023, 5, 20)
LONG = "Ærlige <b>*Åbne*</b> [døre](https://eksempel.dk) på Østergårdsvej og i nabolaget i"


def test_the_list_says_how_it_goes_and_where_kernedrift_is_unsettled(example_data: Path):
    app = opened("indsatser")
    words = said(app)
    assert is_calm(app)
    assert "18 indsatser: fem har overskredne milepæle" in words
    assert "To af 18 indsatser er uafklarede i forhold til kernedriften: Iværksætterstøtte og Praktik hos" in words
    assert "Grænsen til erhvervsservice er ikke afklaret" in words
    assert "endnu ikke begyndt" in words


def test_a_filter_keeps_the_indsatser_of_an_area(example_data: Path):
    app = opened("indsatser", omraade="SYD", indsatsomraade="KRI")
    assert is_calm(app)
    assert app.title[0].value.startswith("1 indsats")


def test_one_indsats_tells_what_it_is_costs_and_has_done(example_data: Path):
    app = opened("indsatser", indsats="UDD-02")
    words = said(app)
    assert is_calm(app)
    assert app.title[0].value == "Lektiecafé"
    assert "Lektiehjælp fire eftermiddage om ugen" in words
    assert "Grænse til kernedriften: ingen overlap" in words
    assert "Penge pr. indsats udgives kun pr. kalenderår og uden kategori" in words
    assert "3 af 4 milepæle til dato er nået; én har overskredet fristen" in words
    assert "Indsatsen er justeret én gang, senest 5. oktober 2022" in words
    assert "De ældste børn kommer senere hjem" in words


def test_an_unsettled_border_is_said_where_the_indsats_is_shown(example_data: Path):
    app = opened("indsatser", indsats="BES-02")
    assert any("uafklaret" in one.value for one in app.warning)


def test_an_indsats_that_a_filter_would_leave_out_is_shown_all_the_same(example_data: Path):
    app = opened("indsatser", indsats="SAM-01", indsatsomraade="UDD", omraade="MOT")
    assert is_calm(app)
    assert app.title[0].value == "Beboerrådgivning"


def test_an_unknown_indsats_leads_to_the_list_with_a_word(example_data: Path):
    app = opened("indsatser", indsats="FINDES_IKKE")
    assert is_calm(app)
    assert app.title[0].value.startswith("18 indsatser")
    assert "Linket nævner en indsats, som planen ikke har" in said(app)


def test_an_indsats_that_has_not_begun_says_when_it_does(example_data: Path):
    words = said(opened("indsatser", indsats="KRI-04"))
    assert "Indsatsen begynder 1. august 2023; der er intet at registrere endnu" in words


def test_a_choice_without_indsatser_is_said_calmly(example_data: Path):
    app = opened("indsatser", indsatsomraade="FAELLES")
    assert is_calm(app)
    assert app.title[0].value == "Ingen indsatser i det valgte"
    assert any("Ingen tal i det valgte" in one.value for one in app.info)


@pytest.mark.parametrize("indsats", [CAFE, FREMTID])
def test_adjustments_that_were_not_delivered_are_told_as_such(indsats: str):
    with opened_on(tables(), DAY, "indsatser", indsats=indsats, statusdato="2023-03-31") as app:
        assert is_calm(app)
        assert "Ikke leveret: justering" in said(app)


def test_what_is_not_told_is_told_as_such_and_a_name_is_only_a_name():
    rows = exports(indsats=[{"navn": LONG}])
    with opened_on(rows, DAY, "indsatser", indsats="I1") as app:
        words = said(app)
        assert is_calm(app)
        assert "Ansvarlig: ikke oplyst" in words.replace("*", "")
        assert "Grænse til kernedriften: ikke oplyst" in words
        assert "Der er ikke ført penge på indsatsen for sig" in words
    with opened_on(rows, DAY, "indsatser") as app:
        assert is_calm(app)
        assert "](https" not in said(app)


@pytest.mark.parametrize("statusdato", ["2021-03-31", "2022-06-30", "2025-07-31", "2026-12-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    assert is_calm(opened("indsatser", statusdato=statusdato))
    assert is_calm(opened("indsatser", statusdato=statusdato, indsats="SAM-05"))
