"""What goes wrong where no page is being drawn is told calmly, too: in a part that draws itself anew, and by a button."""

import json
from pathlib import Path

from playwright.sync_api import Browser, expect
from streamlit.testing.v1 import AppTest

from overblik.intake.publishing import publish_example
from overblik.mailbox import State, state_path, write_state
from tests.browser import serving, settled, tab_of

ENOUGH = 30_000  # ms: such a part looks every other second


def test_a_part_that_fails_when_it_is_drawn_anew_says_so_in_its_place_and_comes_back(
    tmp_path: Path, browser: Browser
) -> None:
    assert publish_example(tmp_path).release
    write_state(tmp_path, State())
    whole = state_path(tmp_path).read_bytes()
    step = {"trin": "læser", "fil": None, "andel": "det halve"}  # no number, as the watcher writes it
    log = tmp_path / "log"
    with serving(tmp_path, log) as address, tab_of(browser) as tab:
        tab.goto(f"{address}/dataleverancer")
        settled(tab)
        heading = tab.get_by_role("heading", level=1).inner_text()
        state_path(tmp_path).write_text(json.dumps(json.loads(whole) | {"i_gang": step}), encoding="utf-8")
        told = tab.get_by_test_id("stAlert").filter(has_text="Denne del af siden kunne ikke vises")
        expect(told).to_contain_text("Fejlen er noteret som", timeout=ENOUGH)
        assert tab.get_by_test_id("stException").count() == 0
        assert "Traceback" not in tab.locator("body").inner_text()
        assert tab.get_by_role("heading", level=1).inner_text() == heading
        expect(tab.get_by_role("link", name="Tilgængelighed")).to_be_visible()

        error_id = told.inner_text().rpartition(" ")[2].strip(". \n")
        events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if '"error"' in line]
        assert [(one["id"], one["page"]) for one in events] == [(error_id, "dataleverancer")]
        assert "det halve" not in json.dumps(events)

        state_path(tmp_path).write_bytes(whole)
        expect(told).to_have_count(0, timeout=ENOUGH)


def _button_that_fails() -> None:
    from overblik.show import wrong

    assert wrong.outside(RuntimeError("secret"))


def test_what_a_button_cannot_do_is_told_with_an_id_and_without_its_text() -> None:
    app = AppTest.from_function(_button_that_fails).run()
    assert "Fejlen er noteret som" in app.error[0].value
    assert "secret" not in app.error[0].value
