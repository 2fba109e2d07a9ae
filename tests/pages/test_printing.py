"""A printed page is what the screen shows: its heading, its tables and figures whole, its foot, and no widgets."""

import re

import pytest
from playwright.sync_api import Browser, Page

from overblik.settings import ROOT
from overblik.show.door import FRONT
from tests.browser import settled, tab_of
from tests.export.paper import cut, overprinted, printed_pages, squeezed

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
WITHOUT_FIGURES = {name for name in PAGES if "begin_without_figures" in (ROOT / "pages" / f"{name}.py").read_text()}
FOOT = ("eksempeldata", "Hele planen · status pr. ", "tal opdateret ", "kilde: ", "udgivelse ")
WIDGETS = "button, input, textarea, [role=radio], [role=tab][aria-selected=false], #overblik-forbi"


@pytest.fixture(scope="module")
def tab(server: str, browser: Browser) -> Page:
    with tab_of(browser) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_printed_whole_without_widgets(server: str, tab: Page, name: str) -> None:
    tab.emulate_media(media="null")  # the screen's own, and paper's own when it is printed
    tab.goto(f"{server}/{'' if name == FRONT else name}")
    tab.locator(".st-key-fod", has_text="Hjælp" if name in WITHOUT_FIGURES else "udgivelse").wait_for()
    settled(tab)
    tab.wait_for_function(DRAWN)
    heading = tab.locator("h1").first.inner_text()
    cells = tab.locator('[data-testid="stTable"] td:visible').all_inner_texts()
    charts = tab.locator(".js-plotly-plot").evaluate_all(LETTERS)
    paper = tab.pdf(prefer_css_page_size=True, print_background=True)
    pages = printed_pages(paper)
    told = "".join(pages)
    assert bare(heading) in told
    assert [cell for cell in cells if bare(cell) not in told] == []
    for words in charts:
        assert any(all(bare(word) in page for word in words) for page in pages), f"one chart on one page: {words}"
    for words in () if name in WITHOUT_FIGURES else FOOT:
        assert bare(words) in pages[-1][-400:], words
    assert cut(paper) == []
    assert overprinted(paper) == []
    tab.emulate_media(media="print")
    shown = tab.locator(WIDGETS).locator("visible=true").evaluate_all(OUTSIDE_A_CHOICE)
    assert shown == []


# Every chart has been drawn, and nothing is on its way any more.
DRAWN = """() => !document.querySelector("[data-testid='stSkeleton']")
    && [...document.querySelectorAll("[data-testid='stPlotlyChart']")].every(one => one.querySelector(".main-svg"))"""
LETTERS = """all => all.map(one => [...one.querySelectorAll("svg text")].filter(text => text.checkVisibility())
    .flatMap(text => [...(text.querySelectorAll("tspan").length ? text.querySelectorAll("tspan") : [text])])
    .map(text => text.textContent).filter(text => text.trim()))"""
# The words chosen in a box stay on paper; what one chooses them with has no frame there.
OUTSIDE_A_CHOICE = """all => all.filter(one => !one.closest("[data-testid='stSelectbox']"))
    .map(one => one.outerHTML.slice(0, 200))"""


def bare(text: str) -> str:
    """Without spaces, hyphens and the joiners that have no width."""
    return squeezed(re.sub("[\u2060\u200b]", "", text))
