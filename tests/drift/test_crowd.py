"""Many readers at once, half of them slow or dropping: nobody is shown another's choices, and the server lives.

How long they wait is measured by `python -m benchmarks.crowd`; here nothing depends on a clock.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar

import pytest

from benchmarks.crowd import CHOICES as EVERY
from benchmarks.crowd import Wave, alone, resident
from tests.drift.behind import Web, free_port, wait_until_answered
from tests.web.fixtures import Faelles, faelles, oidc_installed

__all__ = ["faelles", "oidc_installed"]  # fixtures, by their names

CHOICES = EVERY[::2]
MEGABYTE = 1_000_000
FEW = 24
MANY = 200


T = TypeVar("T")


def run(work: Coroutine[object, object, T]) -> T:
    """Runs to its end in a thread of its own: a browser of another file may hold this thread's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def web(published_example: Path) -> Iterator[Web]:
    started = Web(free_port(), published_example)
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="module")
def right(web: Web) -> dict[tuple[tuple[str, str], ...], str]:
    seen = run(alone(web.address, CHOICES))
    assert len(set(seen.values())) == len(CHOICES), "two choices look alike: a mix-up between them would not be seen"
    return seen


def waves(web: Web, right: dict[tuple[tuple[str, str], ...], str], readers: int, seconds: float) -> list[int]:
    """Two waves; gives the memory after each."""
    held = []
    for _ in range(2):
        found = run(Wave(web.address, right).come(readers, seconds))
        assert (found.errors, found.mixed) == ([], [])
        assert (len(found.first), len(found.later)) == (readers // 2, readers)
        held.append(resident(web.pid))
    # It is the same process, it answers, and a lone reader is shown what one was before.
    assert web.process is not None
    wait_until_answered(HTTPConnection("127.0.0.1", web.port, timeout=20), "/_stcore/health", web.process)
    assert run(alone(web.address, CHOICES[:3])) == {choice: right[choice] for choice in CHOICES[:3]}
    return held


def test_a_crowd_half_of_it_on_bad_lines_is_served_without_an_error_and_nothing_is_mixed_up(
    web: Web, right: dict[tuple[tuple[str, str], ...], str]
) -> None:
    after_one, after_two = waves(web, right, FEW, 2)
    assert after_two - after_one < FEW * MEGABYTE, "each wave leaves something behind"


@pytest.mark.long
def test_200_at_once_are_served_without_an_error_and_memory_returns_to_its_level(
    web: Web, right: dict[tuple[tuple[str, str], ...], str]
) -> None:
    waves(web, right, MANY, 60)  # what is loaded once is loaded
    after_one, after_two = waves(web, right, MANY, 60)
    assert after_two - after_one < 20 * MEGABYTE, "each wave leaves something behind"


def test_readers_of_every_role_at_once_are_shown_their_own_identity_and_nobody_elses(faelles: Faelles) -> None:
    """The page says who one is logged in as, so a digest of another's page is a mix-up."""
    roles = ("laeser", "analytiker", "udgiver", "administrator")

    async def together() -> list[Wave]:
        right = {cookies: await alone(faelles.address, CHOICES[:2], cookies) for cookies in map(logged_in, roles)}
        every = [digest for digests in right.values() for digest in digests.values()]
        assert len(set(every)) == 2 * len(roles), "two roles' pages look alike: a mix-up would not be seen"
        coming = [Wave(faelles.address, digests, cookies).come(4, 1) for cookies, digests in right.items()]
        return await asyncio.gather(*coming)

    def logged_in(role: str) -> str:
        with faelles.inside(role) as client:
            client.get("/_stcore/health")  # brings the token against cross-site requests
            return "; ".join(f"{name}={value}" for name, value in client.cookies.items())

    for found in run(together()):
        assert (found.errors, found.mixed) == ([], [])
        assert len(found.first) == 2


def test_a_server_killed_in_the_middle_is_back_with_nothing_to_be_done_to_data(
    web: Web, right: dict[tuple[tuple[str, str], ...], str]
) -> None:
    before = {path: path.read_bytes() for path in sorted(web.data.rglob("*")) if path.is_file()}

    async def killed_meanwhile() -> Wave:
        wave = Wave(web.address, right)
        coming = asyncio.create_task(wave.come(8, 0.5))
        await asyncio.sleep(1)
        web.kill()
        return await coming

    run(killed_meanwhile())
    web.start()
    assert run(alone(web.address, CHOICES[:3])) == {choice: right[choice] for choice in CHOICES[:3]}
    assert {path: path.read_bytes() for path in sorted(web.data.rglob("*")) if path.is_file()} == before


def test_a_wave_that_is_shown_something_else_is_noticed(
    web: Web, right: dict[tuple[tuple[str, str], ...], str]
) -> None:
    swapped = dict(zip(CHOICES[:4], [right[choice] for choice in CHOICES[1:5]], strict=True))
    found = run(Wave(web.address, swapped).come(2, 0))
    assert len(found.mixed) == 3
