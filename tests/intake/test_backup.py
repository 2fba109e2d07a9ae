"""A backup puts figures, originals and key back on a machine that has nothing; what is not whole puts nothing back."""

import hashlib
import io
import shutil
import tarfile
from pathlib import Path

import pytest

from overblik.answers import fetch
from overblik.intake.__main__ import main
from overblik.intake.backup import BackupUnusable, Kept, back_up
from overblik.intake.protection_key import key_path
from overblik.intake.publishing import publish_folder, publish_inbox
from overblik.intake.recovering import recover
from overblik.release import current_id, object_path, pointer_path, read_release, releases_folder
from overblik.settings import EKSEMPEL, settings


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases of real figures: the example's files handed in as one's own, then one of them anew."""
    data = tmp_path_factory.mktemp("udgivet")
    assert publish_folder(EKSEMPEL, data).release
    (data / "indbakke").mkdir(exist_ok=True)
    shutil.copy(EKSEMPEL / "boligbestand.parquet", data / "indbakke")
    assert publish_inbox(data).release
    return data


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copytree(published, tmp_path / "gammel")


@pytest.fixture
def kept(data: Path, tmp_path: Path) -> Kept:
    toml = tmp_path / "overblik.toml"
    toml.write_text('organ = "bestyrelsen"\n')
    return back_up(data, tmp_path / "kopi", tmp_path / "noegler", toml)


def everything(data: Path) -> dict[str, tuple[str, int]]:
    """Every file of releases, archive and key: its hash and mode."""
    running = ("laas", "vagt", "tilstand.json")
    return {
        path.relative_to(data).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode & 0o777)
        for name in ("udgivelser", "arkiv", "hemmeligt")
        for path in sorted((data / name).rglob("*"))
        if path.is_file() and path.name not in running
    }


def test_a_machine_with_nothing_gets_all_of_it_back_and_publishes_on(
    data: Path, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "ny"
    assert recover(kept.file, kept.key, new) == current_id(data)
    assert everything(new) == everything(data)
    assert len(everything(new)) > 40
    assert [(new / name).stat().st_mode & 0o777 for name in ("arkiv", "hemmeligt", "udgivelser")] == [
        0o700,
        0o700,
        0o755,
    ]
    assert (new / "overblik.toml").read_text() == 'organ = "bestyrelsen"\n'

    def answers(where: Path) -> list[dict[str, object]]:
        monkeypatch.setenv("OVERBLIK_DATA", str(where))
        settings.cache_clear()
        return fetch("noegletal").rows()

    assert answers(new) == answers(data)
    # With the same key, the same originals: the next delivery is published on top.
    (new / "indbakke").mkdir()
    shutil.copy(EKSEMPEL / "boligbestand.parquet", new / "indbakke")
    release = publish_inbox(new).release
    assert release
    assert read_release(new).manifest["parent"] == current_id(data)


def test_the_backup_holds_neither_the_key_nor_what_is_refused_or_not_taken_yet(data: Path, tmp_path: Path) -> None:
    (data / "indbakke" / "oekonomi.parquet").write_bytes(b"ikke taget")
    (data / "afvist" / "20260101T000000Z").mkdir(parents=True)
    (data / "afvist" / "20260101T000000Z" / "x.parquet").write_bytes(b"afvist")
    kept = back_up(data, tmp_path / "kopi", tmp_path / "noegler")
    assert key_path(data).read_bytes().strip() not in kept.file.read_bytes()
    with tarfile.open(kept.file) as tar:
        assert {name.split("/")[0] for name in tar.getnames()} <= {"udgivelser", "arkiv", "sendt.json", "overblik.toml"}
    assert [path.stat().st_mode & 0o777 for path in (kept.file, kept.key) if path] == [0o600, 0o400]


def test_a_flipped_bit_anywhere_stops_the_recovery_and_nothing_is_left(kept: Kept, tmp_path: Path) -> None:
    whole = kept.file.read_bytes()
    with tarfile.open(kept.file) as tar:
        places = {member.name: member.offset_data + member.size // 2 for member in tar if member.size}
    names = [name for name in places if len(Path(name).stem) == 64 or name.endswith("aktuel")]
    assert len(names) > 40
    # Each is a whole recovery, made to last step by step: one of every four, and the pointer.
    for name in [*names[::4], "udgivelser/aktuel"]:
        damaged = bytearray(whole)
        damaged[places[name]] ^= 1
        kept.file.write_bytes(damaged)
        with pytest.raises(BackupUnusable):
            recover(kept.file, kept.key, tmp_path / "ny")
        assert not [path for path in (tmp_path / "ny").rglob("*") if path.is_file()], name


def test_a_backup_that_is_cut_short_or_none_at_all_stops_the_recovery(kept: Kept, tmp_path: Path) -> None:
    whole = kept.file.read_bytes()
    for bytes_ in (whole[: len(whole) // 2], whole[:700], b"", b"ikke en tar" * 100):
        kept.file.write_bytes(bytes_)
        with pytest.raises(BackupUnusable):
            recover(kept.file, kept.key, tmp_path / "ny")
        assert not [path for path in (tmp_path / "ny").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "name",
    [
        "../ude.txt",
        "/tmp/ude.txt",
        "udgivelser/../../ude.txt",
        "hemmeligt/noegle",
        "arkiv/undermappe/x",
        "udgivelser/.skjult",
        "dashboard.py",
    ],
)
def test_a_backup_with_a_file_in_a_place_of_its_own_choice_is_none(kept: Kept, tmp_path: Path, name: str) -> None:
    with tarfile.open(kept.file, "a") as tar:
        member = tarfile.TarInfo(name)
        member.size = 3
        tar.addfile(member, io.BytesIO(b"ude"))
    with pytest.raises(BackupUnusable):
        recover(kept.file, kept.key, tmp_path / "dyb" / "ny")
    assert not list(tmp_path.rglob("ude.txt"))


def test_a_link_in_a_backup_is_not_followed(kept: Kept, tmp_path: Path) -> None:
    with tarfile.open(kept.file, "a") as tar:
        member = tarfile.TarInfo("udgivelser/fastholdt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(BackupUnusable):
        recover(kept.file, kept.key, tmp_path / "ny")


def test_without_the_right_key_nothing_is_put_back(kept: Kept, tmp_path: Path) -> None:
    other = tmp_path / "en_anden"
    other.write_text("0" * 64)
    for key in (None, other):
        with pytest.raises(BackupUnusable) as refused:
            recover(kept.file, key, tmp_path / "ny")
        assert kept.key is not None
        assert kept.key.name in refused.value.notice
        assert not [path for path in (tmp_path / "ny").rglob("*") if path.is_file()]


def test_what_is_there_is_never_overwritten(data: Path, kept: Kept) -> None:
    before = everything(data)
    with pytest.raises(BackupUnusable):
        recover(kept.file, kept.key, data)
    assert everything(data) == before


def test_a_damaged_object_is_told_and_left_out_and_the_backup_is_made(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    release = read_release(data)
    damaged = object_path(releases_folder(data), release.manifest["objects"]["plan"]["sha256"])
    damaged.chmod(0o644)
    damaged.write_bytes(b"beskadiget")
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    settings.cache_clear()
    assert main(["backup", str(tmp_path / "kopi")]) == 1
    told = capsys.readouterr().out
    assert damaged.name in told
    assert "Nøglen er IKKE med" in told
    (file,) = (tmp_path / "kopi").iterdir()
    with pytest.raises(BackupUnusable):  # the release in force is not whole in it
        recover(file, key_path(data), tmp_path / "ny")


def test_both_ways_by_command(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    settings.cache_clear()
    assert main(["backup", str(tmp_path / "kopi"), "--noegle", str(tmp_path / "noegler")]) == 0
    (file,), (key,) = (tmp_path / "kopi").iterdir(), (tmp_path / "noegler").iterdir()
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path / "ny"))
    settings.cache_clear()
    assert main(["recover", str(file), "--noegle", str(key)]) == 0
    assert "Genskabt og kontrolleret" in capsys.readouterr().out
    assert pointer_path(releases_folder(tmp_path / "ny")).read_text() == current_id(data)
    assert main(["backup", str(tmp_path / "tom_kopi")]) == 0


def test_where_nothing_is_released_there_is_nothing_to_keep(tmp_path: Path) -> None:
    with pytest.raises(BackupUnusable):
        back_up(tmp_path / "tom", tmp_path / "kopi", None)
    assert not (tmp_path / "kopi").exists()
