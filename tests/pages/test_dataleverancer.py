"""The page Dataleverancer: what came, what is missing, what was refused and why, what a candidate would change."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from overblik import access
from overblik.intake.report import as_json
from overblik.intake.store import move_pointer
from overblik.mailbox import Finding, Outcome, Reply, State, candidate_path, write_state, write_whole
from overblik.mailbox_reports import RefusedFile, Report
from overblik.mailbox_requests import requests
from overblik.release import read_release, releases_folder
from overblik.settings import COPENHAGEN, settings
from tests.answers.releases import publish_next
from tests.deliveries import Tables, exports
from tests.pages.opening import is_calm, opened, plain, run, said, title

DAY = date(2022, 10, 10)
AREAS = [{"omraade_id": "NORD", "navn": "Nordbyen"}, {"omraade_id": "SYD", "navn": "Sydbyen *Øst*"}]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of its own, without the example."""
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    monkeypatch.setenv("OVERBLIK_EKSEMPEL", "nej")
    monkeypatch.setenv("OVERBLIK_I_DAG", "2022-10-12")
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def plan(spent: str, reached: date | None = None) -> Tables:
    """A budget of 1.000 kr. in Nordbyen, something spent in January 2022, and a milestone that was due that month."""
    milestone = {"navn": "Klub åbner", "naaet_dato": reached, "status": "naaet" if reached else "planlagt"}
    money = [
        {"type": "budget_oprindeligt", "beloeb_kr": "1000.00", "periode_slut": date(2022, 12, 31)},
        {"beloeb_kr": spent},
    ]
    return exports(boligomraade=AREAS, oekonomi=money, milepael=[milestone])


def watched(data: Path, **told: object) -> None:
    write_state(data, State(slag=datetime.now(COPENHAGEN).isoformat(), **told))  # type: ignore[arg-type]


def refused(data: Path, moment: str = "2022-10-11T08:00:00+00:00", fil: str = "oekonomi.parquet") -> None:
    """A report as the check writes it."""
    message = f"{fil}, kolonnen omraade_id: Nøglen *findes* ikke (3 rækker). Ret udtrækket."
    breach = Finding("ukendt_noegle", "oekonomi", "omraade_id", 3, message)
    file = RefusedFile(fil, "oekonomi", "", "0" * 64, 1, False, None, None, (breach,))
    folder = data / "afvist" / moment.replace(":", "")
    folder.mkdir(parents=True)
    found = as_json(Report(folder.name, moment, None, (file,)))
    (folder / "rapport.json").write_text(json.dumps(found), encoding="utf-8")


def candidate(data: Path) -> str:
    """A release that waits: complete, with the one in force as its parent, and not in force."""
    in_force = read_release(data).id
    waiting = publish_next(plan("600.00", date(2022, 1, 20)), DAY)
    move_pointer(releases_folder(data), in_force, waiting)
    write_whole(candidate_path(data), waiting.encode())
    return waiting


def test_the_example_says_that_its_files_are_invented(example_data: Path):
    app = opened("dataleverancer")
    assert is_calm(app)
    assert title(app).startswith("Alle tabeller er leveret, og den seneste fil kom ")
    assert "Filerne er eksemplets, opdigtede." in said(app)


def test_before_the_first_release_files_can_be_handed_in_and_are_asked_for_by_name(data: Path):
    app = opened("dataleverancer")
    assert is_calm(app)
    assert title(app) == "Der er endnu ingen tal at vise"
    assert "Aflever først: helhedsplan" in said(app)
    assert app.get("file_uploader")


def test_what_is_missing_is_named_and_what_came_has_its_age(data: Path):
    publish_next(plan("100.00"), DAY)
    app = opened("dataleverancer")
    assert is_calm(app)
    assert "der kan undværes, mangler, og den seneste fil kom for 2 dage siden" in title(app)
    assert "Kan undværes: " in said(app)
    assert " ".join(plain(app.table[0].value.to_string()).split()).count("10. oktober 2022 for 2 dage siden") == 8


def test_a_refused_file_has_its_report_on_the_page_as_it_stands(data: Path):
    publish_next(plan("100.00"), DAY)
    refused(data)
    app = opened("dataleverancer")
    assert is_calm(app)
    assert "oekonomi.parquet, kolonnen omraade_id: Nøglen *findes* ikke (3 rækker). Ret udtrækket." in said(app)
    assert any("\\*findes\\*" in one.value for one in app.markdown), "the report's stars would be read as Markdown"
    assert "✕ ny levering afvist 11. oktober 2022" in plain(app.table[0].value.to_string())


def test_a_report_from_before_the_file_in_use_is_no_verdict_on_it(data: Path):
    publish_next(plan("100.00"), DAY)
    refused(data, "2022-10-09T08:00:00+00:00")
    assert "✕" not in opened("dataleverancer").table[0].value.to_string()


def test_where_no_watcher_runs_the_page_says_how_to_start_one(data: Path):
    publish_next(plan("100.00"), DAY)
    app = opened("dataleverancer")
    assert "Ingen overvåger indbakken lige nu." in said(app)
    assert any("overblik.intake watch" in one.value for one in app.code)
    watched(data)
    assert "Indbakken overvåges" in said(opened("dataleverancer"))


def test_what_the_watcher_did_last_stands_on_the_page(data: Path):
    publish_next(plan("100.00"), DAY)
    watched(data, sidste=Outcome("id", ("moede.parquet",), (), (), "2022-10-12T09:05:00+02:00"))
    assert "Senest: Én fil er taget i brug (12. oktober 2022 kl. 9.05)." in said(opened("dataleverancer"))


def test_a_candidate_shows_what_it_would_change(data: Path):
    publish_next(plan("100.00"), DAY)
    candidate(data)
    app = opened("dataleverancer")
    told = said(app)
    assert is_calm(app)
    assert "Nye tal venter på at blive udgivet" in told
    assert "Forsiden siger nu:" in told
    assert "Forsiden ville sige:" in told
    assert "Opmærksomhedspunkter, der forsvinder" in told
    assert "Klub åbner" in told
    tables = " ".join(plain(one.value.to_string()) for one in app.table)
    assert "Nordbyen 2022 Forbrug 100 kr. 600 kr. +500 kr." in " ".join(tables.split())


def test_a_candidate_is_asked_for_by_a_button_and_a_second_one(data: Path):
    publish_next(plan("100.00"), DAY)
    waiting = candidate(data)
    app = opened("dataleverancer")
    app.button(key=f"anmod-udgiv-{waiting}").click()
    run(app)
    (asked,) = requests(data)
    assert (asked.handling, asked.id, asked.hvem) == ("udgiv", waiting, "lokal")
    assert "Anmodningen om at udgive er sendt og venter på svar." in said(app)
    watched(data, svar={asked.uuid: Reply(True, "Tallene er udgivet.")})
    run(app)
    assert any(plain(one.value) == "Tallene er udgivet." for one in app.success)


def test_an_earlier_release_can_be_asked_back(data: Path):
    first = publish_next(plan("100.00"), DAY)
    publish_next(plan("200.00"), DAY)
    app = opened("dataleverancer")
    app.selectbox(key="udgivelse-valgt").select(first)
    run(app)
    app.button(key=f"anmod-gendan-{first}").click()
    run(app)
    assert [(asked.handling, asked.id) for asked in requests(data)] == [("gendan", first)]


def test_who_may_neither_hand_in_nor_release_sees_no_uploader_and_no_buttons(
    data: Path, monkeypatch: pytest.MonkeyPatch
):
    publish_next(plan("100.00"), DAY)
    first = candidate(data)
    publish_next(plan("300.00"), DAY)
    monkeypatch.setattr(access, "LOCAL", replace(access.LOCAL, roller=(access.LAESER,)))
    app = opened("dataleverancer")
    app.selectbox(key="udgivelse-valgt").select_index(0)
    run(app)
    assert is_calm(app)
    assert "Du kan se leverancerne, men ikke aflevere filer." in said(app)
    assert not app.get("file_uploader")
    assert not [one for one in app.button if str(one.key).startswith(("anmod-", "aflever"))], first


def test_an_organisations_analyst_is_offered_that_organisation_alone(data: Path, monkeypatch: pytest.MonkeyPatch):
    publish_next(plan("100.00"), DAY)
    analyst = replace(access.LOCAL, roller=(access.ANALYTIKER,), organisationer=("FOB",))
    monkeypatch.setattr(access, "LOCAL", analyst)
    app = opened("dataleverancer")
    assert is_calm(app)
    assert len(app.selectbox(key="aflever-organisation").options) == 1
    assert not [one for one in app.text_input if one.key == "aflever-organisation-navn"]


def test_names_from_the_data_are_shown_as_they_stand(data: Path):
    long = "En meget lang organisation af navn " * 4
    organisations = [{"organisation_id": "KOM", "navn": f"{long}![x](http://a)", "kortnavn": "K"}]
    publish_next(plan("100.00") | exports(organisation=organisations), DAY)
    app = opened("dataleverancer")
    assert is_calm(app)
    options = app.selectbox(key="aflever-organisation").options
    assert any("![x]" in option for option in options)
