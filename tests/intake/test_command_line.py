"""python -m overblik.intake as other programs call it: exit codes, one JSON object, Danish sentences on stderr."""

import ctypes
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from overblik.intake.__main__ import main
from overblik.release import current_id, pointer_path, read_release
from overblik.settings import ROOT, settings
from tests.intake.drops import chain, drop, drop_all, everything_in, inbox, post, published, spent

BREACH = {"code", "table", "column", "rows", "message"}


def intake(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the command as a child process; OVERBLIK_DATA comes from the fixture."""
    command = [sys.executable, "-m", "overblik.intake", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def here(*arguments: object) -> subprocess.CompletedProcess[str]:
    """As `intake`, without the second that a child process takes."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
from overblik.intake.__main__ import main
from overblik.intake.publishing import publish_example

with tempfile.TemporaryDirectory() as place:
    publish_example(Path(place))
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


def intake_as_nobody(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As `intake`, by a user who owns nothing: all that Python loads is loaded before root is given up."""
    command = [sys.executable, "-c", AS_NOBODY, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def intake_without_override(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As `intake`, by a root who is bound by owners and modes like anybody else."""
    dac_override, dac_read_search, fowner, drop_from_bounding_set = 1, 2, 3, 24

    def bound() -> None:
        for power in (dac_override, dac_read_search, fowner):
            assert ctypes.CDLL(None).prctl(drop_from_bounding_set, power, 0, 0, 0) == 0

    command = [sys.executable, "-m", "overblik.intake", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", preexec_fn=bound)


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one object that --json prints; its shape is a promise (architecture.md, Command line)."""
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    found: dict[str, Any] = json.loads(done.stdout)
    assert list(found) == ["release", "accepted", "rejected", "warnings"]
    for rejected in found["rejected"]:
        assert list(rejected) == ["file", "breaches"]
        assert all(set(breach) == BREACH for breach in rejected["breaches"])
    assert all(set(warning) == BREACH | {"file"} for warning in found["warnings"])
    return found


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What stands on stderr when it could not work: Danish, one line, no traceback, nothing on stdout."""
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")
    return done.stderr


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with a release of 100 kr., 20 of them from FOB."""
    drop_all(in_use, oekonomi=[post("a", 80)])
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    published(in_use)
    return in_use


def test_publish_takes_all_and_says_so(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    found = told(done := intake("publish", "--json"))
    assert done.returncode == 0
    assert found["release"] == current_id(in_use)
    assert sorted(found["accepted"]) == sorted(s["fil"] for s in read_release(in_use).manifest["sources"])
    assert found["rejected"] == []
    assert "for_gamle_tal" in {warning["code"] for warning in found["warnings"]}
    again = intake("publish")
    assert (again.returncode, again.stdout) == (0, "Der ligger ingen filer i indbakken.\n")


def test_publish_of_a_bad_file_ends_with_one_and_the_former_release(released: Path) -> None:
    before = current_id(released)
    drop(released, "SB/oekonomi.parquet", post("c", 1, bidragyder="UKENDT"), post("d", 2, omraade_id="UKENDT"))
    found = told(done := intake("publish", "--json"))
    assert (done.returncode, found["release"], found["accepted"]) == (1, None, [])
    assert current_id(released) == before
    (rejected,) = found["rejected"]
    assert rejected["file"] == "SB/oekonomi.parquet"
    assert {(b["code"], b["table"], b["column"], b["rows"]) for b in rejected["breaches"]} == {
        ("ukendt_noegle", "oekonomi", "bidragyder", 1),
        ("ukendt_noegle", "oekonomi", "omraade_id", 1),
    }
    assert spent() == "100.00"
    drop(released, "SB/oekonomi.parquet", post("c", 1, bidragyder="UKENDT"))
    spoken = intake("publish")
    assert spoken.returncode == 1
    assert "Afvist. SB/oekonomi.parquet" in spoken.stdout
    assert "siderne viser fortsat de seneste godkendte tal" in spoken.stdout
    folder = max(path.name for path in (released / "afvist").iterdir() if path.is_dir())
    assert f"afvist/{folder}" in spoken.stdout
    again = intake("publish")
    assert (again.returncode, again.stdout) == (0, "Der ligger ingen filer i indbakken.\n")


def test_check_judges_and_keeps_nothing(released: Path, tmp_path: Path) -> None:
    path = drop(released, "FOB/oekonomi.parquet", post("b", 25)).rename(tmp_path / "oekonomi__ny.parquet")
    stored = everything_in(released)
    found = told(done := intake("check", path, "--json"))
    assert (done.returncode, found["accepted"]) == (1, [])  # FOB's b stands there already
    assert {breach["code"] for breach in found["rejected"][0]["breaches"]} == {"dobbelt_noegle"}
    assert everything_in(released) == stored
    assert found["release"] is None


@pytest.mark.parametrize("place", ["in the inbox", "in a folder of the organisation's name", "relative"])
def test_check_of_a_redelivery_judges_it_in_the_old_ones_place(
    place: str, released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(released, "FOB/oekonomi.parquet", post("b", 25))
    if place != "in the inbox":
        path = path.parent.rename(tmp_path / "FOB") / path.name
    if place == "relative":
        monkeypatch.chdir(path.parent)
        with monkeypatch.context() as patch:
            patch.setenv("PYTHONPATH", str(ROOT))
            command = [sys.executable, "-m", "overblik.intake", "check", "--json", path.name]
            done = subprocess.run(command, capture_output=True, encoding="utf-8")
    else:
        done = here("check", "--json", path)
    assert told(done)["accepted"] == ["FOB/oekonomi.parquet"]
    assert done.returncode == 0


def test_check_of_a_file_that_is_not_there_is_a_sentence(released: Path, tmp_path: Path) -> None:
    assert "den findes ikke" in sentence(here("check", tmp_path / "oekonomi.parquet"))


def test_the_example_comes_only_where_there_is_no_release(in_use: Path) -> None:
    found = told(done := here("publish", "--ellers-eksempel", "--json"))
    assert done.returncode == 0
    assert read_release(in_use).is_example
    assert len(found["accepted"]) > 20
    assert told(here("publish", "--ellers-eksempel", "--json"))["accepted"] == []


def test_the_example_is_refused_beside_real_figures(released: Path) -> None:
    before = current_id(released)
    assert "rigtige tal" in sentence(intake("publish", "--eksempel"))
    assert current_id(released) == before


def test_a_bad_first_drop_is_told_of_and_the_example_is_shown_meanwhile(in_use: Path) -> None:
    drop(in_use, "oekonomi.parquet", post("a", 1))
    done = here("publish", "--ellers-eksempel")
    assert done.returncode == 1
    assert "Venter. oekonomi.parquet" in done.stdout
    assert "eksemplet med opdigtede tal, som siderne viser" in done.stdout
    assert list(everything_in(inbox(in_use))) == ["oekonomi.parquet"]


def test_releases_are_listed_newest_first(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 25))
    published(released)
    ids = [release.id for release in chain(released)]
    listed = intake("releases")
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [each[:10] for each in ids]
    assert [each["release"] for each in json.loads(intake("releases", "--json").stdout)] == ids


def test_without_a_release_there_is_none_to_list(in_use: Path) -> None:
    assert "endnu ikke udgivet" in sentence(here("releases"))


@pytest.mark.parametrize("arguments", [("publish",), ("releases",), ("check", "{inbox}/oekonomi.parquet")])
def test_a_damaged_store_is_a_sentence(arguments: tuple[str, ...], released: Path) -> None:
    drop(released, "oekonomi.parquet", post("a", 1))
    pointer_path(released / "udgivelser").write_text("ingenting")
    given = [argument.format(inbox=inbox(released)) for argument in arguments]
    assert "udgivelser/aktuel" in sentence(here(*given))


@pytest.mark.parametrize("where", ["a file", "below a file", "below nothing that can be made"])
def test_a_data_folder_that_cannot_be_written_is_a_sentence(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").touch()
    places = {"a file": tmp_path / "fil", "below a file": tmp_path / "fil" / "data"}
    monkeypatch.setenv("OVERBLIK_DATA", str(places.get(where, "/proc/findes-ikke")))
    settings.cache_clear()
    assert "kunne ikke læses eller skrives" in sentence(here("publish"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_somebody_else_owns_is_a_sentence(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 25))
    before = current_id(released)
    for folder in (released, *released.parents[:3]):
        folder.chmod(0o755)
    assert "der er ikke adgang" in sentence(intake_as_nobody("publish"))
    assert current_id(released) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_that_cannot_leave_the_inbox_is_published_with_a_warning(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 25))
    os.chown(inbox(released) / "FOB", 65534, 65534)
    found = told(intake_without_override("publish", "--json"))
    assert found["accepted"] == ["FOB/oekonomi.parquet"]
    assert "bliver_liggende" in {warning["code"] for warning in found["warnings"]}
    assert spent() == "105.00"


def test_a_wrong_setting_is_a_sentence(in_use: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_UDGIV_FRITEKST", "måske")
    settings.cache_clear()
    assert "OVERBLIK_UDGIV_FRITEKST" in sentence(here("publish"))
    monkeypatch.delenv("OVERBLIK_UDGIV_FRITEKST")
    settings.cache_clear()
    monkeypatch.setenv("OVERBLIK_I_DAG", "i går")
    drop_all(in_use, oekonomi=[post("a", 1)])
    assert "OVERBLIK_I_DAG" in sentence(here("publish"))


def test_a_reader_that_leaves_early_is_no_error(released: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "overblik.intake", "releases"], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_text_is_utf8_whatever_the_terminal_says(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    drop(released, "SB/oekonomi__æøå.parquet", post("b", 1))
    assert "SB/oekonomi__æøå.parquet" in {each["file"] for each in told(intake("publish", "--json"))["rejected"]}


def test_a_command_there_is_not_ends_with_two() -> None:
    assert intake("findes-ikke").returncode == 2
    assert intake().returncode == 2


def test_the_candidate_is_shown_approved_and_refused_by_command(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_UDGIVELSE", "godkendes")
    settings.cache_clear()
    assert here("candidates").stdout == "Der venter ingen udgivelse på godkendelse.\n"
    drop(released, "FOB/oekonomi.parquet", post("b", 25))
    before = current_id(released)
    assert told(here("publish", "--json"))["release"] is None
    (waits,) = json.loads(here("candidates", "--json").stdout)
    assert waits["files"] == ["FOB/oekonomi.parquet"]
    assert waits["release"][:10] in here("candidates").stdout
    assert current_id(released) == before
    assert told(here("release", waits["release"], "--json"))["release"] == current_id(released)
    assert "venter ikke på godkendelse" in sentence(here("release", waits["release"]))
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    assert "som venter på godkendelse" in here("publish").stdout
    (waits,) = json.loads(here("candidates", "--json").stdout)
    assert "1 fil(er) er lagt til side" in here("refuse", waits["release"][:8]).stdout
    assert spent() == "105.00"
