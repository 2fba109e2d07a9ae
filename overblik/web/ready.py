"""/klar: whether readers can be served, for a proxy or a supervisor. Anybody may ask, and learns one word.

Ready means that a question to the release in force is answered, not that a process runs. Since strangers may ask too,
the database is asked once a second at most.
"""

import threading
import time
from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from overblik.answers import is_answering
from overblik.errors import NoRelease
from overblik.web.plain_page import OWN_WORDS

PATH: Final = "/klar"

READY: Final = "klar"
NOTHING_YET: Final = "ingen udgivelse"
NOT_READY: Final = "ikke klar"

_SECONDS: Final = 1.0


def route() -> Route:
    """The address itself. It runs in a thread: a question may take its time."""
    told = Remembered(word, _SECONDS)

    def ready(_request: Request) -> PlainTextResponse:
        now = told()
        return PlainTextResponse(f"{now}\n", 200 if now == READY else 503, {OWN_WORDS: "ja"})

    return Route(PATH, ready, methods=["GET"])


def word() -> str:
    """What is told, found out now. Whatever is wrong stays in the log."""
    try:
        is_answering()
    except NoRelease:
        return NOTHING_YET
    except Exception:  # the whole point: nothing that can be wrong inside may be told, or end the answer
        return NOT_READY
    return READY


class Remembered:
    """What a function gave, for some seconds; whoever asks meanwhile gets that, and one alone finds out anew."""

    def __init__(self, find: Callable[[], str], seconds: float) -> None:
        self._find = find
        self._seconds = seconds
        self._turn = threading.Lock()
        self._until = 0.0
        self._told = NOT_READY

    def __call__(self) -> str:
        with self._turn:
            if time.monotonic() >= self._until:
                self._told = self._find()
                self._until = time.monotonic() + self._seconds
            return self._told
