"""What people ask for on pages, `indbakke/.anmodninger/<uuid>.json`: the web process writes, the watcher does it.

The dot keeps the folder out of what is delivered. The watcher answers under the request's uuid in its state
(mailbox.py) and removes the file. Who may ask for what is asked of `access` before a request is put.
"""

import json
import os
import stat
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from overblik.mailbox import DAMAGED, write_whole
from overblik.settings import COPENHAGEN

DEEDS: Final = ("udgiv", "afvis", "gendan", "kontroller")  # release, refuse, restore, look at the inbox again
LARGEST: Final = 4096
LONGEST: Final = 100


@dataclass(frozen=True)
class Request:
    """What a person asked for. `id` is a release or a candidate, empty for `kontroller`; `hvem` a role or pseudonym."""

    uuid: str
    handling: str
    id: str
    hvem: str
    hvornaar: str


def requests_folder(data: Path) -> Path:
    """Where requests are put. The dot keeps it out of what is delivered."""
    return data / "indbakke" / ".anmodninger"


def put_request(data: Path, handling: str, subject: str, hvem: str) -> str:
    """Asks the watcher for something; gives the request's uuid, under which State.svar answers. Raises OSError."""
    name = str(uuid.uuid4())
    now = datetime.now(COPENHAGEN).isoformat(timespec="seconds")
    asked = {"handling": handling, "id": subject, "hvem": hvem, "hvornaar": now}
    write_whole(requests_folder(data) / f"{name}.json", json.dumps(asked, ensure_ascii=False).encode())
    return name


def requests(data: Path) -> list[Request]:
    """What has been asked for and is not done yet, oldest first. What is no request is never opened, or left out."""
    folder = requests_folder(data)
    try:
        names = [path.name for path in folder.iterdir() if path.suffix == ".json" and not path.name.startswith(".")]
    except OSError:
        return []
    found = [request for name in names if (request := _request(folder / name))]
    return sorted(found, key=lambda request: (request.hvornaar, request.uuid))


def _request(path: Path) -> Request | None:
    """The web process may be in somebody else's hands: a small regular file with these four words, or no request."""
    try:
        found = json.loads(_few_bytes(path))
        request = Request(str(uuid.UUID(path.stem)), *(found[name] for name in ("handling", "id", "hvem", "hvornaar")))
        datetime.fromisoformat(request.hvornaar)
    except DAMAGED:
        return None
    calm = all(
        isinstance(text, str) and text.isprintable() and len(text) <= LONGEST for text in asdict(request).values()
    )
    return request if calm and request.handling in DEEDS and path.stem == request.uuid else None


def _few_bytes(path: Path) -> bytes:
    """The beginning of a regular file; nothing of a link, a pipe or a folder, and never a wait."""
    opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return os.read(opened, LARGEST) if stat.S_ISREG(os.fstat(opened).st_mode) else b""
    finally:
        os.close(opened)
