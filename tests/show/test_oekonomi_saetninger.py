"""Sentences about money: right in every case that the figures can be in."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overblik.show import danish
from overblik.show import oekonomi_saetninger as words

Row = dict[str, Any]

PLAN: Row = {
    "statusdato": date(2023, 3, 31), "start_dato": date(2021, 8, 1), "slut_dato": date(2025, 7, 31),
    "budget_kr": Decimal(33_100_000), "forbrug_kr": Decimal(12_600_000), "prognose_kr": Decimal(32_500_000),
    "prognoseafvigelse_kr": Decimal(-600_000), "prognoseafvigelse_pct": -1.8, "prognose_metode": "restprognose",
}  # fmt: skip


def plain(text: str) -> str:
    return text.replace(danish.NBSP, " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "12,6 af 33,1 mio. kr. er brugt; ved planens udløb ventes et mindreforbrug på 600.000 kr. (1,8 %)"),
        (
            {"prognoseafvigelse_kr": Decimal(900_000), "prognoseafvigelse_pct": 2.7, "prognose_metode": "takt"},
            "12,6 af 33,1 mio. kr. er brugt; ved planens udløb ventes et merforbrug på 900.000 kr. (2,7 %), "
            "hvis takten er uændret",
        ),
        (
            {"prognoseafvigelse_kr": Decimal(0), "prognoseafvigelse_pct": 0.0},
            "12,6 af 33,1 mio. kr. er brugt; ved planens udløb ventes hverken mer- eller mindreforbrug",
        ),
        ({"prognose_kr": None}, "12,6 af 33,1 mio. kr. er brugt; det forventede forbrug kan ikke beregnes endnu"),
        (
            {"statusdato": date(2025, 7, 31)},
            "Planen udløb 31. juli 2025: 12,6 af 33,1 mio. kr. er brugt; "
            "det er et mindreforbrug på 600.000 kr. (1,8 %)",
        ),
        (
            {"statusdato": date(2025, 7, 31), "forbrug_kr": Decimal(0), "prognose_kr": None},
            "Planen udløb 31. juli 2025: 0,0 af 33,1 mio. kr. er brugt",
        ),
        ({"statusdato": date(2021, 6, 30)}, "Planen begynder 1. august 2021; budgettet er 33,1 mio. kr."),
        (
            {"budget_kr": Decimal(0), "forbrug_kr": Decimal("-25.50")},
            "Der er brugt −26 kr., men der er intet budget i det valgte",
        ),
        ({"budget_kr": Decimal(0), "forbrug_kr": Decimal(0)}, "Der er hverken budget eller forbrug i det valgte"),
        (
            {"budget_kr": Decimal(900), "forbrug_kr": Decimal(-100)},
            "−100 kr. af 900 kr. er brugt; ved planens udløb ventes et mindreforbrug på 600.000 kr. (1,8 %)",
        ),
    ],
)
def test_the_headline_says_what_is_spent_and_where_it_ends(change: Row, sentence: str):
    assert plain(words.headline(PLAN | change)) == sentence


def line(name: str, spent: int, to_date: int, deviation: int | None, pct: float | None) -> Row:
    return {
        "navn": name, "forbrug_kr": Decimal(spent), "budget_til_dato_kr": Decimal(to_date),
        "til_dato_afvigelse_kr": Decimal(spent - to_date),
        "til_dato_afvigelse_pct": 100.0 * (spent - to_date) / to_date if to_date > 0 else None,
        "prognoseafvigelse_kr": None if deviation is None else Decimal(deviation), "prognoseafvigelse_pct": pct,
    }  # fmt: skip


NORTH, SOUTH = line("Nordbyen", 80, 100, -640, -7.1), line("Sydbyen", 101, 100, 20, 0.3)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([NORTH, SOUTH], "Nordbyen: Forbruget er 20 kr. (20,0 %) bagud i forhold til budget til dato"),
        ([SOUTH], "Sydbyen: Forbruget er 1 kr. (1,0 %) foran i forhold til budget til dato"),
        ([line("A", 5, 0, None, None)], "A: Forbruget er 5 kr. foran i forhold til budget til dato"),
        ([line("A", 5, 5, None, None)], "Forbruget følger budget til dato på hver linje"),
        ([line("A", 0, 0, None, None)], "Der er hverken budget eller forbrug til dato"),
        ([], "Der er hverken budget eller forbrug til dato"),
    ],
)
def test_the_line_farthest_from_budget_to_date_is_named(rows: list[Row], sentence: str):
    assert plain(words.to_date(rows)) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [NORTH, SOUTH],
            "Nordbyen: Der ventes et mindreforbrug på 640 kr. (7,1 %); de øvrige ventes højst 5 % fra budgettet",
        ),
        ([NORTH], "Nordbyen: Der ventes et mindreforbrug på 640 kr. (7,1 %)"),
        (
            [NORTH, line("Øst", 1, 1, 99, 12.0)],
            "Øst: Der ventes et merforbrug på 99 kr. (12,0 %); også Nordbyen ventes mere end 5 % fra budgettet",
        ),
        ([SOUTH], "Ved planens udløb ventes ingen mere end 5 % fra budgettet"),
        ([line("A", 0, 0, None, None)], "Ved planens udløb: afvigelsen kan ikke beregnes"),
        (
            [line("A", 0, 0, 50, None), NORTH],  # no budget: any amount is far from it, but a share says more
            "Nordbyen: Der ventes et mindreforbrug på 640 kr. (7,1 %); også A ventes mere end 5 % fra budgettet",
        ),
        ([line("A", 0, 0, 50, None)], "A: Der ventes et merforbrug på 50 kr."),
        ([], "Ved planens udløb: afvigelsen kan ikke beregnes"),
    ],
)
def test_those_expected_off_budget_are_named_the_farthest_first(rows: list[Row], sentence: str):
    assert plain(words.at_the_end(rows, 5.0)) == sentence


@pytest.mark.parametrize(
    ("kind", "number", "first", "last", "name"),
    [
        ("kalenderaar", 2021, "2021-08", "2021-12", "2021 (aug.–dec.)"),
        ("kalenderaar", 2022, "2022-01", "2022-12", "2022"),
        ("kalenderaar", 2022, "2022-03", "2022-03", "2022 (mar.)"),
        ("planaar", 1, "2021-08", "2022-07", "1. planår (aug. 21–jul. 22)"),
    ],
)
def test_a_year_is_named_with_the_months_of_it_that_the_plan_has(
    kind: str, number: int, first: str, last: str, name: str
):
    row = {"inddeling": kind, "aar": number, "foerste_maaned": first, "sidste_maaned": last}
    assert plain(words.year(row)) == name
