"""Garbage: what is left behind goes, also what had been set aside as staying for good, while the server serves."""

import asyncio
import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import config

from overblik.web import housekeeping


class Left:
    """What a session leaves behind: it holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_what_a_reader_leaves_behind_goes_even_where_it_was_set_aside() -> None:
    gone = weakref.ref(Left())
    gc.freeze()
    gc.collect()
    assert gone() is not None
    housekeeping.settle()
    assert gone() is None


def test_it_goes_while_the_server_runs_and_the_server_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "SECONDS", 0.01)

    async def serve() -> None:
        async with housekeeping.keeping_house():
            for _ in range(2):
                gone = weakref.ref(Left())
                gc.freeze()
                assert len([[] for _ in range(50_000)]) == 50_000  # a reader's run, and then a pause
                while gone() is not None:
                    await asyncio.sleep(0.01)

    # In a thread of its own: a browser of another file may hold this thread's event loop.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asyncio.wait_for(serve(), 60)).result()


def test_streamlit_itself_does_not_look_through_all_of_memory_after_each_run() -> None:
    assert config.get_option("runner.postScriptGC") is False
