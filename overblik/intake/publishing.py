"""From the files in an inbox to a release in force; or to a list of what stands in the way.

The current files of a table are those of the release in force, each replaced by the same organisation's newer file
of the same name. The invented example never mixes with real files: the first real drop starts afresh.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from overblik import contract
from overblik.errors import NoRelease
from overblik.intake.archive import archived, copied, keep
from overblik.intake.breach import Breach
from overblik.intake.inbox import Delivery, delivery_of, find_deliveries
from overblik.intake.judging import ReadFile, judge
from overblik.intake.manifest import Source, write_release
from overblik.intake.reading import read
from overblik.intake.store import publishing_turn
from overblik.release import Release, read_release, releases_folder
from overblik.settings import COPENHAGEN, EKSEMPEL, today

# The example stands still in time: it would otherwise warn of old figures for ever.
EXAMPLE_DAY = date(2023, 4, 12)


@dataclass(frozen=True)
class Outcome:
    """What became of a publish: the id in force afterwards (None: none), files taken, breaches, warnings."""

    release: str | None
    accepted: tuple[str, ...]
    rejected: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


@dataclass(frozen=True)
class Candidate:
    """All current files, read and judged together."""

    files: tuple[ReadFile, ...]
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


def publish_inbox(data: Path) -> Outcome:
    """Publishes what lies in `data/indbakke/`; the files taken leave it, their copies are in the archive."""
    inbox = data / "indbakke"
    inbox.mkdir(parents=True, exist_ok=True)
    outcome = publish_folder(inbox, data)
    for name in outcome.accepted:
        (inbox / name).unlink(missing_ok=True)
    return outcome


def publish_example(data: Path) -> Outcome:
    """Publishes the invented example that comes with Overblik, as on the day it was invented for."""
    return publish_folder(EKSEMPEL, data, is_example=True, day=EXAMPLE_DAY)


def publish_folder(source: Path, data: Path, *, is_example: bool = False, day: date | None = None) -> Outcome:
    """Publishes the files of a folder together with those of the release in force. The folder is left as it is.

    All or nothing: one breach, and the release in force stays. Raises OriginalMissing, ReleaseDamaged.
    """
    folder, day = releases_folder(data), day or today()
    with publishing_turn(folder):
        parent = _in_force(data)
        found, unusable = find_deliveries(source)
        if unusable or not found:
            return Outcome(parent.id if parent else None, (), tuple(unusable), ())
        kept = [] if is_example else _kept(parent, found)
        with copied(found, data) as deliveries:
            candidate = judge_together(kept, deliveries, data, day)
            if candidate.breaches:
                return Outcome(parent.id if parent else None, (), candidate.breaches, candidate.warnings)
            now = datetime.combine(day, datetime.now(COPENHAGEN).timetz()).isoformat(timespec="seconds")
            received = {delivery.name: Source.of(delivery, now) for delivery in deliveries}
            for delivery in deliveries:
                keep(delivery.path, data)
        sources = [*kept, *received.values()]
        release_id = write_release(
            folder, candidate.files, sources, candidate.warnings, parent.id if parent else None, day, is_example
        )
    return Outcome(release_id, tuple(received), (), candidate.warnings)


def check_files(paths: Iterable[Path], data: Path) -> Outcome:
    """Judges files beside those of the release in force, without publishing or keeping anything."""
    parent = _in_force(data)
    found = [delivery_of(path, path.name) for path in paths]
    deliveries = [item for item in found if isinstance(item, Delivery)]
    unusable = [item for item in found if isinstance(item, Breach)]
    candidate = judge_together(_kept(parent, deliveries), deliveries, data, today())
    breaches = (*unusable, *candidate.breaches)
    rejected = {breach.file for breach in breaches}
    accepted = tuple(delivery.name for delivery in deliveries if delivery.name not in rejected)
    return Outcome(parent.id if parent else None, accepted, breaches, candidate.warnings)


def judge_together(kept: list[Source], dropped: list[Delivery], data: Path, day: date) -> Candidate:
    """Reads the kept originals and the dropped files, and judges them as one set of tables."""
    places = [(source.fil, source.tabel, archived(data, source.sha256)) for source in kept]
    places += [(delivery.name, delivery.table, delivery.path) for delivery in dropped]
    files: list[ReadFile] = []
    breaches: list[Breach] = []
    warnings: list[Breach] = []
    for name, table, path in places:
        content, broken, noticed = read(path, name, contract.tables()[table])
        breaches += broken
        warnings += noticed
        if content is not None:
            files.append(ReadFile(name, table, content))
    judgement = judge(files, day)
    taken = {file.file for file in files}
    unread = {table for name, table, _ in places if name not in taken}
    breaches += [breach for breach in judgement.breaches if not _follows_from(breach, unread)]
    warnings += judgement.warnings
    return Candidate(tuple(files), tuple(breaches), tuple(warnings))


def _follows_from(breach: Breach, unread: set[str]) -> bool:
    """True for a breach that may only say again that another file could not be read: unknown keys, a missing table."""
    if breach.code == "kernetabel_mangler":
        return breach.table in unread
    table = contract.tables()[breach.table]
    refers_to = [str(column.references).split(".")[0] for column in table.columns if column.name == breach.column]
    queries = [rule.query for rule in table.rules if rule.code == breach.code]
    return any(name in refers_to or any(name in query.split() for query in queries) for name in unread)


def _in_force(data: Path) -> Release | None:
    try:
        return read_release(data)
    except NoRelease:
        return None


def _kept(parent: Release | None, dropped: list[Delivery]) -> list[Source]:
    """The files of the release in force that no dropped file replaces."""
    if parent is None or parent.is_example:
        return []
    replaced = {delivery.name for delivery in dropped}
    sources = [Source(**source) for source in parent.manifest["sources"]]
    return [source for source in sources if source.fil not in replaced]
