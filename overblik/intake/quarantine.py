"""The quarantine, `afvist/<UTC time>/`: refused files untouched, beside a report a data owner can act on.

Files are moved into an unfinished folder (a dot before its name) that gets its name once all is in it; whoever is
killed meanwhile leaves each file in the inbox or in such a folder, which the next one finishes. Files with personal
data lie apart, unreadable to others, and are erased after the days of a setting.
"""

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath

from overblik.intake import report as reporting
from overblik.intake.archive import hash_of, remove_taken
from overblik.intake.breach import Breach
from overblik.intake.durable import SCRATCH, make_folder, remove, sync_folder, write_file
from overblik.intake.outcome import by_file
from overblik.intake.persondata import CODES
from overblik.mailbox_reports import (
    JSON,
    PERSONDATA,
    TEXT,
    RefusedFile,
    Report,
    quarantine_folder,
    read_report,
    reports,
)
from overblik.settings import settings

LOG = "log.jsonl"
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class BadFile:
    """A file to set aside: what messages call it, where it lies, our copy of it as it was judged, and what is wrong.

    `copy` is None for what is no plain file: nobody has opened it.
    """

    file: str
    table: str
    organisation: str
    path: Path
    copy: Path | None
    breaches: tuple[Breach, ...]


def set_aside(data: Path, bad: Sequence[BadFile], today: date, candidate: str | None = None) -> str | None:
    """Moves bad files out of the inbox, beside a report; gives the folder's name. Raises OSError.

    A file that was replaced in the inbox meanwhile stays there: our copy of what was judged goes instead.
    """
    if not bad:
        return None
    folder = quarantine_folder(data)
    make_folder(folder)
    name = _free_name(folder)
    scratch = folder / f"{SCRATCH}{name}"
    make_folder(scratch)
    described = _apart([_described(each, today) for each in bad])
    report = Report(name, datetime.now(UTC).isoformat(timespec="seconds"), candidate, tuple(described))
    _write_report(scratch, report)
    moved = [file for each, file in zip(bad, described, strict=True) if _moved(each, file, scratch)]
    if len(moved) < len(bad):  # a link or a pipe on another disk, say: it stays where it is
        report = replace(report, filer=tuple(moved))
        _write_report(scratch, report)
    if not moved:
        shutil.rmtree(scratch)
        return None
    _finish(scratch, folder / name)
    for file in moved:
        log(data, "afvist", name, file)
    return name


def recover(data: Path) -> None:
    """Finishes folders that somebody who was killed left unfinished. For whoever holds the publishing turn."""
    folder, inbox = quarantine_folder(data), data / "indbakke"
    for scratch in sorted(folder.glob(f"{SCRATCH}*")) if folder.is_dir() else []:
        if not scratch.is_dir():  # no drop, but what is remembered beside them (waiting.py), half written
            remove(scratch)
            continue
        report = read_report(scratch)
        name = scratch.name.removeprefix(SCRATCH)
        if report is None:  # killed before there was one, and so before any file came; else a disk that forgets
            if any(scratch.rglob("*.parquet")):
                _finish(scratch, folder / name)
            else:
                shutil.rmtree(scratch)
            continue
        there = [file for file in report.filer if os.path.lexists(_place(scratch, file))]
        copied = [file for file in there if _holds(inbox / file.fil, file.sha256)]  # not yet taken from the inbox
        for file in copied:
            _place(scratch, file).unlink()
        files = [file for file in there if file not in copied]
        if not files:
            shutil.rmtree(scratch)
            continue
        report = replace(report, mappe=name, filer=tuple(files))
        _write_report(scratch, report)
        _finish(scratch, folder / (name if not (folder / name).exists() else _free_name(folder)))
        for file in files:
            log(data, "afvist", name, file)


def erase_expired(data: Path, today: date) -> list[str]:
    """Erases files with personal data whose days are over; gives their names. Raises OSError."""
    erased = []
    for report in reports(data):
        for file in report.filer:
            if file.slettes and not file.slettet and file.slettes <= today.isoformat():
                erase(data, report.mappe, file.fil)
                erased.append(file.fil)
    return erased


def erase(data: Path, folder: str, file: str) -> None:
    """Erases one file from the quarantine; its report stays and says so, and the log too. Raises OSError."""
    place = quarantine_folder(data) / folder
    if (report := read_report(place)) is None:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    changed = tuple(replace(each, slettet=each.slettet or now) if each.fil == file else each for each in report.filer)
    for each in changed:
        if each.fil == file:
            _place(place, each).unlink(missing_ok=True)
            log(data, "slettet", folder, each)
    _write_report(place, replace(report, filer=changed))


def log(data: Path, deed: str, folder: str, file: RefusedFile) -> None:
    """Adds a line to the quarantine's log: which file and which codes, no value; nothing is ever removed from it."""
    codes = sorted({breach.code for breach in file.breaches})
    line = {"tid": datetime.now(UTC).isoformat(timespec="seconds"), "handling": deed, "mappe": folder, "fil": file.fil}
    told = json.dumps(line | {"koder": codes, "persondata": file.persondata}, ensure_ascii=False)
    with open(quarantine_folder(data) / LOG, "a", encoding="utf-8") as out:
        out.write(f"{told}\n")
        out.flush()
        os.fsync(out.fileno())


def _described(bad: BadFile, today: date) -> RefusedFile:
    personal = any(breach.code in CODES for breach in bad.breaches)
    until = today + timedelta(days=settings().afvist_persondata_dage)
    return RefusedFile(
        fil=bad.file,
        tabel=bad.table,
        organisation=bad.organisation,
        sha256=hash_of(bad.copy) if bad.copy else "",
        bytes=bad.copy.stat().st_size if bad.copy else 0,
        persondata=personal,
        slettes=until.isoformat() if personal else None,
        slettet=None,
        breaches=tuple(finding for refused in by_file(bad.breaches) for finding in refused.breaches),
    )


def _place(folder: Path, file: RefusedFile) -> Path:
    """Where a file lies in its folder. Its name is what messages call it, so nothing hidden and nothing unprintable."""
    return folder / PERSONDATA / file.fil if file.persondata else folder / file.fil


def _apart(files: list[RefusedFile]) -> list[RefusedFile]:
    """Names that have become the same, because what cannot be shown was replaced, are numbered."""
    seen: dict[str, int] = {}
    apart = []
    for file in files:
        seen[file.fil] = number = seen.get(file.fil, 0) + 1
        name = PurePosixPath(file.fil)
        apart.append(file if number == 1 else replace(file, fil=str(name.with_stem(f"{name.stem} ({number})"))))
    return apart


def _moved(bad: BadFile, file: RefusedFile, scratch: Path) -> bool:
    """Puts a file in its place in the unfinished folder; False where it could not be done and the file stays."""
    place = _place(scratch, file)
    for folder in reversed([each for each in place.parents if not each.exists()]):
        folder.mkdir(0o700 if file.persondata else 0o755)
    # Ours goes where a newer file has come in its place, its owner's rights would keep it readable, or it lies on
    # another disk, where it cannot be moved in one step.
    if not file.persondata and (bad.copy is None or _holds(bad.path, file.sha256)) and _renamed(bad.path, place):
        return True
    if bad.copy is None:
        return False
    shutil.copyfile(bad.copy, place)
    place.chmod(0o400 if file.persondata else 0o644)
    with open(place, "rb") as written:
        os.fsync(written.fileno())
    sync_folder(place.parent)
    remove_taken(bad.path, file.sha256)
    return True


def _renamed(path: Path, place: Path) -> bool:
    try:
        os.rename(path, place)
    except OSError:
        return False
    sync_folder(place.parent)
    sync_folder(path.parent)
    return True


def _holds(path: Path, sha256: str) -> bool:
    """True where a plain file of that content lies."""
    with suppress(OSError):
        return bool(sha256) and path.is_file() and not path.is_symlink() and hash_of(path) == sha256
    return False


def _write_report(folder: Path, report: Report) -> None:
    content = json.dumps(reporting.as_json(report), ensure_ascii=False, indent=1)
    write_file(folder / JSON, content.encode(), 0o644)
    write_file(folder / TEXT, reporting.as_text(report).encode(), 0o644)
    sync_folder(folder)


def _finish(scratch: Path, folder: Path) -> None:
    sync_folder(scratch)
    os.rename(scratch, folder)
    sync_folder(folder.parent)


def _free_name(folder: Path) -> str:
    stamp = datetime.now(UTC).strftime(STAMP)
    names = [stamp, *(f"{stamp}-{number}" for number in range(2, 10_000))]
    return next(name for name in names if not (folder / name).exists() and not (folder / f"{SCRATCH}{name}").exists())
