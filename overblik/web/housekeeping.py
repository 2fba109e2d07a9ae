"""Memory: garbage is collected every few seconds and not after each run, and then among what is new since last time.

Collecting holds every reader up: all of memory takes a fifth of a second, what is new some milliseconds. All of it is
looked through when readers pause, and once a minute where they do not; a server that nobody uses does nothing.
"""

import asyncio
import atexit
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

SECONDS: Final = 5.0

_LONGEST: Final = 60.0  # seconds without all of it being looked through

# Python looks at new objects each time there are 700 more, and at all of them far too often: a page makes some 50,000.
_YOUNG: Final = (10_000, 20, 100)


@asynccontextmanager
async def keeping_house() -> AsyncIterator[None]:
    """Collects while the server runs."""
    gc.set_threshold(*_YOUNG)
    atexit.register(gc.unfreeze)  # or DuckDB complains of leaks when the server is stopped
    collecting = asyncio.create_task(_collect())
    try:
        yield
    finally:
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await collecting


def settle() -> None:
    """Looks through everything; what is left is not looked through again before next time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def _collect() -> None:
    settled, seen = time.monotonic(), young_collections()
    is_settled = False
    while True:
        await asyncio.sleep(SECONDS)
        made, now = young_collections(), time.monotonic()
        if made == seen and is_settled:
            continue
        if made == seen or now - settled > _LONGEST:
            settle()
            settled, is_settled = now, True
        else:
            gc.collect()
            gc.freeze()
            is_settled = False
        seen = young_collections()


def young_collections() -> int:
    """How often Python has looked at new objects: it does not where nothing is made."""
    return int(gc.get_stats()[0]["collections"])
