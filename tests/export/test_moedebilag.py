"""The meeting pack says what `fetch` answers, whole, for any municipality, and the same file each time."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overblik.answers import Choice, fetch
from overblik.errors import ChoiceWrong
from overblik.export import made
from overblik.export.__main__ import main
from overblik.export.bilag import MeetingUnknown, aarsstatus, moedebilag
from overblik.export.blocks import Chart, Document, Heading, Table
from overblik.export.pdf import typeset
from overblik.settings import ROOT
from overblik.show import danish, forside, saetninger
from tests import other_municipality as other
from tests.answers.engine import published, published_tables
from tests.deliveries import exports
from tests.export.conftest import Pack
from tests.export.paper import cut, overprinted, printed, squeezed, words

SIDE, FOOT = 55, 30  # points: what a page of A4 keeps free
TEXT = 58  # points: above and below it are the head and the foot


def table(document: Document, caption: str) -> Table:
    (found,) = [block for block in document.blocks if isinstance(block, Table) and block.caption == caption]
    return found


def test_the_first_page_is_the_front_pages_sentence_and_points(example_data: Path, example_pack: Pack) -> None:
    document = example_pack.document
    told = words(document)
    assert forside.sentence(Choice()) in told
    points = fetch("opmaerksomhedspunkter").rows()
    for point in points:
        assert saetninger.what(point, date(2023, 3, 31)) in told
    assert len(points) >= 3


def test_the_first_page_says_the_statuses_beside_last_meetings_the_areas_what_is_asked_and_what_is_missing(
    example_data: Path, example_pack: Pack
) -> None:
    blocks = example_pack.document.blocks
    end = next(
        place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == "Sager på mødet"
    )
    told = words(replace(example_pack.document, blocks=blocks[:end]))
    assert told.count("Sidste møde (pr. 31. december 2022):") == 3
    assert "Aktivitet, følger planen" in told
    assert "31. december 2022): kræver opmærksomhed" in told
    for area in fetch("valg_omraade").rows():
        assert f"{area['navn']}: " in told
    for row in fetch("beslutninger").rows():
        assert (f"{row['emne']}." in told) == row["er_til_naeste"]
    assert "Byrådet afgør sagen" in told
    assert "Alle dataaftalens tabeller er leveret." in told


def test_money_is_to_the_oere_what_fetch_answers(example_data: Path, example_pack: Pack) -> None:
    made_of = table(example_pack.document, "Pr. indsatsområde")
    heads = [head.text for head in made_of.heads]
    assert heads == [
        "Indsatsområde", "Oprindeligt budget (kr.)", "Korrigeret budget (kr.)", "Forbrug (kr.)", "Prognose (kr.)",
        "Afvigelse (kr.)", "Afvigelse (%)",
    ]  # fmt: skip
    asked = fetch("oekonomi_pr_indsatsomraade").rows()
    whole = fetch("noegletal").one()
    assert [row[3] for row in made_of.rows] == [danish.number(row["forbrug_kr"], 2) for row in [*asked, whole]]
    afvigelser = [danish.number(row["prognoseafvigelse_kr"], 2) for row in [*asked, whole]]
    assert [row[5] for row in made_of.rows] == afvigelser
    assert (made_of.rows[-1][0], made_of.has_total) == ("I alt", True)


def test_everything_that_the_document_says_is_on_paper(example_pack: Pack) -> None:
    document, paper = example_pack.document, printed(example_pack.pdf, above=TEXT)
    missing = [line for line in words(document).split("\n") if line.strip() and squeezed(line) not in paper]
    # A chart's words are for those who cannot see it: they lie in the tags, not on the page.
    alts = {block.alt for block in document.blocks if isinstance(block, Chart)}
    assert [line for line in missing if line not in alts] == []


def test_every_milestone_and_delivery_is_there(example_data: Path, example_pack: Pack) -> None:
    told = words(example_pack.document)
    for row in fetch("milepaele").rows():
        if row["status"] != "bortfaldet":
            assert row["navn"] in told
    for row in fetch("leverancer").rows():
        assert row["fil"] in told


def test_filters_that_applied_stand_on_the_cover_and_narrow_the_figures(example_data: Path) -> None:
    area = fetch("valg_omraade").rows()[0]
    document = moedebilag(choice=Choice(omraade=(area["omraade_id"],)))
    assert ("Valgt", area["navn"]) in document.facts
    assert document.foot.startswith(f"{area['navn']} · status pr. ")
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


def test_another_process_writes_the_same_bytes_and_says_what_they_are_known_by(
    example_data: Path, example_pack: Pack, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "overblik.export", "bilag", "--out", str(tmp_path / "a.pdf")]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert (tmp_path / "a.pdf").read_bytes() == example_pack.pdf
    file = made.meeting_pdf(None, Choice())
    assert file.content == example_pack.pdf
    assert file.sha256 in said
    assert file.indhold in said
    assert str(tmp_path) not in said


def test_a_pack_that_cannot_be_made_leaves_no_file(example_data: Path, tmp_path: Path) -> None:
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


def test_no_letter_is_cut_or_lies_on_another(example_pack: Pack, many: dict[str, Pack]) -> None:
    for made_of in (example_pack, *many.values()):
        assert cut(made_of.pdf, aside=SIDE, above=FOOT) == []
        assert overprinted(made_of.pdf) == []


def test_eight_areas_with_names_of_sixty_letters_and_five_hundred_milestones_stand_whole_on_paper(
    many: dict[str, Pack],
) -> None:
    paper = printed(many["bilag"].pdf)
    for name in (
        *other.AREAS.values(),
        *other.CODES.values(),
        *(f"Milepæl {number:03} på Ærø" for number in range(500)),
    ):
        assert squeezed(name) in paper, name


def test_a_municipality_with_the_core_tables_only_gets_a_pack_that_says_what_is_missing(tmp_path: Path) -> None:
    with published(other.write_exports(tmp_path, other.core()), other.TODAY):
        told = words(document := moedebilag())
        assert "Ikke leveret:" in told
        assert "Der er ingen sager på mødet i det valgte." in told
        assert typeset(document)


@pytest.mark.parametrize("rows", [[], [{"beloeb_kr": "100.00"}]], ids=["no row", "one row"])
def test_a_plan_that_has_hardly_begun_gets_a_pack(rows: list[dict[str, str]]) -> None:
    tables = exports(oekonomi=rows, milepael=[{}][: len(rows)])
    with published_tables(tables, date(2022, 7, 5)):
        document = moedebilag()
    pdf = typeset(document)
    assert ("Aftale" in words(document)) == bool(rows)
    assert cut(pdf, aside=SIDE, above=FOOT) == []
    assert overprinted(pdf) == []


def test_paper_needs_no_streamlit() -> None:
    """The command line and a later service make packs without loading a web server."""
    code = "import sys, overblik.export.made; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
