"""What the watcher (intake) and the web process tell each other: through small files in the data folder.

    indbakke/.anmodninger/<uuid>.json   what a person asked for on a page (mailbox_requests.py)
    afvist/<time>/rapport.json          why files were refused (mailbox_reports.py)
    udgivelser/tilstand.json            what the watcher does and did: the watcher writes, the web process reads
    udgivelser/kandidat                 the id of the release that waits for approval, where one does

A reader takes a missing or damaged file as nothing said; a writer leaves the old file or the new one, whole.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from overblik.settings import COPENHAGEN

DAMAGED: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)  # what any bytes may raise


@dataclass(frozen=True)
class Finding:
    """One breach, as `--json` tells it."""

    code: str
    table: str
    column: str | None
    rows: int
    message: str


@dataclass(frozen=True)
class Noticed:
    """One warning, as `--json` tells it."""

    file: str
    code: str
    table: str
    column: str | None
    rows: int
    message: str


@dataclass(frozen=True)
class Refused:
    """One file that was not taken and why; code `venter` says that it stays in the inbox until another is mended."""

    file: str
    breaches: tuple[Finding, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of the last drop: the object of `--json`, and when."""

    release: str | None
    accepted: tuple[str, ...]
    rejected: tuple[Refused, ...]
    warnings: tuple[Noticed, ...]
    hvornaar: str


@dataclass(frozen=True)
class Progress:
    """The step that is under way (kopierer, læser, bedømmer, bygger, kontrollerer, udgiver), its file and share 0–1."""

    trin: str
    fil: str | None = None
    andel: float | None = None


@dataclass(frozen=True)
class Waiting:
    """A file in the inbox that is not judged for good yet, and a Danish sentence that says why."""

    fil: str
    hvorfor: str


@dataclass(frozen=True)
class Reply:
    """What became of a request: done or not, and a Danish sentence for the one who asked."""

    ok: bool
    besked: str


@dataclass(frozen=True)
class State:
    """What the watcher tells. `slag`: its latest sign of life (None: none ever); `fejl`: what it could not do last."""

    slag: str | None = None
    i_gang: Progress | None = None
    sidste: Outcome | None = None
    venter: tuple[Waiting, ...] = ()
    svar: Mapping[str, Reply] = field(default_factory=dict)
    fejl: str | None = None

    def seconds_since_beat(self, now: datetime | None = None) -> float | None:
        """How long ago the watcher showed life; None where it never did. Below zero where the clocks differ."""
        if self.slag is None:
            return None
        return ((now or datetime.now(COPENHAGEN)) - datetime.fromisoformat(self.slag)).total_seconds()


def state_path(data: Path) -> Path:
    """Where the watcher's state lies."""
    return data / "udgivelser" / "tilstand.json"


def candidate_path(data: Path) -> Path:
    """The file that holds the id of the candidate that waits."""
    return data / "udgivelser" / "kandidat"


def read_state(data: Path) -> State:
    """What the watcher tells; an empty State where it has told nothing that can be read."""
    try:
        found = json.loads(state_path(data).read_bytes())
        if (slag := found["slag"]) is not None and datetime.fromisoformat(slag).tzinfo is None:
            return State()
        return State(
            slag=slag,
            i_gang=Progress(**found["i_gang"]) if found["i_gang"] else None,
            sidste=outcome_from(found["sidste"]) if found["sidste"] else None,
            venter=tuple(Waiting(**each) for each in found["venter"]),
            svar={name: Reply(**each) for name, each in found["svar"].items()},
            fejl=found.get("fejl"),
        )
    except DAMAGED:
        return State()


def write_state(data: Path, state: State) -> None:
    """Tells what the watcher does. Raises OSError."""
    write_whole(state_path(data), json.dumps(asdict(state), ensure_ascii=False).encode(), durable=False)


def candidate_id(data: Path) -> str | None:
    """The id of the candidate that waits for approval, if one does."""
    try:
        named = candidate_path(data).read_bytes().decode("ascii", errors="replace").strip()
    except OSError:
        return None
    return named if len(named) == 64 and all(sign in "0123456789abcdef" for sign in named) else None


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Writes a small file so that a reader sees the old one or the new one, and a power cut leaves one of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".skrives-{path.name}")  # a publisher sweeps its own kind away, not this
    try:
        with open(scratch, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(scratch, path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
    if durable:
        opened = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def outcome_from(found: dict[str, Any]) -> Outcome:
    """An outcome out of the object that tells it. Raises what any object may raise (DAMAGED)."""
    return Outcome(
        release=found["release"],
        accepted=tuple(found["accepted"]),
        rejected=tuple(
            Refused(each["file"], tuple(Finding(**breach) for breach in each["breaches"])) for each in found["rejected"]
        ),
        warnings=tuple(Noticed(**each) for each in found["warnings"]),
        hvornaar=found["hvornaar"],
    )
