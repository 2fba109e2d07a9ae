"""A page that stands open says that newer figures have come, moves nothing, and keeps what was chosen."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from overblik.answers.choice import month_end
from overblik.intake.publishing import publish_folder
from overblik.release import current_id, read_release
from overblik.show.new_release import told
from tests.browser import serving, settled, tab_of
from tests.deliveries import exports, write

# Every five seconds a page looks; on a busy machine the browser takes its time for it.
PATIENCE = 60_000

AREAS = [{"omraade_id": "NORD", "navn": "Nordbyen"}, {"omraade_id": "SYD", "navn": "Sydbyen Øst"}]


def publish(data: Path, month: int) -> str:
    """What was spent until a month of 2022, published on the tenth of the month after."""
    spent = [
        {"beloeb_kr": "100.00", "periode_start": date(2022, each, 1), "periode_slut": month_end(date(2022, each, 1))}
        for each in range(1, month + 1)
    ]
    folder = write(exports(boligomraade=AREAS, oekonomi=spent), data / f"leverance-{month}")
    outcome = publish_folder(folder, data, day=date(2022, month + 1, 10))
    assert outcome.release, outcome.rejected
    return outcome.release


@pytest.fixture
def data(tmp_path: Path) -> Path:
    publish(tmp_path, 2)
    return tmp_path


def open_page(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.locator("h1").wait_for()
    settled(tab)


def test_new_figures_are_noticed_without_a_reload_and_shown_when_asked_for(data: Path, browser: Browser) -> None:
    with serving(data) as server, tab_of(browser) as tab:
        open_page(tab, f"{server}/oekonomi?omraade=NORD")
        expect(tab.get_by_text("tal opdateret 10. marts 2022").first).to_be_visible()
        tab.evaluate("window.notReloaded = true")
        tab.get_by_role("link", name="Data og metode").wait_for()
        settled(tab)
        before = tab.get_by_test_id("stMain").inner_text()
        publish(data, 3)
        expect(tab.get_by_text("Nye tal er klar (tal opdateret 10. april 2022).")).to_be_visible(timeout=PATIENCE)
        assert before in tab.get_by_test_id("stMain").inner_text(), "the page changed under its reader"
        tab.get_by_role("button", name="Vis dem").click()
        expect(tab.get_by_text("status pr. 31. marts 2022", exact=False).first).to_be_visible()
        expect(tab.get_by_text("Nye tal er klar")).to_be_hidden()
        assert parse_qs(urlsplit(tab.url).query) == {"omraade": ["NORD"]}
        assert tab.evaluate("window.notReloaded") is True


def test_a_page_on_a_pinned_link_is_told_of_newer_figures_and_stays(data: Path, browser: Browser) -> None:
    with serving(data) as server, tab_of(browser) as tab:
        open_page(tab, f"{server}/oekonomi?udgivelse={str(current_id(data))[:16]}&omraade=NORD")
        publish(data, 3)
        expect(tab.get_by_text("Der findes nyere tal (tal opdateret 10. april 2022)", exact=False)).to_be_visible(
            timeout=PATIENCE
        )
        tab.get_by_text("Vis de nyeste tal").last.click()
        expect(tab.get_by_text("status pr. 31. marts 2022", exact=False).first).to_be_visible()
        assert parse_qs(urlsplit(tab.url).query) == {"omraade": ["NORD"]}


def test_what_is_said_tells_a_pinned_page_that_it_stays(data: Path) -> None:
    newer = read_release(data)
    assert told(newer, pinned=False) == "Nye tal er klar (tal opdateret 10. marts 2022)."
    assert told(newer, pinned=True).endswith("linket holder fast i de tidligere.")
