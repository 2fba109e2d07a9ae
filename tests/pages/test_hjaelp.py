"""Help in plain words, the accessibility statement, the first visit, and the example left and come back to."""

from pathlib import Path

import pytest

from overblik.settings import ROOT, settings
from overblik.show.erklaering_tekst import GAPS
from overblik.show.erklaering_view import UNSET
from overblik.show.hjaelp_tekst import ROLLER
from overblik.show.rundvisning import STEPS
from tests.lix import lix
from tests.pages.opening import is_calm, opened, said, title
from tests.tilgaengelighed.axe import KNOWN

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def told(app: object) -> list[str]:
    """The foot's links."""
    return [link.label for link in app.get("page_link")]  # type: ignore[attr-defined]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    monkeypatch.setenv("OVERBLIK_EKSEMPEL", "nej")
    settings.cache_clear()
    return tmp_path


def test_lix_is_what_its_definition_says() -> None:
    assert lix("Vi ser det. Helhedsplanen er på kurs.") == 7 / 2 + 100 / 7
    assert lix("Boligorganisationernes medfinansieringsforpligtelser konsolideres halvårligt.") > 100


@pytest.mark.parametrize("role", ROLLER)
def test_the_help_is_plain_to_read(role: str) -> None:
    assert lix("\n".join(text for _, text in ROLLER[role])) < 40
    assert all(lix(text) < 45 for _, text in ROLLER[role])


def test_the_tour_is_plain_to_read() -> None:
    assert lix("\n".join(step.text for step in STEPS)) < 40
    assert all(len(step.text.split()) < 35 for step in STEPS)


def test_every_role_has_its_help(example_data: Path) -> None:
    app = opened("hjaelp")
    assert is_calm(app)
    assert [tab.label for tab in app.tabs] == list(ROLLER)
    assert all(heading in said(app) for sections in ROLLER.values() for heading, _ in sections)


def test_the_settings_and_commands_that_the_help_names_are_there() -> None:
    text = "\n".join(text for sections in ROLLER.values() for _, text in sections)
    readme, makefile = (ROOT / "README.md").read_text(), (ROOT / "Makefile").read_text()
    assert "make vis-eksempel" in text
    assert "\nvis-eksempel:" in makefile
    for name in ("eksempel", "udgivelse", "ansvarlig", "kontakt"):
        assert f"`{name}" in text
        assert f"`{name}`" in readme


def test_the_statement_has_what_the_law_asks_for_and_says_what_is_to_be_filled_in(example_data: Path) -> None:
    app = opened("tilgaengelighedserklaering")
    assert is_calm(app)
    text = said(app)
    for asked in ("lov nr. 692", "WCAG 2.2", "selvevaluering", "Digitaliseringsstyrelsen", "2026", "kontakt"):
        assert asked in text
    assert all(gap.what in text and gap.instead in text for gap in GAPS)
    assert UNSET[1:-1] in text


def test_the_statement_is_ready_for_the_customers_details(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_ANSVARLIG", "Nordby Kommune")
    monkeypatch.setenv("OVERBLIK_KONTAKT", "web@nordby.example")
    settings.cache_clear()
    text = said(opened("tilgaengelighedserklaering"))
    assert "Nordby Kommune er forpligtet" in text
    assert "(mailto:web@nordby.example)" in text
    assert UNSET[1:-1] not in text


def test_what_the_tests_excuse_and_what_the_statement_admits_are_the_same() -> None:
    assert {gap.rule for gap in GAPS if gap.rule} == {known.rule for known in KNOWN}


@pytest.mark.parametrize("name", PAGES)
def test_help_and_statement_are_linked_from_every_foot(name: str, example_data: Path) -> None:
    links = told(opened(name, **({"omraade": "RIN"} if name == "omraade" else {})))
    assert {"Hjælp", "Tilgængelighed"} <= set(links)


def test_an_empty_installation_says_what_to_do_in_three_steps(empty: Path) -> None:
    app = opened("oekonomi")
    assert is_calm(app)
    assert title(app) == "Der er endnu ingen tal at vise"
    text = said(app)
    assert all(step in text for step in ("1. ", "2. ", "3. "))
    assert "4. " not in text
    assert {"Aflever filer", "Hjælp", "Tilgængelighed"} <= set(told(app))
    assert is_calm(opened("hjaelp"))
    assert is_calm(opened("tilgaengelighedserklaering"))


def test_the_example_can_be_left_and_come_back_to(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Eksempeldata" in " ".join(badge.value for badge in opened("overblik").get("markdown"))
    monkeypatch.setenv("OVERBLIK_EKSEMPEL", "nej")
    settings.cache_clear()
    assert title(opened("overblik")) == "Der er endnu ingen tal at vise"
    monkeypatch.setenv("OVERBLIK_EKSEMPEL", "ja")
    settings.cache_clear()
    assert title(opened("overblik")).startswith("Planen")
