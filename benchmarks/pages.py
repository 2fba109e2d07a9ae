"""Every page: a rerun after a filter change, with new and with known answers, beside its questions in plain DuckDB.

All of it in turn, round after round, so that a machine that is busy for a while is so for all of them.
"""

import gc
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from statistics import median

from benchmarks.asking import Asked, ours, plain
from benchmarks.server import Address, Server, Visit
from overblik.answers import current_release
from overblik.settings import ROOT
from overblik.show.filter_options import options_of


@dataclass
class Measured:
    """One page's figures, in milliseconds; each list holds one figure a round."""

    page: str
    questions: int = 0
    plain: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    new: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    tidying: list[float] = field(default_factory=list)
    sent: int = 0

    @property
    def left(self) -> float:
        """What a rerun with new answers takes beyond twice its questions and 25 ms; 0 or below keeps the promise.

        Against the quicker of the two ways of asking, round by round.
        """
        pairs = zip(self.new, self.plain, self.ours, strict=True)
        return median(new - 2 * min(one, other) - 25 for new, one, other in pairs)


def measure(server: Server, rounds: int, pages: Sequence[str] = ()) -> list[Measured]:
    """Those pages, or all in pages/, in their order by name."""
    asked, tidying = Asked(), _Tidying()
    names = pages or sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    visits = {name: server.open(name) for name in names}
    measured = {name: Measured(name) for name in names}
    standing, changed = addresses(rounds + 1)
    for address in changed:
        for name in names:
            _round(visits[name], standing, address, measured[name], asked, tidying)
    tidying.stop()
    for each in measured.values():  # the first round is for what is loaded once
        for figures in (each.plain, each.ours, each.new, each.known, each.tidying):
            del figures[0]
    return list(measured.values())


def _round(
    visit: Visit, standing: Address, changed: Address, measured: Measured, asked: Asked, tidying: "_Tidying"
) -> None:
    asked.forget()  # one page's answers would be known to the next
    visit.run(standing)
    asked.taken()
    tidying.taken()
    measured.new.append(1000 * visit.run(changed))
    measured.tidying.append(1000 * tidying.taken())
    measured.sent = visit.reader.sent
    questions = asked.taken()
    measured.questions = len(questions)
    measured.plain.append(1000 * sum(plain(*question) for question in questions))
    measured.ours.append(1000 * sum(ours(*question) for question in questions))
    measured.known.append(1000 * visit.run(standing))


def addresses(count: int) -> tuple[Address, list[Address]]:
    """The newest figures of the first area; and changes of both filters, newest first, each of them made once."""
    options = options_of(current_release(), None)
    first, *changes = product(options.statusdatoer, options.omraade)
    standing, *changed = ({"statusdato": day, "omraade": omraade} for day, omraade in (first, *changes[:count]))
    return standing, changed


class _Tidying:
    """Seconds spent on collecting garbage."""

    def __init__(self) -> None:
        self._begun = self._sum = 0.0
        gc.callbacks.append(self._note)

    def _note(self, phase: str, _: object) -> None:
        if phase == "start":
            self._begun = time.perf_counter()
        else:
            self._sum += time.perf_counter() - self._begun

    def taken(self) -> float:
        """Since last time."""
        taken, self._sum = self._sum, 0.0
        return taken

    def stop(self) -> None:
        """No more of it: Python itself collects garbage when it ends."""
        gc.callbacks.remove(self._note)
