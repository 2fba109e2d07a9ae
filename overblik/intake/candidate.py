"""What would become a release: the current files, those kept and those dropped, read and judged as one.

The current files of a table are those of the release in force, each replaced by the same organisation's newer file
of the same name. The invented example never mixes with real files: the first real drop starts afresh.
"""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Lock

from overblik import contract
from overblik.intake.archive import OriginalMissing, archived
from overblik.intake.breach import Breach
from overblik.intake.foreign import foreign_rows
from overblik.intake.inbox import Delivery
from overblik.intake.judging import judge
from overblik.intake.manifest import Source
from overblik.intake.persondata import examine
from overblik.intake.previous import agreed_dates_moved, compare, previous_of
from overblik.intake.progress import JUDGES, READS, Tell, quietly
from overblik.intake.rewritten import ReadFile
from overblik.intake.sandbox import Reading, read
from overblik.mailbox import Progress

_LARGE = 20_000_000  # bytes of files in all from which two are read at once
LACKING = "kernetabel_mangler"


@dataclass(frozen=True)
class Readings:
    """What has been read already, by what messages call it and where it lies: no file is read twice.

    What was written anew lies in `scratch`.
    """

    scratch: Path
    known: dict[tuple[str, Path], Reading] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """All current files, read and judged together.

    `unread`: tables of which a file could not be read; `lacking`: tables that a release needs and nobody delivered.
    """

    files: tuple[ReadFile, ...]
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]
    unread: frozenset[str]
    lacking: frozenset[str]


def judge_together(
    in_force: Sequence[Source],
    dropped: Sequence[Delivery],
    data: Path,
    day: date,
    readings: Readings,
    tell: Tell = quietly,
) -> Candidate:
    """Reads the originals that nothing replaces and the dropped files, and judges them as one set of tables.

    `readings` holds what was read now afterwards. Raises OriginalMissing, NoRoom.
    """
    replaced = {delivery.name for delivery in dropped}
    places = [
        (source.fil, source.tabel, archived(data, source.sha256, source.fil))
        for source in in_force
        if source.fil not in replaced
    ]
    places += [(delivery.name, delivery.table, delivery.path) for delivery in dropped]
    new = {delivery.path for delivery in dropped}
    unknown = [(name, table, path) for name, table, path in places if (name, path) not in readings.known]
    readings.known.update(_read_all(unknown, new, readings.scratch, tell))
    read_now = [(table, readings.known[name, path]) for name, table, path in places]
    files = [each.content for _, each in read_now if each.content is not None]
    tell(Progress(JUDGES))
    judgement = judge(files, day)
    unread = frozenset(table for table, each in read_now if each.content is None)
    lacking = {each.table for each in judgement.breaches if each.code == LACKING} - unread
    return Candidate(
        files=tuple(files),
        breaches=(
            *(breach for _, each in read_now for breach in each.breaches),
            *foreign_rows(files, {each.name: each.rows_of for each in dropped if each.rows_of is not None}),
            *(each for each in judgement.breaches if each.code != LACKING or each.table in lacking),
        ),
        warnings=(
            *(warning for _, each in read_now for warning in each.warnings),
            *judgement.warnings,
            *_since_before(in_force, dropped, data, readings, tell),
        ),
        unread=unread,
        lacking=frozenset(lacking),
    )


def at_once(paths: Iterable[Path]) -> int:
    """How many of these files are read at a time; one that is gone meanwhile counts for nothing."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += path.lstat().st_size
    return 2 if size > _LARGE else 1


def _read_all(
    places: Sequence[tuple[str, str, Path]], new: Collection[Path], scratch: Path, tell: Tell
) -> dict[tuple[str, Path], Reading]:
    """Each file by its name and place; two at once where they are large, for each is read by a process of its own."""
    turn = Lock()

    def one_at_a_time(progress: Progress) -> None:
        with turn:
            tell(progress)

    def read_one(place: tuple[str, str, Path]) -> Reading:
        name, table, path = place
        return _read(path, name, table, scratch, one_at_a_time, new=path in new)

    with ThreadPoolExecutor(at_once(path for _, _, path in places)) as readers:
        found = list(readers.map(read_one, places))
    return {(name, path): reading for (name, _, path), reading in zip(places, found, strict=True)}


def _since_before(
    in_force: Sequence[Source], dropped: Sequence[Delivery], data: Path, readings: Readings, tell: Tell
) -> list[Breach]:
    """What is noticeable about each dropped file beside the delivery before it (previous.py)."""
    pairs = []
    for delivery in dropped:
        now = readings.known[delivery.name, delivery.path].content
        source = previous_of(delivery, in_force)
        if now is None or source is None or source.sha256 == delivery.path.stem:
            continue
        with suppress(OriginalMissing):  # nothing rests on a file that is replaced
            key = source.fil, archived(data, source.sha256, source.fil)
            if key not in readings.known:
                readings.known[key] = _read(key[1], source.fil, source.tabel, readings.scratch, tell, new=False)
            if before := readings.known[key].content:
                pairs.append((now, before))
    every = [content for each in dropped if (content := readings.known[each.name, each.path].content)]
    earlier = {before.path: before for _, before in pairs}
    return [
        *compare(pairs),
        *agreed_dates_moved(every, list(earlier.values())),
    ]


def _read(path: Path, name: str, table: str, scratch: Path, tell: Tell, *, new: bool) -> Reading:
    def share(done: float) -> None:
        tell(Progress(READS, name, done))

    share(0.0)
    reading = read(path, name, contract.tables()[table], scratch, share)
    if reading.content is None:
        return reading
    sure, perhaps = examine(reading.content)
    # What is in force was taken by the rule of its day: a stricter one must not stop everybody else's figures.
    refused, noticed = (sure, perhaps) if new else ([], [*sure, *perhaps])
    return replace(reading, breaches=(*reading.breaches, *refused), warnings=(*reading.warnings, *noticed))


def rests_on(breach: Breach) -> frozenset[str]:
    """The other tables that a breach may come from: the one its key should stand in, those its rule asks."""
    if breach.table not in contract.tables():
        return frozenset()
    table = contract.tables()[breach.table]
    asked = [str(column.references).split(".")[0] for column in table.columns if column.name == breach.column]
    if breach.code != "ukendt_noegle":
        asked = [word for rule in table.rules if rule.code == breach.code for word in rule.query.split()]
    return frozenset(asked) & frozenset(contract.tables()) - {table.name}
