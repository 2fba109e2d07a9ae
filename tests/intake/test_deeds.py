"""Whoever publishes, restores, withdraws, erases or clears away on the command line stands in the log, with what and when."""

import json
import os
import pwd
import stat
from datetime import datetime
from pathlib import Path

import pytest

from overblik.intake.__main__ import main
from overblik.intake.deeds import LOG, who
from overblik.release import current_id
from tests.intake.drops import drop, drop_all, post


def lines(data: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (data / "arkiv" / LOG).read_text(encoding="utf-8").splitlines()]


def test_each_deed_on_the_command_line_is_a_line_with_who_what_and_when_and_no_value(
    in_use: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SUDO_USER", raising=False)
    drop_all(in_use, oekonomi=[post("a", 100)])
    assert main(["publish"]) == 0
    first = current_id(in_use)
    assert first
    drop(in_use, "oekonomi__maj.parquet", post("b", 20))
    assert main(["publish", "--json"]) == 0
    assert main(["restore", first]) == 0
    assert main(["restore", "0" * 64]) == 2  # nothing was done
    drop(in_use, "oekonomi__juni.parquet", post("c", 20))
    assert main(["publish"]) == 0
    assert main(["withdraw", "oekonomi__juni.parquet"]) == 0
    assert main(["slet", "oekonomi__juni.parquet"]) == 0
    assert main(["prune", "--behold", "1"]) == 0
    found = lines(in_use)
    deeds = ["publish", "publish", "restore", "publish", "withdraw", "erase", "prune"]
    assert [line["event"] for line in found] == deeds
    assert {line["who"] for line in found} == {pwd.getpwuid(os.getuid()).pw_name}
    assert all(datetime.fromisoformat(str(line["time"])).tzinfo for line in found)
    assert (found[2]["id"], found[2]["release"] != first, found[4]["file"]) == (first, True, "oekonomi__juni.parquet")
    assert stat.S_IMODE((in_use / "arkiv" / LOG).stat().st_mode) == 0o600
    assert "oekonomi__juni" not in json.dumps(found[5])  # what is erased is named no more
    capsys.readouterr()


def test_who_called_sudo_is_named_beside_the_user_that_acted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUDO_USER", "anne")
    assert who() == f"anne (som {pwd.getpwuid(os.getuid()).pw_name})"
