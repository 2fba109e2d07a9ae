"""python -m overblik.answers as other programs call it: formats, parameters, exit codes, Danish sentences on stderr."""

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from overblik.answers import fetch, questions
from overblik.answers.__main__ import FORMATS, main
from overblik.release import current_id, read_release
from overblik.settings import ROOT


def answers(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the command as a child process; OVERBLIK_DATA comes from the fixture."""
    command = [sys.executable, "-m", "overblik.answers", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def asked(*arguments: object) -> str:
    """What it answers, which it must."""
    done = answers(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def sentence(*arguments: object) -> str:
    """What it says when it cannot: Danish, no traceback, nothing on stdout, exit code 2."""
    done = answers(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith((".\n", "?\n"))
    return done.stderr


def rows(*arguments: object) -> list[dict[str, Any]]:
    """The rows of a JSON answer, numbers with decimals as they are written."""
    found: list[dict[str, Any]] = json.loads(asked(*arguments, "--format", "json"), parse_float=Decimal)
    return found


def test_without_a_name_it_lists_every_question(example_data: Path) -> None:
    assert [line.split()[0] for line in asked().splitlines()] == list(questions())


def test_json_is_an_array_of_rows_with_money_to_the_oere(example_data: Path) -> None:
    (row,) = rows("noegletal")
    answer = fetch("noegletal").one()
    assert list(row) == list(answer)
    for name, column in fetch("noegletal").question.columns.items():
        if column.unit == "kr" and answer[name] is not None:
            assert str(row[name]) == str(answer[name]), name
            assert str(row[name])[-3] == ".", name
    assert row["statusdato"] == answer["statusdato"].isoformat()
    assert isinstance(row["fremmoeder"], int)
    assert row["har_maal"] is True


def test_csv_has_iso_dates_decimal_points_and_nothing_for_null(example_data: Path) -> None:
    found = list(csv.DictReader(io.StringIO(asked("milepaele", "--format", "csv"))))
    answer = fetch("milepaele").rows()
    assert len(found) == len(answer)
    for line, row in zip(found, answer, strict=True):
        assert line["aftalt_dato"] == row["aftalt_dato"].isoformat()
        assert line["naaet_dato"] == (row["naaet_dato"].isoformat() if row["naaet_dato"] else "")


def test_a_table_is_for_reading(example_data: Path) -> None:
    lines = asked("oekonomi_pr_kategori").splitlines()
    assert lines[0].split()[:2] == ["kategori", "navn"]
    assert len(lines) == 1 + len(fetch("oekonomi_pr_kategori").rows()) + 2
    assert lines[-1] == "Eksempeldata, opdigtede tal"


def test_parameters_that_may_be_repeated_take_all_that_are_given(example_data: Path) -> None:
    areas = [row["omraade_id"] for row in fetch("valg_omraade").rows()][:2]
    codes = [row["indsatsomraade_kode"] for row in fetch("valg_indsatsomraade").rows()][:2]
    given = [part for area in areas for part in ("--param", f"omraade={area}")]
    given += [part for code in codes for part in ("--param", f"indsatsomraade={code}")]
    found = rows("status", *given)
    assert found == json.loads(json.dumps(fetch("status", omraade=tuple(areas), indsatsomraade=tuple(codes)).rows()))
    assert {row["omraade_id"] for row in found} - {"ALLE", "FAELLES"} == set(areas)


def test_months_and_statusdato_are_taken(example_data: Path) -> None:
    found = rows(
        "oekonomi_pr_maaned", "--param", "fra=2022-11", "--param", "til=2023-01", "--param", "statusdato=2022-12-31"
    )
    assert [row["maaned"] for row in found] == ["2022-11", "2022-12", "2023-01"]
    assert [row["forbrug_kr"] is None for row in found] == [False, False, True]


@pytest.mark.parametrize("name", list(questions()))
@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_every_answer_can_be_written_in_every_form(name: str, form: str, example_data: Path) -> None:
    own = {"indsats": "", "indikator": "", "sted": ""}
    answer = fetch(name, **{param: value for param, value in own.items() if param in questions()[name].params})
    text = FORMATS[form](answer)
    assert text.endswith("\n")
    if form == "json":
        assert len(json.loads(text)) == answer.table.num_rows


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["findes_ikke"], "noegletal"),
        (["../noegletal"], "noegletal"),
        (["noegletal", "--param", "farve=blå"], "har ingen parameter farve"),
        (["noegletal", "--param", "name=x"], "har ingen parameter name"),
        (["noegletal", "--param", "choice=x"], "har ingen parameter choice"),
        (["noegletal", "--param", "release=x"], "--release"),
        (["noegletal", "--param", "direkte_kategorier=x"], "har ingen parameter direkte_kategorier"),
        (["noegletal", "--param", "omraade"], "navn=værdi"),
        (["noegletal", "--param", "omraade="], "navn=værdi"),
        (["noegletal", "--param", "plan=1", "--param", "plan=2"], "kun gives én gang"),
        (["noegletal", "--param", "plan=FINDES_IKKE"], "Vælg en af"),
        (["noegletal", "--param", "fra=2023-13"], "ÅÅÅÅ-MM"),
        (["noegletal", "--param", "fra=maj 2023"], "ÅÅÅÅ-MM"),
        (["noegletal", "--param", "til=2023-01-31"], "ÅÅÅÅ-MM"),
        (["noegletal", "--param", "fra=2023-03", "--param", "til=2023-01"], "Byt om"),
        (["noegletal", "--param", "statusdato=31-03-2023"], "ÅÅÅÅ-MM-DD"),
        (["noegletal", "--param", "statusdato=2023-02-30"], "ÅÅÅÅ-MM-DD"),
        (["noegletal", "--param", "statusdato=2023-03-30"], "2023-03-31"),
        (["noegletal", "--param", "statusdato=2024-03-01"], "2024-02-29"),
        (["noegletal", "--param", "statusdato=0001-01-02"], "0001-01-31"),
        (["noegletal", "--param", "organisation=ØÆÅ"], "findes ikke i tallene. Mulige er: "),
        (["noegletal", "--param", "indsatsomraade=' or 1=1 --"], "findes ikke i tallene"),
        (["noegletal", "--release", "00000000"], "udgivelse"),
        (["noegletal", "--release", "0" * 64], "udgivelse"),
        (["noegletal", "--release", "../../aktuel"], "udgivelse"),
        (["noegletal", "--release", ""], "udgivelse"),
        (["noegletal", "--release", "*" * 8], "udgivelse"),
        (["indsats"], "mangler parameteren indsats"),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(arguments: list[str], said: str, example_data: Path) -> None:
    assert said in told_in_process(arguments)


def told_in_process(arguments: list[str]) -> str:
    """As `sentence`, without the second that a child process takes."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    assert (code, out.getvalue()) == (2, "")
    assert err.getvalue().count("\n") == 1
    return err.getvalue()


def test_an_unknown_id_names_the_one_that_is_meant(example_data: Path) -> None:
    area = fetch("valg_omraade").rows()[0]["omraade_id"]
    assert f"Mente du {area}?" in sentence("noegletal", "--param", f"omraade={area[:-1]}X")


def test_a_sentence_never_repeats_what_was_given(example_data: Path) -> None:
    for param in ("omraade", "indsatsomraade", "organisation", "plan", "fra", "statusdato"):
        assert "HEMMELIG" not in told_in_process(["noegletal", "--param", f"{param}=HEMMELIG"])


def test_a_release_is_chosen_by_its_id_or_its_beginning(example_data: Path) -> None:
    release = str(current_id(example_data))
    assert (
        asked("noegletal") == asked("noegletal", "--release", release) == asked("noegletal", "--release", release[:8])
    )
    assert read_release(example_data, release[:8]).id == release


def test_without_a_release_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    assert "endnu ikke udgivet" in sentence("noegletal")
    assert asked()  # the questions can be listed all the same


def test_a_data_folder_that_is_a_file_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").touch()
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path / "data"))
    sentence("noegletal")


def test_a_reader_that_leaves_early_is_no_error(example_data: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "overblik.answers", "milepaele"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_text_is_utf8_whatever_the_terminal_says(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert "–" in asked("milepaele")
