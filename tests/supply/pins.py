"""What we pin, what pulls it in, and which decision gives its reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from overblik.settings import ROOT

RUNTIME = ROOT / "requirements.txt"
TESTS = ROOT / "requirements-dev.txt"
DECISIONS = ROOT / "docs" / "decisions"

_PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([A-Za-z0-9.+!]+)")
_ROW = re.compile(r"\| `([^`]+)` \| \[(\d+)\]\(([^)]+)\) \|")


@dataclass(frozen=True)
class Pin:
    """A package at one version, by its name in canonical form."""

    name: str
    version: str


def pins(file: Path) -> list[Pin]:
    """The packages of a requirements file. Raises ValueError for a line that is no exact version."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if told and not (pin := _PIN.fullmatch(told)):
            raise ValueError(f"{file.name}: {told!r} is no exact version; write name==version")
        if told and pin:
            found.append(Pin(canonicalize_name(pin[1]), pin[2]))
    return found


def decided() -> dict[str, Path]:
    """The table in docs/decisions/README.md: a package that somebody chose, and the decision with its reason."""
    rows = _ROW.findall((DECISIONS / "README.md").read_text(encoding="utf-8"))
    return {canonicalize_name(name): DECISIONS / file for name, _, file in rows}


def pulled_in_by(chosen: Iterable[str]) -> dict[str, str]:
    """What the chosen packages need, and what those need in turn: each with the one that was first to ask for it."""
    because: dict[str, str] = {}
    waiting = sorted(chosen)
    begun = set(waiting)
    while waiting:
        asking = waiting.pop(0)
        for needed in sorted(needs(asking) - begun):
            because[needed] = asking
            begun.add(needed)
            waiting.append(needed)
    return because


def needs(name: str) -> set[str]:
    """What an installed package says that it needs here, without its extras."""
    wanted = [Requirement(told) for told in requires(name) or []]
    return {canonicalize_name(one.name) for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})}
