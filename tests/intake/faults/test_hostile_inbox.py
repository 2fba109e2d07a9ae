"""Whatever lies in an inbox, or changes while it is read: nothing hangs, nothing escapes, nothing half is taken."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from overblik.intake import manifest
from overblik.intake.outcome import Outcome
from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from overblik.release_history import chain
from overblik.settings import settings
from tests.intake.drops import drop, drop_all, everything_in, inbox, post, published, spent
from tests.intake.faults.steps import Perform, Step, stepping

SECONDS = 60  # a publish takes less than one; what hangs, hangs for good


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with a release of 100 kr. in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    return in_use


@pytest.fixture(autouse=True)
def _nothing_hangs() -> Iterator[None]:
    def too_late(*_: object) -> None:
        raise TimeoutError(f"it took more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def publish_while(data: Path, happens: Callable[[], object], *, at: str = "write") -> Outcome:
    """Publishes, and lets something happen once, just before the first such step on a copy of ours."""
    left = [happens]

    def on_step(step: Step, perform: Perform) -> Any:
        if left and step.kind == at and "arkiv/.ny-" in step.path:
            left.pop()()
        return perform()

    with stepping(data, on_step):
        outcome = publish_inbox(data)
    assert not left
    return outcome


@pytest.mark.parametrize("how", ["replaced", "shortened", "written to", "grown", "removed"])
def test_a_file_that_changes_while_it_is_read_is_not_taken(how: str, released: Path) -> None:
    before = read_release(released)
    path = drop(released, "FOB/oekonomi.parquet", post("b", 20))

    def change() -> None:
        match how:
            case "replaced":
                other = path.with_name("oekonomi.parquet.ny")
                other.write_bytes(b"andet")
                other.replace(path)
            case "shortened":
                os.truncate(path, 100)
            case "written to":
                with open(path, "r+b") as file:
                    file.write(b"PAR2")
            case "grown":
                with open(path, "ab") as file:
                    file.write(bytes(10_000))
            case "removed":
                path.unlink()

    outcome = publish_while(released, change)
    assert outcome.accepted == ()
    assert {breach.code for breach in outcome.rejected} == {"ikke_klar"}
    assert read_release(released) == before
    assert path.exists() == (how != "removed")
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    published(released)
    assert spent() == "120.00"


def swap_for(path: Path, kind: str, tmp_path: Path) -> None:
    """Puts something else where a file or its folder was."""
    elsewhere = tmp_path / "udenfor"
    elsewhere.mkdir()
    secret = elsewhere / path.name
    shutil.copy(path, secret)
    match kind:
        case "FIFO":
            path.unlink()
            os.mkfifo(path)
        case "symlink":
            path.unlink()
            path.symlink_to(secret)
        case "folder":
            path.unlink()
            path.mkdir()
        case "symlinked folder":
            shutil.rmtree(path.parent)
            path.parent.symlink_to(elsewhere)


KINDS = ["FIFO", "symlink", "folder", "symlinked folder"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("when", ["before", "after it was found"])
def test_what_is_no_plain_file_is_never_opened(kind: str, when: str, released: Path, tmp_path: Path) -> None:
    before = read_release(released)
    path = drop(released, "FOB/oekonomi.parquet", post("b", 20))
    if when == "before":
        swap_for(path, kind, tmp_path)
        publish_inbox(released)
    else:
        publish_while(released, lambda: swap_for(path, kind, tmp_path), at="mkdir")
    assert read_release(released) == before
    assert (tmp_path / "udenfor" / "oekonomi.parquet").exists()
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    assert "SB/oekonomi.parquet" in publish_inbox(released).accepted


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_half_copied_file_is_refused_and_harms_no_other(share: float, released: Path) -> None:
    path = drop(released, "FOB/oekonomi.parquet", post("b", 20))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    outcome = publish_inbox(released)
    assert outcome.accepted == ("SB/oekonomi.parquet",)
    assert {breach.file for breach in outcome.rejected} == {"FOB/oekonomi.parquet"}
    assert spent() == "103.00"


HOSTILE = [
    "oekonomi__..%2f..%2fetc.parquet",
    "oekonomi__..\\..\\windows.parquet",
    "oekonomi__\u202etxt.parquet",
    "oekonomi__a\u200bb.parquet",
    "oekonomi__\n\x1b[31m.parquet",
    "oekonomi__'; drop table x;--.parquet",
    "oekonomi__[0-9].parquet",
    "oekonomi__*.parquet",
    "oekonomi__{a,b}.parquet",
    "oekonomi__$(touch x).parquet",
    "oekonomi__" + "æ" * 100 + ".parquet",
    "oekonomi__e\u0301.parquet",
    "-rf.parquet",
    "oekonomi__=cmd|x.parquet",
    "o\u0435konomi.parquet",
    "OEKONOMI.PARQUET",
    "oekonomi__CON.parquet",
    "oekonomi__.parquet",
    "indsats__kommune=999.parquet",
]


def test_hostile_names_reach_no_path_and_no_terminal(released: Path, tmp_path: Path) -> None:
    folder = os.fsencode(inbox(released) / "FOB")
    names = [*map(os.fsencode, HOSTILE), b"oekonomi__\xff\xfe.parquet"]
    for number, name in enumerate(names):
        os.rename(drop(released, "FOB/oekonomi.parquet", post(f"b{number}", 20)), os.path.join(folder, name))
    outside = sorted(tmp_path.iterdir())
    outcome = publish_inbox(released)
    assert sorted(tmp_path.iterdir()) == outside
    told = [*outcome.rejected, *outcome.warnings]
    assert all(breach.message.isprintable() and breach.file.isprintable() for breach in told)
    assert len(outcome.accepted) + len({breach.file for breach in outcome.rejected}) == len(names)
    assert 5 < len(outcome.accepted) < len(names) - 5
    assert spent() == f"{100 + 20 * len(outcome.accepted)}.00"
    originals = [path.stem for path in (released / "arkiv").glob("*.parquet")]
    assert all(len(stem) == 64 and stem.isalnum() for stem in originals)
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    assert "SB/oekonomi.parquet" in publish_inbox(released).accepted


class Clock1970(datetime):
    """A machine that thinks it is 1970."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock1970":
        return cls(1970, 1, 1, tzinfo=tz or UTC)


def test_a_clock_set_to_1970_changes_no_order(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_release(released)
    monkeypatch.setattr(manifest, "datetime", Clock1970)
    monkeypatch.setattr("overblik.intake.publishing.datetime", Clock1970)
    monkeypatch.setenv("OVERBLIK_I_DAG", "1970-01-01")
    settings.cache_clear()
    path = drop(released, "oekonomi.parquet", post("a", 777))
    os.utime(path, (0, 0))
    second = published(released)
    assert second.updated == date(1970, 1, 1)
    assert second.created < first.created
    assert list(chain(released)) == [second, first]
    assert spent() == "777.00"


def test_a_data_folder_holds_nothing_but_what_belongs_there(released: Path) -> None:
    drop(released, "SB/oekonomi.parquet", post("c", 3, omraade_id="UKENDT"))
    publish_inbox(released)
    assert {name.split("/")[0] for name in everything_in(released)} <= {"udgivelser", "arkiv", "afvist", "hemmeligt"}
