"""A link that names a release shows the same for ever: byte-equal CSV before and after ten later releases."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from random import Random

from overblik import answers, release
from overblik.answers import current_release, database, questions
from overblik.answers.__main__ import main
from overblik.settings import ROOT
from tests.answers.engine import published
from tests.answers.releases import publish_next
from tests.deliveries import Tables, write
from tests.later_plans import later
from tests.plans import RandomPlan, random_plan

OWN = {"indsats": "I0", "indikator": "K0", "sted": "O0"}
AS_A_PROGRAM = ("noegletal", "status", "oekonomi_pr_maaned")
LATER = 10


def test_csv_of_a_release_is_byte_equal_before_and_after_ten_later_releases(tmp_path: Path):
    plan = random_plan(7, 40)
    with published(write(plan.tables, tmp_path / "leverance"), plan.today):
        pinned = current_release().id
        before = {name: csv_of(name, pinned) for name in questions()}
        as_a_program = {name: csv_of_a_program(name, pinned) for name in AS_A_PROGRAM}
        assert as_a_program == {name: before[name] for name in AS_A_PROGRAM}
        newest = [publish_next(tables, day) for day, tables in ten_later(plan)][-1]
        forget()
        assert current_release().id == newest
        assert {name: csv_of(name, pinned) for name in questions()} == before
        assert {name: csv_of_a_program(name, pinned) for name in AS_A_PROGRAM} == as_a_program
        assert csv_of("noegletal", newest) != before["noegletal"]


def ten_later(plan: RandomPlan) -> Iterator[tuple[date, Tables]]:
    """Ten times later, each a bit different from the one before."""
    rng = Random(11)
    for _ in range(LATER):
        day, tables = later(rng, plan)
        for row in tables["oekonomi"]:
            row["post_id"] = f"{row['post_id']}-{day}"
        plan = RandomPlan(plan.seed, plan.rows, day + timedelta(days=1), tables)
        yield day, tables


def csv_of(name: str, release_id: str) -> bytes:
    """What `python -m overblik.answers NAME --format csv --release ID` writes, without the second a process takes."""
    own = [f"--param={param}={value}" for param, value in OWN.items() if param in questions()[name].params]
    written = io.StringIO()
    with redirect_stdout(written):
        assert main([name, "--format", "csv", "--release", release_id, *own]) == 0
    return written.getvalue().encode()


def csv_of_a_program(name: str, release_id: str) -> bytes:
    """The same, of a process of its own that remembers nothing."""
    command = [sys.executable, "-m", "overblik.answers", name, "--format", "csv", "--release", release_id]
    return subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, check=True).stdout


def forget() -> None:
    """Nothing of what was asked before is remembered."""
    for remembered in (answers._ask, answers._plans, answers._known, release._remembered):
        remembered.cache_clear()
    database._open.clear()
