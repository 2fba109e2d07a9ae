"""Whatever a reader asks, the answer comes from the protected release alone, and holds no small count of people."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from overblik.answers import Choice, month, questions
from overblik.export import made
from overblik.settings import ROOT, settings
from tests.answers.asked import asked
from tests.deliveries import Row
from tests.pages.opening import is_calm, opened, said
from tests.plans import RandomPlan, random_question
from tests.protection.honest import honest_plan
from tests.protection.people import NOT_PEOPLE, PEOPLE
from tests.protection.releasing import one_after_the_other, only_the_release

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def all_answers(choice: Choice) -> dict[str, list[list[Row]]]:
    """The rows of every question, asked with one choice."""
    return {name: [answer.rows() for answer in asked(name, choice)] for name in questions()}


def choices(plan: RandomPlan, seed: int) -> list[Choice]:
    """No filters, and two that are drawn."""
    rng = Random(seed)
    drawn = [random_question(rng, plan) for _ in range(2)]
    months = [{key: month(one[key]) for key in ("fra", "til") if key in one} for one in drawn]
    return [Choice(), *(Choice(**(one | of)) for one, of in zip(drawn, months, strict=True))]


@pytest.mark.parametrize("seed", [11, 12])
def test_every_answer_is_the_same_when_nothing_is_left_but_the_release(seed: int) -> None:
    plan = honest_plan(seed)
    with one_after_the_other(plan.today, plan.tables) as (data, _):
        before = [all_answers(choice) for choice in choices(plan, seed)]
        only_the_release(data)
        assert {place.name for place in data.iterdir()} == {"udgivelser"}
        forget()
        assert [all_answers(choice) for choice in choices(plan, seed)] == before


def test_every_page_says_the_same_when_nothing_is_left_but_the_release() -> None:
    plan = honest_plan(13)
    with one_after_the_other(plan.today, plan.tables) as (data, _):
        before = {name: said(opened(name)) for name in PAGES}
        only_the_release(data)
        forget()
        for name in PAGES:
            page = opened(name)
            assert is_calm(page), name
            assert said(page) == before[name], name


@pytest.mark.parametrize("seed", [21, 22, 23])
def test_no_answer_shows_a_small_count_of_people(seed: int) -> None:
    plan = honest_plan(seed)
    shown = 0
    with one_after_the_other(plan.today, plan.tables):
        for choice in choices(plan, seed):
            for name, answers in all_answers(choice).items():
                for column in PEOPLE & set(questions()[name].columns):
                    found = [row for rows in answers for row in rows if row[column] is not None]
                    assert not [row for row in found if 0 < row[column] < threshold(row)], (name, column)
                    shown += len(found)
    assert shown, "there must be counts to look at"


def test_every_count_in_an_answer_is_said_to_be_of_people_or_not() -> None:
    counts = {
        column
        for question in questions().values()
        for column, described in question.columns.items()
        if described.unit == "antal"
    }
    assert counts - PEOPLE - NOT_PEOPLE == set(), "say in tests/protection/people.py what these count"
    assert not PEOPLE & NOT_PEOPLE


def threshold(row: Row) -> int:
    """Below what a count is small; random plans have one sensitive indsatsområde."""
    return 10 if row.get("indsatsomraade_kode") == "KRI" else 5


PAPERS: dict[str, Callable[[], made.File]] = {
    "mødebilag": lambda: made.meeting_pdf(None, Choice()),  # the slides hold the same, with the time they were made
    "årsstatus": lambda: made.year_pdf(2022, Choice()),
}


@pytest.mark.parametrize("name", [*PAPERS, pytest.param("læsefil", marks=pytest.mark.long)])
def test_a_document_is_the_same_when_nothing_is_left_but_the_release(
    name: str, example_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = PAPERS.get(name, lambda: made.reading_file(Choice()))
    before = make().sha256
    shutil.copytree(example_data / "udgivelser", tmp_path / "udgivelser")
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    forget()
    assert make().sha256 == before


def forget() -> None:
    """Asks everything anew: what is remembered of a release would answer without reading it."""
    from overblik import answers, release
    from overblik.answers import database

    for module in (answers, database, release, made):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()
