"""godkendelser: who approved what, what is awaited, and that a later outcome ends the waiting."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports


def approval(key: str, outcome: str, told: date, **more: object) -> Row:
    usual = {"genstand": "Planen", "organ": "urafstemning", "omraade_id": "NORD"}
    return {"godkendelse_id": key, "udfald": outcome, "oplyst_dato": told, **usual, **more}


def test_what_is_awaited_comes_first_and_a_later_outcome_ends_the_waiting():
    rows = [
        approval("WAITED", "afventer", date(2021, 5, 5)),
        approval("THEN_YES", "godkendt", date(2021, 9, 1), dato=date(2021, 8, 30)),
        approval("OTHER_BODY", "eventuel", date(2021, 5, 5), organ="repræsentantskab"),
        approval("STILL", "afventer", date(2021, 5, 5), genstand="Budgettet"),
        approval("LATER", "godkendt", date(2022, 5, 5), genstand="Huslejen"),
        approval("NO_BODY", "afventer", date(2021, 5, 5), organ="ikke oplyst", genstand="Lokalet"),
        approval("BODY_TOLD", "udsat", date(2021, 6, 6), organ="afdelingsmøde", genstand="Lokalet"),
        approval("WHOLE_PLAN", "afventer", date(2021, 5, 5), organ="byråd", omraade_id=None),
    ]
    with published_with(exports(milepael=[{}]), date(2022, 6, 10), godkendelse=rows) as ask:
        found = ask("godkendelser", omraade=("NORD",), statusdato=date(2022, 3, 31))
        everything = ask("godkendelser", statusdato=date(2022, 3, 31))
    assert picked(found, "godkendelse_id", "udfald_navn", "afventes", "efter_statusdato") == [
        ("STILL", "Afventer", True, False),
        ("BODY_TOLD", "Udsat", True, False),
        ("OTHER_BODY", "Eventuel", True, False),
        ("LATER", "Godkendt", False, True),
        ("THEN_YES", "Godkendt", False, False),
        ("NO_BODY", "Afventer", False, False),  # the body was told later
        ("WAITED", "Afventer", False, False),  # it was awaited until then
    ]
    assert len(everything) == 8  # without a filter what concerns the whole plan is there too


def test_there_is_nothing_where_the_table_is_not_delivered():
    with published_tables(exports(), date(2022, 6, 10)) as ask:
        assert ask("godkendelser") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    delivered = example_tables()["godkendelse"]
    found = fetch("godkendelser").rows()
    assert {row["godkendelse_id"]: row["udfald"] for row in found} == {
        row["godkendelse_id"]: row["udfald"] for row in delivered
    }
    assert {row["godkendelse_id"] for row in found if row["afventes"]} == {
        row["godkendelse_id"] for row in delivered if row["udfald"] in ("afventer", "eventuel", "udsat")
    }  # nothing in the example has had a later outcome


def test_it_is_awaited_since_the_first_time_that_was_told_without_a_break():
    rows = [
        approval("ONCE", "afventer", date(2021, 5, 5), genstand="Planen: afstemning"),
        approval("AGAIN", "udsat", date(2021, 9, 1), genstand="Planen: afstemning"),
        approval("NO", "forkastet", date(2021, 5, 5), genstand="Huslejen: 2: forhøjelse"),
        approval("ANEW", "afventer", date(2021, 9, 1), genstand="Huslejen: 2: forhøjelse", organ="afdelingsmøde"),
        approval("NO_AGAIN", "forkastet", date(2021, 6, 5), genstand="Kl. 12:30", organ="afdelingsmøde"),
        approval("RETRY", "afventer", date(2021, 10, 1), genstand="Kl. 12:30", organ="afdelingsmøde"),
    ]
    with published_with(exports(milepael=[{}]), date(2022, 6, 10), godkendelse=rows) as ask:
        found = {row["godkendelse_id"]: row for row in ask("godkendelser", statusdato=date(2022, 3, 31))}
    told = {key: (row["hovedsag"], row["led"], row["siden_dato"]) for key, row in found.items()}
    assert told == {
        "ONCE": ("Planen", "afstemning", None),  # told anew since
        "AGAIN": ("Planen", "afstemning", date(2021, 5, 5)),
        "NO": ("Huslejen", "2: forhøjelse", None),
        "ANEW": ("Huslejen", "2: forhøjelse", date(2021, 9, 1)),
        "NO_AGAIN": ("Kl. 12:30", None, None),
        "RETRY": ("Kl. 12:30", None, date(2021, 10, 1)),  # refused in between
    }
    assert found["ANEW"]["organ_plads"] < found["AGAIN"]["organ_plads"]
