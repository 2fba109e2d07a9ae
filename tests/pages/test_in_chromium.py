"""Pages in a real browser against the real server: where a click and an address lead, what a chart is called."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import serving, settled, tab_of
from tests.tilgaengelighed.looks import PAGES, address_of


def test_every_chart_says_in_words_what_it_shows(server: str, tab: Page) -> None:
    for name in PAGES:
        tab.goto(f"{server}/{address_of(name)}")
        tab.locator("h1").wait_for()
        settled(tab)
        charts = tab.get_by_test_id("stPlotlyChart")
        for place in range(charts.count()):
            named = charts.nth(place).evaluate(
                "it => (it.closest('[aria-label]') || it.querySelector('[aria-label]'))?.getAttribute('aria-label')"
            )
            assert named, f"chart {place + 1} on {name} has no name"
            assert len(named) > 30, f"chart {place + 1} on {name} is hardly told: {named}"


def test_a_page_of_its_own_is_the_first_thing_a_new_server_is_asked_for(
    published_example: Path, browser: Browser
) -> None:
    with serving(published_example) as address, tab_of(browser) as tab:
        tab.goto(f"{address}/omraade?omraade=RIN&statusdato=2022-12-31")
        tab.locator("h1").wait_for()
        settled(tab)
        expect(tab.locator("h1")).to_contain_text("Ringparken")
        assert "omraade=RIN" in tab.url
        assert "/omraade" in tab.url
        expect(tab.get_by_text("status pr. 31. december 2022").first).to_be_visible()


def test_a_point_leads_to_the_page_and_filter_behind_it(server: str, tab: Page) -> None:
    tab.goto(server)
    tab.locator("h1").wait_for()
    settled(tab)
    tab.get_by_text("Se tallene: Sydbyen · Beskæftigelse").first.click()
    expect(tab.locator("h1")).not_to_contain_text("Planen følger")
    settled(tab)
    assert "/fremdrift" in tab.url
    assert "omraade=SYD" in tab.url
    assert "indsatsomraade=BES" in tab.url
    expect(tab.get_by_text("Jobcafé åbner").first).to_be_visible()


def test_a_click_on_a_square_leads_to_the_page_and_filter_behind_it(server: str, tab: Page) -> None:
    tab.goto(server)
    tab.locator("h1").wait_for()
    settled(tab)
    red = tab.locator('[data-testid="stPlotlyChart"] .scatterlayer .trace .points path').first
    red.scroll_into_view_if_needed()
    box = red.bounding_box()
    assert box
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.wait_for_url(lambda url: "omraade=" in url)
    settled(tab)
    assert any(f"/{name}?" in tab.url for name in ("fremdrift", "oekonomi", "aktivitet"))
