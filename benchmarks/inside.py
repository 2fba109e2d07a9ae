"""python -m benchmarks.inside ROUNDS: the compared page's reruns over OVERBLIK_DATA, as one line of JSON.

A process of its own for each data set: what one has loaded or remembers is nothing to the next.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import pages
from benchmarks.server import Server
from overblik.settings import ROOT

PAGE = "aktivitet"


@dataclass(frozen=True)
class Inside:
    """Milliseconds: reruns with new and with known answers, and the same questions in plain DuckDB over the cube."""

    new: list[float]
    known: list[float]
    plain: list[float]

    def __add__(self, other: "Inside") -> "Inside":
        return Inside(self.new + other.new, self.known + other.known, self.plain + other.plain)

    @property
    def miss_ratio(self) -> float:
        """A rerun with new answers against its questions, round by round."""
        return median(new / plain for new, plain in zip(self.new, self.plain, strict=True))


def measured(data: Path, rounds: int) -> Inside:
    """In a process of its own."""
    told = os.environ | {"OVERBLIK_DATA": str(data), "OVERBLIK_OVERVAAG": "nej"}
    command = [sys.executable, "-m", "benchmarks.inside", str(rounds)]
    done = subprocess.run(command, cwd=ROOT, env=told, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return Inside(**json.loads(done.stdout.splitlines()[-1]))


def _main() -> None:
    server = Server()
    (found,) = pages.measure(server, int(sys.argv[1]), [PAGE])
    server.stop()
    print(json.dumps({"new": found.new, "known": found.known, "plain": found.plain}))


if __name__ == "__main__":
    _main()
