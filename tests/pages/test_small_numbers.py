"""Every page on a plan of small numbers: calm, each mark in words, and what it means beside it."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.answers.engine import published_tables
from tests.answers.maerke_plan import CAFE, RAAD, TODAY, tables
from tests.pages.opening import is_calm, opened, said, title

UNDER_10 = "under 10: mindst én, men for få til at vise hvor mange"
ROUNDED = "ca.: små tal indgår afrundet"


Opens = Callable[..., AppTest]


@pytest.fixture(scope="module")
def opens() -> Iterator[Opens]:
    with published_tables(tables(), TODAY):
        yield opened


def test_activity_tells_small_rounded_hidden_and_missing_apart(opens: Opens):
    app = opens("aktivitet")
    words = said(app)
    assert is_calm(app)
    assert title(app).startswith("Ca. 115 fremmøder i 2023 til og med juni: ca. 55 % af målet til dato")
    assert "Nye deltagere under 5" in words
    assert "Frivilligtimer mindst 6" in words
    assert "Medarbejdertimer skjult" in words
    assert "Så få nye deltagere, at antallet ikke vises måned for måned" in words
    for meaning in (UNDER_10, ROUNDED, "skjult: for at beskytte enkeltpersoner", "mangler: ikke i det leverede"):
        assert meaning in words


def test_the_list_of_indsatser_tells_small_attendance_and_its_hidden_share(opens: Opens):
    words = said(opens("indsatser"))
    assert "under 10 fremmøder" in words
    assert "andelen er skjult" in words
    assert "for én vises andelen af målet ikke" in words
    assert UNDER_10 in words


@pytest.mark.parametrize("indsats", [CAFE, RAAD])
def test_one_indsats_opens_on_small_months(opens: Opens, indsats: str):
    app = opens("indsatser", indsats=indsats)
    assert is_calm(app)
    assert "mindst én, men for få til at vise hvor mange" in said(app)


def test_the_front_page_says_that_its_share_is_rounded_and_an_area_that_is_small_says_hidden(opens: Opens):
    words = said(opens("overblik"))
    assert "Ca. 115 fremmøder i 2023, ca. 55 % af målet til dato." in words
    assert ROUNDED in words
    words = said(opens("overblik", indsatsomraade="KRI"))
    assert "Under 10 fremmøder i 2023; andelen af målet er skjult." in words


@pytest.mark.parametrize("name", ["omraade", "fremdrift", "organisationer", "data_og_metode", "siden_sidste_moede"])
def test_every_other_page_is_calm(opens: Opens, name: str):
    assert is_calm(opens(name))
