"""A meeting pack made while a reader filters: how long it takes, and what the reader notices of it.

Reruns alone and reruns beside a pack take turns, so that a machine that is busy for a while is so for both.
"""

import threading
import time
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from statistics import median

from benchmarks.pages import addresses
from benchmarks.server import Server, Visit
from overblik.answers import Choice, current_release
from overblik.export import made
from overblik.show.filter_options import options_of

PAGE = "oekonomi"


@dataclass
class Measured:
    """Milliseconds, but for `work`: processor seconds of the whole process, one figure a pack made alone."""

    alone: list[float] = field(default_factory=list)
    pack: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    quiet: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)


def measure(server: Server, rounds: int) -> Measured:
    """Each round: a pack alone, as many reruns alone, and a pack with reruns beside it until it is done."""
    found, choices = Measured(), _choices(2 * rounds + 1)
    visit = server.open(PAGE)
    _, changed = addresses(12)
    turns = cycle(changed)
    made.meeting_pdf(None, choices.pop())  # what is loaded once
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        made.meeting_pdf(None, choices.pop())
        found.alone.append(1000 * (time.perf_counter() - begun))
        found.work.append(time.process_time() - worked)
        reruns = _beside(visit, turns, choices.pop(), found)
        found.quiet += [1000 * visit.run(next(turns)) for _ in range(reruns)]
    return found


def table(found: Measured) -> str:
    """As Markdown."""
    figures = {
        "A pack, nobody else there": f"{_of(found.alone)} (work: {1000 * median(found.work):.0f} ms)",
        "A pack beside a reader who filters all the time": _of(found.pack),
        f"A rerun of {PAGE}, no pack being made": _of(found.quiet),
        "The same beside a pack": _of(found.beside),
        "Ratio of the two": f"{median(found.beside) / median(found.quiet):.1f}",
    }
    lines = "\n".join(f"| {name} | {figure} |" for name, figure in figures.items())
    return f"| packs and readers | |\n|---|---:|\n{lines}"


def _of(figures: list[float]) -> str:
    return f"{median(figures):.0f} ms, at most {max(figures):.0f}"


def _beside(visit: Visit, turns: "cycle[dict[str, str]]", choice: Choice, found: Measured) -> int:
    """Reruns while the pack is made; how many there were."""
    took: list[float] = []

    def work() -> None:
        begun = time.perf_counter()
        made.meeting_pdf(None, choice)
        took.append(1000 * (time.perf_counter() - begun))

    maker = threading.Thread(target=work)
    maker.start()
    count = 0
    while maker.is_alive():
        found.beside.append(1000 * visit.run(next(turns)))
        count += 1
    maker.join()
    found.pack += took
    return count


def _choices(count: int) -> list[Choice]:
    """Packs that have not been made: of the whole plan, at one statusdato each, the newest last."""
    days = options_of(current_release(), None).statusdatoer[:count]
    return [Choice(statusdato=date.fromisoformat(day)) for day in reversed(days)]
