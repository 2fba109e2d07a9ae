"""The server that requests and messages made to harm are sent to; one for each file of tests."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.web.attacks.server import Attacked, attacked


@pytest.fixture(scope="module")
def server(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("angrebet")
    copytree(published_example, folder / "data")
    with attacked(folder / "data", folder / "log") as running:
        yield running
