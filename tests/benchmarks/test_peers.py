"""What is measured beside Overblik shows the same numbers, and what was not reached is said to be so."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks import dataset
from benchmarks.goals import Goal, table
from benchmarks.page import write
from benchmarks.peers import same
from benchmarks.peers.numbers import TABLES, Source
from overblik.settings import ROOT
from tests.supply.pins import RUNTIME, pins

DAYS = (date(2023, 3, 31), date(2023, 1, 31))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dataset.Dataset:
    """Rows enough that no number is small: the example's three areas and one more."""
    return dataset.made(tmp_path_factory.mktemp("bench"), 60_000, 4)


def test_raw_rows_cube_and_overblik_give_the_same_numbers(
    small: dataset.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(small.data))
    assert same.checked(small, [(), ("SB",), ("FOB", "SB")], DAYS) > 3_000


def test_one_number_that_differs_stops_the_run_and_is_not_told(small: dataset.Dataset) -> None:
    cube = Source.cube({name: str(small.table(name)) for name in TABLES})
    right = same.of_peer(cube.ask_all((), DAYS[0]))
    (name, (attended, *others)), *_ = right["omraader"].items()
    wrong = {**right, "omraader": {**right["omraader"], name: (attended + 1, *others)}}
    with pytest.raises(same.Differ, match="omraader") as raised:
        same.compared("one", right, wrong)
    assert str(attended) not in str(raised.value)


@pytest.mark.parametrize(
    ("goal", "word"),
    [
        (Goal("klik", 1.2, 1.2), "nået"),  # the limit itself is reached
        (Goal("klik", 1.2, 1.21), "ikke nået"),
        (Goal("rækker", 2.5, 2.49, at_least=True), "ikke nået"),
        (Goal("rækker", 2.5, 2.5, at_least=True), "nået"),
        (Goal("sessioner", 45, None, at_least=True), "ikke målt"),  # left out of this run
        (Goal("sessioner", 200, float("nan")), "ikke målt"),  # nobody was answered
    ],
)
def test_a_goal_that_is_missed_or_not_measured_is_said_to_be(goal: Goal, word: str) -> None:
    assert goal.verdict == word
    assert table([goal]).endswith("| nået |" if word == "nået" else f"| **{word}** |")


def test_what_was_measured_replaces_the_last_run_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "hastighed.md"
    page.write_text((ROOT / "docs" / "hastighed.md").read_text(encoding="utf-8"), encoding="utf-8")
    write("| første |", page)
    first = page.read_text(encoding="utf-8")
    write("| anden |", page)
    assert page.read_text(encoding="utf-8") == first.replace("| første |", "| anden |")
    assert "## Where the time goes" in first


def test_a_page_that_has_lost_its_marks_is_not_written(tmp_path: Path) -> None:
    page = tmp_path / "hastighed.md"
    page.write_text("# Hastighed\n", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        write("| ny |", page)
    assert page.read_text(encoding="utf-8") == "# Hastighed\n"


def test_the_peers_packages_are_exact_and_none_of_them_is_ours() -> None:
    bench = {pin.name: pin.version for pin in pins(ROOT / "requirements-bench.txt")}
    assert "dash" in bench
    assert not set(bench) & {pin.name for pin in pins(RUNTIME)}
