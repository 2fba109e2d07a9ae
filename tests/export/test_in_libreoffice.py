"""What we make for office programs opens in one: LibreOffice converts it, and on its pages all is there and none cut."""

import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from overblik.export.blocks import Paragraph, Points, Table
from overblik.regneark import Ark, Head
from overblik.regneark.excel import workbook
from tests.export.conftest import Pack
from tests.export.paper import cut, overprinted, printed

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 300  # for a deck of hundreds of slides on a machine that has other things to do

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        OFFICE is None,
        reason="NOT RUN: LibreOffice is missing here (apt-get install libreoffice-impress libreoffice-calc)",
    ),
]


def converted(content: bytes, name: str, kind: str, folder: Path) -> bytes:
    """The file as LibreOffice writes it, having read it."""
    (folder / name).write_bytes(content)
    assert OFFICE
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(folder / "ud"), str(folder / name)],
        check=True, timeout=SECONDS, capture_output=True,
    )  # fmt: skip
    return next((folder / "ud").iterdir()).read_bytes()


def letters(text: str) -> str:
    """Letters and digits alone: which sign a font has for a mark differs from machine to machine."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("which", ["example", "many"])
def test_the_slides_open_with_all_their_words_and_no_letter_off_the_slide_or_on_another(
    which: str, example_pack: Pack, many: dict[str, Pack], tmp_path: Path
) -> None:
    pack = example_pack if which == "example" else many["bilag"]
    paper = converted(pack.deck, "bilag.pptx", "pdf", tmp_path)
    told = letters(printed(paper))
    for block in pack.document.blocks:
        if isinstance(block, Paragraph):
            assert letters(block.text) in told
        if isinstance(block, Points):
            assert all(letters(point.text) in told for point in block.points)
        if isinstance(block, Table):
            assert all(letters(cell) in told for row in block.rows for cell in row)
    assert cut(paper, aside=20, above=5) == []
    assert overprinted(paper) == []


def test_a_workbook_opens_and_its_numbers_are_numbers_there_too(tmp_path: Path) -> None:
    heads = (Head("Område", "tekst"), Head("Forbrug (kr.)", "kr"), Head("Dato", "dato"), Head("Fremmøder", "antal"))
    rows = (("=1+1", Decimal("1234567.89"), date(2023, 3, 31), 96), ("Østbyen", Decimal("-0.50"), None, "under 5"))
    made = workbook(Ark("Forbrug", heads, rows, (("Definition", "Bogført forbrug."),)))
    # Semicolons, UTF-8, and the cells' values rather than what is shown of them: a number is one.
    told = converted(made, "tabel.xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", tmp_path)
    assert told.decode("utf-8").splitlines() == [
        "Område;Forbrug (kr.);Dato;Fremmøder",
        "'=1+1;1234567.89;03/31/2023;96",
        "Østbyen;-0.5;;under 5",
    ]
