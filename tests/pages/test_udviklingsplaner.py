"""The page Udviklingsplaner: all areas beside each other, one in depth, and what is missing said section by section."""

from datetime import date
from pathlib import Path

import pytest

from tests.answers.optional import published_with
from tests.answers.test_fysisk_overblik import MILESTONES
from tests.answers.test_omraadekriterier import LISTS
from tests.answers.test_udviklingsplaner import PLAN, STOCK
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said, title
from tests.plans import AREA_NAMES

DAY = date(2023, 4, 10)
PAGE = "udviklingsplaner"


def test_without_a_choice_the_areas_stand_beside_each_other(example_data: Path):
    app = opened(PAGE)
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Tre udviklingsplaner: længst fra målet er Motalavej med 52,0 pct.-point igen"
    assert "16 af 18 boligsociale indsatser løber; 5 af 6 fysiske milepæle til dato er nået, 1 overskredet" in words
    assert "Ringparken: 88,0 % almene familieboliger, målet er højst 40,0 % 1. januar 2030" in words
    assert "Størst ændring: Ringparken, 418 færre almene familieboliger og 478 flere andre boliger" in words
    assert "Kun grundskole, pct. (opdigtet): nærmest grænsen er Sydbyen, 2,4 fra den" in words
    assert "udviklingsplanens frist er 1. januar 2030, 4 år og 5 måneder senere" in words


def test_one_area_stands_in_depth(example_data: Path):
    app = opened(PAGE, omraade="SYD")
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Sydbyen: 84,0 % almene familieboliger, målet er højst 40,0 % 1. januar 2030"
    assert "Sydbyen: 13 af 15 boligsociale indsatser løber; 1 af 2 fysiske milepæle til dato er nået" in words
    assert "aftalt til 15. februar 2023, 63 dage forsinket" in words
    assert "57,6 mod grænsen 60; kriteriet er ikke opfyldt på listen fra 1. december 2022" in words
    assert "Afstanden til grænsen er vokset med 0,9 siden listen før" in words
    assert "Godkendt: godkendelse er ikke registreret" in words.replace("*", "")


@pytest.mark.parametrize("statusdato", ["2021-07-31", "2021-12-31", "2025-07-31", "2026-10-31"])
@pytest.mark.parametrize("omraade", [[], ["RIN"], ["MOT", "SYD"]])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str, omraade: list[str]):
    assert is_calm(opened(PAGE, statusdato=statusdato, omraade=omraade))


def test_a_choice_without_areas_is_said_calmly(example_data: Path):
    app = opened(PAGE, omraade="MOT", organisation="SB")
    assert is_calm(app)
    assert title(app) == "Ingen udviklingsplaner i det valgte"


def test_what_is_not_delivered_is_told_and_the_rest_stands():
    with opened_on(exports(milepael=MILESTONES[:3]), DAY, PAGE) as app:
        words = said(app)
        assert is_calm(app)
        for table in ("udviklingsplan", "boligbestand", "områdekriterium"):
            assert f"Ikke leveret: {table}" in words
        assert "fysiske milepæle til dato er nået" in words


@pytest.mark.parametrize("left_out", ["udviklingsplan", "boligbestand", "omraadekriterium"])
def test_each_table_may_be_missing_alone(left_out: str):
    tables = {"udviklingsplan": [PLAN], "boligbestand": STOCK, "omraadekriterium": LISTS}
    if left_out == "udviklingsplan":
        del tables["boligbestand"]  # which belongs to it
    tables.pop(left_out)
    with published_with(exports(milepael=MILESTONES[:3]), DAY, **tables):
        app = opened(PAGE)
        assert is_calm(app)
        assert "Ikke leveret" in said(app)


def test_one_row_each_is_enough():
    with published_with(exports(), DAY, udviklingsplan=[PLAN], boligbestand=STOCK[:1], omraadekriterium=LISTS[:1]):
        app = opened(PAGE)
        assert is_calm(app)
        assert title(app) == "Nordbyen: 90,0 % almene familieboliger, målet er højst 40,0 % 1. januar 2030"
        assert "Der er ingen tidligere liste at sammenligne med" in said(app)


def test_eight_areas_with_long_names_are_only_names():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    plans = [PLAN | {"udviklingsplan_id": f"U{place}", "omraade_id": f"O{place}"} for place in range(len(areas))]
    milestones = [MILESTONES[1] | {"milepael_id": f"M{place}", "omraade_id": f"O{place}"} for place in range(8)]
    with published_with(exports(boligomraade=areas, milepael=milestones), DAY, udviklingsplan=plans):
        app = opened(PAGE)
        assert is_calm(app)
        assert title(app) == "Otte udviklingsplaner: boligerne er ikke opgjort"
