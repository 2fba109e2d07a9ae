"""bidrag_pr_organisation: kontant and naturalier of each party against what was agreed to date, whole plan."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.deliveries import exports

PARTIES = [
    {"organisation_id": "KOM"},
    {"organisation_id": "BO", "navn": "Boligforeningen", "kortnavn": "BO", "type": "boligorganisation"},
]
MARCH = {"periode_start": date(2022, 3, 1), "periode_slut": date(2022, 3, 31)}
LATER = {"periode_start": date(2022, 9, 1), "periode_slut": date(2022, 9, 30)}
MONEY = [
    {"bidragyder": "BO", "type": "budget_oprindeligt", "form": "kontant", "beloeb_kr": Decimal("100.00"), **MARCH},
    {"bidragyder": "BO", "type": "budget_oprindeligt", "form": "kontant", "beloeb_kr": Decimal("900.00"), **LATER},
    {"bidragyder": "BO", "type": "forbrug", "form": "kontant", "beloeb_kr": Decimal("60.00"), **MARCH},
    # Belongs to no area, and is BO's all the same.
    {"bidragyder": "BO", "type": "forbrug", "form": "naturalier", "beloeb_kr": Decimal("20.00"), "omraade_id": None,
     **MARCH},
    {"bidragyder": "KOM", "type": "forbrug", "form": "kontant", "beloeb_kr": Decimal("5.00"), **MARCH},
]  # fmt: skip
ROWS = exports(
    organisation=PARTIES,
    omraade_organisation=[{"omraade_id": "NORD", "organisation_id": "BO"}],
    oekonomi=[{"post_id": f"P{place}", **row} for place, row in enumerate(MONEY)],
)
COLUMNS = ("organisation_id", "form", "aftalt_kr", "bidraget_kr", "afvigelse_kr", "bidraget_pct", "afvigelse_i_alt_pct")


def test_each_form_is_held_against_what_was_agreed_to_date():
    with published_tables(ROWS, date(2023, 4, 10)) as ask:
        found = ask("bidrag_pr_organisation", statusdato=date(2022, 6, 30))
    assert picked(found, *COLUMNS) == [
        ("BO", "kontant", Decimal("100.00"), Decimal("60.00"), Decimal("-40.00"), 60.0, -20.0),
        ("BO", "naturalier", Decimal("0.00"), Decimal("20.00"), Decimal("20.00"), None, -20.0),
        ("KOM", "kontant", Decimal("0.00"), Decimal("5.00"), Decimal("5.00"), None, None),
    ]


def test_a_chosen_organisation_is_its_own_contribution_not_that_of_its_areas():
    with published_tables(ROWS, date(2023, 4, 10)) as ask:
        found = ask("bidrag_pr_organisation", statusdato=date(2022, 6, 30), organisation=("BO",))
    assert picked(found, "organisation_id", "bidraget_i_alt_kr") == [("BO", Decimal("80.00"))] * 2


def test_the_forms_of_the_example_add_up_to_the_contributor(example_data: Path):
    whole = {row["bidragyder"]: row for row in fetch("oekonomi_pr_bidragyder").rows()}
    found = fetch("bidrag_pr_organisation").rows()
    assert {row["organisation_id"] for row in found} == set(whole)
    for row in found:
        mine = [one for one in found if one["organisation_id"] == row["organisation_id"]]
        assert sum(one["bidraget_kr"] for one in mine) == whole[row["organisation_id"]]["forbrug_kr"]
        assert row["bidraget_i_alt_kr"] == whole[row["organisation_id"]]["forbrug_kr"]
        assert row["aftalt_i_alt_kr"] == whole[row["organisation_id"]]["budget_til_dato_kr"]
