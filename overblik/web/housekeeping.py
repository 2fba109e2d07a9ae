"""Memory: garbage is collected every few seconds and not after each run, and what stays for good is not looked through.

Collecting holds every reader up. After warm-up it takes some milliseconds, whatever has been imported; between two
times Python's own collector takes what is young, and a server that nobody uses does nothing.
"""

import asyncio
import atexit
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

SECONDS: Final = 5.0

# Python looks at new objects each time there are 700 more, and at all of them far too often: a page makes some 50,000.
_YOUNG: Final = (10_000, 20, 100)


@asynccontextmanager
async def keeping_house() -> AsyncIterator[None]:
    """Collects while the server runs."""
    gc.set_threshold(*_YOUNG)
    collecting = asyncio.create_task(_collect())
    try:
        yield
    finally:
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await collecting


def settle() -> None:
    """What has been loaded so far stays as long as the process: it is not looked through any more."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB complains of leaks when the server is stopped


async def _collect() -> None:
    seen = 0
    while True:
        await asyncio.sleep(SECONDS)
        made = young_collections()
        if made != seen:
            gc.collect()
            seen = made


def young_collections() -> int:
    """How often Python has looked at new objects: it does not where nothing is made."""
    return int(gc.get_stats()[0]["collections"])
