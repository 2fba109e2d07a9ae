"""Who a file was handed in for on the page, `indbakke/.sedler/<hash>.json`, so that intake can look at its rows.

The web process never opens a file, so it cannot see whose rows are in it. It writes a slip before the file: the
organisations that the one who hands in may hand in for. A slip can only take away: a file without one came by the
folder, from somebody with access to files. It is found by the file's name and bytes, so that it speaks of no other.
"""

import hashlib
import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from overblik.mailbox import DAMAGED, write_whole

_LONGEST: Final = 100_000
_OLD: Final = 3600.0  # seconds after which a slip whose file is not in the inbox is no file's on its way


def slips_folder(data: Path) -> Path:
    """Where slips are put. The dot keeps it out of what is delivered."""
    return data / "indbakke" / ".sedler"


def put_slip(data: Path, fil: str, sha256: str, organisationer: Sequence[str]) -> None:
    """Says that a file may hold rows of these organisations alone. Raises OSError."""
    said = {"fil": fil, "sha256": sha256, "organisationer": list(organisationer)}
    write_whole(_place(data, fil, sha256), json.dumps(said, ensure_ascii=False).encode())


def organisations_of(data: Path, fil: str, sha256: str) -> tuple[str, ...] | None:
    """The organisations whose rows may stand in a file; None: all. A damaged slip is one that names none."""
    place = _place(data, fil, sha256)
    try:
        if not place.is_symlink() and place.stat().st_size <= _LONGEST:
            return tuple(str(one) for one in json.loads(place.read_bytes())["organisationer"])
    except FileNotFoundError:
        return None
    except DAMAGED:
        pass
    return ()


def sweep_slips(data: Path) -> None:
    """Removes slips whose file has left the inbox."""
    with suppress(OSError):
        for place in slips_folder(data).glob("*.json"):
            with suppress(*DAMAGED):
                gone = not (data / "indbakke" / json.loads(place.read_bytes())["fil"]).exists()
                if gone and place.stat().st_mtime < time.time() - _OLD:
                    place.unlink()


def _place(data: Path, fil: str, sha256: str) -> Path:
    return slips_folder(data) / f"{hashlib.sha256(f'{fil}|{sha256}'.encode(errors='surrogatepass')).hexdigest()}.json"
