"""Whatever goes wrong at whatever step of a publish: readers have the old release or the new one, whole; the next works."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from overblik.errors import OverblikError
from overblik.intake.outcome import Outcome
from overblik.intake.publishing import publish_inbox
from overblik.release import current_id, read_release, whole_release
from overblik.release_history import chain, newest_whole
from tests.intake.drops import drop, drop_all, everything_in, inbox, post, published, scratch_left
from tests.intake.faults.faults import KINDS, with_fault
from tests.intake.faults.remembering import remembering
from tests.intake.faults.steps import Step, recorded


@pytest.fixture
def waiting(in_use: Path) -> Path:
    """A data folder with a release in force, and two good files and a bad one in the inbox."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 777))
    drop(in_use, "FOB/milepael.parquet", {})
    drop(in_use, "SB/oekonomi.parquet", post("c", 3, omraade_id="UKENDT"))
    return in_use


def copy_of(data: Path, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    return shutil.copytree(data, place)


def shown(data: Path) -> str | None:
    """The id that readers have, every byte of it checked; None where they are told of damage."""
    try:
        found = newest_whole(data)
    except OverblikError:
        return None
    return None if found.newer_is_damaged else found.release.id


def publish(data: Path) -> Outcome:
    return publish_inbox(data)


def some_faults(steps: list[Step]) -> list[tuple[int, str]]:
    """Every step once, with each kind in its turn."""
    return [(number, KINDS[number % len(KINDS)]) for number in range(len(steps))]


def every_fault(steps: list[Step]) -> list[tuple[int, str]]:
    return [(number, kind) for number in range(len(steps)) for kind in KINDS]


@pytest.mark.parametrize("faults", [some_faults, pytest.param(every_fault, marks=pytest.mark.long)])
def test_every_step_of_a_publish_may_go_wrong(
    faults: Callable[[list[Step]], list[tuple[int, str]]], waiting: Path, tmp_path: Path
) -> None:
    old = current_id(waiting)
    with remembering(tmp_path / "læst"):
        publish(copy_of(waiting, tmp_path / "talt"))
        counted = copy_of(waiting, tmp_path / "talt")
        steps = recorded(counted, lambda: publish(counted))
        dropped = sorted(path.read_bytes() for path in inbox(waiting).rglob("*.parquet"))
        money = read_release(counted).manifest["objects"]["oekonomi_maaned"]
        for number, kind in faults(steps):
            data = copy_of(waiting, tmp_path / "prøve")
            where = f"{kind} at {steps[number]}"
            came = with_fault(data, lambda data=data: publish(data), number, kind)  # type: ignore[misc]
            seen = shown(data)
            assert seen is not None, where
            if isinstance(came, Outcome) and came.accepted:
                assert seen == came.release != old, where  # what was acknowledged is there
            if seen != old:
                assert read_release(data, seen).manifest["parent"] == old, where
            publish(data)
            assert shown(data) not in (None, old), where
            assert read_release(data).manifest["objects"]["oekonomi_maaned"] == money, where
            assert everything_in(inbox(data)) == {}, where
            assert scratch_left(data) == [], where
            kept = [p.read_bytes() for folder in ("arkiv", "afvist") for p in (data / folder).rglob("*.parquet")]
            assert [content for content in dropped if content not in kept] == [], where
            assert all(whole_release(release.folder, release.id) for release in chain(data)), where


def written_in_place(path: Path, content: bytes, mode: int) -> None:
    """A broken variant: no other name first."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode | 0o200)
    os.write(opened, content)
    os.close(opened)


def test_a_store_that_writes_in_place_is_caught(waiting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overblik.intake.store.write_file", written_in_place)
    with remembering(tmp_path / "læst"):
        publish(copy_of(waiting, tmp_path / "talt"))
        counted = copy_of(waiting, tmp_path / "talt")
        steps = recorded(counted, lambda: publish(counted))
        bad = []
        for number, step in enumerate(steps):
            if step.path == "udgivelser/aktuel":
                data = copy_of(waiting, tmp_path / "prøve")
                with_fault(data, lambda data=data: publish(data), number, "torn")  # type: ignore[misc]
                bad.append(shown(data))
    assert None in bad
