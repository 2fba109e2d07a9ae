"""The templates on the page are those of the command line, and a hand-in of either kind is let in."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from overblik import contract
from overblik.mailbox_delivery import HandInRefused, hand_in
from overblik.settings import settings
from overblik.show import templates


def test_the_workbook_is_pre_filled_from_what_is_shown(example_data: Path) -> None:
    book = load_workbook(io.BytesIO(templates.workbook()))
    assert len([row for row in book["Områder"].iter_rows(min_row=3, values_only=True) if row[0]]) >= 3


def test_without_a_release_it_is_empty_but_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    assert "Indsatser" in load_workbook(io.BytesIO(templates.workbook())).sheetnames


def test_there_is_a_parquet_file_for_every_table() -> None:
    with zipfile.ZipFile(io.BytesIO(templates.parquet_files())) as archive:
        assert sorted(archive.namelist()) == sorted(f"{name}.parquet" for name in contract.tables())


@pytest.mark.parametrize("name", ["oekonomi.parquet", "Vores tal.xlsx", "Økonomi__2024.csv"])
def test_parquet_and_the_filled_in_template_can_be_handed_in(tmp_path: Path, name: str) -> None:
    assert hand_in(tmp_path, "bo", name, b"x").fil == f"bo/{name}"


@pytest.mark.parametrize("name", ["tal.xls", "tal.exe", "tal.xlsm", "tal"])
def test_other_files_are_refused_with_what_would_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(HandInRefused) as refused:
        hand_in(tmp_path, "bo", name, b"x")
    assert ".parquet" in refused.value.notice
