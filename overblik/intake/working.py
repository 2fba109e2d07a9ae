"""One piece of the watcher's work in a process of its own: whatever befalls it, the watcher lives and says so.

python -m overblik.intake.working   reads one task as JSON, tells its progress and its end as lines of JSON
"""

import json
import logging
import os
import selectors
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from overblik.errors import OverblikError
from overblik.errors_on_command_line import REASONS
from overblik.intake import approval
from overblik.intake.outcome import told
from overblik.intake.publishing import publish_example, publish_inbox
from overblik.intake.restoring import restore
from overblik.mailbox import Progress
from overblik.release import read_release, release_in_force
from overblik.settings import ROOT, settings, today

FAILED = "Bedømmelsen blev afbrudt af en fejl. Filerne ligger i indbakken, og der prøves igen om lidt."
PULSE = 1.0  # seconds between signs of life while a task runs

_log = logging.getLogger(__name__)


def work(task: dict[str, Any], tell: Callable[[Progress | None], None]) -> dict[str, Any]:
    """Has a task done; gives what came of it, with `fejl` (a Danish sentence) where it could not be done.

    `tell` is called with progress, and with None at least once a second. Raises OSError where nothing can be started.
    """
    command = [sys.executable, "-m", "overblik.intake.working"]
    with (
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child,
        selectors.DefaultSelector() as waiting,
    ):
        assert child.stdin is not None  # as asked for above, and so is stdout
        assert child.stdout is not None
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps(task).encode())
            child.stdin.close()
        waiting.register(child.stdout, selectors.EVENT_READ)
        end: dict[str, Any] = {"fejl": FAILED}
        rest = b""
        while True:
            chunk = os.read(child.stdout.fileno(), 65536) if waiting.select(PULSE) else None
            if chunk == b"":
                return end
            *lines, rest = (rest + (chunk or b"")).split(b"\n")
            for line in lines:
                found = json.loads(line)
                if "trin" in found:
                    tell(Progress(**found))
                else:
                    end = found
            tell(None)


def main() -> int:
    """Does the one task of this process."""
    task = json.loads(sys.stdin.buffer.read())
    try:
        end = _done(task)
    except OverblikError as error:
        _log.warning("%s: %s", task["handling"], error)
        end = {"fejl": error.notice}
    except OSError as error:
        _log.warning("%s: %s", task["handling"], error.__class__.__name__)
        reason = REASONS.get(error.errno or 0, "ukendt fejl")
        end = {"fejl": f"En fil eller mappe kunne ikke læses eller skrives: {reason}. Der prøves igen om lidt."}
    _say(end)
    return 0


def _done(task: dict[str, Any]) -> dict[str, Any]:
    data, hvem = settings().data, str(task.get("hvem", ""))
    match task["handling"]:
        case "bedøm":
            outcome = publish_inbox(data, only=set(task["filer"]), tell=lambda step: _say(asdict(step)))
            return {"udfald": asdict(told(outcome))}
        case "eksempel":
            if settings().eksempel and release_in_force(data) is None:
                publish_example(data)
            return {}
        case "udgiv":
            return {"besked": _approved(data, task["id"], hvem)}
        case "afvis":
            files = approval.refuse(data, task["id"], hvem, today())
            return {"besked": f"Udgivelsen er ikke godkendt. {len(files)} fil(er) er lagt til side med en rapport."}
        case "gendan":
            release = restore(data, task["id"], hvem)
            return {"besked": f"Tallene er gendannet som udgivelse {release.id[:10]}."}
    raise ValueError("no such task")


def _approved(data: Path, wanted: str, hvem: str) -> str:
    try:
        release = approval.approve(data, wanted, hvem)
    except approval.NoCandidate:
        in_force = read_release(data)  # asked again after a watcher was killed between doing and answering
        if in_force.manifest.get("kandidat") != wanted:
            raise
        release = in_force.id
    return f"Udgivelse {release[:10]} gælder nu."


def _say(line: dict[str, Any]) -> None:
    with suppress(OSError):  # the watcher is gone; what has been begun is finished all the same
        sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
