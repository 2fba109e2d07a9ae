"""The frame in a real browser: what is chosen stays in the address, through menu, links, Back, reload and new tabs."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serving, settled, tab_of

pytestmark = pytest.mark.browser


def chosen(page: Page) -> dict[str, list[str]]:
    settled(page)
    return parse_qs(urlsplit(page.url).query)


def is_pressed(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")


def go(page: Page, group: str, name: str) -> None:
    page.get_by_test_id("stTopNav").get_by_role("button", name=group).click()
    page.get_by_role("menuitem", name=name, exact=True).click()
    page.wait_for_url(lambda address: urlsplit(address).path not in ("", "/"))
    settled(page)


def test_what_is_chosen_follows_the_reader(server: str, tab: Page) -> None:
    tab.goto(server)
    settled(tab)
    tab.get_by_role("button", name="Ringparken", exact=True).click()
    assert chosen(tab) == {"omraade": ["RIN"]}
    tab.get_by_role("button", name="Sydbyen", exact=True).click()
    assert chosen(tab) == {"omraade": ["RIN", "SYD"]}
    go(tab, "Planen", "Økonomi")
    assert chosen(tab) == {"omraade": ["RIN", "SYD"]}
    tab.reload()
    settled(tab)
    assert chosen(tab) == {"omraade": ["RIN", "SYD"]}
    is_pressed(tab, "Sydbyen")
    tab.go_back()
    settled(tab)
    assert urlsplit(tab.url).path == "/"
    tab.go_back()
    assert chosen(tab) == {"omraade": ["RIN"]}
    tab.go_back()
    assert chosen(tab) == {}
    tab.go_forward()
    assert chosen(tab) == {"omraade": ["RIN"]}
    is_pressed(tab, "Ringparken")


def test_two_quick_clicks_both_count(server: str, tab: Page) -> None:
    tab.goto(f"{server}/oekonomi")
    settled(tab)
    tab.get_by_role("button", name="FOB", exact=True).click()
    tab.get_by_role("button", name="Motalavej", exact=True).click()
    tab.wait_for_url("**omraade=MOT**")
    assert chosen(tab) == {"omraade": ["MOT"], "organisation": ["FOB"]}


def test_a_link_can_be_copied_by_hand_where_the_clipboard_is_shut(
    server: str, tab: Page, browser: Browser
) -> None:  # fmt: skip
    tab.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false")
    tab.goto(f"{server}/oekonomi?omraade=SYD&statusdato=2022-12-31")
    settled(tab)
    tab.get_by_role("button", name="Kopiér link").click()
    tab.get_by_role("button", name="Kopiér", exact=True).click()
    expect(tab.get_by_role("status")).to_contain_text("Ctrl+C")
    link = tab.get_by_label("Link til det, du ser nu").input_value()
    held = parse_qs(urlsplit(link).query)
    assert held["omraade"] == ["SYD"]
    assert held["statusdato"] == ["2022-12-31"]
    assert len(held["udgivelse"][0]) == 16
    heading = tab.get_by_role("heading", level=1).inner_text()
    with tab_of(browser) as other:
        other.goto(link)
        settled(other)
        assert other.get_by_role("heading", level=1).inner_text() == heading


def test_the_page_is_danish_and_named(server: str, tab: Page) -> None:
    tab.goto(f"{server}/oekonomi")
    settled(tab)
    expect(tab.locator("html")).to_have_attribute("lang", "da")
    expect(tab).to_have_title("Økonomi · Overblik")


def test_on_a_phone_the_heading_comes_first_and_the_filters_unfold(server: str, phone: Page) -> None:
    phone.goto(f"{server}/oekonomi?omraade=SYD")
    settled(phone)
    fold = phone.get_by_role("button", name="Filtre: Sydbyen · 31. marts 2023")
    heading, button = phone.get_by_role("heading", level=1).bounding_box(), fold.bounding_box()
    assert heading
    assert button
    assert heading["y"] < button["y"]
    expect(phone.get_by_role("button", name="Ringparken", exact=True)).to_be_hidden()
    fold.click()
    phone.get_by_role("button", name="Ringparken", exact=True).click()
    phone.wait_for_url(lambda url: "RIN" in url)
    assert chosen(phone) == {"omraade": ["RIN", "SYD"]}
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_folding_the_filters_makes_nothing_anew(server: str, phone: Page) -> None:
    phone.goto(f"{server}/oekonomi")
    settled(phone)
    fold, pill = (
        phone.get_by_role("button", name="Filtre:"),
        phone.get_by_role("button", name="Ringparken", exact=True, include_hidden=True),
    )
    pill.evaluate("it => { it.same = true }")
    fold.focus()
    phone.keyboard.press("Enter")
    expect(pill).to_be_visible()
    assert pill.evaluate("it => it.same")
    expect(phone.get_by_role("button", name="Skjul filtre")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(pill).to_be_hidden()
    assert pill.evaluate("it => it.same")


@pytest.fixture
def restarted(published_example: Path) -> Iterator[str]:
    with serving(published_example) as address:
        yield address


def test_a_link_is_the_first_address_that_a_server_hears_of(restarted: str, tab: Page) -> None:
    tab.goto(f"{restarted}/oekonomi?omraade=SYD&statusdato=2022-12-31")
    is_pressed(tab, "Sydbyen")
    assert chosen(tab) == {"omraade": ["SYD"], "statusdato": ["2022-12-31"]}
    assert urlsplit(tab.url).path == "/oekonomi"
