"""From the files in an inbox to a release: what is good lands in one, what is bad is set aside with a report."""

import os
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.errors import OverblikError
from overblik.intake import approval
from overblik.intake.approval import Ground, ground
from overblik.intake.archive import copied, keep, remove_taken
from overblik.intake.breach import Breach, breach
from overblik.intake.candidate import at_once
from overblik.intake.durable import SCRATCH, make_folder, sync_folder, write_file
from overblik.intake.inbox import Delivery, Unusable, find_deliveries
from overblik.intake.landing import Drop, Landing, land, told_to_wait
from overblik.intake.manifest import Source, write_release
from overblik.intake.outcome import Outcome
from overblik.intake.progress import COPIES, Tell, quietly
from overblik.intake.quarantine import BadFile, erase_expired, recover, set_aside
from overblik.intake.sandbox import prepare
from overblik.intake.store import move_pointer, publishing_turn
from overblik.intake.waiting import Remembered, remember, remembered
from overblik.intake.workbook_inbox import take_workbooks
from overblik.mailbox import Progress
from overblik.mailbox_slips import sweep_slips
from overblik.release import releases_folder
from overblik.settings import COPENHAGEN, EKSEMPEL, settings, today

# The example stands still in time: it would otherwise warn of old figures for ever.
EXAMPLE_DAY = date(2023, 4, 12)


class ExampleRefused(OverblikError):
    """The example was to be published where real figures are in force, which would put them out of sight."""

    notice = (
        "Der er allerede udgivet rigtige tal her, så eksemplet udgives ikke. "
        "Vis det fra en anden datamappe: sæt OVERBLIK_DATA."
    )


@dataclass(frozen=True)
class _Made:
    """A drop that has been sorted and, as far as it was good, made into a release (None: nothing was good)."""

    landing: Landing
    release: str | None


def publish_inbox(data: Path, *, only: Collection[str] | None = None, hvem: str = "", tell: Tell = quietly) -> Outcome:
    """Publishes what lies in `data/indbakke/`: what is taken leaves for the archive, what is bad for the quarantine.

    `only`: names of the files to look at (None: all). Where releases wait for approval, the outcome is a candidate.
    What waits for another file stays, and so does a file that was replaced meanwhile. Raises OriginalMissing,
    ReleaseDamaged, PublishOvertaken.
    """
    inbox, day, waits = data / "indbakke", today(), settings().udgivelse == "godkendes"
    inbox.mkdir(parents=True, exist_ok=True)
    with publishing_turn(releases_folder(data)):
        recover(data)
        erase_expired(data, day)
        sweep_slips(data)
        approval.tidy(data)
        on = ground(data)
        books = take_workbooks(data, on.in_force, day, only)
        found, unusable = find_deliveries(inbox)
        unready = [each for each in found if only is not None and each.name not in only]
        found = [each for each in found if each not in unready]
        unusable = [each for each in unusable if only is None or _name(each.path, inbox) in only]
        pending = approval.deliveries(data, [each for each in on.pending if each.fil not in {d.name for d in found}])
        if not (found or unusable or pending):
            return Outcome(on.id, (), books.breaches, (), quarantine=books.folder)
        tell(Progress(COPIES))
        prepare(at_once(each.path for each in found))
        with (
            copied([*found, *_plain(unusable, inbox)], data) as (copies, unsettled),
            TemporaryDirectory(prefix=SCRATCH, dir=data / "arkiv") as scratch,
        ):
            absent = [*unsettled, *map(_not_settled, unready)]
            known = {each.name for each in found}
            dropped = [*(copy for copy in copies if copy.name in known), *pending]
            memory = remembered(data, on.sources, dropped)
            drop = Drop(dropped, [each.breach for each in unusable], absent, memory)
            made = _made(on, drop, data, Path(scratch), day, hvem, tell, waits=waits)
            _put(data, on, made.release, waits=waits)
            left_over = [(each.delivery, each.paa, each.tables) for each in made.landing.waits]
            remember(data, ground(data).sources, left_over)
            left = [each for each in made.landing.taken if not remove_taken(inbox / each.name, each.path.stem)]
            for each in [each.delivery for each in made.landing.waits if each.delivery in pending]:
                _back_in_the_inbox(each, inbox)
            bad = _bad_files(made.landing.refused, [*copies, *pending], unusable, inbox)
            folder = set_aside(data, bad, day)
            approval.forget(
                data, [each for each in on.pending if each.fil not in {one.name for one in made.landing.taken}]
            )
    outcome = _outcome(on, made, absent, candidate=waits)
    return replace(
        outcome,
        rejected=(*books.breaches, *outcome.rejected),
        warnings=(*outcome.warnings, *map(_left_behind, left)),
        quarantine=folder or books.folder,
    )


def publish_example(data: Path) -> Outcome:
    """Publishes the invented example that comes with Overblik, as on the day it was invented for.

    Raises ExampleRefused.
    """
    return publish_folder(EKSEMPEL, data, is_example=True, day=EXAMPLE_DAY)


def publish_folder(
    source: Path, data: Path, *, is_example: bool = False, day: date | None = None, tell: Tell = quietly
) -> Outcome:
    """Publishes the files of a folder together with those of the release in force. The folder is left as it is.

    All or nothing, and at once: one breach, and the release in force stays. Raises OriginalMissing, ReleaseDamaged.
    """
    day = day or today()
    with publishing_turn(releases_folder(data)):
        on = ground(data)
        if is_example and on.in_force and not on.in_force.is_example:
            raise ExampleRefused("real figures are in force")
        on = replace(on, sources=() if is_example else tuple(approval.sources_of(on.in_force)), pending=())
        found, unusable = find_deliveries(source)
        if not (found or unusable):
            return Outcome(on.id, (), (), ())
        prepare(at_once(each.path for each in found))
        with (
            copied(found, data) as (copies, unsettled),
            TemporaryDirectory(prefix=SCRATCH, dir=data / "arkiv") as scratch,
        ):
            drop = Drop(copies, [each.breach for each in unusable], unsettled, Remembered())
            made = _made(on, drop, data, Path(scratch), day, "", tell, waits=False, is_example=is_example, whole=True)
            if made.release:
                move_pointer(releases_folder(data), made.release, on.id)
    return _outcome(on, made, unsettled, candidate=False)


def _made(
    on: Ground,
    drop: Drop,
    data: Path,
    scratch: Path,
    day: date,
    hvem: str,
    tell: Tell,
    *,
    waits: bool,
    is_example: bool = False,
    whole: bool = False,
) -> _Made:
    """Sorts a drop and writes what is good of it as a release that is not in force yet.

    `waits`: somebody must approve it. `whole`: it is made of all of the drop or not at all.
    """
    landing = land(on.sources, drop, data, day, scratch, tell)
    if landing.candidate is None or (whole and (landing.refused or landing.waits)):
        return _Made(landing, None)
    keep(list(landing.taken), data)
    now = datetime.combine(day, datetime.now(COPENHAGEN).timetz()).isoformat(timespec="seconds")
    before = {source.fil: source for source in on.pending}
    received = {each.name: before.get(each.name) or Source.of(each, now) for each in landing.taken}
    sources = [*(source for source in on.sources if source.fil not in received), *received.values()]
    standing = {(source.fil, source.sha256) for source in approval.sources_of(on.in_force)}
    more = {
        "hvem": hvem,
        "godkendt_af": None,
        "venter": waits,
        "nye": sorted(source.fil for source in sources if (source.fil, source.sha256) not in standing),
    }
    candidate = landing.candidate
    release_id = write_release(
        releases_folder(data), candidate.files, sources, candidate.warnings, on.id, day, is_example, more, tell
    )
    return _Made(landing, release_id)


def _put(data: Path, on: Ground, release_id: str | None, *, waits: bool) -> None:
    """Puts a release in force, or forward as the candidate that waits."""
    if release_id is None:
        if on.pending:
            approval.clear(data)
    elif waits:
        approval.put_forward(data, release_id)
    else:
        move_pointer(releases_folder(data), release_id, on.id)
        approval.clear(data)


def _outcome(on: Ground, made: _Made, absent: Sequence[Breach], *, candidate: bool) -> Outcome:
    landing = made.landing
    accepted = tuple(each.name for each in landing.taken) if made.release else ()
    rejected = (*landing.refused, *map(told_to_wait, landing.waits), *absent)
    warnings = landing.candidate.warnings if landing.candidate else ()
    in_force = made.release if made.release and not candidate else on.id
    return Outcome(in_force, accepted, rejected, warnings, made.release if candidate else None)


def _bad_files(
    refused: Sequence[Breach], copies: Sequence[Delivery], unusable: Sequence[Unusable], inbox: Path
) -> list[BadFile]:
    """What goes to the quarantine: each refused file with all that is wrong with it. What is only missing is none."""
    ours = {copy.name: copy.path for copy in copies}
    bad = [
        BadFile(each.breach.file, each.breach.table, "", each.path, ours.get(_name(each.path, inbox)), (each.breach,))
        for each in unusable
    ]
    for copy in copies:
        if why := tuple(each for each in refused if each.file == copy.name and copy.table):
            bad.append(BadFile(copy.name, copy.table, copy.organisation, inbox / copy.name, copy.path, why))
    return bad


def _plain(unusable: Sequence[Unusable], inbox: Path) -> list[Delivery]:
    """Plain files in a wrong place or of no table's name: copied like the others before they are moved."""
    return [
        Delivery(name, "", name.rpartition("/")[0], each.path)
        for each in unusable
        if (name := _name(each.path, inbox)) and stat.S_ISREG(each.path.lstat().st_mode)
    ]


def _name(path: Path, inbox: Path) -> str:
    return path.relative_to(inbox).as_posix()


def _back_in_the_inbox(delivery: Delivery, inbox: Path) -> None:
    """A file of a candidate that waits for another one since the ground has changed waits where the others do."""
    place = inbox / delivery.name
    make_folder(place.parent)
    if not os.path.lexists(place):
        write_file(place, delivery.path.read_bytes(), 0o644)
        sync_folder(place.parent)


def _not_settled(delivery: Delivery) -> Breach:
    what = "Filen er ved at blive skrevet"
    remedy = "Den bliver liggende i indbakken og bedømmes, når den har stået stille."
    return breach("ikke_klar", delivery.name, delivery.table, None, what, remedy)


def _left_behind(delivery: Delivery) -> Breach:
    what = "Filen er taget i brug, men kunne ikke fjernes fra indbakken"
    return breach("bliver_liggende", delivery.name, delivery.table, None, what, "Fjern den, så den ikke tages igen.")
