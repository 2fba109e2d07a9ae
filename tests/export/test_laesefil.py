"""The reading file opens by a double click, offline, asks nobody for anything, and holds what the release shows."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from overblik.answers import Choice, fetch
from overblik.errors import SettingWrong
from overblik.export.__main__ import main
from overblik.export.blocks import Head, Heading, Paragraph, Point, Points, Table
from overblik.export.html_blocks import html
from overblik.export.laesefil import PAGES, laesefil
from overblik.settings import settings
from overblik.show import forside
from tests.export.paper import cut, overprinted, printed, squeezed
from tests.tilgaengelighed.axe import violations

MOST = 8_000_000  # bytes


@pytest.fixture(scope="module")
def file(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", str(published_example))
        settings.cache_clear()
        place = tmp_path_factory.mktemp("laesefil") / "laesefil.html"
        place.write_bytes(laesefil())
    settings.cache_clear()
    return place


def test_it_is_small_and_the_same_each_time(file: Path, example_data: Path) -> None:
    assert file.stat().st_size < MOST
    assert laesefil() == file.read_bytes()


def test_it_opens_offline_and_a_filter_shows_the_same_sentence_as_the_front_page(
    file: Path, example_data: Path, browser: Browser
) -> None:
    context = browser.new_context(offline=True, locale="da-DK")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda one: troubles.append(one.url) if not one.url.startswith(("file:", "data:")) else None)
    page.goto(file.as_uri())
    page.locator("#filtre").wait_for(state="visible")
    assert forside.sentence(Choice()) in page.locator("main").inner_text()
    area = fetch("valg_omraade").rows()[1]
    page.select_option("#omraade", area["omraade_id"])
    told = page.locator("main").inner_text()
    assert forside.sentence(Choice(omraade=(area["omraade_id"],))) in told
    code = fetch("valg_indsatsomraade").rows()[0]
    page.select_option("#indsatsomraade", code["indsatsomraade_kode"])
    both = Choice(omraade=(area["omraade_id"],), indsatsomraade=(code["indsatsomraade_kode"],))
    assert forside.sentence(both) in page.locator("main").inner_text()
    assert troubles == []
    context.close()


@pytest.mark.parametrize("width", [1200, 390])
def test_every_page_of_it_is_reached_by_its_link_and_never_wider_than_the_screen(
    file: Path, browser: Browser, width: int
) -> None:
    context = browser.new_context(offline=True, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#filtre").wait_for(state="visible")
    links = page.locator("nav a")
    assert links.count() == len(PAGES)
    for number in range(links.count()):
        links.nth(number).click()
        assert page.locator("section:visible").count() == 1
        assert page.locator("section:visible h2").first.inner_text() == links.nth(number).inner_text()
        assert page.locator("section:visible .facts").first.inner_text().count("udgivelse") == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == []
    context.close()


def test_on_paper_all_its_pages_stand_whole(file: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#filtre").wait_for(state="visible")
    cells = {text for text in page.locator("main td:not(details td)").all_text_contents() if text.strip()}
    made = page.pdf(prefer_css_page_size=True)
    told = printed(made)
    assert [cell for cell in cells if squeezed(cell) not in told] == []
    assert told.count("udgivelse") >= len(PAGES)
    assert cut(made) == []
    assert overprinted(made) == []
    context.close()


def test_without_script_the_whole_plan_is_there(file: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("section:visible").count() == len(PAGES)
    context.close()


def test_a_setting_says_which_pages(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_LAESEFIL_SIDER", "oekonomi, milepaele")
    settings.cache_clear()
    told = laesefil().decode()
    assert ">Økonomi</a>" in told
    assert ">Indikatorer</a>" not in told
    monkeypatch.setenv("OVERBLIK_LAESEFIL_SIDER", "hemmeligheder")
    settings.cache_clear()
    with pytest.raises(SettingWrong, match="no such pages"):
        laesefil()


def test_the_command_line_writes_it(example_data: Path, tmp_path: Path, file: Path) -> None:
    assert main(["laesefil", "--out", str(tmp_path / "l.html")]) == 0
    assert (tmp_path / "l.html").read_bytes() == file.read_bytes()


def test_no_text_of_the_data_is_read_as_html() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>&\"'"
    blocks = (
        Heading(hostile),
        Paragraph(hostile),
        Points((Point(hostile, hostile, hostile),)),
        Table(hostile, (Head(hostile),), ((hostile,),)),
    )
    for block in blocks:
        assert "<script" not in html(block)
        assert "<img" not in html(block)
