"""What became of a file that was handed in: read off where its bytes are now, never off what was said last.

Files are known by the hash of their bytes, so a verdict is right whatever came in between: in a report, in the release
in force, in the candidate, or still in the inbox.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from overblik.mailbox import State
from overblik.mailbox_delivery import WORKBOOKS, HandedIn
from overblik.mailbox_reports import RefusedFile, Report
from overblik.release import Release


class Kind(Enum):
    """Where a file is."""

    TAKEN = "its bytes are in the release in force"
    CANDIDATE = "its bytes are in the candidate that waits for approval"
    REFUSED = "it lies in the quarantine"
    WAITING = "it lies in the inbox"
    CONVERTED = "a workbook: it was made into Parquet files, which are judged by themselves"
    GONE = "none of these: it was replaced by a later one, or taken out of the inbox by hand"


@dataclass(frozen=True)
class Verdict:
    """`refused` is the report's entry where the file was refused; `why` says why it waits, where that is known."""

    kind: Kind
    refused: RefusedFile | None = None
    why: str | None = None


def of_handed_in(
    file: HandedIn,
    data: Path,
    state: State,
    reports: Sequence[Report],
    in_force: Release | None,
    candidate: Release | None,
) -> Verdict:
    """The verdict on a file that was handed in on a page."""
    if _holds(in_force, file):
        return Verdict(Kind.TAKEN)
    if _holds(candidate, file):
        return Verdict(Kind.CANDIDATE)
    if (data / "indbakke" / file.fil).exists():
        why = next((waiting.hvorfor for waiting in state.venter if waiting.fil == file.fil), None)
        return Verdict(Kind.WAITING, why=why)
    if refused := _refused(file, reports):
        return Verdict(Kind.REFUSED, refused)
    return Verdict(Kind.CONVERTED if file.fil.lower().endswith(WORKBOOKS) else Kind.GONE)


def refused_since(source: Mapping[str, Any], reports: Sequence[Report]) -> Report | None:
    """The newest report on a file of the same name that came later than the one in use (a row of `leverancer`)."""
    taken = datetime.fromisoformat(source["modtaget"])
    later = (report for report in reports if datetime.fromisoformat(report.tid) > taken)
    return next((report for report in later if any(file.fil == source["fil"] for file in report.filer)), None)


def _holds(release: Release | None, file: HandedIn) -> bool:
    sources = release.manifest["sources"] if release else ()
    return any((source["fil"], source["sha256"]) == (file.fil, file.sha256) for source in sources)


def _refused(file: HandedIn, reports: Sequence[Report]) -> RefusedFile | None:
    found = (each for report in reports for each in report.filer)
    return next((each for each in found if (each.fil, each.sha256) == (file.fil, file.sha256)), None)
