"""The candidate: a release that is made and waits for somebody to approve it, `udgivelser/kandidat`.

It is whole but not in force; its parent is the release in force. Its new files have left the inbox and lie in the
archive: they wait in its manifest (`nye`). If other figures come in force meanwhile, it is made anew on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from overblik.errors import OverblikError, ReleaseUnknown, ReleaseWithdrawn
from overblik.intake.archive import archive_path, archived
from overblik.intake.breach import breach
from overblik.intake.durable import remove, sync_folder, write_file
from overblik.intake.inbox import Delivery
from overblik.intake.manifest import Source
from overblik.intake.quarantine import BadFile, set_aside
from overblik.intake.store import move_pointer, publishing_turn, write_manifest
from overblik.mailbox import candidate_id, candidate_path
from overblik.mailbox_reports import reports
from overblik.release import Release, current_id, manifest_path, read_release, release_in_force, releases_folder
from overblik.settings import COPENHAGEN


class NoCandidate(OverblikError):
    """An id was to be approved or refused that is not the candidate that waits."""

    notice = (
        "Den udgivelse venter ikke på godkendelse. Se, om der er kommet en nyere: "
        "python -m overblik.intake candidates viser den, der venter."
    )


class CandidateOld(OverblikError):
    """Other figures came in force after the candidate was made, so what was looked at is not what would be released."""

    notice = (
        "Der er kommet andre tal i brug, siden udgivelsen blev lavet klar. Den bliver lavet om oven på dem: "
        "kør publish, se ændringerne igennem igen, og godkend den nye."
    )


@dataclass(frozen=True)
class Ground:
    """What a drop is judged beside: the release in force, the files that stand, and those that wait to be made anew."""

    in_force: Release | None
    sources: tuple[Source, ...]
    pending: tuple[Source, ...]

    @property
    def id(self) -> str | None:
        """The id in force."""
        return self.in_force.id if self.in_force else None


def ground(data: Path) -> Ground:
    """What the next drop lands on: the candidate that waits, or the release in force. Raises ReleaseDamaged."""
    in_force = release_in_force(data)
    standing = tuple(sources_of(in_force))
    candidate = waiting_candidate(data)
    if candidate is None:
        return Ground(in_force, standing, ())
    if _is_settled(data, candidate, in_force):
        return Ground(in_force, standing, ())
    if candidate.manifest["parent"] == (in_force.id if in_force else None):
        return Ground(in_force, tuple(sources_of(candidate)), ())
    return Ground(in_force, standing, tuple(new_sources(candidate)))


def sources_of(release: Release | None) -> list[Source]:
    """The files that a release rests on; none of the invented example's, which real figures never mix with."""
    if release is None or release.is_example:
        return []
    return [Source(**source) for source in release.manifest["sources"]]


def new_sources(candidate: Release) -> list[Source]:
    """The files that a candidate brings."""
    return [source for source in sources_of(candidate) if source.fil in set(candidate.manifest["nye"])]


def waiting_candidate(data: Path) -> Release | None:
    """The candidate that waits, if one does. Raises ReleaseDamaged."""
    try:
        return read_release(data, waiting) if (waiting := candidate_id(data)) else None
    except (ReleaseUnknown, ReleaseWithdrawn):
        return None


def put_forward(data: Path, release_id: str) -> None:
    """Makes a release that has been written the candidate that waits."""
    write_file(candidate_path(data), release_id.encode("ascii"), 0o644)
    sync_folder(releases_folder(data))


def tidy(data: Path) -> None:
    """Clears a candidate away that has been approved or refused already. For the holder of the turn."""
    if (candidate := waiting_candidate(data)) and _is_settled(data, candidate, release_in_force(data)):
        clear(data)


def clear(data: Path) -> None:
    """No candidate waits any longer."""
    remove(candidate_path(data))
    sync_folder(releases_folder(data))


def approve(data: Path, wanted: str, hvem: str) -> str:
    """Releases the candidate of an id; gives the id in force afterwards. Raises NoCandidate, CandidateOld."""
    with publishing_turn(releases_folder(data)):
        candidate = _the_one(data, wanted)
        if candidate.manifest["parent"] != current_id(data):
            raise CandidateOld("the candidate's parent is not in force")
        now = datetime.now(COPENHAGEN).isoformat(timespec="seconds")
        approved: dict[str, Any] = {
            "kandidat": candidate.id,
            "venter": False,
            "godkendt_af": hvem,
            "godkendt": now,
        }
        release_id = write_manifest(releases_folder(data), candidate.manifest | approved)
        move_pointer(releases_folder(data), release_id, candidate.manifest["parent"])
        clear(data)
    return release_id


def refuse(data: Path, wanted: str, hvem: str, today: date) -> tuple[str, ...]:
    """Refuses the candidate of an id: its new files go to the quarantine. Gives their names. Raises NoCandidate."""
    with publishing_turn(releases_folder(data)):
        candidate = _the_one(data, wanted)
        files = new_sources(candidate)
        set_aside(data, [_refused(data, source) for source in files], today, candidate=candidate.id)
        clear(data)
        forget(data, files)
    return tuple(source.fil for source in files)


def forget(data: Path, sources: Sequence[Source]) -> None:
    """Removes originals from the archive that have left for the quarantine, unless a release rests on the bytes."""
    needed: set[str] = set()
    for path in manifest_path(releases_folder(data), "").parent.glob("*.json"):
        try:
            release = read_release(data, path.stem)
        except ReleaseWithdrawn:
            continue
        except OverblikError:  # nobody can tell what it rests on
            return
        if release.id == candidate_id(data) or not release.manifest.get("venter"):
            needed |= {source["sha256"] for source in release.manifest["sources"]}
    for source in sources:
        if source.sha256 not in needed:
            remove(archive_path(data, source.sha256))


def deliveries(data: Path, sources: Sequence[Source]) -> list[Delivery]:
    """Files of the archive as if they had just been dropped. Raises OriginalMissing."""
    return [
        Delivery(source.fil, source.tabel, source.organisation, archived(data, source.sha256, source.fil))
        for source in sources
    ]


def _the_one(data: Path, wanted: str) -> Release:
    candidate = waiting_candidate(data)
    if candidate is None or len(wanted) < 8 or not candidate.id.startswith(wanted):
        raise NoCandidate("no such candidate waits")
    return candidate


def _refused(data: Path, source: Source) -> BadFile:
    what = "Filen holder kontrakten, men udgivelsen med den blev ikke godkendt"
    remedy = "Tal med den, der godkender tallene, og aflever filen igen, når den er rettet."
    why = breach("ikke_godkendt", source.fil, source.tabel, None, what, remedy)
    path = data / "indbakke" / source.fil
    copy = archived(data, source.sha256, source.fil)
    return BadFile(source.fil, source.tabel, source.organisation, path, copy, (why,))


def _is_settled(data: Path, candidate: Release, in_force: Release | None) -> bool:
    """True for a candidate that has been approved or refused, by somebody who was killed before clearing it away."""
    if in_force and in_force.manifest.get("kandidat") == candidate.id:
        return True
    return any(report.kandidat == candidate.id for report in reports(data))
