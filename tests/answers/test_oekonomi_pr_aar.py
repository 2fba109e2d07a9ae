"""oekonomi_pr_aar: the same money by calendar year and by plan year."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.deliveries import Row, exports
from tests.naive.maaneder import last_day

# Sixteen months: two calendar years, and plan years of twelve and four months.
PLAN = [{"start_dato": date(2021, 11, 15), "slut_dato": date(2023, 2, 10)}]


def post(kind: str, month: date, kroner: str) -> Row:
    return {"type": kind, "beloeb_kr": kroner, "periode_start": month, "periode_slut": last_day(month)}


def test_calendar_years_and_plan_years_share_out_the_same_money():
    posts = [
        post("budget_oprindeligt", date(2021, 11, 1), "1600"),
        post("forbrug", date(2021, 12, 1), "300"),
        post("forbrug", date(2022, 11, 1), "40"),
        post("restprognose", date(2022, 12, 1), "7"),
        post("restprognose", date(2023, 2, 1), "5"),
    ]
    with published_tables(exports(helhedsplan=PLAN, oekonomi=posts), date(2022, 12, 10)) as ask:
        rows = ask("oekonomi_pr_aar", statusdato=date(2022, 11, 30))
    years = [(row["inddeling"], row["aar"], row["foerste_maaned"], row["sidste_maaned"]) for row in rows]
    assert years == [
        ("kalenderaar", 2021, "2021-11", "2021-12"),
        ("kalenderaar", 2022, "2022-01", "2022-12"),
        ("kalenderaar", 2023, "2023-01", "2023-02"),
        ("planaar", 1, "2021-11", "2022-10"),
        ("planaar", 2, "2022-11", "2023-02"),
    ]
    columns = ("er_gaaet", "budget_kr", "forbrug_kr", "forventet_kr", "afvigelse_kr")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        (True, 1600, 300, 300, -1300),  # gone: nothing more is expected
        (False, 0, 40, 47, 47),  # 7 kr. in December
        (False, 0, None, 5, 5),  # not begun: nothing spent is not the same as nought
        (True, 1600, 300, 300, -1300),
        (False, 0, 40, 52, 52),
    ]
    assert rows[0]["afvigelse_pct"] == pytest.approx(-81.25)
    assert rows[1]["afvigelse_pct"] is None  # no budget in the year to compare with


def test_a_year_that_is_not_over_has_no_expectation_where_there_is_no_pace():
    posts = [{"type": "budget_oprindeligt", "beloeb_kr": "16"}]
    with published_tables(exports(helhedsplan=PLAN, oekonomi=posts), date(2022, 12, 10)) as ask:
        rows = ask("oekonomi_pr_aar", statusdato=date(2022, 11, 30))
    assert [row["forventet_kr"] for row in rows] == [Decimal("0.00"), None, None, Decimal("0.00"), None]


def test_both_divisions_of_the_example_add_up_to_the_plan(example_data: Path):
    whole = fetch("noegletal").one()
    for kind in ("kalenderaar", "planaar"):
        own = [row for row in fetch("oekonomi_pr_aar").rows() if row["inddeling"] == kind]
        for column, key in (("budget_kr", "budget_kr"), ("forbrug_kr", "forbrug_kr"), ("forventet_kr", "prognose_kr")):
            assert sum(row[column] or 0 for row in own) == whole[key]
