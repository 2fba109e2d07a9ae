"""The sentences: each says what its row says, in the tone of the house, for every kind of row."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overblik.show import saetninger

STATUSDATO = date(2023, 3, 31)
NBSP = "\u00a0"
POINT: dict[str, Any] = {
    "omraade_id": "S", "omraade_navn": "Sydbyen", "indsatsomraade_kode": "B", "indsatsomraade_navn": "Beskæftigelse",
    "navn": "Jobcafé åbner", "siden_dato": date(2022, 12, 9), "ny_dato": None, "dage": 112, "beloeb_kr": None,
    "pct": None, "fald_i_traek": None, "ansvarlig_rolle": "boligsocial leder", "krav_pct": None,
}  # fmt: skip
KEY: dict[str, Any] = {
    "statusdato": STATUSDATO, "start_dato": date(2021, 8, 1), "slut_dato": date(2025, 7, 31),
    "budget_kr": Decimal("33100000.00"), "forbrug_kr": Decimal("12600000.00"), "budget_til_dato_kr": Decimal("13100000.00"),
    "forbrugsprocent": 38.1, "tidsprocent": 41.6, "prognose_kr": Decimal("32500000.00"), "prognose_metode": "restprognose",
    "prognoseafvigelse_kr": Decimal("-600000.00"), "prognoseafvigelse_pct": -1.8,
    "milepaele_til_dato": 42, "milepaele_naaet": 36, "milepaele_overskredet": 6,
    "fremmoeder_aar": 13073, "fremmoeder_pct": 102.9, "har_maal": True,
}  # fmt: skip


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"art": "milepael"}, "Milepælen “Jobcafé åbner” er 112 dage forsinket og har ingen ny dato. Ansvarlig: boligsocial leder."),
        ({"art": "milepael", "ny_dato": date(2023, 4, 28), "dage": 1, "ansvarlig_rolle": None},
         "Milepælen “Jobcafé åbner” er 1 dag forsinket; ny dato er 28. april 2023. Ansvarlig er ikke oplyst."),
        ({"art": "milepael", "siden_dato": date(2023, 5, 1), "ny_dato": date(2023, 7, 1), "dage": 61},
         "Milepælen “Jobcafé åbner” er aftalt til 1. maj 2023, men ventes 61 dage senere. Ansvarlig: boligsocial leder."),
        ({"art": "milepael", "dage": 0, "siden_dato": STATUSDATO},
         "Milepælen “Jobcafé åbner” skulle være nået nu og har ingen ny dato. Ansvarlig: boligsocial leder."),
        ({"art": "oekonomi", "beloeb_kr": Decimal("-640000"), "pct": -7.1},
         "Der ventes et mindreforbrug på 640.000 kr. (7,1 %); anvendelsen skal afklares med kommunen og Landsbyggefonden. Ansvarlig: boligsocial leder."),
        ({"art": "oekonomi", "beloeb_kr": Decimal("410000"), "pct": 9.2}, "Der ventes et merforbrug på 410.000 kr. (9,2 %) ved planens udløb. Ansvarlig: boligsocial leder."),
        ({"art": "medfinansiering", "pct": 22.4, "krav_pct": 25.0},
         "Den lokale medfinansiering er 22,4 % af det bogførte forbrug i 2022; kravet er mindst 25 %."),
        ({"art": "aktivitet", "pct": 83.0, "fald_i_traek": 3}, "Fremmødet er 83 % af målet og er faldet tre måneder i træk. Ansvarlig: boligsocial leder."),
        ({"art": "aktivitet_aaret_foer", "pct": 70.0, "fald_i_traek": 1}, "Fremmødet er 70 % af samme måneder året før. Ansvarlig: boligsocial leder."),
        ({"art": "for_gamle_tal", "siden_dato": date(2022, 11, 30)},
         "Aktiviteten kan ikke vurderes; de seneste tal er fra november 2022."),
        ({"art": "beslutning", "dage": 20, "siden_dato": date(2023, 3, 11)},
         "Beslutningen “Jobcafé åbner” skulle være udført 11. marts 2023, 20 dage før statusdatoen. Ansvarlig: boligsocial leder."),
        ({"art": "godkendelse", "siden_dato": date(2021, 5, 5)},
         "“Jobcafé åbner” afventes (oplyst 5. maj 2021; senere udfald er ikke registreret)."),
    ],
)  # fmt: skip
def test_a_point_is_told_as_its_row_has_it(row: dict[str, Any], told: str):
    assert plain(saetninger.what(POINT | row, STATUSDATO)) == told


@pytest.mark.parametrize(
    ("omraade", "kode", "told"),
    [("S", "B", "Sydbyen · Beskæftigelse"), ("S", "ALLE", "Sydbyen"), ("ALLE", "B", "Beskæftigelse"),
     ("ALLE", "ALLE", "Hele planen"), ("FAELLES", "FAELLES", "Ikke fordelt på område · Fælles")],
)  # fmt: skip
def test_names_stand_first(omraade: str, kode: str, told: str):
    assert saetninger.place(POINT | {"omraade_id": omraade, "indsatsomraade_kode": kode}) == told


LATE = POINT | {"art": "milepael"}


@pytest.mark.parametrize(
    ("key", "status", "points", "discuss", "missing", "part", "told"),
    [
        ({}, "groen", [LATE], 2, 0, "", "Planen følger budgettet; én milepæl er bagud, og to punkter skal drøftes"),
        ({}, "groen", [], 0, 0, "", "Planen følger tidsplan og budget; alle tal er modtaget"),
        ({}, "groen", [], 0, 1, "", "Planen følger budgettet"),
        ({}, "gul", [], 0, 0, "", "Der ventes et mindreforbrug på 600.000 kr. (1,8 %)"),
        ({}, "graa", [LATE, LATE], 0, 0, "", "Økonomien kan ikke vurderes endnu; to milepæle er bagud"),
        ({}, "groen", [], 0, 0, "Sydbyen", "Sydbyen: Forbruget følger budget; alle tal er modtaget"),
        ({"statusdato": date(2021, 7, 31)}, None, [], 0, 0, "", "Planen begynder 1. august 2021"),
        ({"statusdato": date(2025, 7, 31), "forbrug_kr": Decimal("31900000")}, "groen", [], 0, 0, "",
         "Planen udløb 31. juli 2025: 31,9 af 33,1 mio. kr. er brugt, og 1,2 mio. kr. er uforbrugt"),
        ({"statusdato": date(2025, 7, 31), "forbrug_kr": Decimal("33600000")}, "groen", [], 0, 0, "",
         "Planen udløb 31. juli 2025: 33,6 af 33,1 mio. kr. er brugt, og 500.000 kr. er brugt for meget"),
    ],
)  # fmt: skip
def test_the_heading_is_the_answer(key, status, points, discuss, missing, part, told):
    assert plain(saetninger.heading(KEY | key, status, points, discuss, missing, part)) == told


def test_the_cards_tell_the_figures_and_what_cannot_be_told():
    assert (
        plain(saetninger.progress(KEY, [LATE]))
        == "36 af 42 milepæle til dato er nået; 6 har overskredet fristen, én uden ny dato."
    )
    assert saetninger.progress(KEY | {"milepaele_til_dato": 0}, []) == "Ingen milepæle skulle være nået endnu."
    assert plain(saetninger.money(KEY)) == (
        "12,6 af 33,1 mio. kr. er brugt (38,1 %); 41,6 % af tiden er gået. Forventet forbrug: 32,5 mio. kr."
    )
    assert "ved uændret takt" in saetninger.money(KEY | {"prognose_metode": "takt"})
    assert plain(saetninger.money(KEY | {"prognose_kr": None})).endswith("Forventet forbrug: kan ikke beregnes.")
    assert plain(saetninger.activity(KEY)) == "13.073 fremmøder i 2023, 103 % af målet til dato."
    assert saetninger.activity(KEY | {"fremmoeder_aar": None}) == "Ingen fremmøder er registreret i 2023."
    assert saetninger.activity(KEY | {"fremmoeder_pct": None}).endswith("der er intet at sammenligne med.")


@pytest.mark.parametrize(
    ("spent", "told"),
    [
        ("12600000", "500.000 kr. bagud"),
        ("13600000", "500.000 kr. foran"),
        ("13100000", "følger budget til dato på kronen"),
    ],
)
def test_the_money_chart_says_which_way(spent: str, told: str):
    assert told in plain(saetninger.pace(KEY | {"forbrug_kr": Decimal(spent)}))
