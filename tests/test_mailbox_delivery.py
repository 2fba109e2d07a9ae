"""A file handed in on a page lands whole in the inbox, under a name that stays inside it."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from overblik.mailbox_delivery import LARGEST_MB, HandedIn, HandInRefused, hand_in

BYTES = b"PAR1 all that was handed in PAR1"


def test_a_file_lies_whole_in_the_folder_of_its_organisation(tmp_path: Path) -> None:
    handed = hand_in(tmp_path, "AB", "oekonomi__2024-05.parquet", BYTES)
    assert handed == HandedIn("AB/oekonomi__2024-05.parquet", sha256(BYTES).hexdigest())
    assert (tmp_path / "indbakke" / handed.fil).read_bytes() == BYTES
    assert [path.name for path in (tmp_path / "indbakke" / "AB").iterdir()] == ["oekonomi__2024-05.parquet"]


def test_a_file_of_no_organisation_lies_in_the_inbox_itself(tmp_path: Path) -> None:
    assert hand_in(tmp_path, "", "moede.parquet", BYTES).fil == "moede.parquet"
    assert (tmp_path / "indbakke" / "moede.parquet").read_bytes() == BYTES


def test_a_later_file_of_the_same_name_replaces_the_one_that_waits(tmp_path: Path) -> None:
    hand_in(tmp_path, "", "moede.parquet", b"first")
    hand_in(tmp_path, "", "moede.parquet", BYTES)
    assert [path.read_bytes() for path in (tmp_path / "indbakke").iterdir()] == [BYTES]


@pytest.mark.parametrize(
    "name",
    ["../oekonomi.parquet", "a/oekonomi.parquet", "a\\oekonomi.parquet", ".skjult.parquet", "~oekonomi.parquet",
     "oekonomi\n.parquet", "oekonomi\u202e.parquet", "x" * 200 + ".parquet", "oekonomi.docx", "parquet", ""],
)  # fmt: skip
def test_a_name_that_could_lead_out_of_the_inbox_or_out_of_sight_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(HandInRefused):
        hand_in(tmp_path, "", name, BYTES)
    assert not (tmp_path / "indbakke").exists()


@pytest.mark.parametrize("organisation", ["..", ".", "a/b", "/etc", "Bolig Vest", "æ", ".anmodninger", "x" * 65])
def test_an_organisation_that_is_no_folder_name_is_refused(organisation: str, tmp_path: Path) -> None:
    with pytest.raises(HandInRefused):
        hand_in(tmp_path, organisation, "oekonomi.parquet", BYTES)
    assert not (tmp_path / "indbakke").exists()


def test_a_file_larger_than_a_page_takes_is_sent_to_the_folder(tmp_path: Path) -> None:
    with pytest.raises(HandInRefused) as refused:
        hand_in(tmp_path, "", "aktivitet.parquet", memoryview(bytearray(LARGEST_MB * 1024 * 1024 + 1)))
    assert "mappen indbakke" in refused.value.notice


def test_an_inbox_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "indbakke").write_text("a file where the folder should be")
    with pytest.raises(HandInRefused) as refused:
        hand_in(tmp_path, "AB", "oekonomi.parquet", BYTES)
    assert str(tmp_path) not in refused.value.notice + str(refused.value)
    assert os.listdir(tmp_path) == ["indbakke"]
