"""The reports in the quarantine, `afvist/<time>/rapport.json`: intake writes them, the web process reads them.

One folder a drop: the refused files untouched under their own names, beside a report in text and one in JSON. Files
refused for personal data lie in the folder's `persondata/`, which nobody but intake may open; the report can be read.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from overblik.mailbox import DAMAGED, Finding

TEXT: Final = "rapport.txt"
JSON: Final = "rapport.json"
PERSONDATA: Final = "persondata"


@dataclass(frozen=True)
class RefusedFile:
    """One file in the quarantine; with personal data in it: `slettes` is the day to erase it, `slettet` when it was."""

    fil: str
    tabel: str
    organisation: str
    sha256: str
    bytes: int
    persondata: bool
    slettes: str | None
    slettet: str | None
    breaches: tuple[Finding, ...]


@dataclass(frozen=True)
class Report:
    """What one drop left in the quarantine. `mappe` is the folder's name, `tid` when it came (ISO, UTC).

    `kandidat`: the candidate that was refused and whose files these are, if one was.
    """

    mappe: str
    tid: str
    kandidat: str | None
    filer: tuple[RefusedFile, ...]


def quarantine_folder(data: Path) -> Path:
    """The folder of all that was refused."""
    return data / "afvist"


def reports(data: Path) -> list[Report]:
    """Every report that can be read, newest first."""
    try:
        folders = [path for path in quarantine_folder(data).iterdir() if not path.name.startswith(".")]
    except OSError:
        return []
    found = [report for path in folders if (report := read_report(path))]
    return sorted(found, key=lambda report: report.mappe, reverse=True)


def read_report(folder: Path) -> Report | None:
    """The report of one folder of the quarantine, if it can be read."""
    try:
        found = json.loads((folder / JSON).read_bytes())
        return Report(folder.name, found["tid"], found["kandidat"], tuple(_file(each) for each in found["filer"]))
    except DAMAGED:
        return None


def _file(found: dict[str, Any]) -> RefusedFile:
    return RefusedFile(**found | {"breaches": tuple(Finding(**breach) for breach in found["breaches"])})
