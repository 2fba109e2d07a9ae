"""Every page, over every set of data, on every screen, in both schemes: nothing that keeps anybody from reading it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import drawn, listened_to
from tests.tilgaengelighed.axe import KNOWN, Known, findings, violations
from tests.tilgaengelighed.layout import faults
from tests.tilgaengelighed.looks import SCREENS, Look, address_of, all_cases, look_at, pairs, served
from tests.web.english import english_on

Addresses = Callable[[str], str]

# What goes wrong in silence shows as one of these.
NO_WORDS = ("None", "nan", "NaN", "undefined", "Traceback")

ALL, PAIRS = all_cases(), pairs()


@pytest.fixture(scope="module")
def addresses(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    """Where each set of data is served; a server starts when it is first asked for."""
    with ExitStack() as started:
        yield cache(lambda data: started.enter_context(served(data, server, tmp_path_factory.mktemp(data))))


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all pages: it has loaded Streamlit once."""
    context = browser.new_context(viewport=SCREENS["skrivebord"], locale="da-DK")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.fixture(scope="module")
def all_troubles(tab: Page) -> list[str]:
    return listened_to(tab)


@pytest.fixture
def troubles(all_troubles: list[str]) -> list[str]:
    """What the console and the network say while the test runs."""
    all_troubles.clear()
    return all_troubles


def case_name(value: object) -> str:
    return "-".join(value) if isinstance(value, tuple) else ""


@pytest.mark.parametrize("case", PAIRS, ids=case_name)
def test_a_page_can_be_read_by_everybody_pair_by_pair(
    case: tuple[str, str], addresses: Addresses, tab: Page, troubles: list[str]
) -> None:
    _can_be_read(case, PAIRS[case], addresses, tab, troubles)


@pytest.mark.long
@pytest.mark.parametrize("case", ALL, ids=case_name)
def test_a_page_can_be_read_by_everybody_in_every_way(
    case: tuple[str, str], addresses: Addresses, tab: Page, troubles: list[str]
) -> None:
    _can_be_read(case, ALL[case], addresses, tab, troubles)


def test_any_two_of_page_data_screen_and_scheme_meet() -> None:
    met = [(page, data, look.screen, look.scheme) for (page, data), looks in PAIRS.items() for look in looks]
    whole = [(page, data, look.screen, look.scheme) for (page, data), looks in ALL.items() for look in looks]
    for one in range(4):
        for other in range(one + 1, 4):
            assert {(way[one], way[other]) for way in met} == {(way[one], way[other]) for way in whole}


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.rule)
def test_what_is_excused_is_still_there(known: Known, server: str, tab: Page) -> None:
    tab.goto(f"{server}/{address_of(known.page)}")
    drawn(tab)
    assert KNOWN.index(known) in {one["known"] for one in findings(tab)}


def _can_be_read(
    case: tuple[str, str], looks: list[Look], addresses: Addresses, tab: Page, troubles: list[str]
) -> None:
    page, data = case
    first, *_ = looks
    tab.emulate_media(color_scheme=first.scheme)
    tab.set_viewport_size(SCREENS[first.screen])  # type: ignore[arg-type]
    tab.goto(f"{addresses(data)}/{address_of(page)}")
    found: list[str] = []
    for look in looks:
        look_at(tab, look)
        found += [f"{look}: {what}" for what in [*_said_of_itself(tab), *violations(tab), *faults(tab)]]
    assert not found + troubles, "\n".join(found + troubles)


def _said_of_itself(tab: Page) -> list[str]:
    """Its name, its language, its one first heading, and nothing in English or of errors."""
    found = [] if tab.title().endswith("Overblik") else [f"the title is {tab.title()!r}"]
    language = tab.locator("html").get_attribute("lang")
    found += [] if language == "da" else [f"the language is {language!r}"]
    headings = tab.locator("h1").count()
    found += [] if headings == 1 else [f"{headings} first headings"]
    lines = set(tab.get_by_test_id("stMain").inner_text().split("\n"))
    found += [f"it says {word!r}" for word in NO_WORDS if word in lines]
    found += [f"it says in English: {text}" for text in english_on(tab)]
    errors = tab.locator('[data-testid="stException"], [data-testid="stAlertContentError"]').count()
    return found + ([f"{errors} errors are shown"] if errors else [])
