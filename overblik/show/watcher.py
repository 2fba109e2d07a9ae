"""On one's own machine the dashboard starts the watcher that takes files from the inbox, and stops it again.

It is a process of its own: this one never opens a handed-in file. A lock of the watcher's makes a second one harmless,
and it watches as long as its end of our pipe is open, so it stops with the dashboard however that ends.
"""

import atexit
import logging
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from overblik.mailbox import State
from overblik.settings import ROOT, settings

_log: Final = logging.getLogger(__name__)

COMMAND: Final = "python -m overblik.intake watch"

# The watcher shows life every few seconds; while it judges a large file it may be a while.
ALIVE_SECONDS: Final = 30

_SECONDS_TO_STOP: Final = 2

_running: dict[Path, "subprocess.Popen[bytes]"] = {}
_turn: Final = threading.Lock()


def start() -> None:
    """Starts a watcher over the data folder unless this process has one that runs, or the setting says no."""
    if not settings().overvaag:
        return
    data = settings().data
    with _turn:
        running = _running.get(data)
        if running is None or running.poll() is not None:
            _start(data)


def is_alive(state: State) -> bool:
    """True where a watcher, ours or another, has shown life a moment ago."""
    seconds = state.seconds_since_beat()
    return seconds is not None and seconds < ALIVE_SECONDS


def _start(data: Path) -> None:
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "overblik.intake", "watch"],
            cwd=ROOT,
            env=os.environ | {"OVERBLIK_DATA": str(data)},
            stdin=subprocess.PIPE,  # what it logs comes out where our own log does
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        _log.warning("the watcher could not be started: %s", error.__class__.__name__)
        return
    if data not in _running:
        atexit.register(_stop, data)
    _running[data] = process


def _stop(data: Path) -> None:
    """Tells the watcher to end what it is doing and stop. It does so by itself if we are gone before it has."""
    process = _running[data]
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_SECONDS_TO_STOP)
