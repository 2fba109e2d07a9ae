"""Many readers at once, half of them on a bad line: how long the others wait, and what the server keeps of it all.

    python -m benchmarks.crowd [--readers 200] [--seconds 60] [--waves 3]

Readers arrive evenly over the seconds, each with choices of filters of its own. Who behaves loads the page's files,
opens a page and changes a filter twice; every answer is compared with what a lone reader was shown for the same choice.
The readers run on the server's own machine, so the seconds hold the work of both.
"""

import argparse
import asyncio
import itertools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from websockets.exceptions import WebSocketException

from benchmarks.visitor import Failed, Visitor, load
from benchmarks.words import machine
from overblik.intake.publishing import publish_example
from tests.drift.behind import Web, free_port

PAGE = "oekonomi"
Choices = tuple[tuple[str, str], ...]


@dataclass
class Wave:
    """One wave of readers at a server. `right`: what a lone reader is shown for each choice.

    Filled in by those who behave: seconds to the first page and to each later answer, errors, and answers of others.
    """

    server: str
    right: Mapping[Choices, str]
    cookies: str = ""
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)

    async def come(self, readers: int, seconds: float) -> "Wave":
        """Lets readers come, evenly over the seconds, and waits for the last of them."""
        await asyncio.gather(*(self._reader(number, number * seconds / readers) for number in range(readers)))
        return self

    async def _reader(self, number: int, after: float) -> None:
        """Every second reader behaves; of the others each second stops reading, and the line of all drops."""
        known = list(self.right)
        choices = [known[(3 * number + step) % len(known)] for step in range(3)]
        await asyncio.sleep(after)
        try:
            async with Visitor(self.server, self.cookies) as visitor:
                if number % 2:
                    await _bad_line(visitor, choices, stalls=number % 4 == 1)
                else:
                    await self._behaves(visitor, choices)
        except (Failed, OSError, TimeoutError, WebSocketException) as error:
            self.errors.append(f"{type(error).__name__}: {error}")

    async def _behaves(self, visitor: Visitor, choices: Sequence[Choices]) -> None:
        await load(self.server, self.cookies)
        for place, choice in enumerate(choices):
            shown = await visitor.ask(PAGE, dict(choice))
            (self.later if place else self.first).append(shown.seconds)
            if shown.digest != self.right[choice]:
                self.mixed.append(f"{dict(choice)} was shown something else, as {shown.address}")


async def _bad_line(visitor: Visitor, choices: Sequence[Choices], *, stalls: bool) -> None:
    await visitor.send(PAGE, dict(choices[0]))
    await visitor.one_message()
    if stalls:
        visitor.stall()
        for choice in choices[1:]:
            await visitor.send(PAGE, dict(choice))
        await asyncio.sleep(2)
    visitor.drop()


async def alone(server: str, choices: Sequence[Choices], cookies: str = "", page: str = PAGE) -> dict[Choices, str]:
    """What one reader after the other is shown for each choice, with nobody else there."""
    seen = {}
    for choice in choices:
        async with Visitor(server, cookies) as visitor:
            seen[choice] = (await visitor.ask(page, dict(choice))).digest
    return seen


def every_choice(omraader: Sequence[str], indsatsomraader: Sequence[str], days: Sequence[str]) -> list[Choices]:
    """Choices of filters on one page, each another one."""
    every = itertools.product(days, omraader, indsatsomraader)
    return [(("omraade", one), ("indsatsomraade", two), ("statusdato", day)) for day, one, two in every]


# The example's areas and indsatsområder, on two days.
CHOICES = every_choice(("MOT", "RIN", "SYD"), ("UDD", "BES", "KRI", "SAM"), ("2022-06-30", "2022-12-31"))


def resident(pid: int) -> int:
    """Bytes of memory that a process holds for itself."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))


def processor(pid: int) -> float:
    """Seconds of processor time that a process has taken: they hold on a busy machine too, where waiting does not."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


HEAD = """| wave | behave | first page, s | p95 | answer, s | p95 | errors | mixed up | memory after, MB | processor s |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"""


def _row(number: int, found: Wave, memory: int, worked: float) -> str:
    seconds = (found.first, found.later)
    told = " | ".join(f"{median(each):.2f} | {quantiles(each, n=20)[-1]:.2f}" for each in seconds)
    counted = f"{len(found.errors)} | {len(found.mixed)} | {memory / 1e6:.0f} | {worked:.1f}"
    return f"| {number} | {len(found.first)} | {told} | {counted} |"


async def _measure(web: Web, readers: int, seconds: float, waves: int) -> None:
    right = await alone(web.address, CHOICES)
    before = f"{readers} readers over {seconds:.0f} s; memory before: {resident(web.pid) / 1e6:.0f} MB"
    print(machine(), before, HEAD, sep="\n\n")
    for number in range(1, waves + 1):
        begun = processor(web.pid)
        found = await Wave(web.address, right).come(readers, seconds)
        print(_row(number, found, resident(web.pid), processor(web.pid) - begun), flush=True)
        for trouble in dict.fromkeys(found.errors + found.mixed):
            print(f"    {trouble}")


def main() -> None:
    """Prints Markdown, as docs/drift.md holds it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crowd", description="Many readers at once.")
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--waves", type=int, default=3)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        publish_example(Path(folder))
        web = Web(free_port(), Path(folder), {"OVERBLIK_OVERVAAG": "nej"})
        web.start()
        try:
            asyncio.run(_measure(web, chosen.readers, chosen.seconds, chosen.waves))
        finally:
            web.kill()


if __name__ == "__main__":
    main()
