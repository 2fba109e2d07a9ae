"""Judges files as a publish would, without publishing or keeping anything."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.intake.approval import ground
from overblik.intake.breach import Breach
from overblik.intake.inbox import Delivery, delivery_of
from overblik.intake.landing import Drop, land, told_to_wait
from overblik.intake.outcome import Outcome
from overblik.intake.progress import Tell, quietly
from overblik.release import Release
from overblik.settings import today


def check_files(paths: Iterable[Path], data: Path, tell: Tell = quietly) -> Outcome:
    """Judges files beside those of the release in force, or of the candidate that waits."""
    on = ground(data)
    found = [delivery_of(path, name_in_inbox(path, on.in_force, data)) for path in paths]
    deliveries = [item for item in found if isinstance(item, Delivery)]
    unusable = [item for item in found if isinstance(item, Breach)]
    with TemporaryDirectory() as scratch:
        landing = land(on.sources, Drop(deliveries, unusable), data, today(), Path(scratch), tell)
    rejected = (*landing.refused, *map(told_to_wait, landing.waits))
    accepted = tuple(delivery.name for delivery in landing.taken)
    warnings = landing.candidate.warnings if landing.candidate else ()
    return Outcome(on.id, accepted, rejected, warnings)


def name_in_inbox(path: Path, parent: Release | None, data: Path) -> str:
    """What a file would be called in the inbox: with its organisation, if its folder is one that has delivered.

    Without it a redelivery would be judged beside the file that it is to replace.
    """
    folder = path.absolute().parent
    organisations = {source["organisation"] for source in parent.manifest["sources"]} if parent else set()
    in_inbox = folder.resolve().parent == (data / "indbakke").resolve()
    return f"{folder.name}/{path.name}" if in_inbox or folder.name in organisations else path.name
