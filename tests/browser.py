"""The real server and a real browser, for tests that look at pages as readers do.

`server` starts Streamlit on a free port over the published example; `tab` opens a page in headless Chromium and fails
the test at the end if the browser's console held an error, the content security policy was violated, or a request left
the machine.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from overblik.settings import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

# Milliseconds: Streamlit loads its widgets piece by piece, which a busy machine takes its time for.
PATIENCE = 60_000

# Streamlit's browser side looks for its server below the page's own address first, and finds it at the root then.
PROBES = ("/_stcore/health", "/_stcore/host-config")

# The browser's own event of it: a violation that the page's script catches is not in the console.
_WATCH_POLICY = """
document.addEventListener("securitypolicyviolation", event =>
    window.overblikViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile || ""}`))
"""


@contextmanager
def serving(data: Path, log: Path | None = None, **environment: str) -> Iterator[str]:
    """A running server over a data folder; gives its address. `OVERBLIK_PORT` where that is settled beforehand.

    What it says on standard output is kept in `log`, where one is named.
    """
    port = int(environment.pop("OVERBLIK_PORT", "") or free_port())
    with open(log or os.devnull, "wb") as said:
        process = subprocess.Popen(
            [
                *(as_web_user() if "OVERBLIK_LOGIN_METADATA" in environment else []),
                sys.executable,
                "-m",
                "overblik.web",
            ],
            cwd=ROOT,
            env=os.environ
            | {"OVERBLIK_DATA": str(data), "OVERBLIK_PORT": str(port), "OVERBLIK_AABN": "nej"}
            | environment,
            stdout=said,
            stderr=subprocess.DEVNULL,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def as_web_user() -> list[str]:
    """How a server that others log in to is started by root: as a user that may read all and write nothing of root's.

    Tests' folders are closed to other users, so it keeps the right to read, and no other.
    """
    if os.geteuid() != 0:
        return []
    keeps = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *keeps]


@contextmanager
def tab_of(
    browser: Browser, viewport: dict[str, int] | None = None, language: str = "da-DK", *, quiet: bool = True
) -> Iterator[Page]:
    """A tab of its own; afterwards raises AssertionError for errors in the console and requests to other hosts.

    Where the server is meant to go away the console may say so: `quiet` is False.
    """
    context = browser.new_context(viewport=viewport or DESKTOP, locale=language)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    troubles = listened_to(page)
    try:
        yield page
    finally:
        context.close()
    assert not (quiet and troubles), troubles


def listened_to(page: Page) -> list[str]:
    """A list that fills with the page's errors in the console and its requests to other hosts, as they come."""
    troubles: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location.get("url", "").endswith(PROBES):
            troubles.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", "localhost", None, ""):
            troubles.append(f"request: {request.url}")

    page.expose_function("overblikViolation", lambda what: troubles.append(f"content security policy: {what}"))
    page.add_init_script(_WATCH_POLICY)
    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    return troubles


def settled(page: Page) -> None:
    """Waits until Streamlit has drawn the page and runs no more."""
    page.get_by_test_id("stMain").wait_for()
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(300)


# Every chart that can be seen has been drawn, no place is kept for what is still loading, and nothing has moved or
# changed for a while.
_DRAWN = """quiet => {
    const now = performance.now()
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].filter(it => it.offsetParent)
    const ready = document.querySelector('h1')
        && document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && charts.every(it => it.querySelector('.main-svg .cartesianlayer, .main-svg .infolayer'))
        && document.fonts.status === 'loaded'
    const state = document.body.getElementsByTagName('*').length + ':' + document.body.innerText.length + ':'
        + charts.map(it => it.clientWidth + 'x' + it.querySelector('.main-svg')?.getAttribute('width')).join()
    if (!ready || window.overblikState !== state) {
        window.overblikState = state
        window.overblikSince = now
    }
    return ready && now - window.overblikSince > quiet
}"""


def drawn(page: Page, quiet: int = 250) -> None:
    """Waits until everything on the page has been drawn, charts and fonts too, and has stood still for `quiet` ms."""
    page.wait_for_function(_DRAWN, arg=quiet, polling=50)


@pytest.fixture(scope="session")
def server(published_example: Path) -> Iterator[str]:
    """The address of a server that shows the example."""
    with serving(published_example) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("NOT RUN: Chromium is missing here (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab on a desktop's screen."""
    with tab_of(browser) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab on a phone's screen."""
    with tab_of(browser, PHONE) as page:
        yield page


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended at once"
        try:
            with urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the server did not come up")
