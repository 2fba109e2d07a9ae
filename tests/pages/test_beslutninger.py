"""The page Beslutninger: the next agenda, what is open, the tracks of approval, adjustments, and people's view."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.answers.optional import published_with
from tests.browser import settled
from tests.deliveries import Row, exports
from tests.pages.opening import is_calm, opened, opened_on, plain, said, title
from tests.plans import AREA_NAMES

DAY = date(2022, 4, 10)
TABLES = exports(milepael=[{}])
MEETING: Row = {"moede_id": "M", "organ": "styregruppe", "dato": date(2022, 2, 1), "titel": "Vinter"}
DECISION: Row = {"beslutning_id": "B", "moede_id": "M", "nr": 1, "art": "B", "emne": "Emnet", "status": "aaben"}
APPROVAL: Row = {"godkendelse_id": "G", "genstand": "Planen", "organ": "byråd", "oplyst_dato": date(2021, 5, 5),
                 "udfald": "afventer"}  # fmt: skip
ADJUSTMENT: Row = {"justering_id": "J", "dato": date(2022, 1, 5), "indsats_id": "I1", "aendring": "Flyttet",
                   "begrundelse": "Behovet", "besluttet_af": "styregruppe"}  # fmt: skip
ASSESSMENT: Row = {"vurdering_id": "V", "moede_id": "M", "dimension": "oekonomi", "vurderet": "gul",
                   "begrundelse": "Opdigtet.", "rolle": "leder", "dato": date(2022, 2, 1)}  # fmt: skip
OPTIONAL = {"moede": [MEETING], "beslutning": [DECISION], "godkendelse": [APPROVAL], "justering": [ADJUSTMENT],
            "statusvurdering": [ASSESSMENT]}  # fmt: skip


def test_the_first_line_says_what_waits(example_data: Path):
    app = opened("beslutninger")
    assert is_calm(app)
    assert title(app) == "Tre punkter skal drøftes, tre beslutninger er over fristen, og fem godkendelser afventes"


def test_the_agenda_says_who_decides_who_is_responsible_and_who_else_is_asked(example_data: Path):
    words = said(opened("beslutninger"))
    assert "Næste møde 3. maj 2023: ét punkt til beslutning, ét til drøftelse og ét til orientering" in words
    assert "Byrådet afgør sagen; styregruppen drøfter og anbefaler" in words
    assert "**Byrådet** bliver spurgt om: “Anvendelse af forventet mindreforbrug på Motalavej”" in words
    assert "Ansvarlig: boligsocial leder · Frist 3. maj 2023" in words


def test_what_is_overdue_comes_first_with_the_days(example_data: Path):
    words = said(opened("beslutninger"))
    late = [words.index(text) for text in ("49 dage over fristen, 10. februar 2023", "30 dage over fristen, 1. marts",
                                           "16 dage over fristen, 15. marts 2023", "Frist 15. maj 2023",
                                           "Ingen frist er oplyst")]  # fmt: skip
    assert late[0] < late[1] < late[2]
    assert words.index("○ Frist 15. maj 2023") > late[2]
    assert "Otte åbne beslutninger, tre over fristen" in words


def test_each_meeting_tells_what_became_of_its_points(example_data: Path):
    app = opened("beslutninger")
    labels = [plain(one.label) for one in app.expander]
    assert labels[0] == "1. februar 2023 · Opfølgning, 4. kvartal 2022: 1 udført, 3 åbne, 1 bortfaldet"
    assert len(labels) == 8  # the ninth meeting lies ahead
    told = "Snitflader til jobcentret** (til drøftelse): Sendt til afklaring i arbejdsgruppen. Udført 8. april 2022."
    assert told in said(app)


def test_the_situation_of_may_2021_reads_at_a_glance(example_data: Path):
    words = said(opened("beslutninger"))
    told = (
        "Godkendt: Motalavej og Sydbyen. "
        "Afventes: Ringparken og hele planen (oplyst 5. maj 2021, senere udfald ikke registreret)."
    )
    assert told in words
    assert "Afstemning · organ ikke oplyst · afventes siden 5. maj 2021" in words
    assert "Behandling efter afstemningen · Repræsentantskab · oplyst 5. maj 2021" in words


def test_a_red_square_without_a_new_explanation_says_who_owes_one(example_data: Path):
    words = said(opened("beslutninger"))
    assert "Ét rødt felt, ingen forklaring endnu" in words
    assert "Ingen forklaring endnu til disse tal. Senest ved mødet 1. februar 2023 (boligsocial leder)" in words
    assert "Svar: boligsocial leder, senest 15. marts 2023, 16 dage over fristen." in words


def test_looked_at_with_the_meetings_own_figures_the_explanation_is_the_meetings(example_data: Path):
    words = said(opened("beslutninger", statusdato="2022-12-31"))
    assert "Ét rødt felt, forklaret" in words
    assert "Forklaring ved mødet 1. februar 2023 (boligsocial leder)" in words


def test_a_meeting_is_chosen_and_shows_the_computed_status_beside_the_assessed_one(example_data: Path):
    last, before = opened("beslutninger"), opened("beslutninger", moede="MO-07")
    assert "Mødet 1. februar 2023: seks vurderinger, ingen anderledes end beregnet" in said(last)
    words = said(before)
    assert is_calm(before)
    assert "Mødet 2. november 2022: fire vurderinger" in words
    assert "Beregnet af denne udgivelses tal pr. 30. september 2022" in words
    assert "Vurderet: ✓ følger planen" in words


def test_an_area_has_its_own_points_and_the_shared_ones_are_counted(example_data: Path):
    app = opened("beslutninger", omraade="RIN")
    words = said(app)
    assert is_calm(app)
    assert title(app) == "Ét punkt skal drøftes, og fire godkendelser afventes"
    assert "16 fælles punkter uden område indgår ikke i dette udvalg." in words
    assert "Ingen tidligere beslutning er åben" in words


def test_a_choice_without_anything_is_said_calmly(example_data: Path):
    app = opened("beslutninger", omraade="MOT", organisation="SB")
    words = said(app)
    assert is_calm(app)
    assert title(app).startswith("Intet venter")
    assert "ingen punkter i det valgte" in words
    assert "Ingen godkendelser er registreret i det valgte" in words
    assert "Ingen justeringer er registreret i det valgte" in words
    assert "Ingen felter er røde" in words


@pytest.mark.parametrize("statusdato", ["2021-07-31", "2021-08-31", "2021-11-30", "2026-10-31"])
def test_it_opens_before_during_and_after_the_plan(example_data: Path, statusdato: str):
    assert is_calm(opened("beslutninger", statusdato=statusdato))


def test_what_is_not_delivered_is_told_section_by_section():
    with opened_on(TABLES, DAY, "beslutninger") as app:
        words = said(app)
        assert is_calm(app)
        assert title(app) == "Beslutninger og godkendelser er ikke leveret"
        for names in ("møde og beslutning", "godkendelse", "justering", "møde og statusvurdering"):
            assert f"Ikke leveret: {names}." in words


@pytest.mark.parametrize("missing", OPTIONAL)
def test_one_table_that_is_missing_leaves_the_others_as_they_are(missing: str):
    # Without meetings there is nothing that could point at one.
    gone = {missing} | ({"beslutning", "statusvurdering"} if missing == "moede" else set())
    there = {name: rows for name, rows in OPTIONAL.items() if name not in gone}
    with published_with(TABLES, DAY, **there):
        app = opened("beslutninger")
    words = said(app)
    assert is_calm(app)
    assert words.count("Ikke leveret") == {"moede": 2}.get(missing, 1)
    for name, text in {
        "beslutning": "Én åben beslutning, ingen over fristen",
        "godkendelse": "Én godkendelse afventes",
        "justering": "Én justering i én indsats",
        "statusvurdering": "Mødet 1. februar 2022: én vurdering",
    }.items():
        assert (text in words) == (name not in gone), name


def test_empty_tables_are_none_and_not_undelivered():
    with published_with(TABLES, DAY, **{name: [] for name in OPTIONAL}):
        app = opened("beslutninger")
    words = said(app)
    assert is_calm(app)
    assert "Ikke leveret" not in words
    for text in ("Næste møde er ikke oplyst", "Ingen tidligere beslutning er åben", "Ingen godkendelser er registreret",
                 "Ingen justeringer er registreret", "Intet møde har tal eller vurderinger endnu"):  # fmt: skip
        assert text in words


def test_eight_areas_with_long_danish_names_each_have_their_track():
    areas = [{"omraade_id": f"O{place}", "navn": name} for place, name in enumerate(AREA_NAMES)]
    tables = exports(boligomraade=areas, milepael=[{"omraade_id": area["omraade_id"]} for area in areas])
    tracks = [
        APPROVAL | {"godkendelse_id": f"G{place}", "omraade_id": f"O{place}", "udfald": "forkastet"}
        for place in range(len(areas))
    ]
    with published_with(tables, DAY, godkendelse=[*tracks, APPROVAL]):
        app = opened("beslutninger")
    words = said(app)
    assert is_calm(app)
    assert "Afventes: hele planen (oplyst 5. maj 2021, senere udfald ikke registreret)." in words
    assert all(f"**{name}**" in words for name in AREA_NAMES)
    assert "; otte er forkastet" in words


def test_text_from_the_data_stays_text():
    hostile = "[klik](https://x.dk) :red[x] **fed** $1$"
    there = {
        "moede": [MEETING | {"titel": hostile}],
        "beslutning": [DECISION | {"emne": hostile, "beslutning": hostile, "ansvarlig_rolle": hostile}],
        "godkendelse": [APPROVAL | {"genstand": f"Planen: {hostile}"}],
        "justering": [ADJUSTMENT | {"aendring": hostile, "begrundelse": hostile}],
        "statusvurdering": [ASSESSMENT | {"begrundelse": hostile, "rolle": hostile}],
    }
    with published_with(TABLES, DAY, **there):
        app = opened("beslutninger")
    assert is_calm(app)
    texts = [one.value for kind in ("markdown", "caption", "subheader") for one in app.get(kind)]
    texts += [one.label for one in app.expander]
    assert not [text for text in texts if "[klik]" in text or ":red[x]" in text or "**fed**" in text or " $1$" in text]


def test_a_decision_leads_to_the_figures_that_the_meeting_had(server: str, tab: Page) -> None:
    tab.goto(f"{server}/beslutninger")
    tab.locator("h1").wait_for()
    settled(tab)
    # The first of that day is the second open one: the figures that Motalavej still owes.
    tab.get_by_text("Tallene dengang: 31. december 2022").first.click()
    expect(tab.locator("h1")).to_contain_text("Motalavej")
    settled(tab)
    assert "/omraade?" in tab.url
    assert "omraade=MOT" in tab.url
    assert "statusdato=2022-12-31" in tab.url
    expect(tab.get_by_text("status pr. 31. december 2022").first).to_be_visible()


def test_the_chosen_meeting_stands_in_the_address(server: str, tab: Page) -> None:
    tab.goto(f"{server}/beslutninger?moede=MO-07")
    tab.locator("h1").wait_for()
    settled(tab)
    expect(tab.get_by_text("Mødet 2. november 2022: fire vurderinger").first).to_be_visible()
