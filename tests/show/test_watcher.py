"""The dashboard's watcher: one, for as long as the dashboard runs, however that ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from overblik.mailbox import read_state
from overblik.settings import ROOT, settings
from overblik.show import watcher

# What a dashboard does: starts the watcher (twice, for two readers), and lives on.
DASHBOARD = "import time; from overblik.show import watcher; watcher.start(); watcher.start(); time.sleep(600)"


def watchers(data: Path) -> list[int]:
    """The processes that watch this data folder."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                environment, command = (process / "environ").read_bytes(), (process / "cmdline").read_bytes()
            except OSError:  # it ended while we looked
                continue
            if f"OVERBLIK_DATA={data}".encode() in environment.split(b"\0") and b"overblik.intake\0watch" in command:
                found.append(int(process.name))
    return found


def until(wanted: int, data: Path) -> list[int]:
    """The watchers, once there are as many as wanted, or after a minute."""
    for _ in range(600):
        if len(found := watchers(data)) == wanted:
            return found
        time.sleep(0.1)
    return watchers(data)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="NOT RUN: processes cannot be listed here")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL], ids=["stopped", "killed"])
def test_one_watcher_runs_as_long_as_the_dashboard_does(end: signal.Signals, tmp_path: Path) -> None:
    environment = os.environ | {"OVERBLIK_DATA": str(tmp_path), "OVERBLIK_OVERVAAG": "ja"}
    dashboard = subprocess.Popen(
        [sys.executable, "-c", DASHBOARD], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        assert len(until(1, tmp_path)) == 1
        for _ in range(600):
            if watcher.is_alive(read_state(tmp_path)):
                break
            time.sleep(0.1)
        assert watcher.is_alive(read_state(tmp_path))
        assert len(watchers(tmp_path)) == 1
    finally:
        dashboard.send_signal(end)
        dashboard.wait(30)
    assert until(0, tmp_path) == []


def test_no_watcher_is_started_where_the_setting_says_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    monkeypatch.setenv("OVERBLIK_OVERVAAG", "nej")
    settings.cache_clear()
    watcher.start()
    assert watchers(tmp_path) == []
