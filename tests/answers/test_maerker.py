"""Each mark through the one door: small alone, few, rounded, hidden, missing, not relevant, not registered, nought."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from overblik.answers import Choice, maerker, questions
from overblik.answers.__main__ import to_csv, to_json, to_table
from tests.answers.asked import asked
from tests.answers.engine import Ask, published_tables
from tests.answers.indsats_plan import values
from tests.answers.maerke_plan import BAND, CAFE, RAAD, STATUSDATO, TODAY, TOM, tables

NAMES = [name for name, question in questions().items() if any(map(maerker.is_mark, question.columns))]
KNOWN = {"faa", "afrundet", "mindst", "skjult", "mangler", "ikke_relevant", "under_5", "under_10"}


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with published_tables(tables(), TODAY) as ask:
        yield lambda name, **asked: ask(name, **({"statusdato": STATUSDATO} | asked))


def months(ask: Ask, **asked: object) -> dict[str, tuple[object, object]]:
    rows = ask("aktivitet_pr_maaned", fra="2023-01", til="2023-07", **asked)
    return {row["maaned"]: (row["fremmoeder"], row["fremmoeder_maerke"]) for row in rows}


def test_each_month_is_told_as_what_it_is(ask: Ask):
    assert months(ask) == {
        "2023-01": (None, "under_5"),  # three came to one indsats
        "2023-02": (None, "faa"),  # three and two, each rounded to nought
        "2023-03": (40, "afrundet"),  # forty exactly, and two rounded to nought
        "2023-04": (None, "under_5"),  # nobody to one, four to the other: a nought adds nothing
        "2023-05": (60, None),  # sixty and nobody: exact
        "2023-06": (None, "under_10"),  # seven, where the threshold is ten
        "2023-07": (None, None),  # nothing registered
    }


def test_nought_hidden_missing_and_not_relevant_are_four_different_things(ask: Ask):
    def of(indsats: str) -> dict[str, tuple[object, object]]:
        rows = ask("indsats_pr_maaned", indsats=indsats, fra="2023-01", til="2023-06")
        return {row["maaned"]: (row["fremmoeder"], row["fremmoeder_maerke"]) for row in rows}

    assert of(CAFE)["2023-04"] == (0, None)
    assert of(CAFE)["2023-06"] == (None, "skjult")
    assert (of(TOM)["2023-01"], of(TOM)["2023-02"]) == ((None, "mangler"), (None, "ikke_relevant"))
    assert of(TOM)["2023-03"] == (None, None)


def test_a_percentage_that_rests_on_small_numbers_alone_is_hidden_and_another_says_that_it_is_rounded(ask: Ask):
    rows = ask("aktivitet_pr_indsats")
    assert values(rows, "indsats_id", "fremmoeder_aar", "fremmoeder_aar_maerke", "maal_pct", "maal_pct_maerke") == [
        (BAND, 60, "afrundet", None, None),
        # Five in January as it is published and forty in March, of half a year's part of a hundred.
        (CAFE, 45, "afrundet", 90.0, "afrundet"),
        (RAAD, None, "under_10", None, "skjult"),
        (TOM, None, "mangler", None, None),
    ]


def test_a_status_from_a_hidden_percentage_is_grey_and_says_why(ask: Ask):
    rows = [row for row in ask("status") if row["dimension"] == "aktivitet" and row["omraade_id"] == "NORD"]
    assert values(rows, "indsatsomraade_kode", "status", "aarsag", "status_maerke") == [
        ("ALLE", "roed", "under_maal", "afrundet"),
        ("KRI", "graa", "skjult", None),
        ("UDD", "gul", "under_maal", "afrundet"),
    ]


def test_hours_and_sessions_beside_small_numbers_are_hidden_and_their_sums_say_at_least(ask: Ask):
    rows = {row["maaned"]: row for row in ask("aktivitet_pr_maaned", fra="2023-01", til="2023-06")}
    assert (rows["2023-01"]["frivilligtimer"], rows["2023-01"]["frivilligtimer_maerke"]) == (None, "skjult")
    assert (rows["2023-05"]["frivilligtimer"], rows["2023-05"]["frivilligtimer_maerke"]) == (4.0, None)
    (row,) = ask("aktivitet_i_alt")
    # Café and Band in May, Café in June.
    assert (row["frivilligtimer"], row["frivilligtimer_maerke"], row["antal_afholdt_maerke"]) == (
        6.0,
        "mindst",
        "mindst",
    )


def test_a_hidden_measurement_hides_what_is_reckoned_from_it(ask: Ask):
    (row,) = ask("indikatorer")
    names = ("seneste_vaerdi", "seneste_vaerdi_maerke", "maalopfyldelse_pct", "maalopfyldelse_pct_maerke", "stand")
    assert [row[name] for name in names] == [None, "skjult", None, "skjult", "skjult"]


def test_a_fall_from_or_to_a_small_month_is_not_told_as_a_fall():
    def fald(*counts: int) -> int | None:
        usual, *_ = tables()["aktivitet"]
        held = [
            usual | {"registrering_id": f"F{month}", "dato": date(2023, month, 10), "fremmoeder": count}
            for month, count in enumerate(counts, start=3)
        ]
        with published_tables(tables() | {"aktivitet": held}, TODAY) as ask:
            points = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
        return next((row["fald_i_traek"] for row in points if row["art"] == "aktivitet"), None)

    assert fald(9, 8, 7, 6) == 3
    assert fald(9, 8, 7, 4) == 0  # what four became is chance


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_belongs_to_a_column_and_stands_where_it_must(name: str, ask: Ask):
    for answer in asked(name, Choice(statusdato=STATUSDATO)):
        for column in filter(maerker.is_mark, answer.question.columns):
            figure = column.removesuffix(maerker.ENDING)
            assert answer.question.columns[column].unit == maerker.UNIT
            for row in answer.rows():
                mark = row[column]
                assert mark is None or mark in KNOWN
                # What stands before a number needs one, what stands instead of one allows none.
                assert mark is None or (row[figure] is not None) == (mark in ("afrundet", "mindst")), figure


def test_the_command_line_gives_marks_as_columns_to_programs_and_as_words_to_people(ask: Ask):
    (answer,) = asked("aktivitet_i_alt", Choice(statusdato=STATUSDATO))
    assert '"nye_deltagere": null' in to_json(answer)
    assert '"nye_deltagere_maerke": "under_5"' in to_json(answer)
    assert "nye_deltagere_maerke" in to_csv(answer).splitlines()[0]
    assert "under_5" in to_csv(answer)
    text = to_table(answer)
    assert "_maerke" not in text
    assert "under 5" in text
    assert "ca.\u00a0115" in text


def test_the_example_shows_small_numbers_as_small(example_data: Path):
    rows = [row for answer in asked("indsatser") for row in answer.rows()]
    assert "afrundet" in {maerker.of(row, column) for row in rows for column in ("fremmoeder", "nye_deltagere")}
