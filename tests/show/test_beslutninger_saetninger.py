"""Sentences about steering: each in every number, and made of nothing but its rows."""

from datetime import date
from typing import Any

import pytest

from overblik.show import beslutninger_saetninger as decisions
from overblik.show import godkendelser_saetninger as approvals
from overblik.show import justeringer_view as adjustments
from overblik.show import vurderinger_saetninger as assessments

Row = dict[str, Any]
MAY = date(2021, 5, 5)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 0, 0), "Intet venter: ingen punkter, overskredne frister eller udestående godkendelser"),
        ((1, 0, 0), "Ét punkt skal drøftes"),
        ((0, 1, 1), "Én beslutning er over fristen, og én godkendelse afventes"),
        ((2, 0, 13), "To punkter skal drøftes, og 13 godkendelser afventes"),
        ((3, 3, 5), "Tre punkter skal drøftes, tre beslutninger er over fristen, og fem godkendelser afventes"),
    ],
)
def test_the_heading_counts_what_there_is(counts: tuple[int, int, int], told: str):
    assert decisions.heading(*([{}] * count for count in counts)) == told


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ("", "Næste møde 3. maj 2023: ingen punkter i det valgte"),
        ("B", "Næste møde 3. maj 2023: ét punkt til beslutning"),
        ("DD", "Næste møde 3. maj 2023: to punkter til drøftelse"),
        ("OBB", "Næste møde 3. maj 2023: to punkter til beslutning og ét til orientering"),
        ("BDO", "Næste møde 3. maj 2023: ét punkt til beslutning, ét til drøftelse og ét til orientering"),
    ],
)
def test_the_agenda_in_one_line(kinds: str, told: str):
    assert decisions.agenda({"dato": date(2023, 5, 3)}, [{"art": kind} for kind in kinds]) == told


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("D", "byråd", "Byrådet afgør sagen; styregruppen drøfter og anbefaler"),
        ("B", "styregruppe", "Styregruppen afgør sagen"),
        ("B", "Det nye råd", "Det nye råd afgør sagen; styregruppen drøfter og anbefaler"),
        ("B", None, "Hvem der afgør sagen, er ikke oplyst"),
        ("D", "ikke oplyst", "Hvem der afgør sagen, er ikke oplyst"),
        ("O", None, ""),
    ],
)
def test_who_decides_is_said_and_never_guessed(kind: str, body: str | None, told: str):
    row = {"art": kind, "kompetence": body, "emne": "Emnet"}
    assert decisions.who_decides(row) == told
    assert [who for who, _ in decisions.asked([row])] == ([told.split(" afgør")[0]] if "anbefaler" in told else [])


def test_a_deadline_is_told_as_it_stands():
    row: Row = {"frist_dato": MAY, "er_forsinket": True, "dage_over": 1}
    assert plain(decisions.deadline(row)) == "1 dag over fristen, 5. maj 2021"
    assert decisions.deadline(row | {"er_forsinket": False}) == "Frist 5. maj 2021"
    assert decisions.deadline(row | {"frist_dato": None, "er_forsinket": False}) == "Ingen frist er oplyst"


def approval(area: str | None, outcome: str, *, newest: bool = True) -> Row:
    waiting = outcome in ("afventer", "udsat", "eventuel") and newest
    return {"omraade_navn": area, "udfald": outcome, "er_seneste": newest, "afventes": waiting, "oplyst_dato": MAY,
            "siden_dato": MAY if waiting else None}  # fmt: skip


def test_a_subject_says_who_has_approved_who_refused_and_what_is_awaited():
    rows = [approval("Syd", "godkendt"), approval("Øst", "godkendt_med_bemaerkninger"), approval("Vest", "forkastet"),
            approval("Nord", "eventuel"), approval("Nord", "afventer"),
            approval("Syd", "afventer", newest=False)]  # fmt: skip
    assert approvals.card(rows) == (
        "Godkendt: Syd og Øst. Forkastet: Vest. Afventes: Nord (oplyst 5. maj 2021, senere udfald ikke registreret)."
    )
    neither = [approval(None, "droeftet")]
    assert approvals.card(neither) == "Behandlet: hele planen. Intet er godkendt eller forkastet."
    assert approvals.heading(rows) == "To godkendelser afventes, den ældste siden 5. maj 2021; én er forkastet"
    assert approvals.heading(neither) == "Intet afventes: det seneste udfald er registreret"
    assert approvals.heading([]) == "Ingen godkendelser er registreret i det valgte"


@pytest.mark.parametrize(
    ("efforts", "told"),
    [
        ("", "Ingen justeringer er registreret i det valgte"),
        ("A", "Én justering i én indsats, senest 5. maj 2021"),
        ("AAB", "Tre justeringer i to indsatser, senest 5. maj 2021"),
    ],
)
def test_adjustments_are_counted_with_their_efforts(efforts: str, told: str):
    assert adjustments.heading([{"indsats_id": effort, "dato": MAY} for effort in efforts]) == told


@pytest.mark.parametrize(
    ("reds", "explained", "told"),
    [
        (0, 0, "Ingen felter er røde"),
        (1, 0, "Ét rødt felt, ingen forklaring endnu"),
        (1, 1, "Ét rødt felt, forklaret"),
        (4, 1, "Fire røde felter, ét forklaret"),
        (4, 4, "Fire røde felter, alle forklaret"),
    ],
)
def test_red_squares_and_how_many_are_explained(reds: int, explained: int, told: str):
    assert assessments.reds(reds, explained) == told


def test_who_owes_an_answer_and_by_when():
    row: Row = {"ansvarlig_rolle": "leder", "svar_frist_dato": MAY, "dage_over": 2}
    assert plain(assessments.answer_owed(row)) == "Svar: leder, senest 5. maj 2021, 2 dage over fristen."
    assert assessments.answer_owed(row | {"dage_over": None}) == "Svar: leder, senest 5. maj 2021."
    assert assessments.answer_owed(row | {"svar_frist_dato": None, "dage_over": None}) == "Svar: leder, uden frist."
    assert assessments.answer_owed({"ansvarlig_rolle": None, "svar_frist_dato": None, "dage_over": None}) == ""
    assert "hvem der skal give den, er ikke oplyst" in assessments.explanation(None, is_new=False)


def test_only_a_computed_status_can_differ_from_the_assessed_one():
    meeting = {"dato": MAY}
    rows: list[Row] = [
        {"vurderet": "gul", "beregnet": {"status": "roed"}},
        {"vurderet": "gul", "beregnet": {"status": None}},  # a total that only counts its squares
        {"vurderet": "gul", "beregnet": None},
        {"vurderet": None, "beregnet": {"status": "roed"}},  # nobody has assessed it
    ]
    assert assessments.compared(meeting, rows) == "Mødet 5. maj 2021: tre vurderinger, én anderledes end beregnet"
    assert assessments.compared(meeting, rows[3:]) == "Mødet 5. maj 2021: ingen vurderinger i det valgte"
