"""What was done on the command line, and by which user of the machine: `arkiv/handlinger.jsonl`, a line a deed.

What pages and the watcher do is in the log on standard output (log.py); a command's output is its answer, and nobody
keeps it. The lines have the log's form and lie where the publisher alone may read. Nothing is ever removed.
"""

import json
import os
import pwd
from datetime import datetime
from pathlib import Path
from typing import Final

from overblik.intake.durable import append_line, make_folder
from overblik.settings import COPENHAGEN

LOG: Final = "handlinger.jsonl"


def note(data: Path, deed: str, **facts: str | int | None) -> None:
    """Adds a line that a deed was done: when, which, by whom, and what it was done to. Raises OSError."""
    now = datetime.now(COPENHAGEN).isoformat(timespec="seconds")
    line = {"time": now, "event": deed, "who": who()} | {name: fact for name, fact in facts.items() if fact is not None}
    make_folder(data / "arkiv", 0o700)
    append_line(data / "arkiv" / LOG, json.dumps(line, ensure_ascii=False))


def who() -> str:
    """The user of the machine: the one who called sudo where somebody did, and whom the system says we are."""
    uid = os.getuid()
    try:
        acting = pwd.getpwuid(uid).pw_name
    except KeyError:
        acting = f"uid {uid}"
    caller = os.environ.get("SUDO_USER", "")
    return f"{caller} (som {acting})" if caller and caller != acting else acting
