"""Lighthouse's audit of accessibility: a hundred on every page. One page in make test, all of them in make test-long."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser import CHROMIUM
from tests.tilgaengelighed.looks import PAGES, address_of

NODE = shutil.which("node")
SCRIPT = Path(__file__).parent / "node" / "lighthouse.mjs"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None or NODE is None or not (SCRIPT.parent / "node_modules" / "lighthouse").is_dir(),
        reason="NOT RUN: Lighthouse is missing here (apt-get install nodejs npm chromium; make lighthouse)",
    ),
]


def test_the_front_page_has_a_hundred(server: str) -> None:
    _have_a_hundred(["overblik"], server)


@pytest.mark.long
def test_every_page_has_a_hundred(server: str) -> None:
    _have_a_hundred(PAGES, server)


def _have_a_hundred(pages: list[str], server: str) -> None:
    assert NODE
    assert CHROMIUM
    addresses = [f"{server}/{address_of(name)}" for name in pages]
    command = [NODE, str(SCRIPT), CHROMIUM, *addresses]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60 + 120 * len(pages), check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    reports = json.loads(done.stdout)
    assert list(reports) == addresses
    for address, report in reports.items():
        assert {"heading-order", "color-contrast", "button-name", "html-has-lang"} <= set(report["asked"]), address
        assert not report["failed"], (address, report["failed"])
        assert report["score"] == 1, address
