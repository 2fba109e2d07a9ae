"""What of a drop can land: bad files are set aside alone, what only they would have made good waits, the rest lands.

Everything is judged together, beside what is in force. A file that breaks a rule by itself is refused. Then the rest is
judged again without it, until nothing breaks: whatever breaks only now was good beside a file that is gone, and waits.
A file in force is never at fault; what was dropped beside it and breaks it is.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from overblik import contract
from overblik.intake.breach import Breach, breach, listed
from overblik.intake.candidate import LACKING, Candidate, Readings, judge_together, rests_on
from overblik.intake.inbox import Delivery
from overblik.intake.manifest import Source
from overblik.intake.progress import Tell, quietly
from overblik.intake.waiting import Remembered

EVERY_TABLE = frozenset(contract.tables())


@dataclass(frozen=True)
class Waits:
    """A good file that cannot land alone: on which files it waits, and for which tables."""

    delivery: Delivery
    paa: tuple[str, ...]
    tables: frozenset[str]


@dataclass(frozen=True)
class Landing:
    """What lands (judged beside what is in force, without a breach), what is refused, what waits."""

    taken: tuple[Delivery, ...]
    candidate: Candidate | None
    refused: tuple[Breach, ...]
    waits: tuple[Waits, ...]


@dataclass(frozen=True)
class Drop:
    """What has been handed in: the files, what no file could be read from at all, what is not ready to be read yet,
    and what waited the last time."""

    files: Sequence[Delivery]
    unusable: Sequence[Breach] = ()
    absent: Sequence[Breach] = ()
    remembered: Remembered = Remembered()  # noqa: RUF009  # immutable


@dataclass
class _Sorting:
    """A drop while it is sorted out."""

    active: list[Delivery]
    absent: Sequence[Breach]
    refused: list[Breach] = field(default_factory=list)
    waits: list[Waits] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)  # tables of which something is missing by now

    def let_wait(self, delivery: Delivery, tables: Set[str], paa: Sequence[str] = ()) -> None:
        told = [each for each in (*self.refused, *self.absent) if each.code != LACKING]
        files = [each.file for each in told if not tables or each.table in tables or not each.table]
        self.waits.append(Waits(delivery, tuple(dict.fromkeys([*paa, *files])), frozenset(tables)))
        self.leave({delivery.name})

    def leave(self, names: set[str]) -> None:
        self.gone |= {delivery.table for delivery in self.active if delivery.name in names}
        self.active = [delivery for delivery in self.active if delivery.name not in names]


def land(
    in_force: Sequence[Source], dropped: Drop, data: Path, day: date, scratch: Path, tell: Tell = quietly
) -> Landing:
    """Sorts a drop beside the files in force; what it read lies in `scratch`. Raises OriginalMissing, NoRoom."""
    readings = Readings(scratch)
    drop = _Sorting(list(dropped.files), dropped.absent, list(dropped.unusable))
    told = [*dropped.unusable, *dropped.absent]
    drop.gone = {table for each in told for table in ([each.table] if each.table else EVERY_TABLE)}
    replaced = {source.fil for source in in_force}
    candidate = judge_together(in_force, drop.active, data, day, readings, tell)
    lacking = [each for each in candidate.breaches if each.code == LACKING]
    if candidate.breaches:
        _first(drop, candidate, drop.gone | candidate.unread | candidate.lacking, replaced, dropped.remembered)
        candidate = judge_together(in_force, drop.active, data, day, readings, tell)
    while drop.active and candidate.breaches:
        blamed = _blamed(drop.active, candidate, replaced)
        if not blamed:  # a table that a release needs is missing, or a file in force no longer holds: nothing can land
            _all_wait(drop, candidate)
            break
        for delivery in [delivery for delivery in drop.active if delivery.name in blamed]:
            drop.let_wait(delivery, _tables(blamed[delivery.name]) & drop.gone)
        candidate = judge_together(in_force, drop.active, data, day, readings, tell)
    if not drop.active:
        drop.refused += [each for each in lacking if each not in drop.refused]
    return Landing(tuple(drop.active), candidate if drop.active else None, tuple(drop.refused), tuple(drop.waits))


def _first(drop: _Sorting, candidate: Candidate, missing: Set[str], replaced: Set[str], remembered: Remembered) -> None:
    """Refuses what is bad by itself; what may be bad only because something is missing waits."""
    waiting = []
    blamed = _blamed(drop.active, candidate, replaced, missing)
    for delivery in drop.active:
        lost = missing | remembered.tables(delivery)
        found = blamed.get(delivery.name, [])
        by_itself = [each for each in found if not rests_on(each) & lost]
        if by_itself:
            drop.refused += by_itself
        elif found:
            waiting.append((delivery, _tables(found) & lost))
    drop.leave({each.file for each in drop.refused})
    for delivery, tables in waiting:
        drop.let_wait(delivery, tables, remembered.paa(delivery))


def _blamed(
    active: Sequence[Delivery], candidate: Candidate, replaced: Set[str], missing: Set[str] = frozenset()
) -> dict[str, list[Breach]]:
    """The breaches of each file of a drop, by its name; where a file in force breaks, of those that changed its ground.

    `missing`: tables of which something could not be read: what in force breaks for that is nobody's fault.
    """
    own = {delivery.name for delivery in active}
    blamed: dict[str, list[Breach]] = {}
    for each in candidate.breaches:
        if each.file in own:
            blamed.setdefault(each.file, []).append(each)
    for each in candidate.breaches:
        if each.file in own or each.code == LACKING or rests_on(each) & missing:
            continue
        ground = [delivery for delivery in active if delivery.table in rests_on(each)]
        for delivery in [delivery for delivery in ground if delivery.name in replaced] or ground:
            blamed.setdefault(delivery.name, [_breaks(delivery, each)])
    return blamed


def _tables(breaches: Iterable[Breach]) -> frozenset[str]:
    return frozenset(table for each in breaches for table in rests_on(each))


def _all_wait(drop: _Sorting, candidate: Candidate) -> None:
    refused = {each.table for each in drop.refused}
    drop.refused += [each for each in candidate.breaches if each.table not in refused]
    for delivery in list(drop.active):
        drop.let_wait(delivery, candidate.lacking)


def _breaks(delivery: Delivery, theirs: Breach) -> Breach:
    what = f"Uden rækker, som er udeladt eller ændret her, holder {theirs.file} ikke længere kontrakten"
    remedy = f"Tag rækkerne med igen, eller aflever en rettet {theirs.file} samtidig."
    return breach("bryder_gaeldende", delivery.name, delivery.table, None, what, remedy, theirs.rows)


def told_to_wait(waits: Waits) -> Breach:
    """What the owner of a good file is told that waits for somebody else's."""
    if waits.paa:
        names = listed([*waits.paa[:3], *([f"{len(waits.paa) - 3} andre"] if len(waits.paa) > 3 else [])])
        what = f"Filen hænger sammen med {names}, som ikke kunne tages i brug, og venter derfor i indbakken"
    elif waits.tables:
        what = f"Filen kan ikke tages i brug uden {listed(sorted(waits.tables))} og venter derfor i indbakken"
    else:
        what = "Filen hænger sammen med en fil, der ikke kunne tages i brug, og venter derfor i indbakken"
    remedy = "Du skal ikke gøre noget ved den: den bedømmes igen, når det manglende er afleveret."
    return breach("venter", waits.delivery.name, waits.delivery.table, None, what, remedy)
