"""Takes a delivered file out of what is in force: a new release of the other files, judged anew, or none at all.

An organisation's earlier file of the name does not come back by itself: that would be older figures under today's date.
It can be handed in again, or the release that had it can be restored.
"""

import difflib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.errors import OverblikError
from overblik.intake.approval import sources_of
from overblik.intake.breach import listed
from overblik.intake.candidate import Readings, judge_together
from overblik.intake.durable import SCRATCH
from overblik.intake.manifest import Source, write_release
from overblik.intake.store import move_pointer, publishing_turn
from overblik.release import Release, read_release, releases_folder
from overblik.settings import today

TOLD = 3  # breaches that a refusal names


class WithdrawRefused(OverblikError):
    """The file is not in force, or the others do not hold without it; the notice says which."""

    notice = "Filen kan ikke trækkes ud."


def withdraw(data: Path, fil: str, hvem: str = "") -> Release:
    """Puts a release without a file in force, named as it was handed in (`FOB/oekonomi.parquet`).

    Raises WithdrawRefused, NoRelease, ReleaseDamaged, OriginalMissing.
    """
    with publishing_turn(releases_folder(data)):
        in_force = read_release(data)
        standing = sources_of(in_force)
        if fil not in (names := [source.fil for source in standing]):
            near = difflib.get_close_matches(fil, names, n=1)
            hint = f"Mente du {near[0]}? " if near else ""
            told = "Skriv navnet, som filen blev afleveret under, fx FOB/oekonomi.parquet."
            raise WithdrawRefused("no such file", f"Den gældende udgivelse har ingen fil af det navn. {hint}{told}")
        return made_without(data, in_force, [fil], [source for source in standing if source.fil != fil], hvem)


def made_without(data: Path, in_force: Release, gone: Sequence[str], left: Sequence[Source], hvem: str) -> Release:
    """Puts a release of the files that are left in force; for the holder of the turn. Raises as `withdraw`."""
    folder = releases_folder(data)
    with TemporaryDirectory(prefix=SCRATCH, dir=data / "arkiv") as scratch:
        candidate = judge_together(left, [], data, today(), Readings(Path(scratch)))
        if candidate.breaches or not left:
            why = [each.message for each in candidate.breaches[:TOLD]]
            raise WithdrawRefused(
                f"{len(candidate.breaches)} breaches without it",
                f"Uden {listed(list(gone))} holder resten ikke kontrakten, så intet er ændret. {' '.join(why)}",
            )
        more: dict[str, object] = {"hvem": hvem, "godkendt_af": None, "nye": [], "udtaget": len(gone)}
        release_id = write_release(folder, candidate.files, left, candidate.warnings, in_force.id, today(), False, more)
        move_pointer(folder, release_id, in_force.id)
    return read_release(data, release_id)
