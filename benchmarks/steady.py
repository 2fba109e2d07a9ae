"""Readers who each change a filter every two seconds, for a while: how many changes one process holds, and how fast.

    python -m benchmarks.steady [--sessions 50 100 200] [--seconds 30] [--page oekonomi]

Websocket sessions without a browser, each with its own turn of choices, evenly spread over the two seconds. A change
is offered every two seconds whether or not the one before it has been answered; it is held when it is answered before
the next is due. The readers run on the server's own machine: the processor's seconds are the server's alone.
"""

import argparse
import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.crowd import CHOICES, PAGE, Choices, alone, processor, resident
from benchmarks.visitor import Visitor
from benchmarks.words import machine
from overblik.intake.publishing import publish_example
from tests.drift.behind import Web, free_port

EVERY = 2.0  # seconds between two changes of one reader


@dataclass
class Steady:
    """What came of it: seconds of each answer, changes offered, those held, and what was shown wrongly."""

    seconds: list[float] = field(default_factory=list)
    offered: int = 0
    held: int = 0
    wrong: int = 0


async def steady(
    server: str, page: str, sessions: int, seconds: float, right: dict[Choices, str], found: Steady
) -> None:
    """Lets so many readers change filters for so many seconds."""
    choices, begun = list(right), asyncio.get_running_loop().create_future()

    async def reader(number: int) -> None:
        async with Visitor(server) as visitor:
            await visitor.ask(page, dict(choices[number % len(choices)]))
            ready.release()
            due: float = await begun + EVERY * number / sessions
            for step in range(1, int(seconds / EVERY) + 1):
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                found.offered += 1
                due += EVERY
                if time.perf_counter() > due:
                    continue  # the answer before took longer than until the next change
                asked = time.perf_counter()
                choice = choices[(number + 5 * step) % len(choices)]
                shown = await visitor.ask(page, dict(choice))
                found.seconds.append(time.perf_counter() - asked)
                found.held += time.perf_counter() <= due
                found.wrong += shown.digest != right[choice]

    ready = asyncio.Semaphore(0)
    readers = [asyncio.create_task(reader(number)) for number in range(sessions)]
    for _ in readers:
        await ready.acquire()
    begun.set_result(time.perf_counter() + 0.5)
    await asyncio.gather(*readers)


HEAD = """| sessions | changes offered | held | a second | answer, ms | p95 | shown wrongly | ms of processor a change | MB | kB a session |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"""  # noqa: E501


async def _measure(web: Web, page: str, sessions: Sequence[int], seconds: float) -> None:
    right = await alone(web.address, CHOICES, page=page)
    print(machine(), f"{page}, {seconds:.0f} s each", HEAD, sep="\n\n")
    for number in sessions:
        found, empty, begun = Steady(), resident(web.pid), processor(web.pid)
        await steady(web.address, page, number, seconds, right, found)
        worked, memory = 1000 * (processor(web.pid) - begun) / (len(found.seconds) + number), resident(web.pid)
        told = f"| {number} | {found.offered} | {found.held / found.offered:.1%} | {found.held / seconds:.1f} "
        told += (
            f"| {1000 * median(found.seconds):.0f} | {1000 * quantiles(found.seconds, n=20)[-1]:.0f} | {found.wrong} "
        )
        print(f"{told}| {worked:.0f} | {memory / 1e6:.0f} | {(memory - empty) / number / 1e3:.0f} |", flush=True)


def main() -> None:
    """Prints Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.steady", description="Changes every two seconds.")
    parser.add_argument("--sessions", type=int, nargs="+", default=[50, 100, 200])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--page", default=PAGE)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        publish_example(Path(folder))
        web = Web(free_port(), Path(folder), {"OVERBLIK_OVERVAAG": "nej"})
        web.start()
        try:
            asyncio.run(_measure(web, chosen.page, chosen.sessions, chosen.seconds))
        finally:
            web.kill()


if __name__ == "__main__":
    main()
