"""Text that wants to be more than text, in every free column of every table: every page shows it as it was written."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from overblik import contract
from overblik.export.laesefil import laesefil
from overblik.intake.publishing import publish_folder
from overblik.settings import settings
from tests import other_municipality as other
from tests.browser import drawn, listened_to, serving
from tests.deliveries import Tables
from tests.tilgaengelighed.looks import PAGES, address_of

HOST = "https://ond.example/"

# What Streamlit's elements or Plotly make of it if they are let: HTML, Markdown, its link, its image, colour and formula.
FREE = {
    (
        table.name,
        column.name,
    ): f"<img src={HOST}{place} onerror=alert(1)>![b]({HOST}b)[l](javascript:alert(1)):red[r]$x^2$**f**<b>t</b>"
    for place, (table, column) in enumerate(
        (table, column)
        for table in contract.tables().values()
        for column in table.columns
        if column.kind == "text" and not column.values
    )
}

# The innermost elements, charts apart, that hold our host's name; and all that a chart was given to write.
_SHOWN = """host => [...document.querySelectorAll('body *')]
    .filter(it => !(it instanceof SVGElement) && !['SCRIPT', 'STYLE'].includes(it.tagName) && it.textContent.includes(host))
    .filter(it => ![...it.children].some(child => child.textContent.includes(host)))
    .map(it => it.textContent)"""
_IN_CHARTS = """host => {
    const found = []
    const walk = it => {
        if (typeof it === 'string') { if (it.includes(host)) found.push(it) }
        else if (it && typeof it === 'object') Object.entries(it).forEach(([name, one]) => name !== 'customdata' && walk(one))
    }
    document.querySelectorAll('.js-plotly-plot').forEach(plot => { walk(plot.data); walk(plot.layout.annotations); walk(plot.layout.title) })
    return found
}"""
_INJECTED = """host => [...document.querySelectorAll(
    `[onerror], [src^="${host}"], [href^="${host}"], [*|href^="${host}"], [href^="javascript:"], .katex, iframe, object, embed`)]
    .map(it => it.outerHTML.slice(0, 200))"""


def spoilt(tables: Tables) -> Tables:
    """The same rows, with hostile text in every column that takes any text; a row's number keeps names apart."""
    return {
        name: [
            row | {column: f"{text} {number}" for (table, column), text in FREE.items() if table == name}
            for number, row in enumerate(rows)
        ]
        for name, rows in tables.items()
    }


CHOSEN = {"OVERBLIK_I_DAG": other.TODAY.isoformat(), "OVERBLIK_UDGIV_FRITEKST": "ja"}


@contextmanager
def in_use(place: Path) -> Iterator[None]:
    """The data folder as the settings of this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (CHOSEN | {"OVERBLIK_DATA": str(place)}).items():
            patch.setenv(name, value)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release of such text."""
    place = tmp_path_factory.mktemp("ond")
    with in_use(place):
        outcome = publish_folder(
            other.write_exports(place / "leverance", spoilt(other.core() | other.optional())), place
        )
        assert outcome.release, [breach.message for breach in outcome.rejected]
    return place


@pytest.fixture(scope="module")
def hostile(released: Path) -> Iterator[str]:
    """The address of a server over it."""
    with serving(released, **CHOSEN) as address:
        yield address


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def troubles(tab: Page) -> list[str]:
    found = listened_to(tab)
    tab.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return found


def test_every_table_with_free_text_is_handed_in() -> None:
    assert {table for table, _ in FREE} <= set(other.core() | other.optional())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_hostile_text_as_it_was_written(page: str, hostile: str, tab: Page, troubles: list[str]) -> None:
    troubles.clear()
    tab.goto(f"{hostile}/{address_of(page)}")
    drawn(tab)
    assert not troubles
    assert tab.evaluate(_INJECTED, HOST) == []
    shown = [re.sub("[\u00ad\u200b\u2060]", "", text) for text in tab.evaluate(_SHOWN, HOST)]
    changed = [text[:300] for text in shown if not any(whole in text for whole in FREE.values())]
    assert not changed, changed[:5]
    # Plotly draws some HTML: ours around it stays, what came with the text is escaped.
    raw = [text[:300] for text in tab.evaluate(_IN_CHARTS, HOST) if "<img" in text or "<b>t" in text]
    assert not raw, raw[:5]


def test_the_reading_file_shows_it_as_it_was_written(released: Path, tab: Page, troubles: list[str]) -> None:
    file = released / "laesefil.html"
    with in_use(released):
        file.write_bytes(laesefil())
    troubles.clear()
    tab.goto(file.as_uri())
    tab.locator("h1:visible").first.wait_for()
    assert not troubles
    assert tab.evaluate(_INJECTED, HOST) == []
    shown = [re.sub("[\u00ad\u200b\u2060]", "", text) for text in tab.evaluate(_SHOWN, HOST)]
    assert shown
    changed = [text[:300] for text in shown if not any(whole in text for whole in FREE.values())]
    assert not changed, changed[:5]
