"""What Prometheus can ask about: how long pages take, what goes wrong, how old the figures are.

Counted by page and kind alone: no reader, no choice and no value is a label.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest

disable_created_metrics()  # type: ignore[no-untyped-call]

REGISTRY: Final = CollectorRegistry()

_PAGES: Final = Histogram(
    "overblik_page_seconds",
    "Seconds of one run of a page on the server.",
    ["page"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30),
    registry=REGISTRY,
)
_ERRORS: Final = Counter(
    "overblik_errors",
    "Foreseen errors told to a reader (notice), unforeseen ones on a page (page) or in the server (server).",
    ["kind"],
    registry=REGISTRY,
)
_ANSWERS: Final = Counter(
    "overblik_answers", "Answers to requests, by the first digit of their status.", ["status"], registry=REGISTRY
)
_AGE: Final = Gauge(
    "overblik_release_age_seconds",
    "Seconds since the release that readers see was made; absent where there is none.",
    ["release"],
    registry=REGISTRY,
)
_NEWER_DAMAGED: Final = Gauge(
    "overblik_newer_release_damaged", "1 where an older release is shown for a damaged one.", registry=REGISTRY
)

NOTICE: Final = "notice"
PAGE: Final = "page"
SERVER: Final = "server"

for _kind in (NOTICE, PAGE, SERVER):  # a counter that is not there cannot be told from one at nought
    _ERRORS.labels(_kind)


@contextmanager
def page_run(page: str) -> Iterator[None]:
    """Measures a run of a page, however it ends."""
    began = time.perf_counter()
    try:
        yield
    finally:
        _PAGES.labels(page).observe(time.perf_counter() - began)


def went_wrong(kind: str) -> None:
    """Counts an error: NOTICE, PAGE or SERVER."""
    _ERRORS.labels(kind).inc()


def answered(status: int) -> None:
    """Counts an answer to a request."""
    _ANSWERS.labels(f"{status // 100}xx").inc()


def as_text(release: str | None, age_seconds: float, *, newer_is_damaged: bool) -> bytes:
    """All of it as Prometheus reads it; `release` is the id that readers see, None where there is none."""
    _AGE.clear()
    if release is not None:
        _AGE.labels(release[:12]).set(age_seconds)
    _NEWER_DAMAGED.set(newer_is_damaged)
    return generate_latest(REGISTRY)
