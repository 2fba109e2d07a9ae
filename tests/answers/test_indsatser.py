"""The list of indsatser, and the question of kernedrift."""

from collections.abc import Iterator

import pytest

from tests.answers.engine import Ask
from tests.answers.indsats_plan import CAFE, FREMTID, KRI, VANDRING, indsats_plan, values


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with indsats_plan() as ask:
        yield ask


def test_every_indsats_of_the_plan_is_listed_in_the_order_of_the_indsatsomraader(ask: Ask):
    assert values(ask("indsatser"), "indsats_id", "indsatsomraade_navn", "omraader", "status_navn") == [
        (CAFE, "Uddannelse", "Ærøgården, Åbyen", "I gang"),
        (FREMTID, "Forebyggelse", "Åbyen", "Planlagt"),  # its only trace of an area is a milestone
        (VANDRING, "Forebyggelse", "Ærøgården", "I gang"),
    ]


def test_milestones_are_the_indsats_own_and_given_up_ones_do_not_count(ask: Ask):
    rows = ask("indsatser")
    assert values(rows, "indsats_id", "milepaele_til_dato", "milepaele_naaet", "milepaele_overskredet") == [
        (CAFE, 2, 1, 1),
        (FREMTID, 0, 0, 0),
        (VANDRING, 0, 0, 0),
    ]


def test_attendance_stands_against_the_target_and_nothing_registered_is_none(ask: Ask):
    rows = ask("indsatser")
    assert values(rows, "indsats_id", "fremmoeder", "fremmoeder_aar", "maal", "maal_pct") == [
        (CAFE, 72, 42, 10.0, 120.0),
        (FREMTID, None, None, None, None),
        (VANDRING, 17, None, None, None),
    ]


def test_an_area_keeps_the_indsatser_that_touch_it_and_only_their_rows_there(ask: Ask):
    rows = ask("indsatser", omraade=("SYD",))
    assert values(rows, "indsats_id", "fremmoeder", "milepaele_til_dato") == [(CAFE, 50, 0), (FREMTID, None, 0)]
    assert rows[0]["omraader"] == "Ærøgården, Åbyen"  # where it is stays a fact about it
    assert values(ask("indsatser", organisation=("BO",)), "indsats_id") == [(CAFE,), (FREMTID,)]


def test_an_indsatsomraade_keeps_its_own(ask: Ask):
    assert values(ask("indsatser", indsatsomraade=(KRI,)), "indsats_id") == [(FREMTID,), (VANDRING,)]
    assert ask("indsatser", indsatsomraade=("FAELLES",)) == []


def test_kernedrift_counts_every_answer_and_what_is_not_told(ask: Ask):
    assert values(ask("kernedrift"), "kernedrift", "navn", "antal") == [
        ("uafklaret", "Uafklaret", 1),
        ("samarbejde", "Samarbejde", 0),
        ("ingen_overlap", "Ingen overlap", 1),
        (None, "Ikke oplyst", 1),
    ]
    assert values(ask("kernedrift", indsatsomraade=("FAELLES",)), "antal") == [(0,), (0,), (0,), (0,)]
