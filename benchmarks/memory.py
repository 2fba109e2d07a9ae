"""What this process and its children take: the most memory at once, and the seconds of processor.

Memory as the kernel counts it (PSS: shared pages once).
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EVERY = 0.1  # seconds


class Peak:
    """`bytes` is the most so far; `seconds` of processor went to looking on."""

    def __init__(self) -> None:
        self.bytes = 0
        self.seconds = 0.0


@contextmanager
def watched() -> Iterator[Peak]:
    """Looks on while the block runs."""
    peak, over = Peak(), threading.Event()

    def look() -> None:
        while not over.wait(_EVERY):
            peak.bytes = max(peak.bytes, sum(map(_held, _family())))
            peak.seconds = time.thread_time()

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield peak
    over.set()
    watcher.join()


def processor_seconds() -> float:
    """What this process, those that come from it, and those of theirs that have ended have used."""
    ticks = 0
    for pid in _family():
        try:
            told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        ticks += sum(map(int, told[11:15]))  # its own time and that of its children, by itself and by the system
    return ticks / os.sysconf("SC_CLK_TCK")


def _family() -> list[int]:
    """This process and all that come from it."""
    found, asked = [], [Path("/proc/self").resolve().name]
    while asked:
        pid = asked.pop()
        found.append(int(pid))
        for listed in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                asked += listed.read_text().split()
            except OSError:
                continue  # it has ended
    return found


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has ended
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
