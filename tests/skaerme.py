"""python -m tests.skaerme: takes the screenshots in docs/skaerme/ anew, of the example, in a real browser."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from overblik.intake.publishing import publish_example
from overblik.settings import ROOT
from tests.browser import ARGUMENTS, CHROMIUM, DESKTOP, PHONE, serving, settled, tab_of

FOLDER = ROOT / "docs" / "skaerme"
HIGHEST = 2400  # px: what a reader of the README scrolls through


def main() -> None:
    """Every page on a desktop in light; the front page and one area on a phone in dark, too."""
    if CHROMIUM is None:
        sys.exit("Chromium findes ikke her. Installer den med: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        assert publish_example(Path(place)).release
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serving(Path(place)) as address:
            for name in pages:
                area = "?omraade=RIN" if name == "omraade" else ""
                _shoot(browser, f"{address}/{'' if name == 'overblik' else name}{area}", name, DESKTOP, "light")
            _shoot(browser, address, "overblik-telefon", PHONE, "dark")
            _shoot(browser, address, "overblik-moerk", DESKTOP, "dark")
        browser.close()


def _shoot(browser: Browser, address: str, name: str, viewport: dict[str, int], scheme: str) -> None:
    with tab_of(browser, viewport) as tab:
        tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        tab.goto(address)
        tab.locator("h1").wait_for()
        settled(tab)
        whole = tab.get_by_test_id("stMain").evaluate("it => it.scrollHeight")
        tab.set_viewport_size({"width": viewport["width"], "height": min(whole + 40, HIGHEST)})
        settled(tab)
        tab.wait_for_timeout(1500)  # charts are drawn after the page has settled
        tab.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
