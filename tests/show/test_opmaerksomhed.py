"""Since when a point has been off course: told by the figures that each meeting saw, without a break."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from overblik.answers import Choice, fetch
from overblik.show import opmaerksomhed, saetninger

CHOICE = Choice(statusdato=date(2023, 3, 31))


def test_it_is_counted_back_meeting_by_meeting_until_it_was_on_course(example_data: Path):
    points = {row["punkt_id"]: row for row in fetch("opmaerksomhedspunkter", CHOICE).rows()}
    for name in ("oekonomi:MOT:ALLE", "oekonomi:RIN:BES", "aktivitet:SYD:SAM"):
        point = points[name]
        square = (point["omraade_id"], point["indsatsomraade_kode"], point["art"])
        expected = None
        for day in (date(2022, 12, 31), date(2022, 9, 30), date(2022, 6, 30), date(2022, 3, 31)):
            rows = fetch("status", CHOICE, statusdato=day).rows()
            (status,) = [
                row["status"] for row in rows
                if (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]) == square
            ]  # fmt: skip
            if status not in ("gul", "roed"):
                break
            expected = day
        assert opmaerksomhed.off_since(point, CHOICE) == expected, name


def test_what_tells_its_own_date_and_what_is_new_says_nothing_more(example_data: Path):
    points = fetch("opmaerksomhedspunkter", CHOICE).rows()
    milestone = next(row for row in points if row["art"] == "milepael")
    money = next(row for row in points if row["art"] == "oekonomi")
    assert opmaerksomhed.off_since(milestone, CHOICE) is None
    assert opmaerksomhed.off_since(money, replace(CHOICE, statusdato=date(2021, 4, 30))) is None  # before any meeting
    assert saetninger.lasting(None) == ""
    assert saetninger.lasting(date(2022, 12, 31)).replace("\u00a0", " ") == (
        " Sådan har det været mindst siden status pr. 31. december 2022."
    )
