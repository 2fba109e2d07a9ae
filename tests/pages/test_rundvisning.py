"""The guided tour of the front page: by keyboard, by thumb, skipped, remembered, taken again."""

import pytest
from playwright.sync_api import Browser, Page, expect

from overblik.show.rundvisning import STEPS
from tests.browser import DESKTOP, PHONE, drawn, tab_of

OFFER = "Vis mig rundt"


def ringed(tab: Page, step: int) -> bool:
    """True where the ring stands around what the step points at, on the screen."""
    ring = tab.locator(".ring").bounding_box()
    boxes = [one.bounding_box() for one in tab.locator(STEPS[step].where).all() if one.is_visible()]
    height = (tab.viewport_size or DESKTOP)["height"]
    return bool(ring and boxes[0] and abs(ring["x"] - boxes[0]["x"]) < 9 and -1000 < ring["y"] < height)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_tour_shows_every_step_and_is_offered_once(screen: dict[str, int], server: str, browser: Browser) -> None:
    with tab_of(browser, screen) as tab:
        tab.goto(server)
        drawn(tab)
        tab.get_by_role("button", name=OFFER).focus()
        tab.keyboard.press("Enter")
        panel = tab.get_by_role("dialog")
        for place, step in enumerate(STEPS):
            expect(panel).to_contain_text(f"{place + 1} af {len(STEPS)}")
            expect(panel).to_contain_text(step.title)
            expect(panel).to_be_in_viewport(ratio=1)
            assert ringed(tab, place), step.title
            if screen is PHONE:
                panel.get_by_role("button", name="Næste" if place < len(STEPS) - 1 else "Færdig").click()
            else:
                tab.keyboard.press("ArrowRight")
        expect(panel).to_be_hidden()
        expect(tab.get_by_role("button", name=OFFER)).to_be_hidden()
        tab.reload()
        drawn(tab)
        expect(tab.get_by_role("button", name=OFFER)).to_be_hidden()


def test_the_tour_can_be_declined_and_taken_later_from_the_help(server: str, tab: Page) -> None:
    tab.goto(server)
    drawn(tab)
    tab.get_by_role("button", name="Nej tak").click()
    expect(tab.get_by_role("button", name=OFFER)).to_be_hidden()
    tab.get_by_role("link", name="Hjælp").click()
    tab.get_by_role("link", name="Tag rundvisningen på forsiden").click()
    panel = tab.get_by_role("dialog")
    expect(panel).to_contain_text(STEPS[0].title)
    tab.keyboard.press("Escape")
    expect(panel).to_be_hidden()
