"""A process that starts one child per handed-in file, looks on while it reads, and ends it when its time is up.

It exists so that a child begins with everything loaded, in milliseconds, and so that the death of one costs only its
own file. It never sees a byte of a file itself. The parent (sandbox.py) speaks with it through a socket; when that
closes, everything ends.
"""

import contextlib
import json
import os
import pickle
import select
import signal
import socket
import struct
import sys
import time
from dataclasses import dataclass

import pyarrow as pa

from overblik.contract_types import Table
from overblik.intake import child
from overblik.intake.limits import VERDICT, Limits

_EACH = 0.02  # seconds between two looks at whether a child has ended
LENGTH = struct.Struct("!I")


@dataclass(frozen=True)
class Job:
    """One file to read: what it is called, its table, the folder to write in, and what the reader may use."""

    file: str
    table: Table
    folder: str
    limits: Limits


def serve(control: socket.socket) -> None:
    """Reads one file after the other, as the parent asks for them, until it closes the socket."""
    _load()
    for name in (signal.SIGINT, signal.SIGTERM):  # a Ctrl-C is the parent's to answer
        signal.signal(name, signal.SIG_IGN)
    while True:
        head, files, _, _ = socket.recv_fds(control, LENGTH.size, 1)
        if not head:
            return
        while len(head) < LENGTH.size:
            head += control.recv(LENGTH.size - len(head))
        (size,) = LENGTH.unpack(head)
        job: Job = pickle.loads(_exactly(control, size))
        _read_one(control, job, files[0])
        os.close(files[0])


def _load() -> None:
    """What PyArrow loads on first use is loaded now: a child can open no file. pandas it does without."""
    sys.modules["pandas"] = None  # type: ignore[assignment]  # this is how Python says: there is none
    with contextlib.suppress(ImportError, AttributeError):
        pa.scalar("")
    pa.array([1]).to_pylist()


def _exactly(control: socket.socket, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = control.recv(size - len(parts))
        if not part:
            os._exit(0)
        parts += part
    return bytes(parts)


def _read_one(control: socket.socket, job: Job, source: int) -> None:
    said_here, said_there = os.pipe()
    done_here, done_there = os.pipe()
    pid = os.fork()
    if pid == 0:
        child.begin(job.file, job.table, job.folder, job.limits, source, said_there, done_there)
    os.close(said_there)
    os.close(done_there)
    said, in_time = _look_on(control, said_here, done_here, time.monotonic() + job.limits.seconds)
    status = _end(pid) if not in_time else _ended(pid, time.monotonic() + 1)
    os.close(said_here)
    os.close(done_here)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
    _tell(control, {"said": said.decode("latin-1"), "in_time": in_time, "signal": number, "code": code})


def _look_on(control: socket.socket, said_here: int, done_here: int, until: float) -> tuple[bytes, bool]:
    """What the child says until it is silent, and whether it was so in time; passes on how far it has come."""
    said, shown, watched = bytearray(), 0, [said_here, done_here, control.fileno()]
    while said_here in watched and len(said) <= VERDICT:
        left = until - time.monotonic()
        ready, _, _ = select.select(watched, [], [], max(left, 0))
        if not ready:
            return bytes(said), False
        if control.fileno() in ready and not control.recv(1, socket.MSG_PEEK):
            break  # the parent is gone: serve() sees it too
        if done_here in ready:
            hundredths = os.read(done_here, 4096)
            shown += len(hundredths)
            watched = watched if hundredths else [each for each in watched if each != done_here]
            if hundredths and shown <= 100:
                _tell(control, {"share": shown / 100})
        if said_here in ready:
            part = os.read(said_here, 65_536)
            said += part
            watched = watched if part else [each for each in watched if each != said_here]
    return bytes(said), True


def _ended(pid: int, until: float) -> int:
    """How the child ended by itself; one that is silent and yet lives is ended."""
    while time.monotonic() < until:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            _kill(pid)  # what it may have started
            return status
        time.sleep(_EACH / 20)
    return _end(pid)


def _end(pid: int) -> int:
    _kill(pid)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def _kill(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _tell(control: socket.socket, what: dict[str, object]) -> None:
    try:
        control.sendall(json.dumps(what).encode() + b"\n")
    except OSError:
        os._exit(0)  # nobody listens any more
