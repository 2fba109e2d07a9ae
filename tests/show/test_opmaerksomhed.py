"""Since when a point has been off course: told by the figures that each meeting saw, without a break."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from overblik.answers import Choice, fetch
from overblik.show import saetninger, varighed
from tests.answers.optional import published_with
from tests.deliveries import exports

CHOICE = Choice(statusdato=date(2023, 3, 31))


def test_it_is_counted_back_meeting_by_meeting_until_it_was_not_there(example_data: Path):
    now = {row["punkt_id"]: row for row in fetch("opmaerksomhedspunkter", CHOICE).rows()}
    told = {}
    for name in ("oekonomi:MOT:ALLE", "oekonomi:RIN:BES", "aktivitet:SYD:SAM"):
        expected = None
        for day in (date(2022, 12, 31), date(2022, 9, 30), date(2022, 6, 30), date(2022, 3, 31)):
            then = {row["punkt_id"] for row in fetch("opmaerksomhedspunkter", CHOICE, statusdato=day).rows()}
            if name not in then:
                break
            expected = day
        told[name] = expected
        assert varighed.off_since(now[name], CHOICE) == expected, name
    assert any(told.values())


def test_a_deviation_to_the_other_side_is_another_point():
    spent = [
        {"type": "budget_oprindeligt", "beloeb_kr": "1000", "periode_slut": date(2023, 12, 31)},
        {"beloeb_kr": "600", "periode_slut": date(2022, 6, 30)},  # in June the pace leads to 2.400
        {"beloeb_kr": "0", "periode_start": date(2022, 7, 1), "periode_slut": date(2022, 12, 31)},  # in December to 600
    ]
    years = [{"start_dato": date(2022, 1, 1), "slut_dato": date(2023, 12, 31)}]
    meeting = [{"moede_id": "M", "organ": "styregruppe", "dato": date(2022, 7, 1), "titel": "Møde"}]
    with published_with(exports(helhedsplan=years, oekonomi=spent), date(2023, 1, 15), moede=meeting):
        june, december = (
            next(row for row in fetch("opmaerksomhedspunkter", statusdato=day).rows() if row["art"] == "oekonomi")
            for day in (date(2022, 6, 30), date(2022, 12, 31))
        )
        assert june["punkt_id"] == december["punkt_id"]
        assert june["beloeb_kr"] > 0 > december["beloeb_kr"]
        assert varighed.off_since(december, Choice(statusdato=date(2022, 12, 31))) is None


def test_what_is_said_is_of_the_figures_that_the_points_are_of(example_data: Path):
    part = replace(CHOICE, omraade=("MOT",), organisation=("BOLIGKORSOER",))
    asked = varighed.asked_for(fetch("opmaerksomhedspunkter", part))
    assert (asked.omraade, asked.organisation, asked.statusdato) == (part.omraade, part.organisation, part.statusdato)
    assert asked.release


def test_what_tells_its_own_date_and_what_is_new_says_nothing_more(example_data: Path):
    points = fetch("opmaerksomhedspunkter", CHOICE).rows()
    milestone = next(row for row in points if row["art"] == "milepael")
    money = next(row for row in points if row["art"] == "oekonomi")
    assert varighed.off_since(milestone, CHOICE) is None
    assert varighed.off_since(money, replace(CHOICE, statusdato=date(2021, 4, 30))) is None  # before any meeting
    assert saetninger.lasting(None) == ""
    assert saetninger.lasting(date(2022, 12, 31)).replace("\u00a0", " ") == (
        " Det har krævet opmærksomhed mindst siden status pr. 31. december 2022."
    )
