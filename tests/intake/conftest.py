"""An empty data folder of a test's own, in use as OVERBLIK_DATA, on a day in April 2023."""

from pathlib import Path

import pytest

from overblik.settings import settings
from tests.intake.drops import DAY


@pytest.fixture
def in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder; questions are answered from it."""
    data = tmp_path / "data"
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    monkeypatch.setenv("OVERBLIK_I_DAG", DAY.isoformat())
    settings.cache_clear()
    return data
