"""Publishers in processes of their own, for test_store.py: some die in the middle, some run at once.

    python -m tests.intake.forks steps DATA              publishes DATA's inbox, prints each write step
    python -m tests.intake.forks kill DATA N [DATA N…]   publishes each inbox, killed just before write step N
    python -m tests.intake.forks race DATA FOLDER…       publishes the folders all at once

A fresh process that forks before any library has started a thread: pytest's own could not fork safely.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from overblik.intake.publishing import publish_folder, publish_inbox

WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.truncate")


def on_each_write(data: Path, then: Callable[[str], object]) -> None:
    """Calls `then` before everything this process does to files below a folder (fsync cannot be seen)."""
    below = str(data)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            writing = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writing and str(path).startswith(below):
                then(f"open {place(Path(str(path)), data)}")
        elif event in WRITES and (isinstance(arguments[0], int) or str(arguments[0]).startswith(below)):
            named = arguments[1] if event == "os.rename" else arguments[0]
            then(f"{event} {'fd' if isinstance(named, int) else place(Path(str(named)), data)}")

    sys.addaudithook(hook)


def place(path: Path, data: Path) -> str:
    """Where a file is, without the names that differ from run to run."""
    parts = path.relative_to(data).parts
    return "/".join("*" if len(part) > 30 or part.startswith(".") else part for part in parts)


def forked(work: Callable[[], object]) -> int:
    """Starts a child that does the work; gives its process id."""
    if child := os.fork():
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)


def wait(children: Iterable[int]) -> list[int]:
    """The status of each child, when they are done."""
    return [os.waitpid(child, 0)[1] for child in children]


def steps(data: Path) -> None:
    on_each_write(data, print)
    assert publish_inbox(data).accepted


def kill_at(data: Path, number: int) -> None:
    left = iter(range(number, -1, -1))
    on_each_write(data, lambda _: next(left) or os.kill(os.getpid(), signal.SIGKILL))
    publish_inbox(data)


def main(command: str, *arguments: str) -> None:
    if command == "steps":
        steps(Path(arguments[0]))
    elif command == "kill":
        pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
        for start in range(0, len(pairs), 2):
            two = pairs[start : start + 2]
            found = wait([forked(lambda d=data, n=number: kill_at(Path(d), int(n))) for data, number in two])
            assert found == [signal.SIGKILL] * len(two), found
    else:
        data, *folders = map(Path, arguments)
        found = wait([forked(lambda f=folder: publish_folder(f, data)) for folder in folders])
        assert not any(found), found


if __name__ == "__main__":
    main(*sys.argv[1:])
