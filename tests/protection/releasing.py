"""Releases as a reader sees them: exports published one after the other in one place, and the tables of each."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik.intake.publishing import publish_folder
from overblik.release import read_release
from overblik.settings import settings
from tests.deliveries import Tables, write

Released = dict[str, pa.Table]


@contextmanager
def one_after_the_other(day: date, *exports: Tables) -> Iterator[tuple[Path, list[Released]]]:
    """Publishes whole exports in turn, as corrections of each other, and gives the data folder and all releases."""
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        data = Path(place) / "data"
        patch.setenv("OVERBLIK_DATA", str(data))
        patch.setenv("OVERBLIK_I_DAG", day.isoformat())
        settings.cache_clear()
        try:
            yield (
                data,
                [released(data, tables, Path(place) / f"{number}", day) for number, tables in enumerate(exports)],
            )
        finally:
            settings.cache_clear()


def released(data: Path, tables: Tables, folder: Path, day: date) -> Released:
    """Publishes exports, and reads back all that a reader could."""
    outcome = publish_folder(write(tables, folder), data, day=day)
    assert not outcome.rejected, sorted({(breach.code, breach.table, breach.column) for breach in outcome.rejected})
    release = read_release(data)
    return {name: pq.read_table(pa.BufferReader(release.object_bytes(name))) for name in release.manifest["objects"]}


def only_the_release(data: Path) -> None:
    """Takes away all that no reader's process may see: inbox, archive, refused files, key."""
    for place in data.iterdir():
        if place.name != "udgivelser":
            shutil.rmtree(place) if place.is_dir() else place.unlink()
