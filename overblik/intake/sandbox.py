"""A handed-in file is read here, and nowhere else: in a process that may be killed, and that can reach nothing.

`read` gives the file as that process wrote it anew, or what is wrong with it. Whatever the file does to its reader –
kills it, hangs it, blows it up – becomes a breach with a sentence. Nothing in this process ever opens the file.
"""

import json
import os
import pickle
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from overblik.contract_types import Table
from overblik.errors import OverblikError
from overblik.intake.breach import Breach, breach
from overblik.intake.child import NO_MEMORY, NO_ROOM, TOO_LARGE
from overblik.intake.limits import VERDICT, Limits, limits_of
from overblik.intake.reading import EXTRA, REWRITTEN
from overblik.intake.rewritten import ReadFile
from overblik.intake.verdict import from_json
from overblik.intake.warden import LENGTH, Job
from overblik.settings import ROOT

Progress = Callable[[float], None]

_START = """
import socket, sys
sys.path.insert(0, sys.argv[1])
from overblik.intake.warden import serve
serve(socket.socket(fileno=0))
"""
# One thread per library, and one allocator that does not reserve a gigabyte of addresses and keeps what is needed again
# for the next batch, so that the system need not clear it each time: all else is left out.
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "134217728",
}
_GRACE = 10.0  # seconds that a warden may need beside its child's
_SMALLER = "Del filen i flere mindre, og aflever dem."
_AGAIN = "Dan filen på ny, helst med et andet program, og aflever den igen."
_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class NoRoom(OverblikError):
    """The disk that files are written anew on is full: no fault of the file's."""

    notice = "Der er ikke plads på disken til at læse filerne. Skaf plads, og prøv igen."


@dataclass(frozen=True)
class Reading:
    """What came of one file: its content as we wrote it (None: refused), what rejects it, and warnings."""

    content: ReadFile | None
    breaches: tuple[Breach, ...]
    warnings: tuple[Breach, ...]


@dataclass(frozen=True)
class _Warden:
    process: subprocess.Popen[bytes]
    control: socket.socket
    owner: int  # the process that started it: after a fork the other one must leave it alone


@dataclass(frozen=True)
class _End:
    """How a child ended."""

    said: bytes
    in_time: bool
    signal: int
    code: int


_idle: list[_Warden] = []  # started, and without a file to read


def read(
    path: Path, file: str, table: Table, scratch: Path, progress: Progress | None = None, limits: Limits | None = None
) -> Reading:
    """Has a file read and written anew in a folder of its own in `scratch`. `file` is what messages call it.

    `progress` is told the share of its rows that are done. Raises NoRoom.
    """
    opened = _open(path, file, table)
    if isinstance(opened, Breach):
        return Reading(None, (opened,), ())
    try:
        folder = Path(mkdtemp(dir=scratch)).resolve()
        limits = limits or limits_of(os.fstat(opened).st_size)
        end = _run(Job(file, table, str(folder), limits), opened, progress or _silent)
    finally:
        os.close(opened)
    return _judged(end, file, table, folder)


def _silent(share: float) -> None:
    pass


def _open(path: Path, file: str, table: Table) -> int | Breach:
    """The file, opened but not read: an ordinary one, never what a link points at."""
    try:
        opened = os.open(path, _OPEN)
    except OSError:
        if path.is_symlink():
            return _not_ordinary(file, table)
        what = "Filen er der ikke længere, eller den kan ikke åbnes"
        return breach("fil_kan_ikke_aabnes", file, table.name, None, what, "Læg den i indbakken igen.")
    if stat.S_ISREG(os.fstat(opened).st_mode):
        return opened
    os.close(opened)
    return _not_ordinary(file, table)


def _not_ordinary(file: str, table: Table) -> Breach:
    what = "Det er ikke en almindelig fil, men en henvisning eller en mappe"
    return breach("ikke_almindelig_fil", file, table.name, None, what, "Læg selve filen i indbakken.")


def _run(job: Job, opened: int, progress: Progress) -> _End:
    """Has a warden read one file. One that does not answer is ended, and costs its own file only."""
    warden = _take()
    try:
        warden.control.settimeout(job.limits.seconds + _GRACE)
        sent = pickle.dumps(job)
        socket.send_fds(warden.control, [LENGTH.pack(len(sent))], [opened])
        warden.control.sendall(sent)
        end = _listen(warden.control, progress)
    except OSError:
        end = None
    except BaseException:
        _stop(warden)
        raise
    if end is None:
        _stop(warden)
        return _End(b"", True, signal.SIGKILL, -1)
    _idle.append(warden)
    return end


def _listen(control: socket.socket, progress: Progress) -> _End | None:
    told = bytearray()
    while part := control.recv(1 << 20):
        told += part
        while (line := told.find(b"\n")) >= 0:
            said = json.loads(told[:line])
            del told[: line + 1]
            if "share" not in said:
                return _End(said["said"].encode("latin-1"), said["in_time"], said["signal"], said["code"])
            progress(said["share"])
    return None


def prepare(files: int) -> None:
    """Has so many files' readers started, if they are not: they load while the caller goes on with something else."""
    ready = [warden for warden in _idle if warden.owner == os.getpid()]
    _idle.extend(_started() for _ in range(len(ready), files))


def _take() -> _Warden:
    while _idle:
        warden = _idle.pop()
        if warden.owner == os.getpid() and warden.process.poll() is None:
            return warden
    return _started()


def _started() -> _Warden:
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _START, str(ROOT)],
        stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT, cwd="/", start_new_session=True,
    )  # fmt: skip
    theirs.close()
    return _Warden(process, ours, os.getpid())


def _stop(warden: _Warden) -> None:
    warden.control.close()
    warden.process.kill()
    warden.process.wait()


def _judged(end: _End, file: str, table: Table, folder: Path) -> Reading:
    verdict = from_json(end.said, file, table) if end.code == 0 and len(end.said) <= VERDICT else None
    if end.code == NO_ROOM:
        raise NoRoom(f"no room left in {folder}")
    if verdict is None:
        return Reading(None, (_failed(end, file, table),), ())
    content = None
    if verdict.rows is not None:
        extra = folder / EXTRA if verdict.extra else None
        if not all(_plain(path) for path in (folder / REWRITTEN, extra) if path):
            return Reading(None, (_failed(_End(b"", True, 0, 1), file, table),), ())
        path = folder / REWRITTEN
        content = ReadFile(file, table.name, path, verdict.rows, extra, verdict.extra, frozenset(verdict.suspects))
    return Reading(content, verdict.breaches, verdict.warnings)


def _plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _failed(end: _End, file: str, table: Table) -> Breach:
    """Why there is no verdict, as a breach."""
    if not end.in_time or end.signal == signal.SIGXCPU:
        code, what, remedy = "fil_tog_for_lang_tid", "Filen tog længere tid at læse, end der er sat af", _SMALLER
    elif end.code == NO_MEMORY:
        code, what, remedy = "fil_for_stor_i_hukommelsen", "Filen kræver mere hukommelse, end der er sat af", _SMALLER
    elif end.code == TOO_LARGE:
        code, what, remedy = "fil_fylder_for_meget", "Filens indhold fylder mere, end der er sat af", _SMALLER
    else:
        what = "Filen får det program, der læser den, til at bryde sammen"
        code, remedy = "fil_kan_ikke_laeses_sikkert", _AGAIN
    return breach(code, file, table.name, None, what, remedy)
