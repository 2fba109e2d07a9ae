"""Warm before readers come: at the start and with every release; what goes wrong there stops nobody."""

import gc
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from overblik import answers
from overblik.answers import fetch
from overblik.release import pointer_path, releases_folder
from overblik.settings import settings
from overblik.web import warming
from overblik.web.warming import Warm
from tests.answers.releases import publish_next
from tests.deliveries import exports


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    answers._ask.cache_clear()
    yield tmp_path
    gc.unfreeze()


def is_warm() -> bool:
    """The front page's questions are answered without asking DuckDB."""
    before = len(answers._ask)
    for name in ("noegletal", "status", "opmaerksomhedspunkter", "oekonomi_forloeb"):
        fetch(name)
    return len(answers._ask) == before


def test_the_first_reader_and_the_first_after_a_new_release_find_it_warm(data: Path) -> None:
    warm = Warm()
    for day, kroner in ((date(2022, 10, 10), "100"), (date(2022, 10, 11), "250")):
        release = publish_next(exports(oekonomi=[{"beloeb_kr": kroner}]), day)
        assert fetch("valg_plan").release.id == release
        assert not is_warm()
        answers._ask.cache_clear()
        warm.look()
        assert is_warm()


def test_a_release_is_asked_once(data: Path) -> None:
    publish_next(exports(), date(2022, 10, 10))
    warm = Warm()
    warm.look()
    answers._ask.cache_clear()
    warm.look()
    assert len(answers._ask) == 0


def test_no_release_at_all_and_one_that_comes_later(data: Path) -> None:
    warm = Warm()
    warm.look()
    publish_next(exports(), date(2022, 10, 10))
    warm.look()
    assert is_warm()


def test_what_goes_wrong_is_told_in_the_log_and_stops_nothing(
    data: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = Warm()
    in_force = publish_next(exports(), date(2022, 10, 10))
    pointer_path(releases_folder(data)).write_text("no id")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            warm.look()
    assert ["warming up: ReleaseDamaged" in record.message for record in caplog.records] == [True]
    assert str(data) not in caplog.text

    def broken() -> None:
        raise RuntimeError(str(data))

    monkeypatch.setattr(warming, "load", broken)
    pointer_path(releases_folder(data)).write_text(in_force)
    publish_next(exports(oekonomi=[{"beloeb_kr": "250"}]), date(2022, 10, 11))
    with caplog.at_level(logging.WARNING):
        warm.look()
    assert is_warm()
    assert str(data) not in caplog.text
