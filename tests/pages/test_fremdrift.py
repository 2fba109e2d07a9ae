"""The page Fremdrift: opens on the real example, on nothing at all, on odd plans, and without indicators."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.optional import published_with
from tests.deliveries import Row, exports
from tests.pages.opening import is_calm, opened, opened_on, said, title
from tests.plans import AREA_NAMES

DAY = date(2022, 4, 10)
LONG = "Ærlig <b>*aftale*</b> om [døre](https://eksempel.dk) og åbne gårde på Østerbrogade i"


def test_it_says_how_many_are_reached_and_which_is_worst(example_data: Path):
    app = opened("fremdrift")
    words = said(app)
    assert is_calm(app)
    assert title(app) == "36 af 42 milepæle til dato er nået; seks har overskredet fristen, én uden ny dato"
    assert "Mest bagud: Jobcafé åbner (Sydbyen), 112 dage og ingen ny dato" in words
    assert "Boligsocialt spor 31 af 36 nået" in words
    assert "Fysisk spor 5 af 6 nået" in words
    assert "23 milepæle er endnu ikke nået; den næste er aftalt til 14. april 2023" in words


def test_the_timeline_shows_what_is_asked_for(example_data: Path):
    assert "36 milepæle er nået" in said(opened("fremdrift", milepaele="naaede"))
    assert "59 milepæle: 36 er nået, 23 ikke endnu" in said(opened("fremdrift", milepaele="alle"))


def test_the_three_levels_stand_beside_each_other_and_the_last_carries_its_note(example_data: Path):
    words = said(opened("fremdrift", niveau="omraade", **{"indikator-omraade": "IND-20"}))
    assert "Aktivitet 9 af 14" in words  # two of the sixteen are hidden
    assert "Deltagerresultat 9 af 23" in words
    assert "Områdeudvikling 11 af 27" in words
    assert "kan ikke tilskrives helhedsplanen alene" in words
    assert "Mindre er bedre" in words
    assert "Ringparken: 34,0 % mod målet 33,0 %, på vejen eller foran" in words


def test_a_hidden_newest_measurement_is_told_as_hidden(example_data: Path):
    address = {"niveau": "deltagerresultat", "indikator-deltagerresultat": "IND-14"}
    words = said(opened("fremdrift", statusdato="2022-06-30", **address))
    assert "Ringparken: seneste måling er skjult for at beskytte enkeltpersoner" in words


def test_a_filter_reaches_every_figure(example_data: Path):
    app = opened("fremdrift", omraade="RIN")
    assert is_calm(app)
    assert title(app) == "12 af 13 milepæle til dato er nået; én har overskredet fristen"


def test_a_choice_without_milestones_is_said_calmly(example_data: Path):
    app = opened("fremdrift", indsatsomraade="FAELLES")
    assert is_calm(app)
    assert title(app) == "Ingen milepæle skulle være nået endnu"
    assert any("Ingen tal i det valgte" in one.value for one in app.info)


@pytest.mark.parametrize("statusdato", ["2021-07-31", "2021-08-31", "2025-07-31", "2026-10-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    assert is_calm(opened("fremdrift", statusdato=statusdato))


@pytest.mark.parametrize(
    ("milestones", "line"),
    [
        ([], "Ingen milepæle skulle være nået endnu"),
        ([{"naaet_dato": date(2022, 2, 1), "status": "naaet"}], "Milepælen til dato er nået"),
        ([{}], "Milepælen til dato er ikke nået og har ingen ny dato"),
        ([{"status": "bortfaldet"}], "Ingen milepæle skulle være nået endnu"),
    ],
)
def test_the_first_line_is_right_with_none_with_one_and_with_what_was_given_up(milestones: list[Row], line: str):
    with opened_on(exports(milepael=milestones), DAY, "fremdrift", statusdato="2022-03-31") as app:
        assert is_calm(app)
        assert title(app) == line


def test_indicators_that_were_not_delivered_are_told_as_such():
    with opened_on(exports(), DAY, "fremdrift") as app:
        assert is_calm(app)
        assert "Ikke leveret: indikator og måling" in said(app)


def test_an_indicator_without_target_or_measurement_opens():
    rows = exports(milepael=[{}], indikator=[{}, {"indikator_id": "K2", "navn": "Uden mål"}])
    measured = {"indikator_id": "K2", "omraade_id": "ALLE", "periode_slut": date(2022, 3, 31), "vaerdi_status": "ok"}
    targets = {
        "indikator_id": "K1", "omraade_id": "NORD", "nul_dato": date(2021, 8, 1), "nul_vaerdi": 5.0,
        "maal_dato": date(2025, 7, 31), "maal_vaerdi": 5.0,
    }  # fmt: skip
    with published_with(rows, DAY, maal=[targets], maaling=[measured | {"vaerdi": 3.0}]):
        app = opened("fremdrift", niveau="omraade")
        assert is_calm(app)
        assert "Nordbyen: ikke målt endnu" in said(app)
        app = opened("fremdrift", niveau="omraade", **{"indikator-omraade": "K2"})
        assert is_calm(app)
        assert "Alle områder under ét: 3, uden mål at holde den op imod" in said(app)


def test_eight_areas_and_long_names_are_only_names():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    milestones = [{"omraade_id": area["omraade_id"], "navn": LONG} for area in areas]
    with opened_on(exports(boligomraade=areas, milepael=milestones), DAY, "fremdrift") as app:
        assert is_calm(app)
        assert "Mest bagud: Ærlig <b>*aftale*</b> om" in said(app)
        assert not any("<b>" in one.value for one in app.subheader)
