"""Watches the inbox: judges and publishes what has settled, does what pages ask for, and tells what it does.

One watcher works over a data folder; another one waits until the first is gone. Every piece of work is done by a
process of its own, so that the watcher survives it; what went wrong stands as a sentence in the state (mailbox.py).
"""

import fcntl
import logging
import os
import select
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from overblik import log
from overblik.errors import OverblikError
from overblik.intake.entitled import refusal
from overblik.intake.outcome import WAITS
from overblik.intake.settling import Seen, Stamp, look, ready
from overblik.intake.working import FAILED, work
from overblik.mailbox import (
    Outcome,
    Progress,
    Reply,
    State,
    Waiting,
    candidate_id,
    outcome_from,
    read_state,
    write_state,
)
from overblik.mailbox_requests import Request, requests, requests_folder
from overblik.release import current_id
from overblik.settings import COPENHAGEN, settings, today

EVERY = 2.0  # seconds between looks
AGAIN = 30.0  # seconds before something that failed is tried again; twice as many each time, up to
SELDOM = 1800.0
REPLIES = 50  # as many replies as are kept

_log = logging.getLogger(__name__)


@dataclass
class _Watch:
    """What one watcher knows between two looks."""

    data: Path
    state: State
    seen: Seen = field(default_factory=Seen)
    judged: Mapping[str, Stamp] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)  # the requests answered by this watcher
    swept: tuple[date, str | None, str | None] | None = None  # the day, the release and the candidate last tidied for
    not_before: float = 0.0
    failures: int = 0

    def told(self, **changed: Any) -> None:
        """Tells the state as it is now, with a sign of life."""
        now = datetime.now(COPENHAGEN).isoformat(timespec="seconds")
        self.state = replace(self.state, slag=now, **changed)
        write_state(self.data, self.state)

    def progress(self, step: Progress | None) -> None:
        """Tells of a step, or only that there is life."""
        self.told(**({"i_gang": step} if step else {}))


def watch(data: Path, *, example: bool = False) -> None:
    """Watches until it is told to stop (SIGTERM, Ctrl-C, or the end of the pipe it was started with)."""
    stopped = _stopping()
    with _alone(data, stopped) as mine:
        if not mine:
            return
        watcher = _Watch(data, replace(read_state(data), i_gang=None, fejl=None))
        (data / "indbakke").mkdir(parents=True, exist_ok=True)
        if example:
            watcher.told(fejl=_try(lambda: work({"handling": "eksempel"}, watcher.progress)).get("fejl"))
        while not stopped(0.0):
            found = _try(lambda: _once(watcher) or {})
            if sentence := found.get("fejl"):
                watcher.not_before = time.monotonic() + min(AGAIN * 2**watcher.failures, SELDOM)
                watcher.failures += 1
                with suppress(OSError):
                    watcher.told(fejl=sentence, i_gang=None)
            stopped(EVERY)


def _once(watcher: _Watch) -> dict[str, Any]:
    """One look, and the work that it shows; with `fejl` where some could not be done."""
    watcher.told()
    for request in requests(watcher.data):
        _do(watcher, request)
    before = watcher.seen.stamps
    watcher.seen = look(watcher.data / "indbakke", watcher.seen, time.monotonic())
    now = time.monotonic()
    if watcher.seen.stamps != before and watcher.failures:  # somebody may have mended it
        watcher.not_before, watcher.failures = 0.0, 0
    if now < watcher.not_before:
        return {}
    files = ready(watcher.seen, watcher.judged, now, settings().ro_sekunder)
    stands = (today(), current_id(watcher.data), candidate_id(watcher.data))
    if not files and watcher.swept == stands:
        return {}
    return _judge(watcher, files)


def _judge(watcher: _Watch, files: frozenset[str]) -> dict[str, Any]:
    """Has files judged and published; with none, what was left unfinished or has expired is tidied."""
    end = work({"handling": "bedøm", "filer": sorted(files)}, watcher.progress)
    if "fejl" in end:
        return end
    outcome = outcome_from(end["udfald"])
    stamps = watcher.seen.stamps
    watcher.seen = look(watcher.data / "indbakke", watcher.seen, time.monotonic())
    if files:
        left = {name for name in files if watcher.seen.stamps.get(name) == stamps[name]}
        watcher.judged = {name: stamps[name] for name in left}
    watcher.swept = (today(), current_id(watcher.data), candidate_id(watcher.data))
    said = {"sidste": outcome, "venter": _waiting(outcome)} if files else {}
    if files:
        release, taken = (outcome.release or "")[:12], len(outcome.accepted)
        log.event("publish", release=release, files=taken, refused=len(outcome.rejected), who="vagt")
    watcher.failures = 0
    watcher.told(i_gang=None, fejl=None, **said)
    return {}


def _waiting(outcome: Outcome) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(refused.file, breach.message)
        for refused in outcome.rejected
        for breach in refused.breaches
        if breach.code in WAITS
    )


def _do(watcher: _Watch, request: Request) -> None:
    """Does what was asked for by one who may, and answers; the request is removed when the answer can be read."""
    asked = {"deed": request.handling, "id": request.id[:12], "who": request.hvem}
    known = watcher.done | set(watcher.state.svar)
    if sentence := refusal(request, settings().login, known, datetime.now(COPENHAGEN)):
        log.event("request refused", **asked)
        reply = watcher.state.svar.get(request.uuid, Reply(False, sentence))
    elif request.handling == "kontroller":
        watcher.judged, watcher.not_before, watcher.failures = {}, 0.0, 0
        reply = Reply(True, "Filerne i indbakken bedømmes igen.")
    else:
        task = {"handling": request.handling, "id": request.id, "hvem": request.hvem}
        end = _try(lambda: work(task, watcher.progress))
        reply = Reply("fejl" not in end, str(end.get("fejl") or end["besked"]))
        log.event("restore" if request.handling == "gendan" else "decision", **asked, done=str(reply.ok).lower())
    watcher.done.add(request.uuid)
    replies = {**watcher.state.svar, request.uuid: reply}
    watcher.told(svar=dict(list(replies.items())[-REPLIES:]), i_gang=None)
    (requests_folder(watcher.data) / f"{request.uuid}.json").unlink(missing_ok=True)


def _try(attempt: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What came of it; a watcher outlives every error, so here alone all of them are caught."""
    try:
        return attempt()
    except OverblikError as error:
        _log.warning("%s", error)
        return {"fejl": error.notice}
    except Exception as error:
        _log.exception("the watcher met %s", error.__class__.__name__)
        return {"fejl": FAILED}


@contextmanager
def _alone(data: Path, stopped: Callable[[float], bool]) -> Iterator[bool]:
    """Waits for the lock of the data folder's one watcher; False where we were stopped before we got it."""
    folder = data / "udgivelser"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "vagt", "w", encoding="ascii") as lock:
        told = False
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not told:
                    print(
                        "En anden vagt passer allerede indbakken; denne tager over, hvis den stopper.", file=sys.stderr
                    )
                told = True
                if stopped(EVERY):
                    yield False
                    return
                continue
            yield True
            return


def _stopping() -> Callable[[float], bool]:
    """A wait of some seconds that tells whether it is time to stop, and ends at once when it is."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)

    def heard(*_: object) -> None:
        with suppress(OSError):
            os.write(writing, b"x")

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, heard)
    # Whoever starts us with a pipe holds it open as long as we are wanted: a dashboard that is killed says no goodbye.
    pipe = stat.S_ISFIFO(os.fstat(0).st_mode) if not sys.stdin.closed else False
    sources = [reading, 0] if pipe else [reading]

    def stopped(seconds: float) -> bool:
        found, _, _ = select.select(sources, [], [], seconds)
        return reading in found or (0 in found and not os.read(0, 1024))

    return stopped
