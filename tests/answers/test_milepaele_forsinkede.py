"""milepaele_forsinkede: the worst first, with how late, since when, the new date or none, and who is responsible."""

from datetime import date

from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.deliveries import exports

STATUSDATO = date(2022, 3, 31)
MILESTONES = [
    {"milepael_id": "REACHED", "aftalt_dato": date(2022, 1, 1), "naaet_dato": date(2022, 3, 1), "status": "naaet"},
    {"milepael_id": "GONE", "aftalt_dato": date(2022, 1, 1), "status": "bortfaldet"},
    {"milepael_id": "ON_TIME", "aftalt_dato": date(2022, 5, 1), "forventet_dato": date(2022, 4, 20)},
    {"milepael_id": "SLIPS", "aftalt_dato": date(2022, 5, 1), "forventet_dato": date(2022, 5, 11)},  # not yet due
    {"milepael_id": "NO_DATE", "aftalt_dato": date(2022, 3, 29)},  # two days late, and nobody says until when
    {"milepael_id": "OLD_DATE", "aftalt_dato": date(2022, 3, 1), "forventet_dato": date(2022, 3, 15)},
    {"milepael_id": "YELLOW", "aftalt_dato": date(2022, 3, 1), "forventet_dato": date(2022, 4, 1)},
    {"milepael_id": "RED", "aftalt_dato": date(2022, 1, 1), "forventet_dato": date(2022, 6, 1)},
    {"milepael_id": "DUE_TODAY", "aftalt_dato": STATUSDATO, "forventet_dato": None},  # nought days, but overdue
]


def test_the_worst_comes_first_and_what_is_reached_given_up_or_on_time_is_left_out():
    with published_tables(exports(milepael=MILESTONES), date(2022, 4, 10)) as ask:
        found = ask("milepaele_forsinkede", statusdato=STATUSDATO)
    assert picked(found, "milepael_id", "forsinkelse_dage", "ny_dato", "alvor") == [
        ("RED", 151, date(2022, 6, 1), "roed"),
        ("YELLOW", 31, date(2022, 4, 1), "gul"),
        ("OLD_DATE", 30, None, "roed"),  # the date expected has passed: there is no new one
        ("SLIPS", 10, date(2022, 5, 11), "groen"),
        ("NO_DATE", 2, None, "roed"),
        ("DUE_TODAY", 0, None, "roed"),
    ]
