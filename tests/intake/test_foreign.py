"""A file that is handed in on the page for named organisations holds their rows alone."""

from pathlib import Path

import pytest

from overblik import contract
from overblik.access import LOCAL, UPLOAD, Reader, may
from overblik.intake.foreign import naming_columns
from overblik.intake.publishing import publish_inbox
from overblik.mailbox_delivery import hand_in
from overblik.mailbox_slips import organisations_of, put_slip, slips_folder
from tests.intake.drops import codes, drop, drop_all, post, published, spent

FOB = Reader("p", ("analytiker",), ("FOB",))
BOTH = Reader("p", ("analytiker",), ("FOB", "SB"))
EVERYBODYS = Reader("p", ("administrator",), None)
ORGANISATIONS = [{"organisation_id": one, "navn": one} for one in ("FOB", "SB")]


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with two organisations and 100 kr. in force."""
    drop_all(in_use, organisation=ORGANISATIONS, oekonomi=[post("a", 100, bidragyder="SB")])
    published(in_use)
    return in_use


def uploaded(data: Path, reader: Reader, name: str = "oekonomi.parquet") -> None:
    """Hands in what another place made, two rows of FOB's and one of SB's, as the page does for a reader."""
    rows = [post("b", 10, bidragyder="FOB"), post("c", 20, bidragyder="SB"), post("d", 30, bidragyder="FOB")]
    made = drop(data.parent / "andetsteds", name, *rows)
    assert may(reader, UPLOAD, "FOB")
    hand_in(data, "FOB", name, made.read_bytes(), reader.organisationer)


@pytest.mark.parametrize(("reader", "taken"), [(FOB, False), (BOTH, True), (EVERYBODYS, True), (LOCAL, True)])
def test_rows_of_another_organisation_are_taken_from_those_who_may_hand_in_for_it_and_from_no_other(
    reader: Reader, taken: bool, released: Path
) -> None:
    uploaded(released, reader)
    outcome = publish_inbox(released)
    assert codes(outcome) == ({} if taken else {"FOB/oekonomi.parquet": {"anden_organisation"}})
    assert spent() == ("160.00" if taken else "100.00")


def test_the_refusal_says_file_column_and_rows_and_no_value(released: Path) -> None:
    uploaded(released, FOB)
    (breach,) = publish_inbox(released).rejected
    assert (breach.file, breach.table, breach.column) == ("FOB/oekonomi.parquet", "oekonomi", "bidragyder")
    assert (breach.rows, breach.first_rows) == (1, (2,))
    assert "1 række: 2" in breach.message
    assert "SB" not in breach.message


def test_the_folder_is_for_those_with_access_to_files_and_is_not_asked(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 10, bidragyder="SB"))
    assert not publish_inbox(released).rejected


def test_a_slip_speaks_of_one_file_and_stays_while_it_waits(released: Path) -> None:
    uploaded(released, FOB)
    (slip,) = slips_folder(released).iterdir()
    assert organisations_of(released, "FOB/oekonomi.parquet", "0" * 64) is None  # another file of the name
    slip.write_bytes(b"{")  # damaged: nobody's rows
    assert codes(publish_inbox(released)) == {"FOB/oekonomi.parquet": {"anden_organisation"}}


def test_a_file_that_no_slip_can_be_written_for_is_not_handed_in(tmp_path: Path) -> None:
    slips_folder(tmp_path).parent.mkdir()
    slips_folder(tmp_path).write_text("no folder")
    with pytest.raises(Exception, match="inbox cannot be written"):
        hand_in(tmp_path, "FOB", "oekonomi.parquet", b"x", ("FOB",))
    assert not list((tmp_path / "indbakke" / "FOB").iterdir())


def test_every_column_that_names_an_organisation_is_looked_at() -> None:
    found = {(table.name, column.name) for table in contract.tables().values() for column in naming_columns(table)}
    named = {
        (table.name, column.name)
        for table in contract.tables().values()
        for column in table.columns
        if column.name in ("organisation_id", "bidragyder")
    }
    assert found == named
    assert len(found) >= 6


def test_slips_in_strange_places_are_slips_of_nobody(tmp_path: Path) -> None:
    put_slip(tmp_path, "FOB/oekonomi.parquet", "a" * 64, ("FOB",))
    (slip,) = slips_folder(tmp_path).iterdir()
    slip.rename(tmp_path / "sb")
    slip.symlink_to(tmp_path / "sb")
    assert organisations_of(tmp_path, "FOB/oekonomi.parquet", "a" * 64) == ()
