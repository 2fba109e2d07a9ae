"""The page Siden sidste møde: on the example with its one release, on two releases, and with tables left out."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.answers.optional import published_with
from tests.answers.releases import publish_next
from tests.browser import PHONE, settled, tab_of
from tests.deliveries import Tables, exports
from tests.pages.opening import is_calm, opened, opened_on, said, title

NAME = "siden_sidste_moede"
FIRST, SECOND = date(2022, 4, 10), date(2022, 10, 9)
MEETING = {"moede_id": "M1", "organ": "styregruppe", "dato": date(2022, 4, 20), "titel": "Forår"}
DECISION = {"beslutning_id": "B1", "moede_id": "M1", "nr": 1, "art": "B", "emne": "Ny café", "status": "aaben"}
OTHER = {"omraade_id": "SYD", "navn": "Sydbyen"}


def plan(months: int, *, corrected: str = "0", **moved: date | str) -> Tables:
    """Forbrug of the first months of 2022, one milestone, and one attendance a month."""
    days = [date(2022, month, 28) for month in range(1, months + 1)]
    money = [{"type": "budget_oprindeligt", "beloeb_kr": "2000000", "periode_slut": date(2023, 12, 31)}]
    money += [
        {"beloeb_kr": "1000", "periode_start": day.replace(day=1), "periode_slut": day.replace(day=31)}
        for day in days
        if day.month in (1, 3, 5, 7, 8)
    ]
    money += [{"beloeb_kr": corrected, "kategori": "LOKALER"}] if corrected != "0" else []
    return exports(
        boligomraade=[{"omraade_id": "NORD"}, OTHER],
        oekonomi=money,
        milepael=[
            {"navn": "Café åbner", "aftalt_dato": date(2022, 5, 1), "forventet_dato": date(2022, 12, 1)} | moved,
            {"navn": "Plan for haven", "aftalt_dato": date(2022, 7, 1), "omraade_id": "SYD"},
        ],
        aktivitet=[{"dato": day, "fremmoeder": 10} for day in days],
    )


def shown(app: object) -> str:
    """What stands in the page's tables."""
    return " ".join(one.value.to_string() for one in app.table).replace("\\", "").replace("\u00a0", " ")  # type: ignore[attr-defined]


def test_with_one_release_it_says_so_and_compares_with_the_same_figures_of_then(example_data: Path):
    app = opened(NAME)
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Siden sidste møde"
    assert "ingen udgivelse fra før mødet; sammenlignet med de samme tal pr. 31. december 2022." in words
    assert "Rettelser kan ikke ses" in words
    assert "Flyttede datoer kan ikke ses" in words
    assert (
        "Siden mødets status pr. 31. december 2022: fire statusser er vendt, tre milepæle er nået, "
        "fem milepæle har nu overskredet fristen og forbruget er steget med 2,0 mio. kr."
    ) in words


def test_a_filter_reaches_it_and_another_meeting_can_be_chosen(example_data: Path):
    app = opened(NAME, omraade="RIN")
    assert is_calm(app)
    assert "Ringparken siden mødets status pr. 31. december 2022: to milepæle er nået" in said(app)
    assert "Det valgte siden mødets status" in said(opened(NAME, indsatsomraade="FAELLES"))
    app = opened(NAME, moede="MO-05")
    assert is_calm(app)
    assert "Siden mødets status pr. 31. marts 2022: " in said(app)


def test_two_releases_tell_what_turned_was_reached_moved_done_and_corrected():
    then, now = plan(3), plan(8, corrected="500", forventet_dato=date(2022, 12, 15))
    done = {**DECISION, "status": "udfoert", "udfoert_dato": date(2022, 8, 1)}
    with published_with(then, FIRST, moede=[MEETING], beslutning=[DECISION]):
        publish_next(now, SECOND, moede=[MEETING], beslutning=[done])
        app = opened(NAME)
        words, tables = said(app), shown(app)
    assert is_calm(app)
    assert "Sammenlignet med tallene fra mødet: status pr. 31. marts 2022, tal opdateret 10. april 2022." in words
    assert "To milepæle har nu overskredet fristen" in words
    assert "Én milepæl ventes på en anden dag" in words
    assert "14 dage senere" in tables
    assert "Én beslutning er udført" in words
    assert "Ny café" in tables
    assert "Forbruget er rettet i én måned" in words
    assert "Fremmødet er ikke rettet" in words
    assert "+3.500 kr." in tables
    assert "+50" in tables


def test_a_release_without_change_says_that_nothing_is_changed():
    with published_with(plan(3), FIRST, moede=[MEETING]):
        publish_next(plan(3), SECOND)
        app = opened(NAME, moede="M1", statusdato="2022-03-31")
        assert "Ingen møder til og med statusdatoen" in said(app)
    with published_with(plan(5), date(2022, 6, 10), moede=[{**MEETING, "dato": date(2022, 5, 31)}]) as _:
        publish_next(plan(5), SECOND)
        app = opened(NAME)
        assert is_calm(app)
        assert "ingen status er vendt" in said(app)


def test_meetings_that_were_not_delivered_are_told_as_such():
    with opened_on(plan(3), FIRST, NAME) as app:
        assert is_calm(app)
        assert "Ikke leveret: møde." in said(app)


def test_decisions_that_were_not_delivered_leave_the_rest_standing():
    with published_with(plan(8), SECOND, moede=[MEETING]):
        app = opened(NAME)
        assert is_calm(app)
        assert "Ikke leveret: beslutning." in said(app)
        assert "Penge og fremmøde, dengang og nu" in said(app)


def test_no_meetings_at_all_are_none():
    with published_with(plan(8), SECOND, moede=[]):
        app = opened(NAME)
        assert is_calm(app)
        assert "Ingen møder til og med statusdatoen" in said(app)


@pytest.mark.parametrize("statusdato", ["2021-08-31", "2022-06-30", "2025-07-31", "2026-12-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    assert is_calm(opened(NAME, statusdato=statusdato))
    assert is_calm(opened(NAME, statusdato=statusdato, indsatsomraade="FAELLES"))


def test_front_page_and_area_lead_to_it(example_data: Path):
    for app in (opened("overblik"), opened("omraade", omraade="RIN")):
        links = [one.proto for one in app.get("page_link")]
        assert [link.query_string for link in links if "siden sidste møde" in link.label]


def test_a_pinned_link_tells_the_same_when_newer_figures_have_come():
    with published_with(plan(3), FIRST, moede=[MEETING]):
        second = publish_next(plan(8, corrected="500"), SECOND)
        before = opened(NAME, udgivelse=second[:16])
        publish_next(plan(8, corrected="900"), date(2022, 11, 9))
        after = opened(NAME, udgivelse=second[:16])
    assert [one.value for one in before.subheader] == [one.value for one in after.subheader]
    assert shown(before) == shown(after)
    assert "Der er siden kommet nyere" in said(after)


def test_a_mayor_with_a_phone_gets_to_one_area_since_the_last_meeting_in_two_taps(server: str, browser: Browser):
    with tab_of(browser, PHONE) as tab:
        tab.goto(server)
        tab.locator("h1").wait_for()
        settled(tab)
        tab.get_by_role("link", name="Hvad er sket siden sidste møde?").click()
        expect(tab.locator("h1")).to_have_text("Siden sidste møde")
        settled(tab)
        tab.get_by_role("link", name="Ringparken", exact=True).click()
        expect(tab.get_by_text("Ringparken siden mødets status pr. 31. december 2022")).to_be_visible()
        settled(tab)
        assert "omraade=RIN" in tab.url


def test_what_was_only_registered_later_is_told_as_such():
    early = {**DECISION, "status": "udfoert", "udfoert_dato": date(2022, 2, 1)}
    now = plan(8, naaet_dato=date(2022, 3, 1), status="naaet", aftalt_dato=date(2022, 3, 1))
    with published_with(plan(3), FIRST, moede=[MEETING]):
        publish_next(now, SECOND, beslutning=[early])
        tables = shown(opened(NAME))
    assert "1. marts 2022, registreret siden" in tables
    assert "1. februar 2022, registreret siden" in tables


def test_an_area_that_the_release_of_the_time_does_not_know_is_said_plainly():
    with published_with(plan(3), FIRST, moede=[MEETING]):
        areas = [*plan(8)["boligomraade"], {**plan(8)["boligomraade"][0], "omraade_id": "NY", "navn": "Nyby"}]
        money = [*plan(8)["oekonomi"], {**plan(8)["oekonomi"][0], "post_id": "NY", "omraade_id": "NY"}]
        publish_next(plan(8) | {"boligomraade": areas, "oekonomi": money}, SECOND)
        app = opened(NAME, omraade="NY")
        assert is_calm(app)
        assert "kender ikke det valgte; sammenlignet med de nuværende tal pr. 31. marts 2022" in said(app)
        assert "Rettelser kan ikke ses" in said(app)
