"""The audit catches what must not happen: each fault is planted in a release that is safe without it."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from overblik.intake.audit import examine
from overblik.intake.audit_finding import AuditFailed
from overblik.settings_limits import Diskretionering
from tests.protection.released import CELL, DAY, HOURS, KRI, LARGE, SMALL, K, indicator, measured, release, share

Q1, Q2, Q3 = (date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30))
NEW_YEAR = date(2022, 1, 1)


def found(tables: dict[str, pa.Table]) -> dict[str, int]:
    """What the audit says of a release: cells by way; nothing where it lets it through."""
    try:
        examine(tables, Diskretionering())
    except AuditFailed as failed:
        return {finding.way: finding.cells for finding in failed.findings}
    return {}


def test_a_safe_release_is_let_through_and_what_was_looked_at_is_told() -> None:
    three = indicator(measured("NORD", None), measured("SYD", None), measured("VEST", 30), measured("ALLE", 60))
    assert examine(release(**three), Diskretionering()).summary() == {
        "celler": 2,
        "maerkede_celler": 1,
        "celler_med_begge_udfald": 0,
        "skjulte_maalinger": 2,
        "sammenhaenge": 1,
    }


TARGET = {"indikator_id": "K1", "omraade_id": "NORD", "nul_dato": Q1, "maal_vaerdi": 40.0}

CELLS: dict[str, tuple[dict[str, Any], str]] = {
    "a count of two without a mark": ({"aktivitet_maaned": [LARGE | {"fremmoeder": 2}]}, "lille_tal"),
    "new participants without a mark": ({"aktivitet_maaned": [LARGE | {"nye_deltagere": 4}]}, "lille_tal"),
    "volunteers without a mark": ({"aktivitet_maaned": [LARGE | {"frivillige": 1}]}, "lille_tal"),
    "unique participants without a mark": ({"aktivitet_maaned": [LARGE | {"unikke_deltagere": 3}]}, "lille_tal"),
    "seven in a sensitive indsatsområde": (
        {
            "aktivitet_maaned": [LARGE | {"indsatsomraade_kode": "KRI", "graense": KRI, "fremmoeder": 7}],
            "aktivitet_dag": [],
        },
        "lille_tal",
    ),
    "the lower threshold in a sensitive indsatsområde": (
        {"aktivitet_maaned": [LARGE | {"indsatsomraade_kode": "KRI", "graense": K}], "aktivitet_dag": []},
        "graense",
    ),
    "no threshold at all": ({"aktivitet_maaned": [LARGE | {"graense": None}]}, "graense"),
    "a marked cell that holds a three": ({"aktivitet_maaned": [SMALL | {"fremmoeder": 3}, LARGE]}, "maerke"),
    "a marked cell beside the activities held": (
        {"aktivitet_maaned": [SMALL | {"antal_afholdt": 2}, LARGE]},
        "ved_siden_af",
    ),
    "a marked cell beside its registrations": (
        {"aktivitet_maaned": [SMALL | {"registreringer": 2}, LARGE]},
        "ved_siden_af",
    ),
    "a marked cell whose days are told": ({"aktivitet_dag": [DAY | {"antal_afholdt": 4}]}, "dage"),
    "the days of a month with marked cells alone": (
        {"aktivitet_maaned": [SMALL], "aktivitet_dag": [DAY | {"antal_afholdt": 1}]},
        "dage",
    ),
    "hours that are those of a marked cell": (
        {
            "aktivitet_maaned": [SMALL],
            "aktivitet_dag": [],
            "timer_maaned": [HOURS | {"frivilligtimer": 3.0, "skjult": False}],
        },
        "timer",
    ),
    "hours said to be hidden": ({"timer_maaned": [HOURS | {"medarbejdertimer": 3.0, "skjult": True}]}, "timer"),
    "two rounded counts that tell each other at the lowest threshold": (
        {
            "aktivitet_maaned": [
                SMALL | {"graense": 3, "fremmoeder": 3, "nye_deltagere": 0, "nye_deltagere_lille": True},
                LARGE | {"graense": 3},
            ]
        },
        "samme_lod",
    ),
    "an area of three residents": ({"omraade": [{"omraade_id": "NORD", "beboere": 3}]}, "lille_tal"),
}


@pytest.mark.parametrize("fault", CELLS)
def test_a_fault_in_the_cells_is_caught(fault: str) -> None:
    planted, way = CELLS[fault]
    small = 3 if way == "samme_lod" else K
    with pytest.raises(AuditFailed) as caught:
        examine(release(**planted), Diskretionering(graense_personer=small))
    assert {finding.way for finding in caught.value.findings} == {way}


INDICATORS: dict[str, tuple[dict[str, Any], str]] = {
    "three without hiding": (indicator(measured("NORD", 3.0)), "lille_tal"),
    "a share of three": (indicator(share("NORD", 3, 80), enhed="pct"), "lille_tal"),
    "a share of all but two": (indicator(share("NORD", 78, 80), enhed="pct"), "lille_tal"),
    "a share of four people": (indicator(share("NORD", 0, 4), enhed="pct"), "lille_tal"),
    "a share of people by its numbers alone": (
        indicator(share("NORD", 3, 80), enhed="indeks", people=False),
        "lille_tal",
    ),
    "seven in a sensitive indsatsområde": (indicator(measured("NORD", 7.0), code="KRI"), "lille_tal"),
    "a share of nine people": (indicator(share("NORD", 0, 9), enhed="pct"), "faa_bag"),
    "a share of an area with few residents": (
        indicator(share("NORD", 20, 40), enhed="pct") | {"omraade": [{"omraade_id": "NORD", "beboere": 80}]},
        "faa_bag",
    ),
    "a target that starts from three": (
        indicator(measured("NORD", 20)) | {"maal": [{**TARGET, "nul_vaerdi": 3.0}]},
        "lille_tal",
    ),
    "a target that starts from what is hidden": (
        indicator(measured("NORD", None, Q1)) | {"maal": [{**TARGET, "nul_vaerdi": 30.0}]},
        "skjult_vist",
    ),
    "hidden, and its denominator told": (
        indicator(share("NORD", None, None) | {"naevner": 80}, enhed="pct"),
        "skjult_vist",
    ),
    "an area hidden, the two others and ALLE shown": (
        indicator(measured("NORD", None), measured("SYD", 20), measured("VEST", 30), measured("ALLE", 53)),
        "kan_regnes_ud",
    ),
    "ALLE hidden, all areas shown": (
        indicator(measured("NORD", 10), measured("SYD", 20), measured("VEST", 30), measured("ALLE", None)),
        "kan_regnes_ud",
    ),
    "two areas hidden that together are three": (
        indicator(measured("NORD", None), measured("SYD", None), measured("VEST", 30), measured("ALLE", 33)),
        "kan_regnes_ud",
    ),
    "a share hidden in one area, numerators and denominators of the rest shown": (
        indicator(
            share("NORD", None, None), share("SYD", 20, 60), share("VEST", 30, 60), share("ALLE", 53, 180), enhed="pct"
        ),
        "kan_regnes_ud",
    ),
    "one area hidden in each of two periods, each a row with its total": (
        indicator(
            *(measured("NORD", None, Q1), measured("SYD", 20, Q1), measured("ALLE", 23, Q1)),
            *(measured("NORD", 9, Q2), measured("SYD", None, Q2), measured("ALLE", 12, Q2)),
        ),
        "kan_regnes_ud",
    ),
    "a series that counts on, with a step of two": (
        indicator(measured("NORD", 20, Q1, NEW_YEAR), measured("NORD", 22, Q2, NEW_YEAR)),
        "lille_trin",
    ),
    "a hidden figure between two that are close": (
        indicator(
            measured("NORD", 20, Q1, NEW_YEAR), measured("NORD", None, Q2, NEW_YEAR), measured("NORD", 22, Q3, NEW_YEAR)
        ),
        "kan_regnes_ud",
    ),
}


@pytest.mark.parametrize("fault", INDICATORS)
def test_a_fault_in_the_measurements_is_caught(fault: str) -> None:
    planted, way = INDICATORS[fault]
    assert way in found(release(**planted))


SAFE = {
    "a true zero": indicator(measured("NORD", 0.0), measured("SYD", 20), measured("ALLE", 20)),
    "hidden where nothing else is told": indicator(measured("NORD", None), measured("SYD", 20)),
    "two hidden areas that together are five": indicator(
        measured("NORD", None), measured("SYD", None), measured("VEST", 30), measured("ALLE", 35)
    ),
    "an area is missing, so nothing adds up": indicator(
        measured("NORD", None),
        measured("SYD", 20),
        measured("VEST", None) | {"vaerdi_status": "mangler", "skjult_af": None},
        measured("ALLE", 53),
    ),
    "areas that do not add up to ALLE": indicator(measured("NORD", None), measured("SYD", 60), measured("ALLE", 53)),
    "a share of those of which none are in it": indicator(share("NORD", 0, 80), enhed="pct"),
    "an index of three that counts nobody": indicator(measured("NORD", 3.0), enhed="indeks", people=False),
    "a share of the whole plan where few live in all": indicator(share("ALLE", 20, 40), enhed="pct")
    | {"omraade": [{"omraade_id": area, "beboere": 30} for area in ("NORD", "SYD")]},
    "three firms": indicator(measured("NORD", 3.0), people=False),
}


@pytest.mark.parametrize("case", SAFE)
def test_what_is_safe_is_let_through(case: str) -> None:
    assert found(release(**SAFE[case])) == {}


def test_a_figure_once_shown_does_not_protect_another() -> None:
    small = indicator(measured("NORD", None), measured("SYD", None), measured("VEST", 30), measured("ALLE", 53))
    before = indicator(measured("SYD", 20), measured("VEST", 30))
    once = release(**before)["maaling"]
    assert examine(release(**small), Diskretionering())
    with pytest.raises(AuditFailed) as caught:
        examine(release(**small), Diskretionering(), [once])
    assert [(finding.way, finding.cells) for finding in caught.value.findings] == [("kendt_fra_foer", 1)]
    corrected = indicator(measured("NORD", 8), measured("SYD", 20), measured("VEST", 30), measured("ALLE", 58))
    with pytest.raises(AuditFailed):  # it was 8 and is 3 now, which ALLE tells
        examine(release(**small), Diskretionering(), [release(**corrected)["maaling"]])


def test_what_was_published_openly_and_has_not_changed_stops_nothing() -> None:
    small = indicator(measured("NORD", None), measured("SYD", None), measured("VEST", 30), measured("ALLE", 53))
    opened = indicator(measured("NORD", 3), measured("SYD", 20), measured("VEST", 30), measured("ALLE", 53))
    assert examine(release(**small), Diskretionering(), [release(**opened)["maaling"]])


def test_a_number_that_nobody_has_declared_is_refused() -> None:
    tables = release()
    counted = tables["plan"].append_column("deltagere", pa.array([2], pa.int64()))
    assert found(tables | {"plan": counted}) == {"ukendt_tal": 1}
    assert found(tables | {"ny_tabel": pa.table({"antal": [2]})}) == {"ukendt_tal": 1}


def test_all_faults_are_told_at_once_and_none_of_them_with_its_number() -> None:
    planted = indicator(measured("NORD", 3.0)) | {"aktivitet_maaned": [CELL | {"fremmoeder": 2, "antal_afholdt": 3}]}
    with pytest.raises(AuditFailed) as caught:
        examine(release(**planted), Diskretionering())
    told = f"{caught.value} {caught.value.notice}"
    assert "aktivitet_maaned: 1 små tal" in told
    assert "maaling: 1 små tal" in told
    assert not {"K1", "I1", "NORD", "2", "3"} & set(told.replace(",", " ").replace("(", " ").split())


def test_the_audit_writes_nothing_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert found(release(**INDICATORS["ALLE hidden, all areas shown"][0])) == {"kan_regnes_ud": 1}
    assert capfd.readouterr() == ("", "")
