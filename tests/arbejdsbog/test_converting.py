"""A filled-in workbook becomes the contract's tables; a cell that cannot be read is named, never its content."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from overblik.arbejdsbog.stamdata import NOTHING, Stamdata
from overblik.intake.converting import Converted, convert
from overblik.intake.workbook_reading import NotAWorkbook, read
from tests.arbejdsbog.books import FILLED, REFERENCE, filled

TODAY = date(2024, 12, 1)


def converted(path: Path, known: Stamdata = NOTHING, *, with_reference: bool = True) -> Converted:
    with open(path, "rb") as source:
        found = read(source, path.name)
    return convert(found, path.name, known, TODAY, with_reference=with_reference)


def rows(made: Converted, table: str) -> list[dict[str, object]]:
    (content,) = [each for name, each in made.tables.items() if name.startswith(f"{table}__")]
    return content.to_pylist()


def test_the_first_day_four_sheets_and_the_reference_sheets_become_nine_tables(tmp_path: Path) -> None:
    made = converted(filled(tmp_path / "Vores tal.xlsx", FILLED | REFERENCE))
    assert made.breaches == ()
    assert list(made.tables) == [
        f"{name}__vores_tal.parquet"
        for name in (
            "helhedsplan", "boligomraade", "organisation", "omraade_organisation", "indsatsomraade",
            "indsats", "milepael", "oekonomi", "aktivitet",
        )
    ]  # fmt: skip


def test_names_become_keys_and_danish_amounts_decimals(tmp_path: Path) -> None:
    made = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE))
    budget, spent = rows(made, "oekonomi")
    assert (budget["type"], budget["beloeb_kr"], budget["bidragyder"]) == (
        "budget_oprindeligt",
        Decimal("125000.00"),
        "kom",
    )
    assert (spent["type"], spent["beloeb_kr"]) == ("forbrug", Decimal("98750.50"))
    assert (spent["periode_start"], spent["periode_slut"]) == (date(2024, 10, 1), date(2024, 12, 31))
    assert (spent["indsatsomraade_kode"], spent["omraade_id"], spent["kategori"]) == ("FAELLES", None, "AKTIVITET")


def test_a_milestone_gets_its_status_and_a_month_its_last_day(tmp_path: Path) -> None:
    made = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE))
    (milestone,) = rows(made, "milepael")
    assert (milestone["status"], milestone["naaet_dato"], milestone["omraade_id"]) == (
        "naaet",
        date(2024, 10, 5),
        "nord",
    )
    (activity,) = rows(made, "aktivitet")
    assert (activity["dato"], activity["indsats_id"]) == (date(2024, 10, 31), "lektiecafe-paa-aagade")
    assert (activity["fremmoeder"], activity["vaerdi_status"]) == (96, "ok")


def test_attendance_that_was_not_counted_is_missing_and_not_zero(tmp_path: Path) -> None:
    row = [*FILLED["Aktivitet"][0][:-1], None]
    (activity,) = rows(converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE | {"Aktivitet": [row]})), "aktivitet")
    assert (activity["fremmoeder"], activity["vaerdi_status"]) == (None, "mangler")


def test_the_same_workbook_again_gives_the_same_keys(tmp_path: Path) -> None:
    first = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE))
    again = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE))
    assert first.tables == again.tables


def test_the_example_rows_of_an_untouched_template_are_not_converted(tmp_path: Path) -> None:
    made = converted(filled(tmp_path / "a.xlsx", {}))
    assert made.tables == {}
    assert [each.code for each in made.breaches] == ["arbejdsbog_tom"]


@pytest.mark.parametrize(
    ("sheet", "row", "cell", "said"),
    [
        (
            "Milepæle",
            ["Hemmeligt", "Boligsocial", "Nordby", None, "01-10-2024", None, None],
            "C3",
            "(mente du Nordbyen?)",
        ),
        (
            "Milepæle",
            ["Hemmeligt", "Boligsocial", None, None, "31-02-2024", None, None],
            "E3",
            "en dato som 05-05-2021",
        ),
        ("Økonomi", ["2024 K5", "BO", "Fælles", None, "Aktiviteter", 1, None], "A3", "et kvartal som 2021 K2"),
        ("Økonomi", ["2024 K4", "BO", "Fælles", None, "Aktiviteter", "1234.50", None], "F3", "et beløb som 1.234,50"),
        ("Økonomi", ["2024 K4", "BO", "Fælles", None, "Aktiviteter", None, None], "G3", "det er Budget også"),
        ("Aktivitet", ["2024-10", "Lektiecafé på Ågade", "Nordbyen", "Åbent tilbud", -3, 5], "E3", "et helt tal fra 0"),
        ("Aktivitet", ["2024-10", "Hemmelig", "Nordbyen", "Åbent tilbud", 3, 5], "B3", "ikke er på listen"),
        ("Indsatser", ["Hemmelig", None, "01-08-2024", "31-07-2028", "I gang"], "B3", "er tom, men skal udfyldes"),
    ],
)
def test_what_cannot_be_read_is_told_by_sheet_and_cell_and_never_by_its_content(
    tmp_path: Path, sheet: str, row: list[object], cell: str, said: str
) -> None:
    made = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE | {sheet: [row]}))
    assert made.tables == {}
    (found,) = [each for each in made.breaches if said in each.message]
    assert f"arket {sheet}, feltet {cell}:" in found.message
    assert found.first_rows == (3,)
    assert not any(str(value) in found.message for value in ("Hemmelig", "1234.50", "2024 K5", "31-02-2024"))


def test_many_bad_cells_are_one_message_that_counts_them(tmp_path: Path) -> None:
    bad = [[f"{number}. gang", "BO", "Fælles", None, "Aktiviteter", 1, None] for number in range(9)]
    made = converted(filled(tmp_path / "a.xlsx", FILLED | REFERENCE | {"Økonomi": bad}))
    (found,) = made.breaches
    assert "felterne A3, A4, A5, A6 og A7 (9 felter i alt)" in found.message
    assert found.rows == 9


def test_a_sheet_saved_as_csv_by_danish_excel_is_taken_alike(tmp_path: Path) -> None:
    known = Stamdata(NOTHING.rows | {
        "helhedsplan": ({"helhedsplan_id": "p", "start_dato": date(2024, 8, 1), "bevillingsperiode": "x"},),
        "organisation": ({"organisation_id": "bo", "navn": "Boligselskabet Øst", "kortnavn": "BO"},),
    })  # fmt: skip
    for encoding in ("cp1252", "utf-8-sig"):
        path = tmp_path / "Økonomi__2024-K4.csv"
        lines = "Kvartal;Bidragyder;Indsatsområde;Område;Kategori;Budget;Forbrug\r\n2024 K4;Boligselskabet Øst;Fælles;;Aktiviteter;;1.234,50\r\n"
        path.write_bytes(lines.encode(encoding))
        made = converted(path, known, with_reference=False)
        assert made.breaches == ()
        assert list(made.tables) == ["oekonomi__2024_k4.parquet"]
        assert rows(made, "oekonomi")[0]["beloeb_kr"] == Decimal("1234.50")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really a workbook", b"\x00" * 2000])
def test_what_is_no_workbook_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(NotAWorkbook, match="projektmappe"):
        read(io.BytesIO(content), "a.xlsx")
