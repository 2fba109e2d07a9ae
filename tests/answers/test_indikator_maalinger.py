"""indikator_maalinger: one indicator in one place, each measurement beside the straight way to the target."""

from datetime import date
from pathlib import Path

import pytest

from overblik.answers import fetch
from overblik.settings import today
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports
from tests.naive.indikatorer import in_scope, straight_way, target_ahead
from tests.naive.valg import choose

NUL, SLUT = date(2021, 12, 31), date(2022, 12, 31)  # 365 days apart
TARGET = {"nul_dato": NUL, "nul_vaerdi": 20.0, "maal_dato": SLUT, "maal_vaerdi": 93.0}
MEASURED = [
    {"periode_slut": date(2021, 6, 30), "vaerdi": 19.0},  # before the zero point: the way has not begun
    {"periode_slut": date(2022, 1, 10), "vaerdi": 22.0},  # ten days on: the way stands at 22
    {"periode_slut": date(2022, 2, 28), "vaerdi": None, "vaerdi_status": "skjult"},
    {"periode_slut": date(2022, 3, 31), "vaerdi": None, "vaerdi_status": "mangler"},
    {"periode_slut": date(2023, 6, 30), "vaerdi": 92.9},  # after the target's day: the way stays at the target
    {"periode_slut": date(2023, 12, 31), "vaerdi": 99.0},  # after statusdato
]


def tables(**indicator: object) -> dict[str, list[Row]]:
    return exports(indikator=[indicator], maal=[TARGET], maaling=MEASURED)


def test_each_measurement_stands_beside_the_way_and_a_hidden_one_has_no_value():
    with published_tables(tables(), date(2024, 1, 10)) as ask:
        found = ask("indikator_maalinger", indikator="K1", sted="NORD", statusdato=date(2023, 6, 30))
    assert picked(found, "vaerdi", "vaerdi_status_navn", "stand") == [
        (19.0, "Oplyst", "bagud"),
        (22.0, "Oplyst", "foran"),  # on the way counts as ahead
        (None, "Skjult", "skjult"),
        (None, "Mangler", "mangler"),
        (92.9, "Oplyst", "bagud"),
    ]
    assert [row["vej_vaerdi"] for row in found] == pytest.approx([20, 22, 31.8, 38, 93])


def test_less_is_better_where_the_indicator_should_go_down():
    with published_tables(tables(retning="ned"), date(2024, 1, 10)) as ask:
        found = ask("indikator_maalinger", indikator="K1", sted="NORD", statusdato=date(2023, 6, 30))
    assert [row["stand"] for row in found] == ["foran", "foran", "skjult", "mangler", "foran"]


def test_without_a_target_there_is_no_way_to_hold_it_up_against():
    with published_tables(exports(indikator=[{}], maaling=MEASURED), date(2024, 1, 10)) as ask:
        (first, *_) = ask("indikator_maalinger", indikator="K1", sted="NORD")
    assert (first["vaerdi"], first["vej_vaerdi"], first["stand"]) == (19.0, None, "uden_maal")


def test_the_example_gives_the_same_both_ways(example_data: Path):
    valg = choose(example_tables(), today=today())
    targets, measured = in_scope(valg, "maal"), in_scope(valg, "maaling")
    for pair in sorted({(row["indikator_id"], row["omraade_id"]) for row in measured})[::5]:
        target = target_ahead([row for row in targets if (row["indikator_id"], row["omraade_id"]) == pair], valg)
        expected = [
            (row["vaerdi"], straight_way(target, row["periode_slut"]))
            for row in sorted(measured, key=lambda row: row["periode_slut"])
            if (row["indikator_id"], row["omraade_id"]) == pair and row["periode_slut"] <= valg.statusdato
        ]
        found = fetch("indikator_maalinger", indikator=pair[0], sted=pair[1]).rows()
        assert [row["vaerdi"] for row in found] == [value for value, _ in expected]
        assert [row["vej_vaerdi"] for row in found] == pytest.approx([float(way) for _, way in expected])
