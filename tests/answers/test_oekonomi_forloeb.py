"""oekonomi_forloeb: what is expected goes on from what is spent, and ends exactly at the prognose."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.deliveries import Row, exports

PLAN = [{"start_dato": date(2022, 1, 1), "slut_dato": date(2022, 6, 30)}]
MARCH = date(2022, 3, 31)


def post(kind: str, month: int, kroner: str, **other: object) -> Row:
    days = [31, 28, 31, 30, 31, 30]
    period = {"periode_start": date(2022, month, 1), "periode_slut": date(2022, month, days[month - 1])}
    return {"type": kind, "beloeb_kr": kroner, **period, **other}


SPENT = [post("budget_oprindeligt", 1, "600"), post("forbrug", 1, "100"), post("forbrug", 3, "50")]


def test_the_restprognose_is_added_month_by_month_after_what_is_spent():
    rest = [post("restprognose", 4, "10"), post("restprognose", 6, "5.50"), post("restprognose", 2, "999")]
    with published_tables(exports(helhedsplan=PLAN, oekonomi=SPENT + rest), date(2022, 4, 10)) as ask:
        rows = ask("oekonomi_forloeb", statusdato=MARCH)
    found = [(row["maaned"], row["forbrug_akkumuleret_kr"], row["forventet_akkumuleret_kr"]) for row in rows]
    assert found == [
        ("2022-01", Decimal("100.00"), None),
        ("2022-02", Decimal("100.00"), None),  # nothing booked in February; its old restprognose is past
        ("2022-03", Decimal("150.00"), Decimal("150.00")),  # the two lines meet at statusdato
        ("2022-04", None, Decimal("160.00")),
        ("2022-05", None, Decimal("160.00")),
        ("2022-06", None, Decimal("165.50")),
    ]


def test_without_restprognose_the_pace_goes_on_and_is_never_rounded_twice():
    with published_tables(exports(helhedsplan=PLAN, oekonomi=[post("forbrug", 1, "0.04")]), date(2022, 4, 10)) as ask:
        rows = ask("oekonomi_forloeb", statusdato=MARCH)
        prognose_kr = ask("noegletal", statusdato=MARCH)[0]["prognose_kr"]
    # 0.04 kr. over three months: 1.33, 2.67 and 4 øre more, each from the whole and not from the month before.
    assert [row["forventet_akkumuleret_kr"] for row in rows[3:]] == [Decimal("0.05"), Decimal("0.07"), Decimal("0.08")]
    assert rows[-1]["forventet_akkumuleret_kr"] == prognose_kr


@pytest.mark.parametrize(
    ("statusdato", "posts"),
    [
        (MARCH, [post("budget_oprindeligt", 1, "600")]),  # nothing is spent: there is no pace to go on
        (date(2022, 6, 30), SPENT),  # the plan has ended: there is nothing left to expect
        (date(2022, 8, 31), SPENT),  # and so it stays
        (date(2021, 11, 30), SPENT),  # the plan has not begun
    ],
)
def test_there_is_no_expected_line_where_nothing_can_be_expected(statusdato: date, posts: list[Row]):
    with published_tables(exports(helhedsplan=PLAN, oekonomi=posts), date(2022, 9, 10)) as ask:
        rows = ask("oekonomi_forloeb", statusdato=statusdato)
    assert len(rows) == 6
    assert {row["forventet_akkumuleret_kr"] for row in rows} == {None}


def test_a_restprognose_before_the_plan_begins_is_a_line_from_its_first_month():
    rest = [post("restprognose", 1, "10"), post("restprognose", 6, "5")]
    with published_tables(exports(helhedsplan=PLAN, oekonomi=rest), date(2022, 9, 10)) as ask:
        rows = ask("oekonomi_forloeb", statusdato=date(2021, 11, 30))
    assert [row["forventet_akkumuleret_kr"] for row in rows] == [Decimal("10.00")] * 5 + [Decimal("15.00")]


@pytest.mark.parametrize("statusdato", [date(2023, 3, 31), date(2022, 10, 31)])
def test_the_example_ends_at_its_prognose_in_every_scope(example_data: Path, statusdato: date):
    areas = [row["omraade_id"] for row in fetch("oekonomi_pr_omraade").rows() if row["omraade_id"]]
    for asked in ({}, {"omraade": (areas[0],)}, {"indsatsomraade": ("FAELLES",)}):
        rows = fetch("oekonomi_forloeb", statusdato=statusdato, **asked).rows()
        assert (
            rows[-1]["forventet_akkumuleret_kr"]
            == fetch("noegletal", statusdato=statusdato, **asked).one()["prognose_kr"]
        )
