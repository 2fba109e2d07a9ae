"""The frame of every page, opened as a reader does: the door, the label, the filters, the foot, the errors."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from overblik.answers import current_release
from overblik.release import current_id
from overblik.settings import ROOT, settings
from tests.answers.engine import published_tables
from tests.pages.opening import run, said
from tests.plans import random_plan

TWO_PLANS = 5  # a seed whose random plan comes with another one
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# Help and the accessibility statement tell of no figures, and are there before the first of them.
WITH_FIGURES = [name for name in PAGES if name not in ("hjaelp", "tilgaengelighedserklaering")]


def open_page(name: str, **address: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for parameter, value in address.items():
        app.query_params[parameter] = value
    return run(app.switch_page(f"pages/{name}.py"))


pytestmark = pytest.mark.usefixtures("example_data")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_refused_to_whoever_does_not_come_through_the_door(name: str) -> None:
    app = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Gå ind ad forsiden"]
    assert not app.metric
    assert not app.selectbox


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_a_page_opens_and_says_that_the_example_is_invented(name: str) -> None:
    app = open_page(name)
    assert not app.exception
    assert not app.error
    assert "Eksempeldata, opdigtede tal" in said(app)
    assert "status pr. 31. marts 2023" in said(app)
    assert f"udgivelse {str(current_id(settings().data))[:12]}" in said(app)


def test_an_address_sets_the_filters() -> None:
    app = open_page("oekonomi", omraade=["RIN", "SYD"], statusdato="2022-12-31")
    assert app.button_group(key="filter_omraade").value == ["RIN", "SYD"]
    assert app.selectbox(key="filter_statusdato").value == "2022-12-31"


def test_a_filter_stands_in_the_address_by_its_id_and_is_kept_on_the_next_page() -> None:
    app = open_page("oekonomi")
    app.button_group(key="filter_omraade").set_value(["SYD"])
    run(app)
    assert app.query_params["omraade"] in ("SYD", ["SYD"])
    app.query_params.clear()  # the menu's links carry nothing
    run(app.switch_page("pages/aktivitet.py"))
    assert app.button_group(key="filter_omraade").value == ["SYD"]


def test_nulstil_lifts_every_filter() -> None:
    app = open_page("oekonomi", omraade="SYD", statusdato="2022-12-31")
    next(button for button in app.button if button.label == "Nulstil filtre").click()
    run(app)
    assert app.button_group(key="filter_omraade").value == []
    assert app.selectbox(key="filter_statusdato").value == "2023-03-31"
    assert not app.query_params


def test_money_that_a_filter_leaves_out_is_named() -> None:
    assert "ikke fordelt på områder" not in said(open_page("oekonomi"))
    assert "ikke fordelt på områder" in said(open_page("oekonomi", omraade="SYD"))
    assert "fælles for indsatsområderne" in said(open_page("oekonomi", indsatsomraade="UDD"))


def test_another_plan_has_its_own_statusdatoer_and_stands_in_the_address() -> None:
    both = random_plan(TWO_PLANS)
    with published_tables(both.tables, both.today):
        app = open_page("aktivitet")
        chooser = app.selectbox(key="filter_plan")
        other = next(plan for plan in chooser.options if plan != chooser.format_func(chooser.value))
        run(chooser.select(other))
        release = current_release()
        plan = next(plan for plan in release.plans if plan != release.default_plan)
        assert not app.exception
        assert app.query_params["plan"] in (plan, [plan])
        assert app.selectbox(key="filter_statusdato").value == release.default_statusdato(plan).isoformat()


@pytest.mark.parametrize("value", ["abcdef0123456789", "../../../etc/passwd", "'; drop table plan --", "A" * 5000])
def test_a_release_that_is_not_there_is_said_calmly_and_nothing_else_is_shown(value: str) -> None:
    app = open_page("oekonomi", udgivelse=value)
    assert not app.exception
    assert not app.metric
    assert "findes ikke her" in said(app)


def test_a_pinned_release_is_kept_by_its_beginning() -> None:
    release = str(current_id(settings().data))
    app = open_page("oekonomi", udgivelse=release[:16])
    assert not app.warning
    assert "Der er siden kommet nyere" not in said(app)


def test_an_unforeseen_error_shows_a_sentence_and_an_id_and_never_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("overblik.show.arrival.options_of", breaks)
    app = open_page("oekonomi")
    assert not app.exception
    assert "Siden kunne ikke vises" in app.error[0].value
    assert "secret" not in said(app)


def test_without_a_release_three_steps_are_shown_where_the_example_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    monkeypatch.setenv("OVERBLIK_EKSEMPEL", "nej")
    settings.cache_clear()
    app = open_page("overblik")
    assert not app.exception
    assert app.title[0].value == "Der er endnu ingen tal at vise"
    assert list(tmp_path.iterdir()) == []


def test_without_a_release_the_example_is_published_once_by_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    assert "Eksempeldata" in said(open_page("overblik"))
    assert current_id(tmp_path)
