"""From the files in an inbox to a release in force; or to a list of what stands in the way."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.errors import OverblikError
from overblik.intake.archive import copied, keep, remove_taken
from overblik.intake.breach import Breach, breach
from overblik.intake.candidate import judge_together, kept_sources, release_in_force
from overblik.intake.inbox import find_deliveries
from overblik.intake.manifest import Source, write_release
from overblik.intake.store import SCRATCH, publishing_turn
from overblik.release import read_release, releases_folder
from overblik.settings import COPENHAGEN, EKSEMPEL, today

# The example stands still in time: it would otherwise warn of old figures for ever.
EXAMPLE_DAY = date(2023, 4, 12)


class ExampleRefused(OverblikError):
    """The example was to be published where real figures are in force, which would put them out of sight."""

    notice = (
        "Der er allerede udgivet rigtige tal her, så eksemplet udgives ikke. "
        "Vis det fra en anden datamappe: sæt OVERBLIK_DATA."
    )


@dataclass(frozen=True)
class Outcome:
    """What became of a publish: the id in force afterwards (None: none), files taken, breaches, warnings."""

    release: str | None
    accepted: tuple[str, ...]
    rejected: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


def publish_inbox(data: Path) -> Outcome:
    """Publishes what lies in `data/indbakke/`; the files taken leave it, their copies are in the archive.

    A file that was replaced meanwhile stays for the next publish.
    """
    inbox = data / "indbakke"
    inbox.mkdir(parents=True, exist_ok=True)
    with publishing_turn(releases_folder(data)):
        outcome = _publish(inbox, data, today(), is_example=False)
        sources = read_release(data).manifest["sources"] if outcome.accepted else []
        taken = [Source(**source) for source in sources if source["fil"] in outcome.accepted]
        left = [source for source in taken if not remove_taken(inbox / source.fil, source.sha256)]
    return replace(outcome, warnings=(*outcome.warnings, *map(_left_behind, left)))


def publish_example(data: Path) -> Outcome:
    """Publishes the invented example that comes with Overblik, as on the day it was invented for.

    Raises ExampleRefused.
    """
    return publish_folder(EKSEMPEL, data, is_example=True, day=EXAMPLE_DAY)


def publish_folder(source: Path, data: Path, *, is_example: bool = False, day: date | None = None) -> Outcome:
    """Publishes the files of a folder together with those of the release in force. The folder is left as it is.

    All or nothing: one breach, and the release in force stays. Raises OriginalMissing, ReleaseDamaged.
    """
    with publishing_turn(releases_folder(data)):
        return _publish(source, data, day or today(), is_example=is_example)


def _publish(source: Path, data: Path, day: date, *, is_example: bool) -> Outcome:
    parent = release_in_force(data)
    if is_example and parent and not parent.is_example:
        raise ExampleRefused("real figures are in force")
    in_force = parent.id if parent else None
    found, unusable = find_deliveries(source)
    if not (found or unusable):
        return Outcome(in_force, (), (), ())
    kept = [] if is_example else kept_sources(parent, found)
    with (
        copied(found, data) as (deliveries, unsettled),
        TemporaryDirectory(prefix=SCRATCH, dir=data / "arkiv") as scratch,
    ):
        candidate = judge_together(kept, deliveries, [*unusable, *unsettled], data, day, Path(scratch))
        if candidate.breaches:
            return Outcome(in_force, (), candidate.breaches, candidate.warnings)
        now = datetime.combine(day, datetime.now(COPENHAGEN).timetz()).isoformat(timespec="seconds")
        received = {delivery.name: Source.of(delivery, now) for delivery in deliveries}
        keep(deliveries, data)
        sources = [*kept, *received.values()]
        release_id = write_release(
            releases_folder(data), candidate.files, sources, candidate.warnings, in_force, day, is_example
        )
    return Outcome(release_id, tuple(received), (), candidate.warnings)


def _left_behind(source: Source) -> Breach:
    what = "Filen er taget i brug, men kunne ikke fjernes fra indbakken"
    return breach("bliver_liggende", source.fil, source.tabel, None, what, "Fjern den, så den ikke tages igen.")
