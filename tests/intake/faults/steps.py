"""Stands between the code and `os`: each operation on a folder's files becomes a step that a test may stop or refuse.

Steps are what changes the disk or makes it last: create, write, chmod, sync, rename, unlink, mkdir, rmdir.
"""

import builtins
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Step:
    """One operation: its kind, the path below the folder, where to (renames), and the bytes (writes)."""

    kind: str
    path: str
    to: str = ""
    content: bytes = b""


class Killed(BaseException):
    """The process was killed: nothing it does to a file from now on happens."""


Perform = Callable[[], Any]
OnStep = Callable[[Step, Perform], Any]


@contextmanager
def stepping(folder: Path, on_step: OnStep) -> Iterator[None]:
    """Gives every step below a folder to `on_step`, which performs it or does not."""
    real = {name: getattr(os, name) for name in PATCHED}
    real_open = builtins.open
    opened: dict[int, str] = {}
    base = os.fspath(folder.resolve())

    def inside(path: Any, at: int | None = None) -> str | None:
        whole = os.fspath(path)
        if at is not None:
            whole = os.path.join(os.readlink(f"/proc/self/fd/{at}"), whole)
        whole = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
        return os.path.relpath(whole, base) if whole == base or whole.startswith(base + os.sep) else None

    def of(descriptor: int) -> str | None:
        if descriptor in opened:
            return opened[descriptor]
        try:
            return inside(os.readlink(f"/proc/self/fd/{descriptor}").removesuffix(" (deleted)"))
        except OSError:
            return None

    def open_(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        place = inside(path, dir_fd) if isinstance(path, (str, os.PathLike)) else None
        call = lambda: real["open"](path, flags, mode, dir_fd=dir_fd)  # noqa: E731
        if place is None:
            return int(call())
        descriptor = int(on_step(Step("create", place), call) if flags & WRITING else call())
        opened[descriptor] = place
        return descriptor

    def on_descriptor(name: str, kind: str) -> Callable[..., Any]:
        def patched(descriptor: int, *more: Any) -> Any:
            call = lambda: real[name](descriptor, *more)  # noqa: E731
            place = of(descriptor)
            if place is None:
                return call()
            content = bytes(more[0]) if kind == "write" else b""
            if kind == "sync" and os.path.isdir(os.path.join(base, place)):
                return on_step(Step("sync folder", place), call)
            if kind == "sync" and descriptor not in opened:  # written by Python's own open
                content = Path(base, place).read_bytes()
            return on_step(Step(kind, place, content=content), call)

        return patched

    def on_path(name: str, kind: str) -> Callable[..., Any]:
        def patched(path: Any, *more: Any, **named: Any) -> Any:
            call = lambda: real[name](path, *more, **named)  # noqa: E731
            place = None if isinstance(path, int) else inside(path, named.get("dir_fd"))
            if place is None:
                return call()
            to = inside(more[0]) if kind == "rename" else None
            return on_step(Step(kind, place, to or ""), call)

        return patched

    def close(descriptor: int) -> None:
        opened.pop(descriptor, None)
        real["close"](descriptor)

    def open_file(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        place = inside(file) if isinstance(file, (str, os.PathLike)) else None
        call = lambda: real_open(file, mode, *more, **named)  # noqa: E731
        return on_step(Step("create", place), call) if place and set(mode) & set("wxa+") else call()

    patches = {
        "open": open_,
        "close": close,
        "write": on_descriptor("write", "write"),
        "fsync": on_descriptor("fsync", "sync"),
        "fchmod": on_descriptor("fchmod", "chmod"),
        "chmod": on_path("chmod", "chmod"),
        "replace": on_path("replace", "rename"),
        "rename": on_path("rename", "rename"),
        "unlink": on_path("unlink", "unlink"),
        "remove": on_path("remove", "unlink"),
        "mkdir": on_path("mkdir", "mkdir"),
        "rmdir": on_path("rmdir", "rmdir"),
    }
    try:
        for name, patch in patches.items():
            setattr(os, name, patch)
        builtins.open = open_file
        yield
    finally:
        builtins.open = real_open
        for name, function in real.items():
            setattr(os, name, function)


PATCHED = (
    "open", "close", "write", "fsync", "fchmod", "chmod", "replace", "rename", "unlink", "remove", "mkdir", "rmdir",
)  # fmt: skip


def recorded(folder: Path, work: Callable[[], object]) -> list[Step]:
    """Does the work, and gives the steps it took."""
    steps: list[Step] = []

    def note(step: Step, perform: Perform) -> Any:
        result = perform()
        steps.append(step)
        return result

    with stepping(folder, note):
        work()
    return steps
