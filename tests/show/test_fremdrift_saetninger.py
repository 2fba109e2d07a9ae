"""Sentences about milestones, indicators and areas are right with none, one, many and unknown figures."""

from datetime import date

import pytest

from overblik.show import fremdrift_saetninger as fremdrift
from overblik.show import indikator_saetninger as indikator
from overblik.show import omraade_saetninger as omraade
from tests.pages.opening import plain

STATUSDATO = date(2022, 3, 31)


@pytest.mark.parametrize(
    ("counts", "late", "line"),
    [
        ((0, 0, 0), [], "Ingen milepæle skulle være nået endnu"),
        ((1, 1, 0), [], "Milepælen til dato er nået"),
        ((5, 5, 0), [(False, None)], "Alle 5 milepæle til dato er nået"),  # one of later is expected late
        ((1, 0, 1), [(True, date(2022, 5, 1))], "Milepælen til dato er ikke nået"),
        (
            (3, 0, 3),
            [(True, None)] * 3,
            "Ingen af 3 milepæle til dato er nået; tre har overskredet fristen, tre uden ny dato",
        ),
        ((3, 2, 1), [(True, date(2022, 5, 1))], "2 af 3 milepæle til dato er nået; én har overskredet fristen"),
    ],
)
def test_the_headline_counts_what_is_due(counts: tuple[int, int, int], late: list[tuple[bool, date | None]], line: str):
    key = dict(zip(("milepaele_til_dato", "milepaele_naaet", "milepaele_overskredet"), counts, strict=True))
    assert fremdrift.headline(key, [{"overskredet": over, "ny_dato": new} for over, new in late]) == line


def test_what_is_behind_says_how_much_and_until_when():
    row = {"navn": "Café", "omraade_navn": None, "forsinkelse_dage": 1, "ny_dato": date(2022, 5, 1)}
    assert plain(fremdrift.behind([row])) == "Mest bagud: Café (Fælles), 1 dag og ny dato 1. maj 2022"
    assert fremdrift.behind([row | {"forsinkelse_dage": 0, "ny_dato": None}]).endswith(
        "fristen er nået og ingen ny dato"
    )
    assert fremdrift.behind([]) == "Ingen milepæl er bagud"


def test_the_list_names_the_next_one_only_where_there_is_one():
    late = {"er_naaet": False, "aftalt_dato": date(2022, 1, 1)}
    coming = {"er_naaet": False, "aftalt_dato": date(2022, 5, 1)}
    done = {"er_naaet": True, "aftalt_dato": date(2022, 2, 1)}
    assert fremdrift.listed([], STATUSDATO) == "Ingen milepæle at vise i det valgte"
    assert fremdrift.listed([late], STATUSDATO) == "1 milepæl er endnu ikke nået"
    assert fremdrift.listed([done], STATUSDATO) == "1 milepæl er nået"
    assert fremdrift.listed([late, done, coming], STATUSDATO) == (
        "3 milepæle: 1 er nået, 2 ikke endnu; den næste er aftalt til 1. maj 2022"
    )


def test_the_tracks_are_named_in_danish():
    rows = [
        {"spor_navn": "Boligsocial", "til_dato": 3, "naaet": 2, "overskredet": 1},
        {"spor_navn": "Fysisk", "til_dato": 0, "naaet": 0, "overskredet": 0},
    ]
    assert fremdrift.tracks(rows) == "Boligsocialt spor: 2 af 3 nået, 1 overskredet; fysisk spor: ingen til dato"
    assert fremdrift.tracks([]) == "Ingen milepæle i det valgte"


SERIES = {
    "omraade_navn": "Nordbyen", "enhed": "pct", "stand": "bagud", "seneste_vaerdi": 12.5, "seneste_status": "ok",
    "maal_vaerdi": 20.0, "nul_vaerdi": None, "nul_dato": None, "maal_dato": date(2025, 7, 31),
    "maalopfyldelse_pct": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "Nordbyen: 12,5 % mod målet 20,0 %, bagud"),
        ({"omraade_navn": None, "stand": "uden_maal", "maal_vaerdi": None},
         "Alle områder under ét: 12,5 %, uden mål at holde den op imod"),
        ({"seneste_vaerdi": None, "stand": "skjult"},
         "Nordbyen: seneste måling er skjult for at beskytte enkeltpersoner"),
        ({"seneste_vaerdi": None, "stand": "mangler"}, "Nordbyen: seneste måling mangler i det leverede"),
        ({"seneste_vaerdi": None, "stand": "ikke_maalt"}, "Nordbyen: ikke målt endnu"),
        ({"seneste_vaerdi": 0.0}, "Nordbyen: 0,0 % mod målet 20,0 %, bagud"),  # nought is a number
    ],
)  # fmt: skip
def test_hidden_missing_unmeasured_and_nought_are_told_apart(change: dict[str, object], line: str):
    assert plain(indikator.series(SERIES | change)) == line


def test_an_unknown_zero_point_is_left_out_of_the_line_under_the_chart():
    assert plain(indikator.fulfilment(SERIES)) == "Mål 20,0 % (31. juli 2025)"


APPROVAL = {"udfald_navn": "Afventer", "afventes": True, "er_seneste": True, "oplyst_dato": date(2021, 5, 5)}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "Afventer (oplyst 5. maj 2021; senere udfald er ikke registreret)"),
        ({"udfald_navn": "Godkendt", "afventes": False}, "Godkendt (oplyst 5. maj 2021)"),
        ({"afventes": False, "er_seneste": False},
         "Afventer (oplyst 5. maj 2021; siden er der oplyst et senere udfald)"),
    ],
)  # fmt: skip
def test_an_approval_says_when_it_was_told_and_whether_anything_is_known_later(change: dict[str, object], line: str):
    assert plain(omraade.approval(APPROVAL | change)) == line


def test_an_area_with_nothing_to_measure_says_so():
    key = {
        "milepaele_til_dato": 0, "milepaele_naaet": 0, "milepaele_overskredet": 0, "budget_kr": 0,
        "fremmoeder_pct": None, "har_maal": False,
    }  # fmt: skip
    assert omraade.summary(key) == (
        "ingen milepæle til dato · intet budget ført på området · fremmødet har intet at måles mod"
    )


def test_a_development_plan_that_has_reached_its_target_has_no_way_left():
    row = {"maal_andel_pct": 40.0, "frist_dato": date(2030, 1, 1), "opgjort_dato": date(2022, 1, 1)}
    assert plain(omraade.share(row | {"andel_pct": 40.0, "afstand_pct": 0.0})).endswith("målet er nået")
    assert plain(omraade.share(row | {"andel_pct": 90.0, "afstand_pct": 50.0})).endswith("50,0 pct.-point igen")


def test_chosen_areas_are_counted_in_danish():
    assert omraade.chooser([{"navn": "Nordbyen"}]) == "Planen arbejder i ét område: Nordbyen"
    assert omraade.chooser([]) == "Ingen områder i det valgte"
