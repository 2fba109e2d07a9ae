"""The page Aktivitet: opens on the example, on nothing at all, on hidden figures, and on odd names."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.indsats_plan import tables
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said
from tests.plans import AREA_NAMES

DAY = date(2023, 5, 20)


def test_it_answers_its_question_on_the_example(example_data: Path):
    app = opened("aktivitet")
    words = said(app)
    assert is_calm(app)
    assert "Ca. 13.065 fremmøder i 2023 til og med marts: ca. 103 % af målet til dato" in words
    assert "Under målet: Sydbyen (94 %); resten når det" in words
    # A comparison with figures that have stopped coming is not left to speak for itself.
    assert "har ingen tal efter oktober 2022" in words
    assert "er 15 skjult for at beskytte enkeltpersoner" in words
    assert "rådgivning (der afleveres som månedstal) og det, som kun få kom til, er ikke med" in words
    # Small figures are rounded in the sums, and what that means stands beside them.
    assert "små tal indgår afrundet" in words


def test_a_filter_reaches_every_figure(example_data: Path):
    words = said(opened("aktivitet", omraade="SYD", fra="2023-01"))
    assert "3.676 fremmøder i 2023 til og med marts" in words
    assert "Sydbyen: 94 % af målet" in words
    assert "har ingen tal efter" not in words


def test_a_choice_without_any_activity_is_said_calmly(example_data: Path):
    app = opened("aktivitet", indsatsomraade="FAELLES")
    assert is_calm(app)
    assert app.title[0].value == "Ingen fremmøder er registreret i 2023 til og med marts"
    assert any("Ingen tal i det valgte" in one.value for one in app.info)


def test_a_year_that_is_all_hidden_is_not_told_as_empty():
    rows = exports(
        aktivitet=[
            {"dato": date(2022, 12, 5), "fremmoeder": 7},
            {"dato": date(2023, 2, 14), "vaerdi_status": "skjult"},
        ]
    )
    with opened_on(rows, DAY, "aktivitet", statusdato="2023-03-31") as app:
        assert is_calm(app)
        assert app.title[0].value.startswith("Fremmødet er skjult for at beskytte enkeltpersoner")
        assert "Fremmøder i år skjult" in said(app)


def test_without_targets_the_year_before_stands_in_and_it_is_said_that_none_were_delivered():
    rows = {name: rows for name, rows in tables().items() if name != "aktivitetsmaal"}
    with opened_on(rows, DAY, "aktivitet", statusdato="2023-03-31") as app:
        assert is_calm(app)
        assert "når niveauet fra året før" in said(app)
        assert any(one.value.startswith("Ikke leveret") for one in app.info)


def test_it_opens_on_no_activity_at_all():
    with opened_on(exports(), DAY, "aktivitet") as app:
        assert is_calm(app)


def test_eight_areas_with_long_danish_names_are_only_names():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    held = [
        {"omraade_id": area["omraade_id"], "dato": date(2023, 1, 9 + place), "fremmoeder": 10 + place}
        for place, area in enumerate(areas)
    ]
    with opened_on(exports(boligomraade=areas, aktivitet=held), DAY, "aktivitet", statusdato="2023-01-31") as app:
        assert is_calm(app)
        assert f"Flest fremmøder i 2023 til og med januar: {AREA_NAMES[-1]}, 17" in said(app).replace("&amp;", "&")


@pytest.mark.parametrize("statusdato", ["2021-03-31", "2021-08-31", "2022-06-30", "2025-07-31", "2026-12-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    assert is_calm(opened("aktivitet", statusdato=statusdato))
