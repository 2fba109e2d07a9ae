"""What all tests share: the example, published once, and settings that read the environment anew for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from overblik.intake.publishing import publish_example
from overblik.settings import settings

pytest_plugins = ("tests.browser",)

# Hundreds of pages are opened over dozens of data folders: only a test that is about the watcher has one started.
os.environ.setdefault("OVERBLIK_OVERVAAG", "nej")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, so that `make check` can leave it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly what did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.write_sep("!", f"{len(skipped)} tests did NOT run", red=True)
        for reason in sorted({str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)}):
            terminalreporter.write_line(f"    {reason}")


@pytest.fixture(autouse=True)
def _settings_of_their_own() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture(scope="session")
def published_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the example is released. Nobody may write to it."""
    data = tmp_path_factory.mktemp("eksempel")
    outcome = publish_example(data)
    assert outcome.release, outcome.rejected
    return data


@pytest.fixture
def example_data(published_example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same folder, as OVERBLIK_DATA."""
    monkeypatch.setenv("OVERBLIK_DATA", str(published_example))
    settings.cache_clear()
    assert os.environ["OVERBLIK_DATA"]
    return published_example
