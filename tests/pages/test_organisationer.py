"""The page Boligorganisationer: each with its areas and its contribution, one alone, and none at all."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.test_bidrag_pr_organisation import ROWS
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said, title

PAGE = "organisationer"


def test_each_organisation_has_a_card(example_data: Path):
    app = opened(PAGE)
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Tre boligorganisationer: SB er længst bagud med bidraget, 136.431 kr. (35,3 %)"
    assert "Områder: Ringparken og Sydbyen" in words
    assert "Bidraget er 8.881 kr. (1,6 %) foran det aftalte til dato" in words
    assert "Kontant: 142.242 kr. (aftalt 219.700 kr.); naturalier: 107.527 kr. (aftalt 166.500 kr.)" in words
    assert "Et område, som flere boligorganisationer har del i, tæller med hos dem alle." in words
    assert "Flest frivilligtimer: Ringparken" in words


def test_one_organisation_stands_alone(example_data: Path):
    app = opened(PAGE, organisation="SB")
    assert is_calm(app)
    assert title(app) == "SB: bidraget er 136.431 kr. (35,3 %) bagud i forhold til det aftalte til dato"
    assert "Mest mangler SB, kontant: 77.458 kr. mindre end aftalt til dato" in said(app)


def test_what_was_chosen_on_another_page_does_not_hide_an_organisation(example_data: Path):
    app = opened(PAGE, omraade="MOT", indsatsomraade="BES")
    assert is_calm(app)
    assert "Områder: Ringparken og Sydbyen" in said(app)


@pytest.mark.parametrize("statusdato", ["2021-07-31", "2021-08-31", "2025-07-31", "2026-10-31"])
@pytest.mark.parametrize("organisation", [[], ["FOB"]])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str, organisation: list[str]):
    assert is_calm(opened(PAGE, statusdato=statusdato, organisation=organisation))


def test_without_a_boligorganisation_it_says_so():
    with opened_on(exports(milepael=[{}]), date(2023, 4, 10), PAGE) as app:
        assert is_calm(app)
        assert title(app) == "Ingen boligorganisationer i det valgte"


def test_one_organisation_without_activities():
    with opened_on(ROWS, date(2023, 4, 10), PAGE, statusdato="2022-06-30") as app:
        words = said(app)
        assert is_calm(app)
        assert title(app) == "Boligforeningen: bidraget er 20 kr. (20,0 %) bagud i forhold til det aftalte til dato"
        assert "Ingen aktiviteter er registreret i perioden" in words
        assert "Ingen frivilligtimer er registreret i perioden" in words
