"""What people ask for on pages, `indbakke/.anmodninger/<uuid>.json`: the web process writes, the watcher does it.

The dot keeps the folder out of what is delivered. The watcher answers under the request's uuid in its state
(mailbox.py) and removes the file. Others than the web process may write in the inbox, so where people log in each
request is signed by a key that the web process and the watcher share (`anmodning_noegle`) and says which roles the
asker has: who may ask for what is asked of `access` on the page, and by the watcher once more (intake/entitled.py).
"""

import hashlib
import hmac
import json
import os
import stat
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
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
    """What a person asked for. `id` is a release or a candidate, empty for `kontroller`; `hvem` a role or pseudonym.

    `roller` are the asker's; `signatur` is empty where nobody logs in.
    """

    uuid: str
    handling: str
    id: str
    hvem: str
    hvornaar: str
    roller: tuple[str, ...]
    signatur: str = ""


def requests_folder(data: Path) -> Path:
    """Where requests are put. The dot keeps it out of what is delivered."""
    return data / "indbakke" / ".anmodninger"


def put_request(
    data: Path, handling: str, subject: str, hvem: str, roller: Sequence[str] = ("lokal",), key: str = ""
) -> str:
    """Asks the watcher for something; gives the request's uuid, under which State.svar answers. Raises OSError.

    `key`: what requests are signed by; empty where nobody logs in.
    """
    now = datetime.now(COPENHAGEN).isoformat(timespec="seconds")
    request = Request(str(uuid.uuid4()), handling, subject, hvem, now, tuple(roller))
    request = replace(request, signatur=signature(request, key) if key else "")
    asked = {name: value for name, value in asdict(request).items() if name != "uuid"}
    write_whole(requests_folder(data) / f"{request.uuid}.json", json.dumps(asked, ensure_ascii=False).encode())
    return request.uuid


def signature(request: Request, key: str) -> str:
    """What only who has the key can write under all of a request, its uuid too: it is good for no other."""
    said = json.dumps(asdict(replace(request, signatur="")), sort_keys=True)
    return hmac.new(key.encode(), f"anmodning|{said}".encode(), hashlib.sha256).hexdigest()


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
    """The web process may be in somebody else's hands: a small regular file with these words, or no request."""
    try:
        found = json.loads(_few_bytes(path))
        handling, subject, hvem, hvornaar, signatur = (
            found[name] for name in ("handling", "id", "hvem", "hvornaar", "signatur")
        )
        request = Request(
            str(uuid.UUID(path.stem)), handling, subject, hvem, hvornaar, tuple(found["roller"]), signatur
        )
        datetime.fromisoformat(request.hvornaar)
    except DAMAGED:
        return None
    said = (request.handling, request.id, request.hvem, request.hvornaar, *request.roller, request.signatur)
    calm = all(isinstance(text, str) and text.isprintable() and len(text) <= LONGEST for text in said)
    return request if calm and request.handling in DEEDS and path.stem == request.uuid else None


def _few_bytes(path: Path) -> bytes:
    """The beginning of a regular file; nothing of a link, a pipe or a folder, and never a wait."""
    opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return os.read(opened, LARGEST) if stat.S_ISREG(os.fstat(opened).st_mode) else b""
    finally:
        os.close(opened)
