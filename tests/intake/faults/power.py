"""What a disk may hold after the power was cut: a model of a POSIX file system that keeps only what was synchronised.

A file's bytes last when the file has been synchronised, a name when its folder has. Of what has not, any part may be
there and any not, in any order: a name without its bytes, the later name without the earlier one.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.intake.faults.steps import Step

Tree = dict[str, bytes]  # path below the folder -> content; a folder ends in /


@dataclass
class _File:
    now: bytes = b""
    lasting: bytes | None = None  # None: never synchronised


@dataclass(frozen=True)
class _Naming:
    """A change of names that does not last yet: in which folder, which names appear (None: go)."""

    folder: str
    names: tuple[tuple[str, _File | None], ...]


@dataclass
class _Disk:
    files: dict[str, _File]
    lasting: dict[str, _File]
    waiting: list[_Naming] = field(default_factory=list)

    def take(self, step: Step) -> None:
        match step.kind:
            case "create":
                if step.path not in self.files:
                    self._name(step.path, _File())
            case "write":
                self.files[step.path].now += step.content
            case "sync":
                file = self.files.setdefault(step.path, _File())
                file.now = step.content or file.now
                file.lasting = file.now
            case "rename":
                moved = [path for path in self.files if path == step.path or path.startswith(f"{step.path}/")]
                new = {path: step.to + path.removeprefix(step.path) for path in moved}
                self._naming(step.to, [*((new[path], self.files[path]) for path in moved), *((p, None) for p in moved)])
            case "unlink" | "rmdir":
                self._name(step.path if step.kind == "unlink" else f"{step.path}/", None)
            case "mkdir":
                self._name(f"{step.path}/", _File(lasting=b""))
            case "sync folder":
                here = [naming for naming in self.waiting if naming.folder == step.path]
                self.waiting = [naming for naming in self.waiting if naming.folder != step.path]
                for naming in here:
                    _apply(naming, self.lasting)

    def _name(self, path: str, file: _File | None) -> None:
        self._naming(path.rstrip("/"), [(path, file)])

    def _naming(self, path: str, names: list[tuple[str, _File | None]]) -> None:
        naming = _Naming(os.path.dirname(path) or ".", tuple(names))
        self.waiting.append(naming)
        _apply(naming, self.files)


def _apply(naming: _Naming, names: dict[str, _File]) -> None:
    for name, file in naming.names:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def after_power_cuts(before: Tree, steps: Sequence[Step], chance: Random, each: int) -> Iterator[tuple[int, Tree]]:
    """States that a disk may be in when the power goes after so many steps: the number, and what is there. None twice."""
    seen = set()
    for number in range(len(steps) + 1):
        for tree in _states(before, steps[:number], chance, each):
            mark = sha256(repr(sorted((name, sha256(content).digest()) for name, content in tree.items())).encode())
            if (number == len(steps), mark.digest()) not in seen:
                seen.add((number == len(steps), mark.digest()))
                yield number, tree


def _states(before: Tree, steps: Sequence[Step], chance: Random, each: int) -> Iterator[Tree]:
    disk = _Disk({}, {})
    for path, content in before.items():
        disk.files[path] = disk.lasting[path] = _File(content, content)
    for step in steps:
        disk.take(step)
    waiting = disk.waiting
    choices = [[], waiting, *([one] for one in waiting[-3:]), waiting[1:], waiting[:-1]]
    choices += [[one for one in waiting if chance.random() < 0.5] for _ in range(each)]
    for chosen in choices:
        names = dict(disk.lasting)
        for naming in chosen:
            _apply(naming, names)
        for lose in (_nothing, _half, _zeros):
            yield _reachable({name: _content(file, lose) for name, file in names.items()})
            if all(file.lasting == file.now for file in names.values()):
                break


def _content(file: _File, lose: Callable[[_File], bytes]) -> bytes:
    return file.now if file.lasting == file.now else lose(file)


def _nothing(file: _File) -> bytes:
    return file.lasting or b""


def _half(file: _File) -> bytes:
    return file.now[: len(file.now) // 2]


def _zeros(file: _File) -> bytes:
    return bytes(len(file.now))


def _reachable(names: Tree) -> Tree:
    """Without what lies in folders whose own name is not there."""
    return {
        name: content
        for name, content in names.items()
        if all(f"{folder}/" in names for folder in _folders_above(name.rstrip("/")))
    }


def _folders_above(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def tree_of(folder: Path) -> Tree:
    """What a folder holds now."""
    found = {f"{path.relative_to(folder)}/": b"" for path in folder.rglob("*") if path.is_dir()}
    return found | {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lay_out(tree: Tree, folder: Path, pool: Path) -> Path:
    """Makes a folder that holds a tree; equal files are one file in the pool, so do not write to them."""
    folder.mkdir()
    pool.mkdir(exist_ok=True)
    for name, content in sorted(tree.items()):
        if name.endswith("/"):
            (folder / name).mkdir()
            continue
        kept = pool / sha256(content).hexdigest()
        if not kept.exists():
            kept.write_bytes(content)
        os.link(kept, folder / name)
    return folder
