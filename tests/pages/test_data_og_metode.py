"""The page Data og metode: what there is, what there is not, and how every measure is reckoned."""

from datetime import date
from pathlib import Path

from overblik.answers import questions
from overblik.show.metode_view import UNITS, hits
from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, plain, run, said, title

DAY = date(2022, 10, 10)


def test_it_tells_what_the_figures_rest_on(example_data: Path):
    app = opened("data_og_metode")
    assert is_calm(app)
    assert "alle 22 tabeller er leveret" in title(app)
    assert "Virkelige er kun de oplysninger, hvis kilde ikke siger opdigtet" in said(app)


def test_every_measure_has_a_line_and_the_lists_of_the_filters_have_none(example_data: Path):
    labels = " ".join(plain(one.label) for one in opened("data_og_metode").expander)
    for name, question in questions().items():
        assert (f"**{question.title}**" in labels) != name.startswith("valg_"), name


def test_searching_leaves_what_has_every_word_in_it(example_data: Path):
    app = opened("data_og_metode")
    app.text_input(key="metode-soeg").input("Medfinansiering kalenderår")
    run(app)
    labels = [plain(one.label) for one in app.expander]
    assert is_calm(app)
    assert any("Lokal medfinansiering pr" in label for label in labels)
    assert not any("Milepæle" in label for label in labels)
    assert any(plain(one.value).startswith("Fundet: ") for one in app.caption)


def test_searching_for_what_is_nowhere_says_so(example_data: Path):
    app = opened("data_og_metode")
    app.text_input(key="metode-soeg").input("qqqq")
    run(app)
    assert is_calm(app)
    assert len([one for one in app.info if "passer på det, du søger" in plain(one.value)]) == 3


def test_tables_that_were_not_delivered_are_named():
    with opened_on(exports(), DAY, "data_og_metode") as app:
        assert is_calm(app)
        assert "tabeller er ikke leveret" in title(app)
        assert any("Kan undværes: " in plain(one.value) and "Tilsagn" in one.value for one in app.warning)
        assert "Ingen af de leverede rækker oplyser en kilde." in said(app)


def test_every_unit_has_a_word():
    assert {column.unit for question in questions().values() for column in question.columns.values()} <= set(UNITS)


def test_words_are_found_in_any_order_and_size():
    assert hits("forbrug lokal", ("Lokal medfinansiering", None, "af FORBRUGET".casefold()))
    assert not hits("forbrug fysisk", ("Lokal medfinansiering af forbruget",))
