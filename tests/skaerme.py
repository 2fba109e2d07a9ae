"""python -m tests.skaerme: takes the screenshots in docs/skaerme/ anew, of the example, in a real browser.

Every page on a desktop and a phone, in light and dark; written as WebP, so that all of them are a few megabytes.
"""

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from overblik.intake.publishing import publish_example
from overblik.settings import ROOT
from tests.browser import ARGUMENTS, CHROMIUM, DESKTOP, PHONE, drawn, serving, tab_of

FOLDER = ROOT / "docs" / "skaerme"
HIGHEST = 2400  # px: what a reader of the README scrolls through
QUALITY = 78

SCREENS = {"": DESKTOP, "-telefon": PHONE}
SCHEMES = {"": "light", "-moerk": "dark"}
# The choice that shows what a page has to show, where it asks for one.
CHOSEN = {"omraade": "?omraade=RIN"}

# As the browser's Back does: to another page without loading the program anew, which takes most of the time.
_GO = "link => { history.pushState({}, '', link); window.dispatchEvent(new PopStateEvent('popstate')) }"


def main() -> None:
    """Takes them all, and clears away those of pages that are gone."""
    if CHROMIUM is None:
        sys.exit("Chromium findes ikke her. Installer den med: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken: set[Path] = set()
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        assert publish_example(Path(place)).release
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serving(Path(place)) as address:
            for screen in SCREENS:
                for scheme in SCHEMES:
                    taken |= _round(browser, address, screen, scheme)
        browser.close()
    for old in set(FOLDER.iterdir()) - taken:
        old.unlink()
    print(f"{len(taken)} billeder, {sum(path.stat().st_size for path in taken) / 1e6:.1f} MB")


def _round(browser: Browser, address: str, screen: str, scheme: str) -> set[Path]:
    """All pages on one screen in one scheme, one after the other in one tab."""
    pages = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    taken = set()
    with tab_of(browser, SCREENS[screen]) as tab:
        tab.add_init_script("localStorage.setItem('overblik-rundvisning', 'set')")  # not on one's first visit
        tab.emulate_media(color_scheme=SCHEMES[scheme])  # type: ignore[arg-type]
        tab.goto(address)
        drawn(tab)
        for name in pages:
            before = tab.title()
            tab.evaluate(_GO, f"/{'' if name == 'overblik' else name}{CHOSEN.get(name, '')}")
            tab.wait_for_function("before => document.title !== before", arg=before)
            drawn(tab)
            taken.add(_taken(tab, FOLDER / f"{name}{screen}{scheme}.webp", SCREENS[screen]))
    return taken


def _taken(tab: Page, path: Path, viewport: dict[str, int]) -> Path:
    whole = tab.get_by_test_id("stMain").evaluate("it => it.scrollHeight")
    tab.set_viewport_size({"width": viewport["width"], "height": min(max(whole + 40, 600), HIGHEST)})  # type: ignore[arg-type]
    drawn(tab)
    Image.open(io.BytesIO(tab.screenshot())).convert("RGB").save(path, quality=QUALITY, method=6)
    tab.set_viewport_size(viewport)  # type: ignore[arg-type]
    return path


if __name__ == "__main__":
    main()
