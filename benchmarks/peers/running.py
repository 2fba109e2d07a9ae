"""Ours and the peers as programs of their own, each on a free port; how much of the machine each takes."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.dataset import Dataset
from benchmarks.peers.numbers import TABLES
from overblik.settings import ROOT
from tests.drift.behind import free_port

_SECONDS = 120
STREAMLIT = "pandas in Streamlit"
DASH = "Dash + DuckDB"
OURS = "Overblik"


@dataclass(frozen=True)
class Program:
    """One that answers: its name, the page's address, the process."""

    name: str
    server: str
    page: str
    pid: int

    @property
    def address(self) -> str:
        """What a reader types."""
        return f"{self.server}/{self.page}"


@contextmanager
def running(name: str, dataset: Dataset) -> Iterator[Program]:
    """OURS, STREAMLIT or DASH over a data set, from the moment it answers until it is stopped."""
    port = free_port()
    command, page, alive = {
        OURS: (["-m", "overblik.web"], "aktivitet", "/_stcore/health"),
        STREAMLIT: (_streamlit(port, dataset), "", "/_stcore/health"),
        DASH: (["-m", "benchmarks.peers.dash_page", str(port), _tables(dataset)], "", "/"),
    }[name]
    told = {"OVERBLIK_DATA": str(dataset.data), "OVERBLIK_PORT": str(port), "OVERBLIK_AABN": "nej"}
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environ | told | {"OVERBLIK_OVERVAAG": "nej"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = f"http://127.0.0.1:{port}"
        _wait_for(server + alive, process)
        yield Program(name, server, page, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _streamlit(port: int, dataset: Dataset) -> list[str]:
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    options += ["--browser.gatherUsageStats", "false"]
    return ["-m", "streamlit", "run", "benchmarks/peers/pandas_page.py", *options, "--", str(dataset.handed_in)]


def _tables(dataset: Dataset) -> str:
    return json.dumps({name: str(dataset.table(name)) for name in TABLES})


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"it ended at once: is requirements-bench.txt installed? ({process.args!r})")
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"nobody answers {address}")
