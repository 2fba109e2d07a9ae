"""In Chromium: from the click to the last chart and key figure painted; cold and warm load; bytes over the wire.

The watch (painted.js) is the same for all: it notes the frame after the last change inside a chart or a key figure.
A click is over when the charts hold what they held when that choice was last shown at rest, and nothing has been drawn
for a while; what counts is the last frame drawn, not when we noticed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.peers.running import Program
from tests.browser import ARGUMENTS, CHROMIUM, DESKTOP

WATCH = Path(__file__).with_name("painted.js").read_text(encoding="utf-8")
QUERY = "statusdato=2023-03-31"
CHARTS = 12
_QUIET, _QUIET_NEW = 500, 2_000  # ms without drawing: where the end is known by its figures, and where it is not
_PATIENCE = 180_000
_MENU = "Planen"  # the group of the menu that both pages stand in

_RESTS = """([quiet, charts, wanted]) => {
    const watch = window.overblikWatch
    return watch && watch.count() >= charts && watch.painted > watch.clicked
        && (wanted === null || watch.state() === wanted) && performance.now() - watch.painted > quiet
}"""


@dataclass
class Wire:
    """What came over the wire, in bytes: files as compressed as they came, and messages of the websocket."""

    files: float = 0
    messages: int = 0
    requests: int = 0

    def hears(self, page: Page) -> None:
        """Counts from now on."""
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._file)
        session.on("Network.webSocketFrameReceived", self._message)

    def _file(self, event: dict[str, float]) -> None:
        self.files += event["encodedDataLength"]
        self.requests += 1

    def _message(self, event: dict[str, dict[str, str]]) -> None:
        self.messages += len(event["response"]["payloadData"]) * 3 // 4  # base64, after it was unpacked


@dataclass
class Seen:
    """One program's figures, in milliseconds, a list each."""

    new: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    switch: list[float] = field(default_factory=list)
    wire: Wire = field(default_factory=Wire)


@dataclass
class Reader:
    """A tab on one program's page: what each choice showed at rest."""

    program: Program
    page: Page
    seen: Seen
    rested: dict[frozenset[str], str] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()

    def toggles(self, organisation: str) -> None:
        """Clicks one filter on or off, and notes how long it took to be seen."""
        self.chosen ^= {organisation}
        wanted = self.rested.get(self.chosen)
        self.page.get_by_text(organisation, exact=True).first.click(no_wait_after=True)
        self.page.wait_for_function(
            _RESTS, arg=[_QUIET if wanted else _QUIET_NEW, CHARTS, wanted], polling=50, timeout=_PATIENCE
        )
        took = self.page.evaluate("overblikWatch.painted - overblikWatch.clicked")
        (self.seen.known if wanted else self.seen.new).append(took)
        self.rested[self.chosen] = self.page.evaluate("overblikWatch.state()")

    def drawn(self) -> list[float]:
        """The sums of the first chart's series, as drawn."""
        sums: list[float] = self.page.evaluate("overblikWatch.first()")
        return sums


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if CHROMIUM is None:
        raise RuntimeError("Chromium is missing here: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def opened(chromium: Browser, program: Program, seen: Seen) -> Reader:
    """A tab of its own at rest on the page: a cold load, timed and weighed, then a warm one."""
    context = chromium.new_context(viewport=DESKTOP, locale="da-DK")
    context.add_init_script(WATCH)
    page = _tab(context)
    wire = Wire()
    wire.hears(page)
    seen.cold.append(_loads(page, program.address))
    seen.wire = wire
    page.close()
    page = _tab(context)
    seen.warm.append(_loads(page, program.address))
    reader = Reader(program, page, seen)
    reader.rested[frozenset()] = page.evaluate("overblikWatch.state()")
    return reader


def _tab(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    return page


def _loads(page: Page, address: str) -> float:
    page.goto(f"{address}?{QUERY}", wait_until="commit")
    page.wait_for_function(_RESTS, arg=[_QUIET_NEW, CHARTS, None], polling=50, timeout=_PATIENCE)
    return float(page.evaluate("overblikWatch.painted"))


def switches(reader: Reader, away: str, back: str) -> None:
    """By the menu to another page and back: the way back is timed."""
    page = reader.page
    for name in (away, back):
        page.get_by_test_id("stTopNav").get_by_role("button", name=_MENU).click()
        link = page.get_by_role("menuitem", name=name, exact=True)
        link.wait_for()
        page.wait_for_timeout(1_000)
        link.click(no_wait_after=True)
        if name == away:
            page.get_by_role("heading", level=1).wait_for()
            page.wait_for_timeout(3_000)
    page.wait_for_function(_RESTS, arg=[_QUIET_NEW, CHARTS, None], polling=50, timeout=_PATIENCE)
    reader.seen.switch.append(page.evaluate("overblikWatch.painted - overblikWatch.clicked"))
