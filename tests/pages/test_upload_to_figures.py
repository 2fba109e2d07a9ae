"""The whole way in a real browser: handed in on a page, judged by the watcher, told, and seen on another open page."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from overblik.answers.choice import month_end
from overblik.intake.publishing import publish_folder
from overblik.release import current_id
from tests.browser import serving, settled, tab_of
from tests.deliveries import Row, exports, write

# The watcher waits until a file lies still, starts a process for each file, and shares two cores with the browser.
PATIENCE = 90_000

# What Streamlit's uploader says by itself.
ENGLISH = re.compile(
    r"upload|drag|drop|browse|remove|delete|add files|per file|limit|not allowed|error|cancel|file ", re.I
)


def spent(months: int, amount: str = "100.00") -> list[Row]:
    return [
        {"beloeb_kr": amount, "periode_start": date(2022, each, 1), "periode_slut": month_end(date(2022, each, 1))}
        for each in range(1, months + 1)
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A release with what was spent until February 2022."""
    outcome = publish_folder(write(exports(oekonomi=spent(2)), tmp_path / "fra"), tmp_path, day=date(2022, 3, 10))
    assert outcome.release, outcome.rejected
    return tmp_path


@pytest.fixture
def server(data: Path) -> Iterator[str]:
    with serving(data, OVERBLIK_OVERVAAG="ja", OVERBLIK_EKSEMPEL="nej", OVERBLIK_I_DAG="2022-05-10") as address:
        yield address


def file_of(months: int, folder: Path, amount: str = "100.00") -> FilePayload:
    """A delivery as it lies on the analyst's own disk."""
    path = write(exports(oekonomi=spent(months, amount)), folder) / "oekonomi.parquet"
    return {"name": path.name, "mimeType": "application/octet-stream", "buffer": path.read_bytes()}


def open_page(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.locator("h1").wait_for()
    settled(tab)


def hand_in(tab: Page, organisation: str, file: FilePayload) -> None:
    tab.get_by_role("combobox", name="Afleveres af").click()
    tab.get_by_role("option", name=organisation).click()
    tab.locator('input[type="file"]').set_input_files([file])
    expect(tab.get_by_test_id("stFileChip")).to_contain_text("oekonomi.parquet")
    tab.get_by_role("button", name="Aflever", exact=True).click()


def test_a_file_handed_in_becomes_figures_that_another_open_page_notices_and_a_bad_one_gets_its_report(
    data: Path, server: str, browser: Browser
) -> None:
    with tab_of(browser) as reader, tab_of(browser) as analyst:
        open_page(reader, f"{server}/oekonomi")
        reader.evaluate("window.notReloaded = true")
        open_page(analyst, f"{server}/dataleverancer")
        expect(analyst.get_by_text("Indbakken overvåges")).to_be_visible(timeout=PATIENCE)

        hand_in(analyst, "Fælles filer (ingen organisation)", file_of(4, data / "ny"))
        expect(analyst.get_by_text("✓ oekonomi.parquet: taget i brug")).to_be_visible(timeout=PATIENCE)
        expect(reader.get_by_text("Nye tal er klar (tal opdateret 10. maj 2022).")).to_be_visible(timeout=PATIENCE)
        reader.get_by_role("button", name="Vis dem").click()
        expect(reader.get_by_text("status pr. 30. april 2022").first).to_be_visible()
        assert reader.evaluate("window.notReloaded") is True

        # The same rows under an organisation's name: every key stands twice.
        hand_in(analyst, "Kommunen", file_of(4, data / "dobbelt"))
        expect(analyst.get_by_text("✕ KOM/oekonomi.parquet: afvist")).to_be_visible(timeout=PATIENCE)
        told = analyst.get_by_role("listitem").filter(has_text="KOM/oekonomi.parquet")
        expect(told.first).to_contain_text("post_id")
        assert not (data / "indbakke" / "KOM" / "oekonomi.parquet").exists()
        open_page(analyst, f"{server}/dataleverancer")
        analyst.get_by_text(re.compile("· KOM/oekonomi.parquet")).click()
        expect(told.last).to_be_visible()


def test_figures_that_wait_are_looked_at_and_released_on_the_page(data: Path, browser: Browser) -> None:
    chosen = {"OVERBLIK_OVERVAAG": "ja", "OVERBLIK_EKSEMPEL": "nej", "OVERBLIK_I_DAG": "2022-05-10"}
    with serving(data, OVERBLIK_UDGIVELSE="godkendes", **chosen) as server, tab_of(browser) as tab:
        before = current_id(data)
        open_page(tab, f"{server}/dataleverancer")
        hand_in(tab, "Fælles filer (ingen organisation)", file_of(4, data / "ny"))
        expect(tab.get_by_text("tallene venter på at blive udgivet", exact=False)).to_be_visible(timeout=PATIENCE)
        assert current_id(data) == before
        tab.get_by_role("button", name="Vis det nye på siden").click()
        expect(tab.get_by_role("heading", name="Nye tal venter på at blive udgivet")).to_be_visible()
        expect(tab.get_by_text("Summer pr. område og år:")).to_be_visible()
        tab.get_by_role("button", name="Udgiv", exact=True).click()
        tab.get_by_role("button", name="Ja, udgiv").click()
        expect(tab.get_by_text("✓ oekonomi.parquet: taget i brug")).to_be_visible(timeout=PATIENCE)
        assert current_id(data) != before


def test_every_word_of_the_uploader_is_danish(data: Path, browser: Browser) -> None:
    with serving(data, OVERBLIK_EKSEMPEL="nej") as address, tab_of(browser) as tab:
        open_page(tab, f"{address}/dataleverancer")
        form = tab.locator(".st-key-aflever")
        assert words_of(read(form)) == []
        hover = {"name": "notat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
        tab.locator('input[type="file"]').set_input_files([file_of(3, data / "ny"), hover])  # type: ignore[list-item]
        expect(tab.get_by_test_id("stFileChip")).to_have_count(2)
        expect(form.get_by_text("Kun Parquet-filer og den udfyldte skabelon kan afleveres her")).to_have_count(1)
        assert words_of(read(form)) == []
        labels = form.evaluate(
            "it => [...it.querySelectorAll('[aria-label]'), ...it.querySelectorAll('[title]')]"
            ".map(one => one.getAttribute('aria-label') || one.getAttribute('title'))"
        )
        assert words_of("\n".join(labels)) == []
        tab.get_by_test_id("stFileChip").filter(has_text="notat.pdf").hover()
        tooltip = tab.get_by_test_id("stTooltipErrorContent")
        expect(tooltip).to_contain_text("Kun Parquet-filer og den udfyldte skabelon kan afleveres her")
        expect(form.get_by_role("button", name="Fjern oekonomi.parquet")).to_be_visible()


def read(form: Locator) -> str:
    """What it says, a line each; icons are drawn by their English names, which nobody sees or hears."""
    lines: list[str] = form.evaluate(
        """it => {
            const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT), lines = []
            while (walker.nextNode())
                if (!walker.currentNode.parentElement.closest('[data-testid="stIconMaterial"], style'))
                    lines.push(walker.currentNode.nodeValue)
            return lines
        }"""
    )
    return "\n".join(lines)


def words_of(text: str) -> list[str]:
    """The lines with an English word in them."""
    return [line for line in text.split("\n") if ENGLISH.search(line.replace("oekonomi.parquet", ""))]
