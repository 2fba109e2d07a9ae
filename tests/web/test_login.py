"""Logging in, in a real browser, by a real provider: each role, the end of a session, and all that goes wrong."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import PATIENCE, settled
from tests.web.fixtures import SHORT_SECONDS, Faelles, faelles_server

DEEP = "/fremdrift?omraade=RIN"


@contextmanager
def somebody(browser: Browser) -> Iterator[Page]:
    """A person with a browser of their own; fails at the end if a page had an error of script or asked another host."""
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(2 * PATIENCE)
    page = context.new_page()
    expect.set_options(timeout=2 * PATIENCE)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    page.on(
        "request",
        lambda one: (
            troubles.append(one.url)
            if not re.match(r"(http|ws)://(127\.0\.0\.1|localhost):|data:|blob:", one.url)
            else None
        ),
    )
    try:
        yield page
    finally:
        context.close()
    assert not troubles, troubles


def log_in(page: Page, address: str, account: str) -> None:
    """From the page asked for, over our login page and the provider's."""
    page.goto(address)
    page.get_by_role("link", name="Log ind").click()
    page.get_by_role("link", name=account, exact=True).click()


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_a_deep_link_right_after_a_restart_leads_to_login_and_then_on_to_the_page_asked_for(
    browser: Browser, oidc_installed: None, published_example: Path
) -> None:
    with faelles_server(published_example) as fresh, somebody(browser) as page:
        log_in(page, fresh.address + DEEP, "laeser")
        expect(page.get_by_text("logget ind som læser")).to_be_visible()
        expect(page).to_have_url(re.compile(re.escape(fresh.address) + r"/fremdrift\?.*omraade=RIN"))
        cookies = {one["name"]: one for one in page.context.cookies(fresh.address)}
        user = cookies["_streamlit_user"]
        assert (user["httpOnly"], user["sameSite"]) == (True, "Lax")
        assert user["expires"] - time.time() <= 8 * 3600
        assert page.evaluate("document.cookie").find("_streamlit_user") == -1


@pytest.mark.parametrize(
    ("account", "uploads"),
    [("laeser", False), ("analytiker", True), ("udgiver", False), ("administrator", True)],
)
def test_each_role_sees_the_same_figures_and_its_own_deeds(
    browser: Browser, faelles: Faelles, account: str, uploads: bool
) -> None:
    with somebody(browser) as page:
        log_in(page, f"{faelles.address}/dataleverancer", account)
        settled(page)
        expect(page.get_by_text("Hvad er kommet, og hvad mangler?").first).to_be_visible()
        uploader = page.get_by_test_id("stFileUploader").first
        refused = page.get_by_text("Du kan se leverancerne, men ikke aflevere filer.")
        expect(uploader if uploads else refused).to_be_visible()
        expect(refused if uploads else uploader).not_to_be_visible()
        if account == "analytiker":
            page.get_by_role("combobox", name=re.compile("Afleveres af")).click()
            expect(page.get_by_role("option")).to_have_text(["FOB"])


@pytest.mark.parametrize("account", ["ukendt", "ingen"])
def test_somebody_without_a_group_of_ours_gets_a_calm_page_and_a_way_out(
    browser: Browser, faelles: Faelles, account: str
) -> None:
    with somebody(browser) as page:
        log_in(page, faelles.address + DEEP, account)
        heading(page, "Du har ikke adgang til Overblik")
        page.get_by_role("link", name="Log ud").click()
        page.get_by_role("button", name="Log helt ud").click()
        heading(page, "Du er logget ud")


def test_a_token_for_another_program_lets_nobody_in(browser: Browser, faelles: Faelles) -> None:
    with somebody(browser) as page:
        log_in(page, faelles.address + DEEP, "fremmed")
        heading(page, "Login lykkedes ikke")
        page.goto(faelles.address + DEEP)
        expect(page.get_by_role("link", name="Log ind")).to_be_visible()


def test_when_the_token_expires_the_open_page_goes_to_the_login_by_itself(browser: Browser, faelles: Faelles) -> None:
    with somebody(browser) as page:
        page.goto(faelles.address + DEEP)
        page.get_by_role("link", name="Log ind").click()
        begun = time.monotonic()
        page.get_by_role("link", name="kort", exact=True).click()
        expect(page.get_by_role("heading", name="Din session er slut")).to_be_visible(
            timeout=(SHORT_SECONDS + 20) * 1000
        )
        assert time.monotonic() - begun > SHORT_SECONDS - 3
        way_back = page.get_by_role("link", name="Log ind").get_attribute("href") or ""
        assert re.search("fremdrift.*omraade.*RIN", way_back), way_back
        page.goto(faelles.address + DEEP)
        expect(page.get_by_role("link", name="Log ind")).to_be_visible()


def test_logging_out_ends_every_tab_and_a_copy_of_the_cookie(browser: Browser, faelles: Faelles) -> None:
    with somebody(browser) as page:
        log_in(page, faelles.address + DEEP, "laeser")
        settled(page)
        stolen = page.context.cookies(faelles.address)
        other = page.context.new_page()
        other.goto(f"{faelles.address}/oekonomi")
        settled(other)
        page.get_by_role("button", name="Log ud").click()
        page.get_by_role("button", name="Log helt ud").click()
        heading(page, "Du er logget ud")
        expect(other.get_by_role("heading", name="Din session er slut")).to_be_visible(timeout=15_000)
        with _thief(browser, stolen) as thief:
            thief.goto(faelles.address + DEEP)
            expect(thief.get_by_role("link", name="Log ind")).to_be_visible()


@contextmanager
def _thief(browser: Browser, cookies: list) -> Iterator[Page]:  # type: ignore[type-arg]
    context: BrowserContext = browser.new_context()
    context.add_cookies(cookies)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("page_name", "button"),
    [("oekonomi", "CSV"), ("oekonomi", "Excel"), ("moedebilag", "bilag")],
)
def test_a_file_that_a_reader_downloads_is_for_those_who_may_look(
    browser: Browser, faelles: Faelles, page_name: str, button: str
) -> None:
    """Every export goes by a media address, which Streamlit gives to whoever knows it."""
    with somebody(browser) as page:
        log_in(page, f"{faelles.address}/{page_name}", "laeser")
        settled(page)
        with page.expect_download() as downloading:
            page.get_by_test_id("stDownloadButton").get_by_role("button", name=re.compile(button)).first.click()
        address = downloading.value.url
        assert urlsplit(address).path.startswith("/media/")
        assert page.request.get(address).status == 200
        # While the page is open: the file goes with it.
        for account, status in (("analytiker", 200), ("ukendt", 403)):
            with faelles.inside(account) as client:
                assert client.get(address).status_code == status, account
        with faelles.client() as stranger:
            assert stranger.get(address, headers={"accept": "*/*"}).status_code == 401


def test_while_the_provider_is_down_those_inside_work_on_and_others_are_told_calmly(
    browser: Browser, faelles: Faelles
) -> None:
    with somebody(browser) as inside, somebody(browser) as outside:
        log_in(inside, faelles.address + DEEP, "laeser")
        settled(inside)
        faelles.provider.stop()
        try:
            outside.goto(faelles.address + DEEP)
            outside.get_by_role("link", name="Log ind").click()
            heading(outside, "Login svarer ikke lige nu")
            inside.goto(f"{faelles.address}/oekonomi")
            settled(inside)
            expect(inside.get_by_text("logget ind som læser")).to_be_visible()
            inside.get_by_role("button", name="Log ud").click()
            heading(inside, "Du er logget ud")
        finally:
            faelles.provider.start()
