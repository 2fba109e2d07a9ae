"""milepaele_pr_spor: what is due, reached, overdue and open on each of the two tracks."""

from datetime import date

from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.deliveries import exports

MILESTONES = [
    {"aftalt_dato": date(2022, 1, 31), "naaet_dato": date(2022, 2, 20), "status": "naaet"},  # late, but reached
    {"aftalt_dato": date(2022, 2, 28), "naaet_dato": date(2022, 4, 2), "status": "naaet"},  # reached after statusdato
    {"aftalt_dato": date(2022, 3, 31), "status": "i_gang"},  # due on the very day
    {"aftalt_dato": date(2022, 3, 1), "status": "bortfaldet"},  # given up: counted by itself only
    {"aftalt_dato": date(2022, 6, 1), "navn": "Den næste"},
    {"aftalt_dato": date(2022, 9, 1), "navn": "Den efter"},
    {"spor": "fysisk", "helhedsplan_id": None, "indsatsomraade_kode": None, "aftalt_dato": date(2022, 5, 1)},
]
COUNTS = ("spor", "milepaele", "til_dato", "naaet", "overskredet", "aabne", "bortfaldne")


def test_each_track_tells_what_is_due_reached_overdue_open_and_given_up():
    with published_tables(exports(milepael=MILESTONES), date(2022, 4, 10)) as ask:
        found = ask("milepaele_pr_spor", statusdato=date(2022, 3, 31))
    assert picked(found, *COUNTS) == [("boligsocial", 6, 3, 1, 2, 4, 1), ("fysisk", 1, 0, 0, 0, 1, 0)]


def test_the_next_one_is_the_first_agreed_after_statusdato_that_is_open():
    with published_tables(exports(milepael=MILESTONES), date(2022, 4, 10)) as ask:
        found = ask("milepaele_pr_spor", statusdato=date(2022, 3, 31))
    assert picked(found, "naeste_navn", "naeste_dato") == [
        ("Den næste", date(2022, 6, 1)),
        ("Aftale", date(2022, 5, 1)),
    ]


def test_there_is_no_row_for_a_track_without_milestones():
    with published_tables(exports(), date(2022, 4, 10)) as ask:
        assert ask("milepaele_pr_spor") == []
