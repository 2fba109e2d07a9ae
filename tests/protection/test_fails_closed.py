"""Where the audit finds something there is no release: what was in force stays, and the files stay where they are."""

from datetime import date
from pathlib import Path

import pytest

from overblik.intake.audit_finding import AuditFailed
from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from overblik.settings import settings
from tests.deliveries import Tables, exports, write

AREAS = ("NORD", "SYD", "VEST")
DAY = "2023-01-15"


def told(counts: dict[str, float], **boligomraade: int) -> Tables:
    """Exports with three areas and one indicator that counts people, measured once."""
    return exports(
        boligomraade=[{"omraade_id": area, "navn": area} | boligomraade for area in AREAS],
        omraade_organisation=[],
        oekonomi=[{"beloeb_kr": "1.00"}],
        aktivitet=[{"fremmoeder": 20}],
        indikator=[{"enhed": "antal", "personantal": True}],
        maaling=[
            {"omraade_id": area, "vaerdi": value, "periode_slut": date(2022, 12, 31)} for area, value in counts.items()
        ],
    )


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder."""
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    monkeypatch.setenv("OVERBLIK_I_DAG", DAY)
    settings.cache_clear()
    return tmp_path


def test_an_area_of_three_residents_makes_no_release(data: Path) -> None:
    inbox = write(told({"NORD": 20.0}, beboere=3), data / "indbakke")
    dropped = {path.name: path.read_bytes() for path in inbox.glob("*.parquet")}
    with pytest.raises(AuditFailed) as caught:
        publish_inbox(data)
    assert [(finding.way, finding.table, finding.cells) for finding in caught.value.findings] == [
        ("lille_tal", "omraade", 3)
    ]
    assert not (data / "udgivelser" / "aktuel").exists()
    assert {path.name: path.read_bytes() for path in inbox.glob("*.parquet")} == dropped


def test_a_correction_that_the_last_release_gives_away_leaves_the_last_release_in_force(data: Path) -> None:
    before = told({"NORD": 8.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 58.0})
    write(before, data / "indbakke")
    in_force = publish_inbox(data).release
    write({"maaling": told({"NORD": 3.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 53.0})["maaling"]}, data / "indbakke")
    with pytest.raises(AuditFailed) as caught:
        publish_inbox(data)
    assert {finding.way for finding in caught.value.findings} == {"kendt_fra_foer"}
    assert read_release(data).id == in_force
    assert (data / "indbakke" / "maaling.parquet").exists()


def test_the_remedy_in_the_notice_helps(data: Path) -> None:
    before = told({"NORD": 8.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 58.0})
    write(before, data / "indbakke")
    first = publish_inbox(data).release
    after = told({"NORD": 3.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 53.0})["maaling"]
    after[-1] |= {"vaerdi": None, "vaerdi_status": "skjult"}
    write({"maaling": after}, data / "indbakke")
    outcome = publish_inbox(data)
    assert outcome.release not in (None, first)
    assert read_release(data).manifest["kontrol"]["skjulte_maalinger"] >= 2
