"""Many readers and publishers at once: no read is a mixture, and no publish is lost."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from overblik.intake.store import PublishOvertaken, move_pointer
from overblik.release import current_id, releases_folder
from overblik.settings import ROOT
from tests.intake.faults.crowd import chain_of_names, publish


def started(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.intake.faults.crowd", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def told(processes: Iterable[subprocess.Popen[str]]) -> list[str]:
    ended = [(process.communicate(timeout=900), process.returncode) for process in processes]
    assert [code for _, code in ended] == [0] * len(ended), ended
    return [out for (out, _), _ in ended]


def read_while_publishing(data: Path, publishes: int, reads: int, *variant: str) -> tuple[int, int, int]:
    """Two readers read until each has done its part, while releases come: reads, releases seen, mixtures."""
    publish(data, "begyndelsen", *variant)
    readers = [started("read", data, reads // 2, *variant) for _ in range(2)]
    published = 0
    while published < publishes or any(reader.poll() is None for reader in readers):
        publish(data, f"nummer-{published}", *variant)
        published += 1
    found = [tuple(map(int, line.split())) for line in told(readers)]
    return published, max(seen for seen, _ in found), sum(mixed for _, mixed in found)


@pytest.mark.parametrize(("publishes", "reads"), [(200, 10_000), pytest.param(1000, 50_000, marks=pytest.mark.long)])
def test_no_read_during_publishes_is_a_mixture(publishes: int, reads: int, tmp_path: Path) -> None:
    published, seen, mixed = read_while_publishing(tmp_path, publishes, reads)
    assert published >= publishes
    assert seen > 20  # they did come in between
    assert mixed == 0


def test_releases_renamed_file_by_file_are_caught(tmp_path: Path) -> None:
    _, _, mixed = read_while_publishing(tmp_path, 50, 2000, "file by file")
    assert mixed > 0


def test_six_publishers_at_once_make_one_chain_and_lose_nothing(tmp_path: Path) -> None:
    said = told([started("publish", tmp_path, f"nr{number}", 10) for number in range(6)])
    names = chain_of_names(tmp_path)
    assert sorted(names) == sorted(name for each in said for name in each.split())
    assert sorted(names) == sorted(f"nr{number}-{each}" for number in range(6) for each in range(10))
    for number in range(6):  # each one's own in its own order
        assert [name for name in names if name.startswith(f"nr{number}-")] == [f"nr{number}-{n}" for n in range(10)]


def test_publishers_that_take_no_turns_are_caught(tmp_path: Path) -> None:
    publish(tmp_path, "begyndelsen")
    processes = [started("publish", tmp_path, f"nr{number}", 40, "no turn") for number in range(6)]
    said = [process.communicate(timeout=300)[0].split() for process in processes]  # some stumble over each other
    acknowledged = {name for names in said for name in names}
    assert acknowledged - set(chain_of_names(tmp_path))


def test_a_publisher_that_was_overtaken_is_told(tmp_path: Path) -> None:

    publish(tmp_path, "en")
    before = current_id(tmp_path)
    publish(tmp_path, "to")
    with pytest.raises(PublishOvertaken):
        move_pointer(releases_folder(tmp_path), str(before), before)
    assert chain_of_names(tmp_path) == ["en", "to"]
