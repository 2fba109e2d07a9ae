"""The quarantine: every refused file untouched beside a report; personal data out of sight and erased in time."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from overblik.intake.publishing import publish_inbox
from overblik.intake.quarantine import erase_expired
from overblik.mailbox_reports import reports
from overblik.settings import ROOT, settings
from tests.intake.drops import DAY, codes, drop, drop_all, everything_in, inbox, post, published, refused, set_aside

CPR = "010190-1234"


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with a release of 100 kr. in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    return in_use


def log(data: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (data / "afvist" / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def test_one_drop_is_one_folder_with_one_report_grouped_by_file_and_column(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None), post("c", 1, form=None))
    drop(released, "SB/oekonomi.parquet", post("d", 1, bidragyder=None))
    outcome = refused(released)
    (report,) = reports(released)
    assert report.mappe == outcome.quarantine
    text = (released / "afvist" / report.mappe / "rapport.txt").read_text(encoding="utf-8")
    assert text.startswith("2 filer afvist, 3 fejl\n")
    lines = text.splitlines()
    assert [line for line in lines if line.startswith(("FOB", "SB"))] == [
        "FOB/oekonomi.parquet (Økonomi)",
        "SB/oekonomi.parquet (Økonomi)",
    ]
    assert [line for line in lines if line.startswith("Kolonnen")] == [
        "Kolonnen bidragyder:",
        "Kolonnen form:",
        "Kolonnen bidragyder:",
    ]


def test_two_drops_of_one_second_have_a_folder_each(released: Path) -> None:
    for number in range(3):
        drop(released, "FOB/oekonomi.parquet", post("b", number, bidragyder=None))
        refused(released)
    assert len(reports(released)) == len({report.mappe for report in reports(released)}) == 3


def test_what_a_killed_one_left_half_written_beside_the_drops_stops_nobody(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None))
    refused(released)
    half = released / "afvist" / ".ny-venter.json"  # of what is remembered of the files that wait
    half.write_text('[{"fil"', encoding="utf-8")
    drop(released, "FOB/oekonomi.parquet", post("b", 1))
    published(released)
    assert not half.exists()


def test_what_is_refused_is_logged_without_a_value(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("HEMMELIG-9", 1, bidragyder=None))
    refused(released)
    (line,) = log(released)
    assert (line["handling"], line["fil"], line["koder"]) == ("afvist", "FOB/oekonomi.parquet", ["mangler_vaerdi"])
    assert "HEMMELIG" not in str(line)


def test_personal_data_is_kept_unreadable_to_others_and_its_report_is_not(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 1, note=f"se {CPR}"))
    outcome = refused(released)
    folder = released / "afvist" / str(outcome.quarantine)
    kept = folder / "persondata" / "FOB" / "oekonomi.parquet"
    assert kept.stat().st_mode & 0o777 == 0o400
    assert (folder / "persondata").stat().st_mode & 0o777 == 0o700
    assert (folder / "rapport.txt").stat().st_mode & 0o777 == 0o644
    (report,) = reports(released)
    assert report.filer[0].persondata
    assert report.filer[0].slettes == (DAY + timedelta(days=7)).isoformat()
    assert everything_in(inbox(released)) == {}
    told = [
        path.read_bytes()
        for path in (folder / "rapport.txt", folder / "rapport.json", released / "afvist" / "log.jsonl")
    ]
    assert not any(CPR.encode() in content for content in told)


@pytest.mark.parametrize(("days", "gone"), [(6, False), (7, True), (400, True)])
def test_personal_data_is_erased_when_its_days_are_over(
    days: int, gone: bool, released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 1, note=f"se {CPR}"))
    drop(released, "SB/oekonomi.parquet", post("c", 1, bidragyder=None))
    refused(released)
    monkeypatch.setenv("OVERBLIK_I_DAG", (DAY + timedelta(days=days)).isoformat())
    publish_inbox(released)  # nothing lies there; the days are looked at all the same
    left = {name for name in set_aside(released) if "persondata" in name}
    assert left == (set() if gone else {"persondata/FOB/oekonomi.parquet"})
    assert "SB/oekonomi.parquet" in set_aside(released)  # what has no personal data in it stays
    (report,) = reports(released)
    assert [bool(file.slettet) for file in report.filer] == [gone, False]
    assert [line["handling"] for line in log(released)].count("slettet") == gone
    assert erase_expired(released, DAY + timedelta(days=days)) == []  # once


def test_how_long_personal_data_is_kept_is_a_setting(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_AFVIST_PERSONDATA_DAGE", "0")
    settings.cache_clear()
    drop(released, "FOB/oekonomi.parquet", post("b", 1, note=f"se {CPR}"))
    refused(released)
    publish_inbox(released)
    assert set_aside(released) == {}


def test_names_that_become_the_same_when_shown_are_kept_apart(released: Path) -> None:
    for name in (b"oekonomi__\xff.parquet", b"oekonomi__\xfe.parquet"):
        drop(released, "oekonomi__x.parquet", post("b", 1)).rename(
            os.fsdecode(os.fsencode(inbox(released)) + b"/" + name)
        )
    refused(released)
    assert len(set_aside(released)) == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from overblik.intake.publishing import publish_inbox
data, left = Path(sys.argv[1]), int(sys.argv[2])
def hook(event, arguments):
    global left
    if event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir") or (
        event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    ):
        if str(data / "afvist") in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
publish_inbox(data)
"""


def test_killed_at_any_step_of_setting_aside_each_file_is_in_one_place(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None))
    drop(released, "SB/oekonomi.parquet", post("c", 1, note=f"se {CPR}"))
    (inbox(released) / "x" / "y").mkdir(parents=True)
    (inbox(released) / "x" / "y" / "maal.parquet").write_bytes(b"for dybt")
    names = ["FOB/oekonomi.parquet", "persondata/SB/oekonomi.parquet", "x/y/maal.parquet"]
    step, killed = 0, True
    while killed:
        done = subprocess.run([sys.executable, "-c", KILLED, str(released), str(step)], cwd=ROOT, capture_output=True)
        killed = done.returncode != 0
        somewhere = [*everything_in(inbox(released)), *unfinished(released), *set_aside(released)]
        assert sorted({name.removeprefix("persondata/") for name in somewhere}) == sorted(
            name.removeprefix("persondata/") for name in names
        ), step
        step += 4
    assert step > 8
    publish_inbox(released)
    assert everything_in(inbox(released)) == {}
    assert sorted(set_aside(released)) == names
    assert codes(publish_inbox(released)) == {}


def unfinished(data: Path) -> list[str]:
    """Files in folders of the quarantine that nobody has finished."""
    return [
        "/".join(path.relative_to(data / "afvist").parts[1:])
        for path in (data / "afvist").glob(".ny-*/**/*.parquet")
        if path.is_file()
    ]
