"""A workbook in the inbox goes the same way as every file: converted, judged, published or set aside with a report."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from overblik.answers import fetch
from overblik.intake.__main__ import main
from overblik.intake.publishing import publish_inbox
from overblik.intake.workbook_commands import TEMPLATE, convert_files, write_templates
from overblik.settings import settings
from tests.arbejdsbog.books import FILLED, REFERENCE, filled


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("OVERBLIK_I_DAG", "2024-12-15")
    settings.cache_clear()
    (tmp_path / "data" / "indbakke" / "bo").mkdir(parents=True)
    return tmp_path / "data"


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_first_workbook_becomes_a_first_release(data: Path) -> None:
    filled(data / "indbakke" / "bo" / "Vores tal.xlsx", FILLED | REFERENCE)
    outcome = publish_inbox(data)
    assert outcome.rejected == ()
    assert "bo/oekonomi__vores_tal.parquet" in outcome.accepted
    assert files_in(data / "indbakke") == []
    assert [path.suffix for path in (data / "arkiv").glob("*.xlsx")] == [".xlsx"]
    (row,) = fetch("oekonomi_pr_indsatsomraade").rows()
    assert (row["navn"], str(row["budget_kr"])) == (None, "125000.00")


def test_a_workbook_with_a_bad_cell_is_set_aside_with_a_report_that_names_sheet_and_cell(data: Path) -> None:
    bad = FILLED | REFERENCE | {"Milepæle": [["Åbning", "Boligsocial", "Nordby", None, "i går", None, None]]}
    filled(data / "indbakke" / "bo" / "tal.xlsx", bad)
    outcome = publish_inbox(data)
    assert {each.code for each in outcome.rejected} == {"arbejdsbog"}
    assert outcome.quarantine
    folder = data / "afvist" / outcome.quarantine
    assert (folder / "bo" / "tal.xlsx").is_file()
    report = (folder / "rapport.txt").read_text(encoding="utf-8")
    assert "arket Milepæle, feltet C3" in report
    assert "arket Milepæle, feltet E3" in report
    assert "i går" not in report
    assert files_in(data / "indbakke") == []


def test_personal_data_in_a_workbook_is_refused_as_in_any_file(data: Path) -> None:
    name = "Samtaler med cpr 010190-1234"
    row = [name, "Fritid og fællesskab", "01-08-2024", "31-07-2028", "I gang"]
    filled(data / "indbakke" / "bo" / "tal.xlsx", FILLED | REFERENCE | {"Indsatser": [row], "Aktivitet": []})
    outcome = publish_inbox(data)
    assert "persondata_cpr" in {each.code for each in outcome.rejected}
    assert not any("0101" in each.message for each in outcome.rejected)
    assert not list((data / "arkiv").glob("*.xlsx"))


def test_a_workbook_that_is_none_is_set_aside(data: Path) -> None:
    (data / "indbakke" / "bo" / "tal.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    outcome = publish_inbox(data)
    assert [each.code for each in outcome.rejected] == ["arbejdsbog_ulaeselig"]
    assert files_in(data / "indbakke") == []


def test_the_template_is_written_and_filled_in_it_converts(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["skabelon", "--til", str(tmp_path / "ud")]) == 0
    assert (tmp_path / "ud" / TEMPLATE).is_file()
    assert len(list((tmp_path / "ud" / "parquet").glob("*.parquet"))) == len(write_templates(tmp_path / "ud", data)) - 1
    book = filled(tmp_path / "tal.xlsx", FILLED | REFERENCE)
    assert main(["konverter", str(book), "--til", str(tmp_path / "parquet"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert told["rejected"] == []
    assert pq.read_table(tmp_path / "parquet" / "aktivitet__tal.parquet").num_rows == 1


def test_konverter_names_sheet_and_cell_and_writes_nothing(data: Path, tmp_path: Path) -> None:
    book = filled(
        tmp_path / "tal.xlsx", FILLED | REFERENCE | {"Aktivitet": [["2024-10", "?", "Nordbyen", "?", "x", 1]]}
    )
    written = convert_files([book], tmp_path / "parquet", data)
    assert written.files == ()
    assert len(written.outcome.rejected) == 3
    assert files_in(tmp_path / "parquet") == []
