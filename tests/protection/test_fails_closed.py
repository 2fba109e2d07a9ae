"""Where the audit finds something there is no release: what was in force stays, and the files stay where they are."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
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


def test_what_is_stopped_leaves_the_last_release_in_force(data: Path) -> None:
    write(told({"NORD": 20.0}), data / "indbakke")
    in_force = publish_inbox(data).release
    write({"boligomraade": told({}, beboere=3)["boligomraade"]}, data / "indbakke")
    with pytest.raises(AuditFailed):
        publish_inbox(data)
    assert read_release(data).id == in_force
    assert (data / "indbakke" / "boligomraade.parquet").exists()


def test_beside_a_count_that_became_small_what_was_never_shown_is_hidden(data: Path) -> None:
    write(told({"NORD": 8.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 58.0}), data / "indbakke")
    publish_inbox(data)
    after = told({"NORD": 3.0, "SYD": 20.0, "VEST": 30.0, "ALLE": 53.0})
    write({"maaling": after["maaling"]}, data / "indbakke")
    assert publish_inbox(data).release
    release = read_release(data)
    rows = pq.read_table(pa.BufferReader(release.object_bytes("maaling"))).to_pylist()
    assert {row["omraade_id"]: row["vaerdi"] for row in rows} == {"NORD": None, "SYD": 20.0, "VEST": 30.0, "ALLE": None}
    assert release.manifest["kontrol"]["skjulte_maalinger"] == 2
