"""Sentences on Udviklingsplaner and Boligorganisationer: right also for one, none, reached, equal and unknown."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overblik.show import organisationer_saetninger as organisation
from overblik.show import udviklingsplaner_saetninger as words

PLAN: dict[str, Any] = {
    "omraade_navn": "Ringparken", "andel_pct": 88.0, "maal_andel_pct": 40.0, "frist_dato": date(2030, 1, 1),
    "afstand_pct": 48.0,
}  # fmt: skip
UNKNOWN = PLAN | {"andel_pct": None, "afstand_pct": None, "omraade_navn": "Sydbyen"}
DONE = PLAN | {"andel_pct": 38.0, "afstand_pct": -2.0, "omraade_navn": "Motalavej"}


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        ([], "Ingen udviklingsplaner i det valgte"),
        ([UNKNOWN], "Sydbyen: andelen er ikke opgjort, målet er højst 40,0 % 1. januar 2030"),
        ([PLAN, UNKNOWN], "To udviklingsplaner: længst fra målet er Ringparken med 48,0 pct.-point igen"),
        ([DONE, DONE], "To udviklingsplaner: målet er nået"),
        ([DONE, UNKNOWN], "To udviklingsplaner: målet er nået, hvor boligerne er opgjort"),
        ([UNKNOWN, UNKNOWN], "To udviklingsplaner: boligerne er ikke opgjort"),
    ],
)
def test_the_page_in_a_line(plans: list[dict[str, Any]], told: str):
    assert words.headline(plans).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 0, 0, 0), "ingen fysiske milepæle er registreret"),
        ((2, 0, 0, 0), "ingen fysiske milepæle skulle være nået endnu"),
        ((2, 2, 2, 0), "2 af 2 fysiske milepæle til dato er nået"),
        ((3, 2, 1, 1), "1 af 2 fysiske milepæle til dato er nået, 1 overskredet"),
    ],
)
def test_physical_milestones(counts: tuple[int, ...], told: str):
    names = ("milepaele", "milepaele_til_dato", "milepaele_naaet", "milepaele_overskredet")
    assert words.milestones([dict(zip(names, counts, strict=True))]) == told


@pytest.mark.parametrize(
    ("count", "told"), [(53, "4 år og 5 måneder"), (12, "1 år"), (1, "1 måned"), (25, "2 år og 1 måned")]
)
def test_months_as_years(count: int, told: str):
    assert words.months(count) == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (None, "Der er ingen tidligere liste at sammenligne med."),
        (0.9000000000000021, "Afstanden til grænsen er vokset med 0,9 siden listen før."),
        (-1.5, "Afstanden til grænsen er blevet 1,5 mindre siden listen før."),
        (1e-14, "Afstanden er den samme som på listen før."),
    ],
)
def test_how_a_distance_has_moved(change: float | None, told: str):
    assert words.moved({"aendring": change}) == told


@pytest.mark.parametrize(
    ("deviation", "pct", "told"),
    [
        ("-20.00", -20.0, "bidraget er 20 kr. (20,0 %) bagud i forhold til det aftalte til dato"),
        ("20.00", 20.0, "bidraget er 20 kr. (20,0 %) foran det aftalte til dato"),
        ("0.00", 0.0, "bidraget er som aftalt til dato, på kronen"),
        ("5.00", None, "bidraget er 5 kr. foran det aftalte til dato"),
    ],
)
def test_a_contribution(deviation: str, pct: float | None, told: str):
    row = {"afvigelse_i_alt_kr": Decimal(deviation), "afvigelse_i_alt_pct": pct}
    assert organisation.contributed([row]).replace("\u00a0", " ") == told
