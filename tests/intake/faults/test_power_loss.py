"""After a power cut at any moment readers have the old release or the new one, whole, and no delivery is gone."""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest

from overblik.errors import NoRelease, OverblikError
from overblik.intake.publishing import publish_inbox
from overblik.release import current_id
from overblik.release_history import newest_whole
from tests.intake.drops import drop, drop_all, post, published
from tests.intake.faults.power import Tree, after_power_cuts, lay_out, tree_of
from tests.intake.faults.steps import Step, recorded


class Cut:
    """A recorded publish, and what holds after a power cut in the middle of it."""

    def __init__(self, data: Path, place: Path, *, first: bool) -> None:
        drop_all(data, oekonomi=[post("a", 100)])
        if not first:
            published(data)
            drop(data, "oekonomi.parquet", post("a", 777))
            drop(data, "FOB/milepael.parquet", {})
        self.place = place
        self.old = current_id(data)
        self.before = tree_of(data)
        self.dropped = {name: content for name, content in self.before.items() if _is_delivery(name)}
        self.steps: Sequence[Step] = recorded(data, lambda: publish_inbox(data))
        self.new = current_id(data)
        assert self.new not in (None, self.old)

    def wrong(self, number: int, tree: Tree) -> str | None:
        """What does not hold in a state; None where all does."""
        shutil.rmtree(self.place, ignore_errors=True)
        shown_to_readers = {name: content for name, content in tree.items() if name.startswith("udgivelser")}
        lay_out(shown_to_readers, self.place, self.place.with_name("indhold"))
        lost = [name for name, content in self.dropped.items() if tree.get(name) != content]
        try:
            shown = newest_whole(self.place)
        except NoRelease:
            return f"deliveries are gone: {lost}" if lost else "no release" if self.old or self.done(number) else None
        except OverblikError as error:
            return str(error)
        if shown.newer_is_damaged:
            return "the one in force is damaged"
        if shown.release.id == self.new:
            gone = [each["fil"] for each in shown.release.manifest["sources"] if not _archived(tree, each["sha256"])]
            return f"originals are gone: {gone}" if gone else None
        if shown.release.id != self.old:
            return "a release that nobody published"
        return f"deliveries are gone: {lost}" if lost else "a publish is lost" if self.done(number) else None

    def done(self, number: int) -> bool:
        """True where the publisher had said so."""
        return number == len(self.steps)

    def states(self, each: int) -> Iterator[tuple[int, Tree]]:
        return after_power_cuts(self.before, self.steps, Random(1), each)


def _is_delivery(name: str) -> bool:
    return name.startswith("indbakke/") and name.endswith(".parquet")


def _archived(tree: Tree, sha256: str) -> bool:
    return _sha256(tree.get(f"arkiv/{sha256}.parquet", b"")) == sha256


@cache
def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("first", "each", "at_least"),
    [(True, 4, 1500), (False, 40, 300), pytest.param(True, 40, 5_000, marks=pytest.mark.long)],
)
def test_no_state_after_a_power_cut_is_bad(first: bool, each: int, at_least: int, in_use: Path, tmp_path: Path) -> None:
    cut = Cut(in_use, tmp_path / "efter", first=first)
    states = 0
    for number, tree in cut.states(each):
        states += 1
        wrong = cut.wrong(number, tree)
        assert wrong is None, (number, cut.steps[max(number - 1, 0) : number + 1], wrong)
    assert states >= at_least


def no_fsync(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if not step.kind.startswith("sync")]


def no_fsync_of_folders(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.kind != "sync folder"]


def no_fsync_of_files(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.kind != "sync"]


def pointer_first(steps: Sequence[Step]) -> list[Step]:
    pointer = [step for step in steps if step.path in ("udgivelser/.ny-aktuel", "udgivelser/aktuel")]
    pointer.append(Step("sync folder", "udgivelser"))
    manifest = next(number for number, step in enumerate(steps) if step.path.startswith("udgivelser/manifest/"))
    others = [step for step in steps if step not in pointer]
    return [*others[:manifest], *pointer, *others[manifest:]]


def archive_last(steps: Sequence[Step]) -> list[Step]:
    archive = [step for step in steps if step.path.startswith("arkiv") and step.to.count("/") == 1]
    archive.append(Step("sync folder", "arkiv"))
    return [*(step for step in steps if step not in archive), *archive]


@pytest.mark.parametrize(
    ("variant", "found"),
    [
        (no_fsync, "the pointer holds no id"),
        (no_fsync_of_files, "the pointer holds no id"),
        (no_fsync_of_folders, "a publish is lost"),
        (pointer_first, "the pointer names a release that is not there"),
        (archive_last, "originals are gone"),
    ],
)
def test_a_publish_that_does_less_is_caught(
    variant: Callable[[Sequence[Step]], list[Step]], found: str, in_use: Path, tmp_path: Path
) -> None:
    cut = Cut(in_use, tmp_path / "efter", first=False)
    cut.steps = variant(cut.steps)
    told = (cut.wrong(number, tree) for number, tree in cut.states(10))
    assert any(found in wrong for wrong in told if wrong)


def test_the_model_keeps_what_was_synchronised_and_may_lose_all_else(tmp_path: Path) -> None:
    written = [Step("create", "a"), Step("write", "a", content=b"indhold")]
    lasting = [*written, Step("sync", "a"), Step("rename", "a", "b"), Step("sync folder", ".")]
    assert _ends({}, written) == [{}, {"a": b""}, {"a": bytes(7)}, {"a": b"ind"}]
    assert _ends({}, lasting) == [{"b": b"indhold"}]
    assert _ends({"b": b"gammelt"}, lasting[:-1]) == [
        {"a": b"indhold", "b": b"gammelt"},
        {"b": b"gammelt"},
        {"b": b"indhold"},
    ]
    unmade = [Step("mkdir", "m"), Step("create", "m/a"), Step("sync", "m/a"), Step("sync folder", "m")]
    assert _ends({}, unmade) == [{}, {"m/": b"", "m/a": b""}]


def _ends(before: Tree, steps: list[Step]) -> list[Tree]:
    found = [tree for number, tree in after_power_cuts(before, steps, Random(1), 5) if number == len(steps)]
    return sorted(found, key=lambda tree: (sorted(tree), list(tree.values())))
