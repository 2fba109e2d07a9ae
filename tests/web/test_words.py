"""No word of Streamlit's own is left in English: the table against its files, and the pages in a browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from overblik.web.words import PLACES
from tests.browser import DESKTOP, PHONE, drawn, serving, settled, tab_of
from tests.web import streamlit_bundle
from tests.web.english import english_on, is_english

UNSEEN = Path(__file__).parent / "streamlit_unseen.txt"

WORDS = {english for place in PLACES for english in place.words}
FORMS = [re.compile(form) for place in PLACES for form in place.patterns]


def untold() -> set[str]:
    """What Streamlit's files can say and the table does not know."""
    return {
        text for text in streamlit_bundle.texts() if text not in WORDS and not any(form.match(text) for form in FORMS)
    }


def unseen() -> set[str]:
    lines = UNSEEN.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_what_streamlit_can_say_is_danish_or_known_to_be_seen_by_nobody() -> None:
    new = untold() - unseen()
    assert not new, f"say it in Danish in overblik/web/words.py, or list it in {UNSEEN.name}: {sorted(new)}"


def test_the_list_of_what_nobody_sees_holds_nothing_that_is_gone() -> None:
    assert unseen() - untold() == set()


def test_every_word_of_the_table_is_one_that_streamlit_has() -> None:
    files = streamlit_bundle.everything()
    # Put together from two pieces in the file.
    pieces = {"Press Enter to apply": "Press Enter to ", "Press Enter to submit form": "submit form"}
    assert [word for word in sorted(WORDS) if pieces.get(word, word) not in files] == []


def test_a_place_is_never_the_whole_page() -> None:
    assert [place.where for place in PLACES if not place.where or place.where in ("*", "body", "html")] == []


def test_english_is_known_from_danish() -> None:
    assert all(map(is_english, ("No results", "3 options available.", "Close", "Choose an option", "info icon")))
    danish = ("Ingen fundet", "Luk", "Åbn listen", "Hovedmenu", "Højst 200 MB pr. fil", "Job og uddannelse")
    assert not any(map(is_english, danish))


@pytest.mark.parametrize("language", ["en-US", "da-DK"])
def test_what_opens_on_a_page_is_danish_in_any_browser(language: str, server: str, browser: Browser) -> None:
    with tab_of(browser, DESKTOP, language) as tab:
        tab.goto(f"{server}/fremdrift")
        tab.locator("h1").wait_for()
        settled(tab)
        assert english_on(tab) == []
        tab.get_by_role("button", name="Vis som tabel").first.click()
        settled(tab)
        expect(tab.get_by_test_id("stPopoverBody")).to_be_visible()
        assert english_on(tab) == []
        tab.keyboard.press("Escape")
        box = tab.get_by_test_id("stSelectbox").get_by_role("combobox").first
        box.click()
        box.press_sequentially("qqqq")
        expect(tab.get_by_text("Ingen fundet").first).to_be_attached()
        assert english_on(tab) == []
        tab.keyboard.press("Escape")


def test_every_filter_and_button_that_opens_is_danish(server: str, browser: Browser) -> None:
    with tab_of(browser, DESKTOP, "en-US") as tab:
        tab.goto(f"{server}/oekonomi")
        drawn(tab)
        for name in ("Periode:", "Kopiér link", "Hvor kommer tallet fra?"):
            tab.get_by_role("button", name=name).first.click()
            expect(tab.get_by_test_id("stPopoverBody")).to_be_visible()
            drawn(tab)
            assert english_on(tab) == [], name
            if name == "Periode:":
                month = tab.get_by_role("combobox", name="Fra og med")
                month.press("ArrowDown")
                expect(tab.get_by_role("listbox")).to_be_visible()
                assert english_on(tab) == [], "the list of months"
                month.press("Escape")
                expect(tab.get_by_role("listbox")).to_have_count(0)
            tab.keyboard.press("Escape")
            expect(tab.get_by_test_id("stPopoverBody")).to_have_count(0)
        box = tab.get_by_test_id("stMultiSelect").get_by_role("combobox")
        box.click()
        box.press_sequentially("qqqq")
        expect(tab.get_by_text("Ingen fundet").first).to_be_attached()
        assert english_on(tab) == []


def test_handing_in_is_danish_to_the_last_word(server: str, browser: Browser) -> None:
    with tab_of(browser, DESKTOP, "en-US") as tab:
        tab.goto(f"{server}/dataleverancer")
        settled(tab)
        upload = tab.get_by_test_id("stFileUploader")
        expect(upload).to_contain_text("Vælg filer")
        expect(upload).to_contain_text("pr. fil")
        field = upload.locator("input[type=file]")
        field.set_input_files(
            [
                {"name": "Upload.parquet", "mimeType": "application/octet-stream", "buffer": b"1" * 1500},
                {"name": "brev.docx", "mimeType": "application/octet-stream", "buffer": b"1"},
            ]
        )
        expect(upload.locator(".stFileChipName", has_text="Upload.parquet")).to_be_visible()
        expect(upload.get_by_role("button", name="Fjern Upload.parquet")).to_be_visible()
        names = {"Upload.parquet", "Fjern Upload.parquet"}
        assert [text for text in english_on(tab) if not any(name in text for name in names)] == []
        upload.locator(".stFileChip", has_text="brev.docx").hover()
        tab.wait_for_timeout(300)
        assert [text for text in english_on(tab) if not any(name in text for name in names)] == []


def test_a_server_that_is_gone_and_a_page_that_is_not_there_are_told_in_danish(
    published_example: Path, browser: Browser
) -> None:
    with tab_of(browser, PHONE, "en-US", quiet=False) as tab:
        with serving(published_example) as address:
            tab.goto(f"{address}/findes-ikke")
            expect(tab.get_by_text("Siden findes ikke")).to_be_visible()
            assert english_on(tab) == []
            tab.goto(address)
            settled(tab)
            menu(tab)
        expect(tab.get_by_role("dialog")).to_contain_text("Overblik svarer ikke", timeout=60_000)
        assert english_on(tab) == []
        tab.get_by_role("dialog").locator("button:not([tabindex='-1'])").first.click()
        tab.wait_for_timeout(1500)
        assert english_on(tab) == []


def menu(tab: Page) -> None:
    """The phone's menu, open, and closed again."""
    tab.get_by_role("button", name="Åbn menuen").click()
    expect(tab.get_by_test_id("stSidebarNav")).to_be_visible()
    assert english_on(tab) == []
    tab.get_by_role("button", name="Luk menuen").click()
