"""A filter changed over the wire, with no browser: from the message sent to the last byte of the answer.

Streamlit is spoken to by its websocket, Dash by its one callback. And many readers at once, each changing a filter
every two seconds: how many of the changes offered are answered, how long they take, and what a session keeps of memory.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from statistics import quantiles
from urllib.request import Request, urlopen

from benchmarks.crowd import resident
from benchmarks.peers.dash_page import CHARTS, DAYS, KEY_FIGURES
from benchmarks.peers.running import DASH, STREAMLIT, Program
from benchmarks.visitor import Visitor

EVERY = 2.0  # seconds between a reader's changes
CHOICES = ("SB", "FOB")
Change = Callable[[str], Awaitable[float]]


@dataclass
class Crowd:
    """Sessions of one process that change a filter every two seconds, for so long."""

    sessions: int
    seconds: float
    offered: int
    took: list[float] = field(default_factory=list)
    memory: int = 0  # bytes more than before they came

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.took) / (self.seconds - EVERY)

    @property
    def answered(self) -> float:
        """The share of those offered."""
        return len(self.took) / self.offered

    @property
    def p95(self) -> float:
        """Milliseconds."""
        return 1000 * quantiles(self.took, n=20)[-1] if len(self.took) > 1 else float("nan")


async def rerun(programs: list[Program], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of a change whose answer is known, program by program in turn; the first of each is left out."""
    found: dict[str, list[float]] = {program.name: [] for program in programs}
    async with AsyncExitStack() as open_:
        ways: dict[str, Change] = {}
        for program in programs:
            if program.name == DASH:
                ways[program.name] = _posts(program)
            else:
                visitor = await open_.enter_async_context(Visitor(program.server))
                ways[program.name] = _asks(program, visitor)
            for choice in CHOICES:
                await ways[program.name](choice)
        for number in range(rounds):
            for name, change in ways.items():
                if name == STREAMLIT and number >= 4:  # seconds each
                    continue
                found[name].append(1000 * await change(CHOICES[number % 2]))
    return found


async def crowd(program: Program, sessions: int, seconds: float) -> Crowd:
    """So many readers of ours, evenly spread over the two seconds; answers that come after the end do not count."""
    found = Crowd(sessions, seconds, round(sessions * (seconds / EVERY - 1)))
    before = resident(program.pid)
    async with AsyncExitStack() as open_:
        visitors = [await open_.enter_async_context(Visitor(program.server)) for _ in range(sessions)]
        for visitor in visitors:
            await _asks(program, visitor)(CHOICES[0])
        found.memory = resident(program.pid) - before
        begun = time.perf_counter()
        await asyncio.gather(
            *(
                _keeps_changing(_asks(program, one), n * EVERY / sessions, begun, found)
                for n, one in enumerate(visitors)
            )
        )
    return found


async def _keeps_changing(change: Change, after: float, begun: float, found: Crowd) -> None:
    await asyncio.sleep(after)
    turn = begun + after
    for choice in cycle(reversed(CHOICES)):
        await asyncio.sleep(max(0, turn - time.perf_counter()))
        if turn >= begun + found.seconds - EVERY:  # the last are given the time of a change to be answered in
            return
        await change(choice)
        now = time.perf_counter()
        if now <= begun + found.seconds:
            found.took.append(now - turn)  # from when it was due: a reader who had to wait longer is not forgotten
        turn += EVERY


def _asks(program: Program, visitor: Visitor) -> Change:
    async def change(organisation: str) -> float:
        shown = await visitor.ask(program.page, {"organisation": organisation, "statusdato": DAYS[0]})
        return shown.seconds

    return change


def _posts(program: Program) -> Change:
    outputs = [("children", f"tal-{n}") for n in range(KEY_FIGURES)] + [("figure", f"graf-{n}") for n in range(CHARTS)]

    def post(organisation: str) -> float:
        body = {
            "output": ".." + "...".join(f"{id_}.{name}" for name, id_ in outputs) + "..",
            "outputs": [{"id": id_, "property": name} for name, id_ in outputs],
            "inputs": [
                {"id": "organisation", "property": "value", "value": [organisation]},
                {"id": "statusdato", "property": "value", "value": DAYS[0]},
            ],
            "changedPropIds": ["organisation.value"],
        }
        asked = Request(
            f"{program.server}/_dash-update-component", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        begun = time.perf_counter()
        with urlopen(asked, timeout=60) as answer:
            body_of_it = answer.read()
        taken = time.perf_counter() - begun
        assert f'"graf-{CHARTS - 1}"'.encode() in body_of_it, "Dash did not answer with its charts"
        return taken

    async def change(organisation: str) -> float:
        return await asyncio.to_thread(post, organisation)

    return change
