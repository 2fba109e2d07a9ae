"""What is kept is worked out once, bounded, forgotten with its cause, and nobody's to change."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from overblik import answers
from overblik.answers import Choice, database, fetch, questions
from overblik.answers.kept import kept
from overblik.answers.rows import Rows
from overblik.errors import ReleaseWithdrawn
from overblik.intake.clearing import leave_note
from overblik.release import current_id, read_release, releases_folder
from overblik.settings import settings
from tests.answers.asked import asked
from tests.answers.releases import publish_next
from tests.deliveries import exports


def one(_value: object) -> int:
    return 1


def test_twenty_who_ask_the_same_at_once_have_it_worked_out_once(
    example_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, all_there = [], threading.Barrier(20)
    ask = database.ask

    def noted(*args: object) -> object:
        begun.append(args)
        return ask(*args)  # type: ignore[arg-type]

    def together(_reader: int) -> list[dict[str, object]]:
        all_there.wait(30)
        return fetch("noegletal", choice).rows()

    choice = Choice(omraade=("SYD",), statusdato=date(2022, 4, 30))
    fetch("valg_plan")
    fetch("noegletal")  # what the choice is checked against is known
    answers._ask.cache_clear()
    fetch("valg_plan")
    monkeypatch.setattr(answers, "ask", noted)
    with ThreadPoolExecutor(20) as threads:
        shown = list(threads.map(together, range(20)))
    assert len(begun) == 1
    assert all(rows == shown[0] for rows in shown)


def test_an_error_is_told_to_all_who_wait_and_is_not_kept() -> None:
    tries = []

    @kept(10, 10, one)
    def half(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            raise ValueError("odd")
        return number // 2

    with pytest.raises(ValueError, match="odd"):
        half(6)
    assert half(6) == half(6) == 3
    assert tries == [6, 6]


def test_no_more_is_kept_than_there_is_room_for_and_the_longest_unused_leaves_first() -> None:
    made = []

    @kept(values=100, room=3_000, weigh=len)
    def text(number: int) -> str:
        made.append(number)
        return str(number) * 1_000

    for number in (1, 2, 3, 1, 4):  # 4 takes the place of 2
        text(number)
    assert (text.bytes, len(text)) == (3_000, 3)
    for number in (1, 3, 4, 2):
        text(number)
    assert made == [1, 2, 3, 4, 2]
    for number in range(1_000_000, 1_000_010):  # each takes more room than there is
        text(number)
    assert (text.bytes, len(text)) == (0, 0)


def test_no_more_values_are_kept_than_may_be() -> None:
    @kept(values=5, room=1_000, weigh=one)
    def same(number: int) -> int:
        return number

    for number in range(50):
        same(number)
    assert (len(same), same.bytes) == (5, 5)


def test_all_answers_to_all_questions_weigh_what_they_hold(example_data: Path) -> None:
    answers._ask.cache_clear()
    before = answers._ask.bytes
    found = [answer for name in questions() for answer in asked(name)]
    held = sum(answer.table.nbytes for answer in {id(answer.table): answer for answer in found}.values())
    assert answers._ask.bytes - before >= held


def test_what_a_page_does_to_its_rows_reaches_no_other_page(example_data: Path) -> None:
    for name in questions():
        for answer in asked(name):
            before = answer.table.to_pylist()
            for row in answer.rows():
                for column, value in row.items():
                    if isinstance(value, list):
                        value.append("spoilt")
                    row[column] = "spoilt"
                row["more"] = "spoilt"
            spoilt = answer.rows()
            spoilt.clear()
            assert answer.rows() == before
            assert Rows(answer.table).copied() == before


def test_two_choices_never_share_an_answer(example_data: Path) -> None:
    """Asked one after the other, all remembered; and each asked anew, with nothing remembered of the others."""
    names = ("noegletal", "status", "oekonomi_pr_aar", "milepaele")
    areas: list[tuple[str, ...]] = [(), *((row["omraade_id"],) for row in fetch("valg_omraade").rows())]
    choices = [Choice(omraade=area, statusdato=day) for area in areas for day in (None, date(2022, 6, 30))]
    remembered = {(choice, name): fetch(name, choice) for choice in choices for name in names}
    for (choice, name), answer in remembered.items():
        assert fetch(name, choice).table is answer.table
    answers._ask.cache_clear()
    for (choice, name), answer in reversed(remembered.items()):
        assert fetch(name, choice).table.equals(answer.table), (name, choice)
    assert len({repr(answer.rows()) for (_, name), answer in remembered.items() if name == "noegletal"}) == len(choices)


def test_an_answer_does_not_outlive_its_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    first = publish_next(exports(oekonomi=[{"beloeb_kr": "100"}]), date(2022, 10, 10))
    before = fetch("noegletal").rows()
    second = publish_next(exports(oekonomi=[{"beloeb_kr": "250"}]), date(2022, 10, 11))
    assert current_id(tmp_path) == second
    assert fetch("noegletal").rows() != before
    assert fetch("noegletal", release=first).rows() == before
    leave_note(releases_folder(tmp_path), read_release(tmp_path, first), withdrawn=True)
    with pytest.raises(ReleaseWithdrawn):
        fetch("noegletal", release=first)
