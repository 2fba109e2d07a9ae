"""The page Område: one area whole, the choice of one, and an area of which little has been handed in."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.optional import published_with
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said, title
from tests.plans import AREA_NAMES

DAY = date(2022, 4, 10)
TWO = [{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen", "boliger": 10}]


def test_without_a_choice_each_area_has_a_name_and_a_line(example_data: Path):
    app = opened("omraade")
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Planen arbejder i tre områder: Motalavej, Ringparken og Sydbyen"
    assert "Slagelse · 900 boliger · 2.000 beboere (1. januar 2023) · boligorganisationer: FOB og SB" in words
    assert "12 af 13 milepæle til dato er nået, 1 overskredet" in words
    assert "fremmødet er 94 % af målet" in words


def test_one_area_is_told_whole(example_data: Path):
    app = opened("omraade", omraade="RIN")
    words = said(app)
    assert is_calm(app)
    assert title(app).startswith("Ringparken: ")
    assert "Boligsocialt spor: 10 af 11 nået, 1 overskredet; fysisk spor: 2 af 2 nået" in words
    assert "Almene familieboliger: 88,0 % (1. januar 2023); målet er 40,0 % 1. januar 2030" in words
    assert "Ingen af tre kriterier er opfyldt på listen fra 1. december 2022" in words
    assert "Afventes: “Boligsocial helhedsplan: afstemning” (oplyst 5. maj 2021) og tre mere" in words
    assert "Justeret fire gange, senest 16. januar 2023" in words
    # Nothing is known of an approval of the physical plan, and nothing is made up.
    assert "Godkendt: godkendelse er ikke registreret" in words.replace("*", "")


def test_what_is_awaited_says_when_it_was_told_and_that_nothing_later_is_known(example_data: Path):
    tables = " ".join(table.value.to_string() for table in opened("omraade", omraade="RIN").table).replace("\\", "")
    assert "Afventer (oplyst 5. maj 2021; senere udfald er ikke registreret)" in tables


def test_an_organisation_with_one_area_leads_to_that_area(example_data: Path):
    app = opened("omraade", organisation="BOLIGKORSOER")
    assert is_calm(app)
    assert "Motalavej: " in title(app)


def test_two_chosen_areas_are_a_choice_between_the_two(example_data: Path):
    assert title(opened("omraade", omraade=["MOT", "SYD"])) == "Planen arbejder i to områder: Motalavej og Sydbyen"


def test_a_choice_without_areas_is_said_calmly(example_data: Path):
    app = opened("omraade", omraade="MOT", organisation="SB")
    assert is_calm(app)
    assert title(app) == "Ingen områder i det valgte"
    assert any("Ingen tal i det valgte" in one.value for one in app.info)


@pytest.mark.parametrize("statusdato", ["2021-07-31", "2021-08-31", "2025-07-31", "2026-10-31"])
@pytest.mark.parametrize("omraade", [[], ["SYD"]])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str, omraade: list[str]):
    assert is_calm(opened("omraade", statusdato=statusdato, omraade=omraade))


def test_what_is_not_delivered_is_told_section_by_section():
    with opened_on(exports(milepael=[{}]), DAY, "omraade") as app:
        words = said(app)
        assert is_calm(app)
        for table in ("indikator og måling", "udviklingsplan", "områdekriterium", "godkendelse", "justering"):
            assert f"Ikke leveret: {table}" in words
        assert "antal boliger er ikke oplyst" in words


def test_delivered_tables_without_a_row_for_the_area_are_another_thing_than_not_delivered():
    there = {
        "udviklingsplan": [
            {"udviklingsplan_id": "U", "omraade_id": "SYD", "frist_dato": date(2030, 1, 1), "maal_andel_pct": 40.0}
        ],
        "godkendelse": [
            {"godkendelse_id": "G", "genstand": "Planen", "organ": "byråd", "omraade_id": "SYD",
             "oplyst_dato": date(2022, 1, 1), "udfald": "godkendt"}
        ],
    }  # fmt: skip
    rows = exports(boligomraade=TWO, milepael=[{}, {"omraade_id": "SYD"}])
    with published_with(rows, DAY, **there):
        here, other = said(opened("omraade", omraade="NORD")), said(opened("omraade", omraade="SYD"))
    assert "Området har ingen udviklingsplan i det leverede" in here
    assert "Ingen godkendelser er registreret for området" in here
    assert "Almene familieboliger: andelen er ikke opgjort; målet er 40,0 %" in other
    assert "Intet afventes: det seneste udfald er registreret" in other


def test_eight_areas_with_long_danish_names_are_only_names():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    milestones = [{"omraade_id": area["omraade_id"]} for area in areas]
    with opened_on(exports(boligomraade=areas, milepael=milestones), DAY, "omraade") as app:
        assert is_calm(app)
        assert title(app) == "Planen arbejder i otte områder"
