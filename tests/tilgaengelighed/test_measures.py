"""The measures themselves: each finds the fault that it is there for, and says nothing of a page without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.tilgaengelighed.axe import violations
from tests.tilgaengelighed.layout import faults

LONG = "Østerbækvænget og Søndre Åparken ved Åløkkegårdens Ærtemarker"

GOOD = f'<p style="width: 200px; overflow: hidden">{LONG}</p><p>Et andet afsnit.</p>'
BROKEN = {
    f'<p style="width: 200px; overflow: hidden; white-space: nowrap">{LONG}</p>': "is cut",
    f'<p style="height: 20px; width: 100px; overflow: hidden">{LONG}</p>': "is cut",
    f'<svg width="100" height="20"><text y="15">{LONG}</text></svg>': "leaves its chart",
    '<p style="margin: 0">Den ene tekst</p><p style="margin: -18px 0 0 20px">Den anden tekst</p>': "lie over each other",
    f'<p style="width: 900px">{LONG} {LONG} {LONG}</p>': "scrolls sideways",
    f'<p style="position: fixed; left: 300px; white-space: nowrap">{LONG}</p>': "outside the screen",
}


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def write(sheet: Page, body: str) -> None:
    sheet.set_content(
        f'<!doctype html><html lang="da"><head><title>Prøve</title></head><body style="margin: 0; font: 15px sans-serif">'
        f'<main data-testid="stMain"><h1>Prøve</h1>{body}</main></body></html>'
    )


def test_a_page_without_faults_has_none(sheet: Page) -> None:
    write(sheet, GOOD)
    assert faults(sheet) == []
    assert violations(sheet) == []


@pytest.mark.parametrize("body", BROKEN, ids=BROKEN.values())
def test_each_fault_is_found(body: str, sheet: Page) -> None:
    write(sheet, body)
    assert any(BROKEN[body] in fault for fault in faults(sheet)), faults(sheet)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<p style="color: #999; background: #fff">Bleg tekst</p>', "color-contrast"),
        ("<button></button>", "button-name"),
        ("<h3>Et spring</h3>", "heading-order"),
        (
            '<button style="width: 12px; height: 12px">a</button><button style="width: 12px; height: 12px">b</button>',
            "target-size",
        ),
    ],
)
def test_axe_finds_what_it_is_asked_for(body: str, rule: str, sheet: Page) -> None:
    write(sheet, body)
    assert any(found.startswith(f"axe {rule}:") for found in violations(sheet)), violations(sheet)
