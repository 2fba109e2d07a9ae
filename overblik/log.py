"""The log: one JSON object a line on standard output, for whoever runs Overblik. What happened, when, and by whom.

It never holds a value from the data, a query string or a name of a person: a foreseen error speaks English without
values (errors.py), an unforeseen one is told by its kind and where in the code it arose, and who did something is a
pseudonym. What other libraries say is told as they wrote it, before values were put in.
"""

import json
import logging
import sys
import traceback
from datetime import datetime
from types import TracebackType
from typing import Any, Final

from overblik.settings import COPENHAGEN, ROOT

_OURS: Final = "overblik"

_events: Final = logging.getLogger("overblik.log")


def to_standard_output() -> None:
    """From now on all that is logged in this process goes to standard output as JSON lines; ours from INFO up."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or _is_ours(record))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)


def event(name: str, **facts: str | int | float | None) -> None:
    """Something that an operator must be able to see afterwards: login, refusal, publish, restore, download, error."""
    _events.info(name, extra={"facts": facts})


def where(error: BaseException) -> str:
    """The kind of an error and the lines of code it passed through, the innermost last; never its text."""
    return f"{error.__class__.__name__} at {_lines(error.__traceback__)}"


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Time in Copenhagen, level, event, and what belongs to it."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, COPENHAGEN).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        facts = getattr(record, "facts", None)
        if facts is not None:
            told |= {"event": record.msg} | {name: fact for name, fact in facts.items() if fact is not None}
        else:
            told |= {"event": "program", "logger": record.name, "message": _message(record)}
        if record.exc_info and record.exc_info[1]:
            told["error"] = where(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == _OURS


def _message(record: logging.LogRecord) -> str:
    if _is_ours(record):
        return record.getMessage()
    return (str(record.msg).splitlines() or [""])[0]


def _lines(passed: TracebackType | None) -> str:
    frames = traceback.extract_tb(passed)[-6:]
    return ", ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in frames)


def _short(file: str) -> str:
    """Below our own folder, or the library's file: no path of the machine."""
    ours = f"{ROOT}/"
    return file.removeprefix(ours) if file.startswith(ours) else file.rpartition("site-packages/")[2].rpartition("/")[2]


def short_path(path: str) -> str:
    """An address's path for the log: how it begins, without what could be a name, an id or a line of one's own."""
    first = path.removeprefix("/").partition("/")[0][:40]
    return f"/{first}" if all(sign.isascii() and (sign.isalnum() or sign in "_-.") for sign in first) else "/?"
