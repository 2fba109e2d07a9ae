"""Something goes wrong at one step: the process is killed before or in the middle of it, or the system refuses it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.intake.faults.steps import Killed, Perform, Step, stepping

REFUSED = {name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EDQUOT", "EACCES")}
KINDS = ("SIGKILL", "torn", *REFUSED)


def with_fault(folder: Path, work: Callable[[], Any], number: int, kind: str) -> Any:
    """Does the work with a fault at one step; gives what it gives, or the exception it ends with.

    Killed means that no step has any effect from then on, clearing up neither: on the disk that is what SIGKILL does
    (test_store.py kills real processes). Torn: half of a write is done, or the whole step and nothing after it.
    """
    taken = 0
    dead = False

    def on_step(step: Step, perform: Perform) -> Any:
        nonlocal taken, dead
        if dead:
            raise Killed
        taken += 1
        if taken - 1 != number:
            return perform()
        if kind in REFUSED:
            raise OSError(REFUSED[kind], os.strerror(REFUSED[kind]))
        dead = True
        if kind == "torn":
            _half(step, perform, folder)
        raise Killed

    try:
        with stepping(folder, on_step):
            return work()
    except (Killed, Exception) as error:
        return error


def _half(step: Step, perform: Perform, folder: Path) -> None:
    perform()
    if step.kind == "write":
        path = folder / step.path
        os.truncate(path, path.stat().st_size - len(step.content) // 2)
