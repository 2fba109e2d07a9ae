"""Ours and the peers in one run, in turn; their figures as tables, and the goals: `make bench`.

python -m benchmarks.compare [--quick] [--place FOLDER] [--keep]

Quick: 100 thousand and 10 million rows. Otherwise 100 million as well, which takes 12 GB of disk while it is made.
"""

import argparse
import asyncio
import shutil
import tempfile
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from benchmarks import browsing, dataset, inside, publishing, sockets
from benchmarks.browsing import Reader, Seen
from benchmarks.dataset import Dataset
from benchmarks.measured import Measured, report
from benchmarks.page import write
from benchmarks.peers import same
from benchmarks.peers.numbers import Source
from benchmarks.peers.running import DASH, OURS, STREAMLIT, Program, running
from overblik.settings import COPENHAGEN, ROOT

SMALL, MIDDLE, LARGE = (100_000, 3), (10_000_000, 98), (100_000_000, 294)
PROGRAMS = (OURS, DASH, STREAMLIT)
CLICKS = ("SB", "SB", "FOB", "FOB")
DAYS = (date(2023, 3, 31), date(2023, 1, 31))


def run(place: Path, *, quick: bool) -> Measured:
    """Everything, the quick part of it first."""
    rounds = 5 if quick else 15
    sets = [dataset.made(place, *size) for size in ((SMALL, MIDDLE) if quick else (SMALL, MIDDLE, LARGE))]
    found = Measured(sets[0].name, sets[1].name, sets[-1].name)
    for one in sets[:2]:
        same.use(one)
        choices = [(), ("SB",), ("FOB", "SB")] if one is sets[0] else [(), ("SB",)]
        found.compared += same.checked(one, choices, DAYS if one is sets[0] else DAYS[:1])
        _say(f"{one.name}: all give the same numbers")
    for _ in range(2):  # in turn: small, large, small, large
        for one in (sets[0], sets[-1]):
            found.inside[one.name] = found.inside.get(one.name, inside.Inside([], [], [])) + inside.measured(
                one.data, max(2, rounds // 2)
            )
    _say("reruns in the process")
    with ExitStack() as up:
        programs = {name: up.enter_context(running(name, sets[1])) for name in PROGRAMS}
        found.rerun = asyncio.run(sockets.rerun(list(programs.values()), rounds))
        _say("reruns over the socket")
        found.seen = _browse(list(programs.values()), rounds, sets[1])
        _say("clicks in Chromium")
    with running(OURS, sets[-1]) as program:
        for sessions in (1, 50, 100) if quick else (1, 10, 50, 100, 200):
            found.crowds.append(asyncio.run(sockets.crowd(program, sessions, 12 if quick else 30)))
        found.memory = sockets.resident(program.pid)
    _say("many sessions")
    rows, files = (MIDDLE if quick else LARGE)[0], 8
    found.published = publishing.measure(rows, files, place)
    return found


def _browse(programs: list[Program], rounds: int, over: Dataset) -> dict[str, Seen]:
    """Cold, warm, and clicks in turn; what is on the screen is compared with the raw rows."""
    raw = Source.raw(over.handed_in)
    readers: list[Reader] = []
    with browsing.browser() as chromium:
        for program in programs:
            readers.append(browsing.opened(chromium, program, Seen()))
        for turn in range(1 + (rounds + 3) // 4):
            for reader in readers:
                if turn < 2 or reader.program.name != STREAMLIT:  # seconds each: four known ones tell enough
                    for click in CLICKS:
                        reader.toggles(click)
        for reader in readers:
            rows = raw.ask("maaneder", tuple(reader.chosen), DAYS[0])
            total = sum(row["fremmoeder"] for row in rows)
            if total not in map(round, reader.drawn()):
                raise same.Differ(f"{reader.program.name} has drawn another number of fremmøder than was handed in")
        for _ in range(2):
            browsing.switches(readers[0], "Økonomi", "Aktivitet")
    return {reader.program.name: reader.seen for reader in readers}


def _say(what: str) -> None:
    print(f"{datetime.now(COPENHAGEN):%H:%M:%S} {what}", flush=True)


def main() -> None:
    """Measures, prints, and writes docs/hastighed.md."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description="Ours and the peers in one run.")
    parser.add_argument("--quick", action="store_true", help="100 thousand and 10 million rows, few rounds")
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "overblik-bench")
    parser.add_argument("--keep", action="store_true", help="leave the made data for the next run")
    chosen = parser.parse_args()
    chosen.place.mkdir(parents=True, exist_ok=True)
    _say(f"data in a folder of their own, at least {shutil.disk_usage(ROOT).free / 1e9:.0f} GB free")
    told = report(run(chosen.place, quick=chosen.quick), quick=chosen.quick)
    print(told)
    write(told)
    if not chosen.keep:
        shutil.rmtree(chosen.place)


if __name__ == "__main__":
    main()
