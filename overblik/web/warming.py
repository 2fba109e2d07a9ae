"""Warm before the first reader comes: what pages load is loaded, and what they ask of a release has been asked.

In a thread of its own while the server already answers, at the start and whenever another release is in force. Whatever
goes wrong here is told in the log and to nobody else: a reader who comes meanwhile waits for it as without it.
"""

import importlib
import logging
import pkgutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from overblik import log, show
from overblik.answers import Choice, Release, current_release, fetch, questions
from overblik.release import current_id
from overblik.settings import settings
from overblik.web import housekeeping

_log: Final = logging.getLogger(__name__)

SECONDS: Final = 1.0


@asynccontextmanager
async def keeping_warm() -> AsyncIterator[None]:
    """Keeps warm while the server runs."""
    over = threading.Event()
    threading.Thread(target=_until, args=(over,), name="warming", daemon=True).start()
    try:
        yield
    finally:
        over.set()


def load() -> None:
    """Imports what pages are made of, and reads the questions."""
    for module in pkgutil.walk_packages(show.__path__, f"{show.__name__}."):
        importlib.import_module(module.name)
    questions()


def ask(release: Release) -> None:
    """Opens a release and asks it what pages ask before a filter is chosen: the plan as a whole, at its newest day."""
    for name, question in questions().items():
        if set(question.params) <= set(Choice.__dataclass_fields__):
            fetch(name, release=release.id)


def _until(over: threading.Event) -> None:
    warm = Warm()
    while not over.is_set():
        warm.look()
        over.wait(SECONDS)


class Warm:
    """What is warm so far, in this process."""

    def __init__(self) -> None:
        self._looked_at: str | None = None
        self._loaded = False
        self._told: str | None = None

    def look(self) -> None:
        """Makes warm what is not. Raises nothing."""
        try:
            in_force = current_id(settings().data)
            if in_force is not None and in_force != self._looked_at:
                self._looked_at = in_force
                ask(current_release())
            if not self._loaded:
                self._loaded = True
                load()
                housekeeping.settle()
        except Exception as error:
            if (told := log.where(error)) != self._told:  # looked for every second, it would fill the log
                _log.warning("warming up: %s", told)
            self._told = told
