"""The real thing, as the comparison with the reference needs it: publish exports, then ask questions of the release."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from overblik import contract
from overblik.answers import fetch, month
from overblik.intake.protection_key import EXAMPLE_KEY, key_path
from overblik.intake.publishing import publish_folder
from overblik.settings import settings
from tests.deliveries import Row, Tables, write

Ask = Callable[..., list[Row]]


@contextmanager
def published(source: Path, today: date, **chosen: str) -> Iterator[Ask]:
    """Publishes the Parquet files of a folder on a day, and gives what answers questions of that release.

    `chosen` are settings as an environment writes them.
    """
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", place)
        patch.setenv("OVERBLIK_I_DAG", today.isoformat())
        for name, value in chosen.items():
            patch.setenv(f"OVERBLIK_{name.upper()}", value)
        settings.cache_clear()
        key_path(Path(place)).parent.mkdir()
        key_path(Path(place)).write_text(EXAMPLE_KEY, encoding="ascii")  # a key that the reference knows too
        try:
            outcome = publish_folder(source, Path(place), day=today)
            assert outcome.release, sorted({(breach.code, breach.table, breach.column) for breach in outcome.rejected})
            yield ask
        finally:
            settings.cache_clear()


@contextmanager
def published_tables(tables: Tables, today: date, **chosen: str) -> Iterator[Ask]:
    """As `published`, from rows."""
    with TemporaryDirectory() as place, published(write(tables, Path(place) / "leverance"), today, **chosen) as ask:
        yield ask


def ask(name: str, **asked: Any) -> list[Row]:
    """The rows of an answer; months may be text, as on the command line."""
    months = {key: month(asked[key]) for key in ("fra", "til") if isinstance(asked.get(key), str)}
    return fetch(name, **(asked | months)).rows()


def betegnelser() -> dict[str, str]:
    """What the contract calls the categories."""
    columns = {column.name: column for column in contract.tables()["oekonomi"].columns}
    return dict(columns["kategori"].value_labels)


def long_run() -> int:
    """How many random plans a long run takes: OVERBLIK_LONG, or 500."""
    return max(500, int(os.environ.get("OVERBLIK_LONG", "0")))
