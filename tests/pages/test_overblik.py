"""The front page: the mayor's minute on the example, on a part of it, and where there is little to tell."""

from datetime import date
from pathlib import Path

from tests.deliveries import exports
from tests.pages.opening import is_calm, opened, opened_on, said, title


def test_the_minute_on_the_example(example_data: Path):
    app = opened("overblik")
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Planen følger budgettet; fire milepæle er bagud, og tre punkter skal drøftes"
    assert "36 af 42 milepæle til dato er nået; 6 har overskredet fristen, én uden ny dato." in words
    assert "Milepælen “Jobcafé åbner” er 112 dage forsinket og har ingen ny dato." in words
    assert "Sidste møde, 1. februar 2023" in words
    assert "Næste møde i styregruppen: 3. maj 2023" in words
    assert "Eksempeldata, opdigtede tal" in words


def test_a_part_of_the_plan_is_named_first_and_what_the_filter_leaves_out_is_said(example_data: Path):
    app = opened("overblik", omraade="RIN")
    assert is_calm(app)
    assert title(app).startswith("Ringparken: Forbruget følger budgettet")
    assert "er ikke fordelt på områder" in said(app)
    assert "Jobcafé" not in said(app)


def test_a_plan_with_nothing_but_its_name_is_calm():
    with opened_on(exports(), date(2022, 10, 10), "overblik") as app:
        assert is_calm(app)
        assert "Møder og beslutninger er ikke leveret" in said(app)
        assert "Ikke leveret:" in said(app)


def test_a_plan_that_has_ended_says_what_is_left():
    money = [
        {"type": "budget_oprindeligt", "beloeb_kr": "3000000"},
        {"type": "forbrug", "beloeb_kr": "2000000", "periode_slut": date(2025, 7, 31)},
    ]
    with opened_on(exports(oekonomi=money), date(2026, 1, 1), "overblik") as app:
        assert is_calm(app)
        assert title(app) == "Planen udløb 31. juli 2025: 2,0 af 3,0 mio. kr. er brugt, og 1,0 mio. kr. er uforbrugt"
