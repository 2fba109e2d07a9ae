"""The server that is attacked: over a folder of its own, its log kept, and a way to ask whether it still lives."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import urlopen

from overblik.settings import ROOT
from tests.browser import free_port

# None of these may be in any answer: a path of the machine, the text of an error, a piece of what was aimed at.
TOLD_TOO_MUCH: Final = (
    "Traceback", 'File "', "site-packages", str(ROOT), "root:x:0", "Set-Cookie: gal", "set-cookie: gal", "KeyError",
    "Exception", "uvicorn.", "gatherUsageStats",
)  # fmt: skip


@dataclass(frozen=True)
class Attacked:
    """A running server, its data folder and its log."""

    port: int
    data: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def host(self) -> str:
        """Its own name, as a browser writes it."""
        return f"127.0.0.1:{self.port}"

    def send(self, request: bytes, seconds: float = 20.0) -> bytes:
        """Sends bytes; gives all that is answered until the server closes, or nothing comes for a while."""
        answered = b""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as connection:
            try:
                connection.sendall(request.replace(b"{host}", self.host.encode()))
                connection.settimeout(seconds)
                while (piece := connection.recv(65_536)) and len(answered) < 5_000_000:
                    answered += piece
                    connection.settimeout(2.0)
            except OSError:
                pass  # closed on us, which is an answer too
        return answered

    def word(self) -> tuple[int, str]:
        """What /klar says."""
        try:
            with urlopen(f"http://{self.host}/klar", timeout=30) as answer:
                return int(answer.status), answer.read().decode().strip()
        except HTTPError as error:
            return error.code, error.read().decode().strip()

    def lives(self) -> bool:
        """True where it runs and answers questions to the release in force."""
        return self.process.poll() is None and self.word() == (200, "klar")

    def events(self) -> list[dict[str, Any]]:
        """Its log, which must be one JSON object a line beside the one line that says how it runs."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if not line.startswith("Overblik kører")]


@contextmanager
def attacked(data: Path, log: Path, **environment: str) -> Iterator[Attacked]:
    """Starts a server over a data folder."""
    port = free_port()
    told = {"OVERBLIK_DATA": str(data), "OVERBLIK_PORT": str(port), "OVERBLIK_AABN": "nej"} | environment
    with open(log, "wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "overblik.web"], cwd=ROOT, env=os.environ | told, stdout=out, stderr=out
        )
    server = Attacked(port, data, log, process)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_ready(server: Attacked) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert server.process.poll() is None, server.log.read_text(encoding="utf-8")
        try:
            server.word()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not come up")
