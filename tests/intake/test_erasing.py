"""A file is taken out of what is in force, or erased for good with every release that was built on it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from overblik.answers import current_release, fetch
from overblik.errors import NoRelease, ReleaseWithdrawn
from overblik.intake.erasing import EraseUnknown, erase
from overblik.intake.publishing import publish_inbox
from overblik.intake.restoring import restore
from overblik.intake.withdrawing import WithdrawRefused, withdraw
from overblik.mailbox import candidate_id
from overblik.release import Release, read_release
from overblik.release_history import chain, history, release_at
from overblik.settings import settings
from tests.intake.drops import drop, drop_all, everything_in, inbox, post, published, spent, whole
from tests.intake.faults.faults import with_fault
from tests.intake.faults.steps import recorded

SECRET = b"EN-HEMMELIG-POST"  # stands in FOB's file, and nowhere when it has been erased


@pytest.fixture
def three(in_use: Path) -> list[Release]:
    """100 kr.; then 20 more from FOB; then 3 more from SB. The last is in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    made = [published(in_use)]
    drop(in_use, "FOB/oekonomi.parquet", post(SECRET.decode(), 20))
    made.append(published(in_use))
    drop(in_use, "SB/oekonomi.parquet", post("c", 3))
    made.append(published(in_use))
    return made


def sha256_of(release: Release, fil: str) -> str:
    return str(next(source["sha256"] for source in release.manifest["sources"] if source["fil"] == fil))


def holds_the_secret(data: Path) -> list[str]:
    return [name for name, content in everything_in(data).items() if SECRET in content]


def test_a_withdrawn_file_is_no_longer_in_what_is_in_force(three: list[Release], in_use: Path) -> None:
    new = withdraw(in_use, "FOB/oekonomi.parquet", hvem="sekretær")
    assert spent() == "103.00"
    assert new.manifest["parent"] == three[-1].id
    assert "FOB/oekonomi.parquet" not in {source["fil"] for source in new.manifest["sources"]}
    assert whole(three[-1])  # a link to it shows what it did
    drop(in_use, "oekonomi.parquet", post("a", 200))
    published(in_use)
    assert spent() == "203.00"  # nor does it come back with the next drop


def test_a_withdrawal_that_would_break_the_rest_changes_nothing(three: list[Release], in_use: Path) -> None:
    for fil, said in (
        ("indsats.parquet", "holder resten ikke"),
        ("FOB/oekonomi.parqet", "Mente du FOB/oekonomi.parquet?"),
    ):
        with pytest.raises(WithdrawRefused) as caught:
            withdraw(in_use, fil)
        assert said in caught.value.notice
        assert SECRET.decode() not in caught.value.notice
    assert read_release(in_use) == three[-1]


@pytest.mark.parametrize("by", ["name", "sha256"])
def test_an_erased_file_is_nowhere_and_what_was_built_on_it_is_withdrawn(
    by: str, three: list[Release], in_use: Path
) -> None:
    first, second, third = three
    sha256 = sha256_of(second, "FOB/oekonomi.parquet")
    (in_use / "arkiv" / f"{sha256}.json").write_bytes(SECRET)  # kept beside the original
    assert holds_the_secret(in_use)
    erased = erase(in_use, "FOB/oekonomi.parquet" if by == "name" else sha256, hvem="databeskyttelse")
    assert holds_the_secret(in_use) == []
    assert set(erased.withdrawn) == {second.id, third.id}
    assert spent() == "103.00"
    for release in (second, third):
        with pytest.raises(ReleaseWithdrawn) as caught:
            fetch("noegletal", release=release.id[:16])
        assert "trukket tilbage" in caught.value.notice
        with pytest.raises(ReleaseWithdrawn):
            restore(in_use, release.id)
    assert [release.id for release in chain(in_use)] == [erased.in_force, first.id]
    assert all(whole(release) for release in chain(in_use))
    used = {e["sha256"] for release in chain(in_use) for e in release.manifest["objects"].values()}
    assert {path.stem for path in (in_use / "udgivelser" / "objekter").iterdir()} == used
    (line,) = (in_use / "arkiv" / "slettet.jsonl").read_text().splitlines()
    told = json.loads(line)
    assert (told["sha256"], told["gaelder"], told["hvem"]) == ([sha256], erased.in_force, "databeskyttelse")
    assert set(told["trukket"]) == {second.id, third.id}
    drop(in_use, "FOB/oekonomi.parquet", post("b", 30))
    published(in_use)
    assert spent() == "133.00"


def test_where_the_rest_cannot_stand_alone_the_last_good_release_is_in_force(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = published(in_use)
    drop(in_use, "indsats.parquet", {}, {"indsats_id": "I2", "navn": "Ny"})
    drop(in_use, "milepael.parquet", {"indsats_id": "I2"})
    published(in_use)
    erased = erase(in_use, sha256_of(read_release(in_use), "indsats.parquet"))
    now = read_release(in_use)
    assert (now.id, now.manifest["gendannet"]) == (erased.in_force, first.id)
    assert whole(now) == whole(first)


def test_where_nothing_is_left_there_is_no_release(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    assert erase(in_use, "helhedsplan.parquet").in_force is None
    with pytest.raises(NoRelease):
        current_release()
    drop_all(in_use, oekonomi=[post("a", 777)])
    published(in_use)
    assert spent() == "777.00"


def test_what_a_meeting_saw_is_told_to_be_withdrawn_and_no_older_figures_take_its_place(
    in_use: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = published(in_use)
    monkeypatch.setenv("OVERBLIK_I_DAG", "2023-05-12")
    settings.cache_clear()
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    published(in_use)
    monkeypatch.setenv("OVERBLIK_I_DAG", "2023-06-12")
    settings.cache_clear()
    erase(in_use, "FOB/oekonomi.parquet")
    assert release_at(in_use, date(2023, 4, 30)) == first
    with pytest.raises(ReleaseWithdrawn):
        release_at(in_use, date(2023, 5, 20))


def test_a_refused_and_a_waiting_file_are_erased_too(three: list[Release], in_use: Path) -> None:
    drop(in_use, "SB/oekonomi__ny.parquet", post(SECRET.decode(), 1, omraade_id="UKENDT"))
    publish_inbox(in_use)
    path = drop(in_use, "SB/oekonomi__ny.parquet", post(SECRET.decode(), 2))
    before = read_release(in_use)
    assert erase(in_use, "SB/oekonomi__ny.parquet").withdrawn == ()
    assert not path.exists()
    assert read_release(in_use) == before
    assert not [name for name in holds_the_secret(in_use) if not name.startswith("arkiv")]  # FOB's own stays
    (report,) = (in_use / "afvist").glob("*/rapport.json")
    assert json.loads(report.read_text())["filer"][0]["slettet"]


def test_a_candidate_with_the_file_waits_no_longer_and_its_other_files_do(
    three: list[Release], in_use: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_UDGIVELSE", "godkendes")
    settings.cache_clear()
    drop(in_use, "SB/oekonomi__ny.parquet", post(SECRET.decode() + "2", 7))
    drop(in_use, "SB/milepael.parquet", {})
    candidate = publish_inbox(in_use).candidate
    assert candidate is not None
    assert erase(in_use, "SB/oekonomi__ny.parquet").withdrawn == (candidate,)
    assert read_release(in_use) == three[-1]
    assert candidate_id(in_use) is None
    assert list(everything_in(inbox(in_use))) == ["SB/milepael.parquet"]
    assert publish_inbox(in_use).accepted == ("SB/milepael.parquet",)


def test_a_name_that_nobody_delivered_is_told(three: list[Release], in_use: Path) -> None:
    with pytest.raises(EraseUnknown):
        erase(in_use, "FOB/findes_ikke.parquet")
    assert read_release(in_use) == three[-1]


def test_an_erasure_that_was_killed_is_finished_by_the_next(three: list[Release], in_use: Path, tmp_path: Path) -> None:
    counted = shutil.copytree(in_use, tmp_path / "talt")
    steps = recorded(counted, lambda: erase(counted, "FOB/oekonomi.parquet"))
    telling = [n for n, step in enumerate(steps) if step.kind in ("rename", "unlink") and ".ny-" not in step.to]
    for number in telling[::4]:
        data = tmp_path / "prøve"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(in_use, data)
        with_fault(data, lambda: erase(tmp_path / "prøve", "FOB/oekonomi.parquet"), number, "SIGKILL")
        try:
            erase(data, "FOB/oekonomi.parquet")
        except EraseUnknown:
            assert steps[number].path.startswith("udgivelser/manifest")  # all was done but the very last
        assert holds_the_secret(data) == [], steps[number]
        assert [r.id for r in history(data) if isinstance(r, Release)][-1] == three[0].id
        assert whole(read_release(data))
