"""The meeting pack says what `fetch` answers, whole, for any municipality, and the same file each time."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from overblik.answers import Choice, fetch
from overblik.errors import ChoiceWrong
from overblik.export import made
from overblik.export.__main__ import main
from overblik.export.bilag import MeetingUnknown, aarsstatus, moedebilag
from overblik.export.blocks import Chart, Document, Heading, Paragraph, Points, Table
from overblik.export.pdf import typeset
from overblik.settings import ROOT
from overblik.show import danish, forside, saetninger
from tests import other_municipality as other
from tests.answers.engine import published


def words(document: Document) -> str:
    """Every word of a document, as it stands in it."""
    told: list[str] = [text for fact in document.facts for text in fact]
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            told.append(block.text)
        elif isinstance(block, Points):
            told += [f"{point.mark} {point.lead and f'{point.lead}:'} {point.text}" for point in block.points]
        elif isinstance(block, Table):
            told += [block.caption, *(head.text for head in block.heads), *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Chart):
            told += [block.heading, block.alt]
    return "\n".join(told)


def on_paper(document: Document) -> str:
    """The text of the PDF without the breaks and hyphens of its lines."""
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(typeset(document))).pages)
    return squeezed(text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def table(document: Document, caption: str) -> Table:
    (found,) = [block for block in document.blocks if isinstance(block, Table) and block.caption == caption]
    return found


def test_the_first_page_is_the_front_pages_sentence_and_points(example_data: Path) -> None:
    document = moedebilag()
    told = words(document)
    assert forside.sentence(Choice()) in told
    points = fetch("opmaerksomhedspunkter").rows()
    for point in points:
        assert saetninger.what(point, date(2023, 3, 31)) in told
    assert len(points) >= 3


def test_money_is_to_the_oere_what_fetch_answers(example_data: Path) -> None:
    made_of = table(moedebilag(), "Pr. indsatsområde")
    heads = [head.text for head in made_of.heads]
    assert heads == [
        "Indsatsområde", "Oprindeligt budget (kr.)", "Korrigeret budget (kr.)", "Forbrug (kr.)", "Prognose (kr.)",
        "Afvigelse (kr.)", "Afvigelse (%)",
    ]  # fmt: skip
    asked = fetch("oekonomi_pr_indsatsomraade").rows()
    assert [row[3] for row in made_of.rows] == [danish.number(row["forbrug_kr"], 2) for row in asked]
    assert [row[5] for row in made_of.rows] == [danish.number(row["prognoseafvigelse_kr"], 2) for row in asked]


def test_everything_that_the_document_says_is_on_paper(example_data: Path) -> None:
    document = moedebilag()
    paper = on_paper(document)
    missing = [line for line in words(document).split("\n") if line.strip() and squeezed(line) not in paper]
    # A chart's words are for those who cannot see it: they lie in the tags, not on the page.
    alts = {block.alt for block in document.blocks if isinstance(block, Chart)}
    assert [line for line in missing if line not in alts] == []


def test_every_milestone_and_delivery_is_there(example_data: Path) -> None:
    told = words(moedebilag())
    for row in fetch("milepaele").rows():
        if row["status"] != "bortfaldet":
            assert row["navn"] in told
    for row in fetch("leverancer").rows():
        assert row["fil"] in told


def test_filters_that_applied_stand_on_the_cover_and_narrow_the_figures(example_data: Path) -> None:
    area = fetch("valg_omraade").rows()[0]
    document = moedebilag(choice=Choice(omraade=(area["omraade_id"],)))
    assert ("Valgt", area["navn"]) in document.facts
    others = [row["navn"] for row in fetch("valg_omraade").rows()[1:]]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert area["navn"] in headings
    assert not set(others) & set(headings)


def test_a_meeting_that_is_over_gets_what_it_saw(example_data: Path) -> None:
    meetings = fetch("moeder").rows()
    past = min(meetings, key=lambda row: row["dato"])
    assert ("Status pr.", danish.day(past["statusdato"])) in moedebilag(past["moede_id"]).facts


def test_an_unknown_meeting_and_a_year_without_figures_are_told(example_data: Path) -> None:
    with pytest.raises(MeetingUnknown):
        moedebilag("findes-ikke")
    with pytest.raises(ChoiceWrong, match="no figures"):
        aarsstatus(2031)


def test_the_command_line_writes_the_same_bytes_as_the_page_offers(
    example_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bilag", "--out", str(tmp_path / "a.pdf")]) == 0
    file = made.meeting_pdf(None, Choice())
    assert (tmp_path / "a.pdf").read_bytes() == file.content
    said = capsys.readouterr().out
    assert file.sha256 in said
    assert str(tmp_path) not in said
    assert main(["bilag", "--moede", "../../etc/passwd", "--out", str(tmp_path / "b.pdf")]) == 2
    assert not (tmp_path / "b.pdf").exists()


def test_the_years_status_has_the_funds_four_columns_for_each_indsatsomraade(example_data: Path) -> None:
    document = aarsstatus(2022)
    tables = [
        block for block in document.blocks if isinstance(block, Table) and block.caption == "Mål og resultater 2022"
    ]
    assert len(tables) == len(fetch("valg_indsatsomraade").rows())
    for each in tables:
        assert [head.text for head in each.heads] == ["Målsætning", "Målepunkt", "Mål", "Opnået"]
    assert typeset(document) == typeset(aarsstatus(2022))


def test_eight_areas_with_names_of_sixty_letters_stand_whole_on_paper(tmp_path: Path) -> None:
    with published(other.write_exports(tmp_path, other.core() | other.optional()), other.TODAY):
        paper = on_paper(moedebilag())
        for name in (*other.AREAS.values(), *other.CODES.values()):
            assert squeezed(name) in paper, name


def test_a_municipality_with_the_core_tables_only_gets_a_pack_that_says_what_is_missing(tmp_path: Path) -> None:
    with published(other.write_exports(tmp_path, other.core()), other.TODAY):
        told = words(document := moedebilag())
        assert "Ikke leveret:" in told
        assert "Der er ingen sager på mødet i det valgte." in told
        assert typeset(document)


def test_five_hundred_milestones_are_all_there(tmp_path: Path) -> None:
    tables = other.core() | other.optional()
    one = tables["milepael"][0]
    many = [{**one, "milepael_id": f"m{number}", "navn": f"Milepæl {number:03} på Ærø"} for number in range(500)]
    with published(other.write_exports(tmp_path, {**tables, "milepael": many}), other.TODAY):
        paper = on_paper(moedebilag())
        assert all(squeezed(f"Milepæl {number:03} på Ærø") in paper for number in range(500))


def test_paper_needs_no_streamlit() -> None:
    """The command line and a later service make packs without loading a web server."""
    import subprocess
    import sys

    code = "import sys, overblik.export.made; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
