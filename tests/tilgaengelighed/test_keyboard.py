"""The keyboard alone: every page from end to end, every kind of widget opened, used and closed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from overblik.settings import ROOT
from tests.browser import DESKTOP, PHONE, drawn
from tests.tilgaengelighed.axe import WCAG, violations
from tests.tilgaengelighed.keys import walk
from tests.tilgaengelighed.looks import PAGES, address_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One tab for all pages, without moving pictures: what has the focus looks so at once."""
    context = browser.new_context(viewport=DESKTOP, locale="da-DK", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(60_000)
    expect.set_options(timeout=20_000)
    yield page
    context.close()


@pytest.fixture(scope="module")
def phone_window(browser: Browser) -> Iterator[Page]:
    """The same on a phone."""
    context = browser.new_context(viewport=PHONE, locale="da-DK", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def open_page(window: Page, server: str, name: str, address: str = "") -> None:
    window.goto(f"{server}/{address_of(name)}{address}")
    drawn(window)


@pytest.mark.parametrize("name", PAGES)
def test_tab_leads_through_everything_on_a_page_in_its_order_and_one_sees_where(
    name: str, server: str, window: Page
) -> None:
    open_page(window, server, name, "?omraade=RIN" if name == "omraade" else "")
    walked = walk(window)
    assert walked.stops[0] == "Gå til indholdet"
    assert len(walked.stops) >= 10
    assert not walked.faults, "\n".join(walked.faults)


# One page of each kind: a chart and all filters, cards and links, files to hand in.
_ON_A_PHONE = ("oekonomi", "overblik", "dataleverancer")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in _ON_A_PHONE else pytest.mark.long) for name in PAGES]
)
def test_on_a_phone_too_tab_leads_through_a_page_as_it_is_seen(name: str, server: str, phone_window: Page) -> None:
    open_page(phone_window, server, name, "?omraade=RIN" if name == "omraade" else "")
    if (fold := phone_window.get_by_role("button", name="Filtre:")).count():
        fold.click()
        expect(phone_window.locator(".st-key-filtre")).to_be_visible()
        drawn(phone_window)
    walked = walk(phone_window)
    assert len(walked.stops) >= 5
    assert not walked.faults, "\n".join(walked.faults)


@pytest.mark.parametrize("window_size", ["window", "phone_window"])
def test_filters_then_the_link_to_copy_then_the_page(
    window_size: str, server: str, request: pytest.FixtureRequest
) -> None:
    seen: Page = request.getfixturevalue(window_size)
    open_page(seen, server, "oekonomi")
    stops = walk(seen).stops
    filters = "Filtre: " if window_size == "phone_window" else "Status pr."
    found = [next(turn for turn, stop in enumerate(stops) if name in stop) for name in
             (filters, "Kopiér link", "Vis som tabel")]  # fmt: skip
    assert found == sorted(found)


def test_the_first_link_leads_past_the_menu(server: str, window: Page) -> None:
    open_page(window, server, "oekonomi")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('main') !== null")
    window.keyboard.press("Tab")
    assert window.evaluate(
        "document.activeElement.closest('main') !== null && document.activeElement.tagName !== 'MAIN'"
    )


def pressed(window: Page, *keys: str) -> None:
    for key in keys:
        window.keyboard.press(key)
    drawn(window)


def focus(it: Locator) -> None:
    """Puts the focus where Tab has put it in the walk above."""
    it.focus()
    expect(it).to_be_focused()


def selectbox(window: Page, server: str) -> None:
    open_page(window, server, "oekonomi")
    box = window.get_by_role("combobox", name="Status pr.")
    before = window.url
    focus(box)
    pressed(window, "ArrowDown")
    expect(window.get_by_role("listbox")).to_be_visible()
    assert not violations(window, WCAG)
    pressed(window, "Escape")
    expect(window.get_by_role("listbox")).to_have_count(0)
    expect(box).to_be_focused()
    assert window.url == before
    pressed(window, "ArrowDown", "ArrowDown", "Enter")
    window.wait_for_url("**statusdato=**")


def multiselect(window: Page, server: str) -> None:
    open_page(window, server, "oekonomi")
    box = window.get_by_test_id("stMultiSelect").get_by_role("combobox")
    focus(box)
    pressed(window, "ArrowDown")
    expect(window.get_by_role("listbox")).to_be_visible()
    assert not violations(window, WCAG)
    pressed(window, "Enter")
    window.wait_for_url("**indsatsomraade=**")
    pressed(window, "Escape", "Backspace")
    window.wait_for_url(lambda address: "indsatsomraade" not in address)


def pills(window: Page, server: str) -> None:
    open_page(window, server, "oekonomi")
    names = ["Motalavej", "Ringparken", "Sydbyen"]
    focus(window.get_by_role("button", name=names[0], exact=True))
    for name in names[1:]:
        window.keyboard.press("ArrowRight")
        expect(window.get_by_role("button", name=name, exact=True)).to_be_focused()
    pressed(window, "Space")
    window.wait_for_url("**omraade=SYD**")
    pressed(window, "Space")
    window.wait_for_url(lambda address: "omraade" not in address)


def popover(window: Page, server: str) -> None:
    open_page(window, server, "oekonomi")
    for name in ("Kopiér link", "Vis som tabel", "Hvor kommer tallet fra?"):
        button = window.get_by_role("button", name=name).first
        focus(button)
        pressed(window, "Enter")
        body = window.get_by_test_id("stPopoverBody")
        expect(body).to_be_visible()
        assert not violations(window, WCAG), name
        window.keyboard.press("Tab")
        assert body.evaluate("it => it.contains(document.activeElement)"), name
        for _ in range(60):
            window.keyboard.press("Tab")
            if not body.evaluate("it => it.contains(document.activeElement)"):
                break
        assert button.evaluate("it => it.compareDocumentPosition(document.activeElement) & 4"), f"{name}: on from there"
        focus(button)
        pressed(window, "Tab", "Escape")
        expect(body).to_have_count(0)
        expect(button).to_be_focused()


def expander(window: Page, server: str) -> None:
    open_page(window, server, "overblik")
    summary = window.get_by_test_id("stExpander").first.locator("summary")
    focus(summary)
    pressed(window, "Enter")
    expect(window.locator("details[open]")).to_have_count(1)
    pressed(window, "Enter")
    expect(window.locator("details[open]")).to_have_count(0)


def tabs(window: Page, server: str) -> None:
    open_page(window, server, "data_og_metode")
    focus(window.get_by_role("tab", name="Data", exact=True))
    for name in ("Mål og beregninger", "Status og tegn", "Ord", "Udgivelsen"):
        pressed(window, "ArrowRight")
        tab = window.get_by_role("tab", name=name, exact=True)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
        assert not violations(window, WCAG), name


def text_input(window: Page, server: str) -> None:
    open_page(window, server, "data_og_metode")
    focus(window.get_by_role("textbox").first)
    window.keyboard.type("forbrug")
    pressed(window, "Enter")
    expect(window.get_by_role("textbox").first).to_have_value("forbrug")


def file_uploader(window: Page, server: str) -> None:
    open_page(window, server, "dataleverancer")
    button = window.get_by_test_id("stFileUploaderDropzone").locator("button")
    focus(button)
    with window.expect_file_chooser():
        button.press("Enter")


def download_button(window: Page, server: str) -> None:
    open_page(window, server, "dataleverancer")
    focus(window.get_by_role("button", name="Tomme Parquet-filer"))
    with window.expect_download() as download:
        window.keyboard.press("Enter")
    assert download.value.suggested_filename == "overblik-parquet-skabeloner.zip"


def page_link(window: Page, server: str) -> None:
    open_page(window, server, "overblik")
    focus(window.get_by_role("link", name="Hvad er sket siden sidste møde?"))
    window.keyboard.press("Enter")
    window.wait_for_url("**/siden_sidste_moede**")


def button(window: Page, server: str) -> None:
    open_page(window, server, "oekonomi", "?omraade=SYD")
    focus(window.get_by_role("button", name="Nulstil filtre"))
    pressed(window, "Enter")
    window.wait_for_url(lambda address: "omraade" not in address)


def navigation(window: Page, server: str) -> None:
    """The menu on top: a group opens, Escape folds it, a page in it is gone to."""
    open_page(window, server, "overblik")
    group = window.get_by_test_id("stTopNav").get_by_role("button", name="Planen")
    focus(group)
    pressed(window, "Enter")
    expect(window.get_by_role("menuitem", name="Økonomi")).to_be_visible()
    assert not violations(window, WCAG)
    pressed(window, "Escape")
    expect(window.get_by_role("menuitem", name="Økonomi")).to_have_count(0)
    expect(group).to_be_focused()
    pressed(window, "Enter", "ArrowDown", "Enter")
    window.wait_for_url("**/oekonomi**")


# Every kind of widget that the code uses, and how a keyboard uses it; st.dataframe is a grid of its own, reached in the walk.
KINDS = {
    each.__name__: each
    for each in (selectbox, multiselect, pills, popover, expander, tabs, text_input, file_uploader, download_button,
                 page_link, button, navigation)
}  # fmt: skip
NO_WIDGETS = {
    "html", "markdown", "caption", "info", "warning", "error", "success", "title", "header", "subheader", "badge",
    "metric", "code", "table", "dataframe", "plotly_chart", "columns", "container", "spinner", "empty", "divider",
    "fragment", "cache_resource", "cache_data", "set_page_config", "session_state", "query_params", "context",
    "switch_page", "stop", "rerun", "components", "Page", "login", "logout", "user", "App", "image", "text", "toast",
    "write", "secrets", "status", "dialog", "get_option", "progress",
}  # fmt: skip


def test_every_kind_of_widget_that_the_code_uses_is_used_by_keyboard_here() -> None:
    sources = [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "overblik").rglob("*.py")]
    used = {name for path in sources for name in re.findall(r"\bst\.([a-zA-Z_]+)", path.read_text(encoding="utf-8"))}
    assert used - NO_WIDGETS - {"delta_generator"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_widget_is_opened_used_and_closed_by_keyboard(kind: str, server: str, window: Page) -> None:
    KINDS[kind](window, server)
