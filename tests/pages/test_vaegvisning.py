"""Vægvisning: one thing a screen, the same figures as the front page, and keys to go on."""

from pathlib import Path

from playwright.sync_api import Page, expect

from overblik.show.vaegvisning import SCREENS
from tests.browser import settled
from tests.pages.opening import is_calm, opened, said, title


def test_each_screen_opens_on_the_example_and_on_a_part_of_it(example_data: Path):
    for place in range(1, len(SCREENS) + 1):
        app = opened("vaegvisning", skaerm=str(place), omraade="RIN")
        assert is_calm(app)
        assert title(app).startswith("Ringparken: Forbruget følger budgettet")
        assert "Jobcafé" not in said(app)


def test_an_unknown_screen_is_the_first_one(example_data: Path):
    app = opened("vaegvisning", skaerm="99")
    assert is_calm(app)
    assert "36 af 42 milepæle til dato er nået" in said(app)


def test_the_arrow_keys_go_on_and_back(server: str, tab: Page) -> None:
    tab.goto(f"{server}/vaegvisning?omraade=RIN")
    tab.locator("h1").wait_for()
    settled(tab)
    expect(tab.get_by_text("Fremdrift", exact=True)).to_be_visible()
    tab.keyboard.press("ArrowRight")
    expect(tab.get_by_text("felt kræver handling")).to_be_visible()
    settled(tab)
    assert "skaerm=2" in tab.url
    assert "omraade=RIN" in tab.url
    tab.keyboard.press("ArrowLeft")
    expect(tab.get_by_text("Fremdrift", exact=True)).to_be_visible()
