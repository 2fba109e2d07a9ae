"""Since a meeting: which release it saw, and that every change told equals a naive comparison of the raw exports."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from overblik.answers import Choice, comparing, current_release, fetch
from overblik.answers.since import Basis, Source, basis
from overblik.intake.protection_key import EXAMPLE_KEY
from overblik.release_history import chain, release_at
from overblik.settings import settings as our_settings
from overblik.show import siden_saetninger as words
from overblik.show.saetninger import in_words
from tests.answers.differences import same
from tests.answers.engine import betegnelser, long_run
from tests.answers.optional import picked, published_with
from tests.answers.releases import publish_next
from tests.deliveries import Row, Tables, exports
from tests.later_plans import decisions, later
from tests.naive import protected
from tests.naive.siden import Changes, changes
from tests.naive.valg import choose
from tests.plans import RandomPlan, plans, random_question
from tests.random_choices import month_end

MEETING = {"moede_id": "M1", "organ": "styregruppe", "dato": date(2022, 4, 20), "titel": "Forår"}
FIRST, SECOND, THIRD = date(2022, 4, 10), date(2022, 7, 8), date(2022, 10, 9)


def spent(*amounts: str) -> Tables:
    """Forbrug of January, February, … 2022."""
    return exports(
        oekonomi=[
            {"beloeb_kr": amount, "periode_start": date(2022, month, 1), "periode_slut": month_end(2022, month)}
            for month, amount in enumerate(amounts, 1)
        ]
    )


def meeting(dato: date = MEETING["dato"]) -> Row:
    """The meeting as `moeder` tells it."""
    return {**MEETING, "dato": dato, "statusdato": dato.replace(day=1) - timedelta(days=1)}


def test_the_meeting_is_compared_with_the_newest_release_up_to_its_day():
    with published_with(spent("100", "100", "100"), FIRST, moede=[MEETING]):
        first = current_release().id
        second = publish_next(spent("100", "100", "120", "10", "10", "10"), SECOND)
        third = publish_next(spent("100", "100", "120", "10", "10", "11"), THIRD)
        data = our_settings().data
        assert [release.id for release in chain(data)] == [third, second, first]
        days = [FIRST - timedelta(days=1), FIRST, SECOND - timedelta(days=1), SECOND, THIRD + timedelta(days=99)]
        found = [release_at(data, day) for day in days]
        assert [release and release.id for release in found] == [None, first, first, second, third]
        # What a pinned link shows never sees what came later.
        assert release_at(data, THIRD, second) == current_release(second)

        since = basis(Choice(), meeting())
        assert (since.source, since.then.release, since.now.release) == (Source.OWN, first, third)
        assert (since.then.statusdato, since.now.statusdato) == (date(2022, 3, 31), date(2022, 6, 30))
        # Figures that were locked for a later meeting are those that it saw.
        locked = basis(Choice(), {**meeting(SECOND), "data_laas_dato": FIRST})
        assert (locked.source, locked.then.release) == (Source.OWN, first)
        assert basis(Choice(), meeting(SECOND)).then.release == second
        money = comparing.corrected(
            *(answer.rows() for answer in since.same_months("oekonomi_pr_maaned")), "forbrug_kr"
        )
        assert picked(money, "maaned", "foer", "nu", "forskel") == [
            ("2022-03", Decimal("100.00"), Decimal("120.00"), Decimal("20.00"))
        ]
        assert basis(Choice(release=first), meeting()).source is Source.SAME


def test_a_release_that_reached_less_far_than_the_meeting_is_asked_for_what_it_had():
    with published_with(spent("100", "100"), FIRST, moede=[MEETING]):
        publish_next(spent("100", "100", "100", "100"), SECOND)
        assert basis(Choice(), meeting()).seen == date(2022, 2, 28)


def test_without_a_release_from_then_the_present_one_answers_for_both_and_corrections_are_unknown():
    with published_with(spent("100", "100", "100"), SECOND, moede=[MEETING]):
        since = basis(Choice(), meeting())
        assert (since.source, since.is_own) == (Source.NO_RELEASE, False)
        assert since.then.release == since.now.release
        assert words.compared(since, SECOND) == (
            "Der findes ingen udgivelse fra før mødet; sammenlignet med de samme tal pr. 31. marts 2022."
        )


def test_what_the_release_of_the_time_does_not_know_is_not_asked_of_it():
    with published_with(spent("100", "100", "100"), FIRST, moede=[MEETING]):
        areas = [{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen"}]
        publish_next(spent("100", "100", "100", "100") | exports(boligomraade=areas) | spent("1"), SECOND)
        assert basis(Choice(omraade=("SYD",)), meeting()).source is Source.UNKNOWN_CHOICE
        assert basis(Choice(omraade=("NORD",)), meeting()).source is Source.OWN


def test_the_example_is_no_past_of_real_figures(example_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import shutil

    shutil.copytree(example_data, tmp_path / "data")
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path / "data"))
    our_settings.cache_clear()
    publish_next(spent("100"), date(2023, 6, 1))
    data = our_settings().data
    assert [release.is_example for release in chain(data)] == [False, True]
    assert release_at(data, date(2023, 5, 1)) is None


# A failing pair is named by its seeds, so it needs no shrinking.
COMMON: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "phases": [Phase.generate],
    "suppress_health_check": list(HealthCheck),
}
PAIRS = (plans(rows=25), st.integers(0, 2**32 - 1))


@settings(max_examples=10, derandomize=True, **COMMON)
@given(*PAIRS)
def test_every_change_told_equals_a_naive_comparison_of_the_two_exports(plan: RandomPlan, seed: int):
    publish_and_compare(plan, seed)


@pytest.mark.long
@settings(max_examples=long_run() // 5, **COMMON)
@given(*PAIRS)
def test_many_pairs_equal_a_naive_comparison(plan: RandomPlan, seed: int):
    publish_and_compare(plan, seed)


def publish_and_compare(plan: RandomPlan, seed: int) -> None:
    """Publishes a plan, then the same some months on, and compares since a meeting in between, plain and filtered."""
    rng = Random(seed)
    day, tables = later(rng, plan)
    meeting_day = plan.today + timedelta(days=rng.randint(0, (day - plan.today).days - 1))
    areas = [row["omraade_id"] for row in tables["boligomraade"]]
    decided = decisions(rng, areas, plan.today, day)
    meetings = [{**MEETING, "dato": meeting_day}]
    asked = {name: value for name, value in random_question(rng, plan).items() if name not in ("fra", "til")}
    with published_with(plan.tables, plan.today, moede=meetings, beslutning=decided[0]):
        first = current_release().id
        publish_next(tables, day, beslutning=decided[1])
        for chosen in ({}, asked, {"omraade": (rng.choice(areas),)}):
            since = basis(Choice(**chosen), meeting(meeting_day))
            assert (since.source, since.then.release) == (Source.OWN, first)
            compare(since, naive(plan, tables, day, meeting_day, decided, chosen))


def naive(
    plan: RandomPlan, tables: Tables, day: date, meeting_day: date, decided: tuple[list[Row], list[Row]], chosen: Row
) -> Changes:
    """The changes straight from the exports."""
    old = protected(plan.tables, EXAMPLE_KEY) | {"beslutning": decided[0]}
    new = protected(tables, EXAMPLE_KEY) | {"beslutning": decided[1]}
    now = choose(new, today=day, betegnelser=betegnelser(), **chosen)
    same_plan = chosen | {"plan": now.plan["helhedsplan_id"]}
    own = choose(old, today=plan.today, **(same_plan | {"statusdato": None})).statusdato
    seen = min(own, now.statusdato, meeting_day.replace(day=1) - timedelta(days=1))
    then, now_as_then = (choose(rows, today=day, **(same_plan | {"statusdato": seen})) for rows in (old, new))
    return changes(then, now, now_as_then)


def compare(since: Basis, expected: Changes) -> None:
    """Every list and every number; then the sentence on top."""

    def both(name: str) -> list[list[Row]]:
        return [answer.rows() for answer in since.both(name)]

    turned = comparing.turned(*both("status"))
    key = ("omraade_id", "indsatsomraade_kode", "dimension")
    found = {tuple(row[name] for name in key): (row["foer"], row["nu"]) for row in turned}
    assert found == expected.turned
    reached, late = comparing.reached(*both("milepaele")), comparing.newly_late(*both("milepaele"))
    assert ids(reached, "milepael_id") == expected.reached
    assert ids(late, "milepael_id") == expected.late
    moved = comparing.moved(*both("milepaele"))
    assert {row["milepael_id"]: (row["ventet_foer"], row["forventet_dato"]) for row in moved} == expected.moved
    assert ids(comparing.done(*both("beslutninger")), "beslutning_id") == expected.done
    figures = comparing.figures(*(answer.one() for answer in since.both("noegletal")))
    for row in figures:
        then, now = expected.figures[row["maal"]]
        assert same(then, row["foer"]), row
        assert same(now, row["nu"]), row
        assert (row["forskel"] is None) == (then is None or now is None)
        assert row["forskel"] is None or row["forskel"] == row["nu"] - row["foer"]
    for question, column in (("oekonomi_pr_maaned", "forbrug_kr"), ("aktivitet_pr_maaned", "fremmoeder")):
        corrected = comparing.corrected(*(answer.rows() for answer in since.same_months(question)), column)
        told = {row["maaned"]: (row["foer"], row["nu"]) for row in corrected}
        assert told == (expected.forbrug if column == "forbrug_kr" else expected.fremmoeder)
    sentence = words.heading(since.seen, "", turned, reached, late, figures)
    before, after = expected.figures["forbrug_kr"]
    parts = {
        "vendt": len(expected.turned), "nået": len(expected.reached), "overskredet": len(expected.late),
        "steget": after > before, "faldet": after < before,
    }  # fmt: skip
    unchanged = "ingen status er vendt, ingen milepæl er nået eller nu over fristen, og forbruget er uændret"
    assert (unchanged in sentence) == (not any(parts.values()))
    told = sentence.replace(unchanged, "")
    assert {word: word in told for word in parts} == {word: bool(count) for word, count in parts.items()}
    for count in (len(expected.turned), len(expected.reached), len(expected.late)):
        assert not count or f" {in_words(count)} " in sentence


def ids(rows: Iterable[Any], name: str) -> set[str]:
    """The ids of rows, each once."""
    listed = [row[name] for row in rows]
    assert len(listed) == len(set(listed))
    return set(listed)


def test_the_moeder_of_the_example_have_no_release_of_their_own(example_data: Path):
    rows = [row for row in fetch("moeder").rows() if row["dato"] < date(2023, 4, 1)]
    assert {basis(Choice(), row).source for row in rows} == {Source.NO_RELEASE}
