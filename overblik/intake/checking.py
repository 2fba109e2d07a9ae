"""Judges files as a publish would, without publishing or keeping anything."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.intake.breach import Breach
from overblik.intake.candidate import judge_together, kept_sources, release_in_force
from overblik.intake.inbox import Delivery, delivery_of
from overblik.intake.publishing import Outcome
from overblik.release import Release
from overblik.settings import today


def check_files(paths: Iterable[Path], data: Path) -> Outcome:
    """Judges files beside those of the release in force."""
    parent = release_in_force(data)
    found = [delivery_of(path, name_in_inbox(path, parent, data)) for path in paths]
    deliveries = [item for item in found if isinstance(item, Delivery)]
    unusable = [item for item in found if isinstance(item, Breach)]
    with TemporaryDirectory() as scratch:
        candidate = judge_together(kept_sources(parent, deliveries), deliveries, unusable, data, today(), Path(scratch))
    rejected = {breach.file for breach in candidate.breaches}
    accepted = tuple(delivery.name for delivery in deliveries if delivery.name not in rejected)
    return Outcome(parent.id if parent else None, accepted, candidate.breaches, candidate.warnings)


def name_in_inbox(path: Path, parent: Release | None, data: Path) -> str:
    """What a file would be called in the inbox: with its organisation, if its folder is one that has delivered.

    Without it a redelivery would be judged beside the file that it is to replace.
    """
    folder = path.absolute().parent
    organisations = {source["organisation"] for source in parent.manifest["sources"]} if parent else set()
    in_inbox = folder.resolve().parent == (data / "indbakke").resolve()
    return f"{folder.name}/{path.name}" if in_inbox or folder.name in organisations else path.name
