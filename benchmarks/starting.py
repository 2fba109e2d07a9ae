"""What is paid once: publishing the example, opening a release, starting a reader's process."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from overblik.answers import current_release
from overblik.answers.database import open_database
from overblik.intake.publishing import publish_example
from overblik.settings import ROOT

NOTHING = "pass"
STREAMLIT = "import streamlit.web.bootstrap"
# Streamlit and all that any page needs.
EVERYTHING = """
import importlib, pkgutil
import streamlit.web.bootstrap
import overblik.show
for module in pkgutil.walk_packages(overblik.show.__path__, "overblik.show."):
    importlib.import_module(module.name)
"""


def publishing(rounds: int) -> float:
    """Milliseconds to read, judge, build and write the example, in a new folder each time."""

    def once() -> float:
        with TemporaryDirectory() as folder:
            return _timed(lambda: publish_example(Path(folder)))

    return median(once() for _ in range(rounds))


def opening(rounds: int) -> float:
    """Milliseconds to read a release's objects, verify them, and define the shared SQL."""
    return median(_timed(lambda: open_database(current_release())) for _ in range(rounds))


def importing(code: str, rounds: int) -> float:
    """Milliseconds for a new Python that imports."""
    command = [sys.executable, "-c", code]
    return median(_timed(lambda: subprocess.run(command, cwd=ROOT, check=True)) for _ in range(rounds))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)
