"""The page Økonomi: opens on the real example, on nothing at all, and on another municipality's odd names."""

from datetime import date
from pathlib import Path

import pytest

from tests.deliveries import Row, exports
from tests.pages.opening import is_calm, opened, opened_on, said, title
from tests.plans import AREA_NAMES

DAY = date(2022, 10, 10)


def test_it_answers_its_question_on_the_example(example_data: Path):
    app = opened("oekonomi")
    words = said(app)
    assert is_calm(app)
    assert title(app).startswith("12,6 af 33,1 mio")
    assert "Der ventes et mindreforbrug på 639.200 kr. (7,1 %)" in words
    assert "kravet er mindst 25 %" in words
    # The same grant is told as 22,5 and as 23: each with its day.
    assert "22,5 mio. kr. (1. marts 2021) og 23,0 mio. kr. (5. maj 2021)" in words
    # The list that the share of direct work rests on stands beside it.
    assert "Aktiviteter, Løn til medarbejdere" in words


def test_a_filter_reaches_every_figure(example_data: Path):
    app = opened("oekonomi", omraade="MOT")
    assert is_calm(app)
    assert title(app).startswith("3,2 af 9,0 mio")
    assert "er ikke fordelt på områder" in said(app)


def test_a_choice_without_any_money_is_said_calmly(example_data: Path):
    app = opened("oekonomi", omraade="MOT", indsatsomraade="FAELLES")
    assert is_calm(app)
    assert title(app) == "Der er hverken budget eller forbrug i det valgte"
    assert any("Ingen tal i det valgte" in one.value for one in app.info)


@pytest.mark.parametrize("posts", [[], [{"beloeb_kr": "-25.50"}], [{"type": "budget_oprindeligt", "beloeb_kr": "100"}]])
def test_it_opens_on_nothing_on_a_correction_and_on_a_budget_alone(posts: list[Row]):
    with opened_on(exports(oekonomi=posts), DAY, "oekonomi") as app:
        assert is_calm(app)
        # tilsagn is optional: not delivered is told as such, not as none.
        assert "Tilsagn: ikke leveret" in said(app)
        assert any(one.value.startswith("Ikke leveret") for one in app.info)


def test_eight_areas_with_long_danish_names_are_only_names():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    posts: list[Row] = [
        {"omraade_id": area["omraade_id"], "type": kind, "beloeb_kr": amount}
        for area in areas
        for kind, amount in (("budget_oprindeligt", "100"), ("forbrug", "90"))
    ]
    posts.append({"omraade_id": "O1", "beloeb_kr": "500"})
    with opened_on(exports(boligomraade=areas, oekonomi=posts), DAY, "oekonomi") as app:
        assert is_calm(app)
        assert f"{AREA_NAMES[1]}: Forbruget er 490 kr." in said(app)


@pytest.mark.parametrize("statusdato", ["2021-03-31", "2022-06-30", "2025-07-31", "2026-12-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    app = opened("oekonomi", statusdato=statusdato)
    assert is_calm(app)
