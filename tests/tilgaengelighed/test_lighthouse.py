"""Lighthouse's audit of accessibility: a hundred on every page. One page in make test, all of them in make test-long."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser import ARGUMENTS, CHROMIUM
from tests.tilgaengelighed.looks import PAGES, address_of

pytestmark = pytest.mark.browser

NODE = shutil.which("node")
LIGHTHOUSE = Path(__file__).parent / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"

missing = pytest.mark.skipif(
    CHROMIUM is None or NODE is None or not LIGHTHOUSE.is_file(),
    reason="NOT RUN: Lighthouse is missing here (apt-get install nodejs npm chromium; make lighthouse)",
)


@missing
def test_the_front_page_has_a_hundred(server: str, tmp_path: Path) -> None:
    _has_a_hundred("overblik", server, tmp_path)


@missing
@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_hundred(name: str, server: str, tmp_path: Path) -> None:
    _has_a_hundred(name, server, tmp_path)


def _has_a_hundred(name: str, server: str, place: Path) -> None:
    report = audited(f"{server}/{address_of(name)}", place)
    failed = {
        audit["id"]: [item["node"]["snippet"] for item in audit.get("details", {}).get("items", []) if "node" in item]
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 1
    }
    assert report["finalDisplayedUrl"].startswith(server)
    assert report["audits"]["heading-order"]["score"] == 1, "it saw no page"
    assert not failed, failed
    assert report["categories"]["accessibility"]["score"] == 1


def audited(address: str, place: Path) -> dict[str, Any]:
    """Lighthouse's report on one address, in a browser of its own."""
    assert NODE
    assert CHROMIUM
    written = place / "rapport.json"
    command = [NODE, str(LIGHTHOUSE), address, "--only-categories=accessibility", "--output=json", "--quiet"]
    command += [
        f"--output-path={written}",
        "--preset=desktop",
        "--max-wait-for-load=90000",
        "--enable-error-reporting=false",
    ]
    command += [f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"]
    done = subprocess.run(
        command,
        env=os.environ | {"CHROME_PATH": CHROMIUM},
        cwd=place,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    assert not report.get("runtimeError"), report["runtimeError"]
    return report
