"""The key: made once, kept from everybody, never in a release, and never another one."""

import os
import stat
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik.intake.protection import Protection, protection_for
from overblik.intake.protection_key import (
    EXAMPLE_KEY,
    KeyGone,
    KeyUnusable,
    fingerprint,
    installation_key,
    key_path,
)
from overblik.intake.publishing import publish_example, publish_folder
from overblik.release import read_release
from overblik.settings import ROOT, settings
from overblik.settings_limits import Diskretionering
from tests.deliveries import Tables, write
from tests.intake.drops import DAY
from tests.intake.protection.built import by, held, of_activity
from tests.intake.protection.test_measurements import plan, share


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path / "data"))
    settings.cache_clear()
    return tmp_path / "data"


def publish(data: Path, tables: Tables) -> str:
    outcome = publish_folder(write(tables, data.parent / "leverance"), data, day=DAY)
    assert outcome.release
    assert not outcome.rejected
    return outcome.release


SMALL = of_activity(*(held(month, 2) for month in range(1, 13)))


def test_it_is_made_on_first_use_and_nobody_else_can_read_it(data: Path):
    publish(data, SMALL)
    path = key_path(data)
    assert len(path.read_text().strip()) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["noegle"]


def test_it_stays_the_same_and_stands_in_nothing_that_is_published(data: Path):
    publish(data, SMALL)
    key = key_path(data).read_text().strip()
    publish(data, SMALL | {"oekonomi": []})
    assert key_path(data).read_text().strip() == key
    for path in (data / "udgivelser").rglob("*"):
        assert not path.is_file() or key.encode() not in path.read_bytes()
    told = read_release(data).manifest["settings"]
    assert told["noegle_aftryk"] == fingerprint(key)
    assert (told["graense_personer"], told["graense_sensitiv"]) == (5, 10)


def test_two_installations_have_keys_of_their_own(tmp_path: Path):
    one, two = (installation_key(tmp_path / name, frozenset()) for name in "ab")
    assert one != two


def test_without_the_key_that_releases_were_made_with_nothing_is_published(data: Path):
    before = publish(data, SMALL)
    kept = key_path(data).read_text()
    key_path(data).unlink()
    with pytest.raises(KeyGone) as caught:
        publish(data, SMALL | {"oekonomi": []})
    assert "data/hemmeligt/noegle" in caught.value.notice
    assert not key_path(data).exists()
    assert read_release(data).id == before
    key_path(data).write_text("f" * 64)
    with pytest.raises(KeyGone):
        publish(data, SMALL)
    key_path(data).write_text(kept)
    publish(data, SMALL)


@pytest.mark.parametrize("content", [b"", b"hemmelig", b"F" * 64, b"\xff" * 64])
def test_what_is_no_key_is_refused_and_not_repeated(tmp_path: Path, content: bytes):
    key_path(tmp_path).parent.mkdir()
    key_path(tmp_path).write_bytes(content)
    with pytest.raises(KeyUnusable) as caught:
        installation_key(tmp_path, frozenset())
    assert "hemmelig" not in str(caught.value)
    assert key_path(tmp_path).read_bytes() == content


def test_a_publisher_that_died_while_making_it_leaves_no_half_key(tmp_path: Path):
    key_path(tmp_path).parent.mkdir()
    (key_path(tmp_path).parent / ".noegle").write_text("0123")
    assert len(installation_key(tmp_path, frozenset())) == 64
    assert os.listdir(key_path(tmp_path).parent) == ["noegle"]


def test_the_example_has_a_public_key_and_makes_none(data: Path):
    publish_example(data)
    assert not key_path(data).exists()
    assert read_release(data).manifest["settings"]["noegle_aftryk"] == fingerprint(EXAMPLE_KEY)
    publish(data, SMALL)  # its releases are no reason to refuse a key of one's own
    assert key_path(data).read_text().strip() != EXAMPLE_KEY


def test_it_is_not_in_what_a_log_would_show_of_it_and_git_leaves_it_out():
    assert "aaaa" not in repr(Protection(Diskretionering(), "a" * 64))
    assert "data/hemmeligt/" in (ROOT / ".gitignore").read_text().splitlines()


def test_what_a_release_hid_is_hidden_in_the_next_one_though_it_is_corrected(data: Path):
    def shown() -> dict[object, str]:
        rows = pq.read_table(pa.BufferReader(read_release(data).object_bytes("maaling"))).to_pylist()
        return {area: row["vaerdi_status"] for (area,), row in by(rows, "omraade_id").items()}

    areas = (share(20, 60, "SYD"), share(20, 90, "VEST"))
    publish(data, plan(share(3, 30, "NORD"), *areas, share(43, 180, "ALLE")))
    closed = {"NORD": "skjult", "SYD": "skjult", "VEST": "ok", "ALLE": "ok"}
    assert shown() == closed
    publish(data, plan(share(9, 30, "NORD"), *areas, share(49, 180, "ALLE")))
    assert shown() == closed
    # Still, when a release in between did not have the measurement at all.
    publish(data, plan(*areas))
    publish(data, plan(share(9, 30, "NORD"), *areas, share(49, 180, "ALLE")))
    assert shown() == closed


def test_a_period_that_had_not_ended_is_judged_anew(data: Path):
    def status() -> str:
        (row,) = pq.read_table(pa.BufferReader(read_release(data).object_bytes("maaling"))).to_pylist()
        return str(row["vaerdi_status"])

    ends = {"periode_slut": DAY.replace(month=12, day=31)}
    publish(data, plan(share(3, 30, **ends)))
    assert status() == "skjult"
    publish(data, plan(share(9, 30, **ends)))
    assert status() == "ok"


def test_the_protection_says_its_thresholds_and_not_its_key(data: Path):
    protection = protection_for(data, is_example=True)
    assert protection.told == {
        "graense_personer": 5,
        "graense_sensitiv": 10,
        "graense_naevner": 10,
        "graense_beboere": 100,
        "noegle_aftryk": fingerprint(EXAMPLE_KEY),
    }
