"""A printed page is what the screen shows: its heading, its tables and figures whole, its foot, and no widgets."""

import io

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser import settled, tab_of


@pytest.mark.parametrize("name", ["oekonomi", "siden_sidste_moede"])
def test_a_page_is_printed_whole_without_widgets(server: str, browser: Browser, name: str) -> None:
    with tab_of(browser) as tab:
        tab.goto(f"{server}/{name}")
        settled(tab)
        tab.get_by_test_id("stTable").first.wait_for()
        heading = tab.locator("h1").inner_text()
        cells = tab.locator('[data-testid="stTable"] td').all_inner_texts()
        figures = tab.get_by_test_id("stPlotlyChart").count()
        paper = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True)))
        told = bare("".join(page.extract_text() for page in paper.pages))
        assert bare(heading) in told
        assert [cell for cell in cells if bare(cell) not in told] == []
        assert "udgivelse" in told
        assert "statuspr." in told
        for widget in ("Kopiérlink", "Vissomtabel", "Hvorkommertalletfra", "CSV,international", "Nulstilfiltre"):
            assert widget not in told, widget
        tab.set_viewport_size({"width": 1280, "height": 900})
        tab.emulate_media(media="print")
        wide = tab.evaluate("document.documentElement.clientWidth")
        edges = tab.locator(".js-plotly-plot").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
        assert len(edges) >= figures
        assert max(edges, default=0) <= wide


def bare(text: str) -> str:
    """Without spaces and the joiners that have no width."""
    return "".join(text.replace("\u2060", "").split())
