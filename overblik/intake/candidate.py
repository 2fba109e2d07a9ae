"""What would become a release: the current files, those kept and those dropped, read and judged as one.

The current files of a table are those of the release in force, each replaced by the same organisation's newer file
of the same name. The invented example never mixes with real files: the first real drop starts afresh.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overblik import contract
from overblik.errors import NoRelease
from overblik.intake.archive import archived
from overblik.intake.breach import Breach
from overblik.intake.inbox import Delivery
from overblik.intake.judging import judge
from overblik.intake.manifest import Source
from overblik.intake.persondata import examine
from overblik.intake.rewritten import ReadFile
from overblik.intake.sandbox import read
from overblik.release import Release, read_release


@dataclass(frozen=True)
class Candidate:
    """All current files, read and judged together."""

    files: tuple[ReadFile, ...]
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


def release_in_force(data: Path) -> Release | None:
    """The release in force, if there is one yet. Raises ReleaseDamaged."""
    try:
        return read_release(data)
    except NoRelease:
        return None


def kept_sources(parent: Release | None, dropped: list[Delivery]) -> list[Source]:
    """The files of the release in force that no dropped file replaces."""
    if parent is None or parent.is_example:
        return []
    replaced = {delivery.name for delivery in dropped}
    sources = [Source(**source) for source in parent.manifest["sources"]]
    return [source for source in sources if source.fil not in replaced]


def judge_together(
    kept: list[Source], dropped: list[Delivery], unusable: list[Breach], data: Path, day: date, scratch: Path
) -> Candidate:
    """Reads the kept originals and the dropped files, and judges them as one set of tables. Raises OriginalMissing.

    Their content, written anew, lies in `scratch` afterwards. `unusable` are dropped files whose table nobody
    can tell, so any table may be the one that is missing.
    """
    places = [(source.fil, source.tabel, archived(data, source.sha256, source.fil)) for source in kept]
    places += [(delivery.name, delivery.table, delivery.path) for delivery in dropped]
    new = {delivery.name for delivery in dropped}
    files: list[ReadFile] = []
    breaches = list(unusable)
    warnings: list[Breach] = []
    for name, table, path in places:
        reading = read(path, name, contract.tables()[table], scratch)
        breaches += reading.breaches
        warnings += reading.warnings
        if reading.content is not None:
            files.append(reading.content)
            sure, perhaps = examine(reading.content)
            # What is in force was taken by the rule of its day: a stricter one must not stop everybody else's figures.
            (breaches if name in new else warnings).extend(sure)
            warnings += perhaps
    judgement = judge(files, day)
    taken = {file.file for file in files}
    unread = set(contract.tables()) if unusable else {table for name, table, _ in places if name not in taken}
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
