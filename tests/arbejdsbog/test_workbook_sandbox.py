"""A handed-in workbook is opened by a process that may die of it; we do not."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from overblik.intake.breach import Breach
from overblik.intake.limits import MEMORY, Limits
from overblik.intake.workbook_reading import Filled
from overblik.intake.workbook_sandbox import read
from tests.arbejdsbog.books import FILLED, filled


def test_what_was_filled_in_comes_back_as_it_was_written(tmp_path: Path) -> None:
    found = read(filled(tmp_path / "a.xlsx", FILLED), "BO/a.xlsx", tmp_path)
    assert isinstance(found, list)
    sheets = {one.sheet: one for one in found}
    assert [row.number for row in sheets["Økonomi"].rows] == [3]
    assert str(sheets["Økonomi"].rows[0].cells[6]) == "98750.5"
    assert sheets["Aktivitet"].rows[0].cells[1] == "Lektiecafé på Ågade"


def test_a_csv_file_is_read_there_too(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes("Navn;Indsatsområde\r\nCafé på Ågade;Fritid\r\n".encode("cp1252"))
    found = read(tmp_path / "x", "BO/Indsatser.csv", tmp_path)
    assert isinstance(found, list)
    assert isinstance(found[0], Filled)
    assert found[0].rows[0].cells == ("Café på Ågade", "Fritid")


def _bomb() -> bytes:
    """A small file that becomes gigabytes of cells."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        with zipfile.ZipFile(io.BytesIO(_template())) as good:
            for name in good.namelist():
                if name != "xl/worksheets/sheet2.xml":
                    book.writestr(name, good.read(name))
        rows = b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"x" * 1_000_000_00 + b"</t></is></c></row>"
        head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        with book.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as sheet:
            sheet.write(head)
            for _ in range(12):
                sheet.write(rows)
            sheet.write(b"</sheetData></worksheet>")
    return target.getvalue()


def _laughs() -> bytes:
    """Entities that stand for entities that stand for entities."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_template())) as good, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name in good.namelist():
            content = good.read(name)
            if name == "xl/workbook.xml":
                content = f"<!DOCTYPE x [{lines}]><x>&l9;</x>".encode()
            book.writestr(name, content)
    return target.getvalue()


def _template() -> bytes:
    from overblik.arbejdsbog.skabelon import workbook
    from overblik.arbejdsbog.stamdata import NOTHING

    return workbook(NOTHING)


@pytest.mark.parametrize("make", [_bomb, _laughs], ids=["zip bomb", "billion laughs"])
def test_a_bomb_is_a_breach_with_a_sentence_and_costs_its_own_process_only(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.xlsx").write_bytes(make())
    found = read(tmp_path / "a.xlsx", "BO/a.xlsx", tmp_path, Limits(MEMORY, 10.0, 10_000_000))
    assert isinstance(found, Breach)
    assert found.code == "arbejdsbog_ulaeselig"
    assert found.message.startswith("BO/a.xlsx: ")


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    found = read(filled(tmp_path / "a.xlsx", FILLED), "a.xlsx", tmp_path, Limits(MEMORY, 0.05, 10_000_000))
    assert isinstance(found, Breach)
    assert "for megen tid" in found.message


def test_a_pipe_or_a_link_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ror.xlsx")
    (tmp_path / "henvisning.xlsx").symlink_to("/etc/passwd")
    for name in ("ror.xlsx", "henvisning.xlsx", "findes_ikke.xlsx"):
        assert isinstance(read(tmp_path / name, name, tmp_path), Breach)
