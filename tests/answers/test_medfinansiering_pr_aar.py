"""medfinansiering_pr_aar: who pays how much of each calendar year."""

from datetime import date
from decimal import Decimal

from tests.answers.engine import published_tables
from tests.deliveries import Row, exports
from tests.naive.maaneder import last_day

PARTIES = [
    {"organisation_id": "KOM", "navn": "Kommunen", "type": "kommune"},
    {"organisation_id": "LBF", "navn": "Landsbyggefonden", "type": "lbf"},
]


def post(kind: str, payer: str, month: date, kroner: str, form: str = "kontant") -> Row:
    period = {"periode_start": month, "periode_slut": last_day(month)}
    return {"type": kind, "bidragyder": payer, "form": form, "beloeb_kr": kroner, **period}


def test_each_year_has_its_own_share_of_forbrug_and_of_budget():
    posts = [
        post("budget_oprindeligt", "LBF", date(2021, 9, 1), "60"),
        post("budget_oprindeligt", "KOM", date(2021, 9, 1), "40"),
        post("forbrug", "LBF", date(2021, 9, 1), "80"),
        post("forbrug", "KOM", date(2021, 10, 1), "15"),
        post("forbrug", "KOM", date(2021, 10, 1), "5", "naturalier"),
        post("forbrug", "KOM", date(2022, 1, 1), "-3"),  # a correction and nothing else: no share can be told
        post("forbrug", "LBF", date(2022, 9, 1), "99"),  # after statusdato
    ]
    with published_tables(exports(organisation=PARTIES, oekonomi=posts), date(2022, 10, 10)) as ask:
        rows = ask("medfinansiering_pr_aar", statusdato=date(2022, 3, 31))
    columns = ("aar", "er_gaaet", "medfinansiering_forbrug_pct", "medfinansiering_budget_pct", "krav_pct")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        (2021, True, 20.0, 40.0, 25.0),
        (2022, False, None, None, 25.0),
        (2023, False, None, None, 25.0),
        (2024, False, None, None, 25.0),
        (2025, False, None, None, 25.0),
    ]
    assert (rows[0]["lokalt_kontant_kr"], rows[0]["lokalt_naturalier_kr"]) == (Decimal("15.00"), Decimal("5.00"))
    assert rows[1]["lokalt_forbrug_kr"] == Decimal("-3.00")
    assert rows[2]["lokalt_forbrug_kr"] is None  # not begun
