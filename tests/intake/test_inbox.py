"""Whose a file is, and which table it holds, is read off where it lies and what it is called."""

from pathlib import Path

import pytest

from overblik import contract
from overblik.intake.breach import Breach
from overblik.intake.inbox import Delivery, delivery_of, find_deliveries


def found(folder: Path, *names: str) -> list[tuple[str, str, str]]:
    """Name, table and organisation of what is found where files of those names lie."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    deliveries, unusable = find_deliveries(folder)
    assert not unusable
    return [(delivery.name, delivery.table, delivery.organisation) for delivery in deliveries]


@pytest.mark.parametrize("table", contract.tables())
def test_every_table_of_the_contract_is_known_by_name(table: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"{table}.parquet") == [(f"{table}.parquet", table, "")]


def test_what_follows_two_underscores_is_anybodys(tmp_path: Path) -> None:
    names = ["oekonomi__2024-05.parquet", "oekonomi____.parquet", "oekonomi__æøå (2).parquet"]
    assert {table for _, table, _ in found(tmp_path, *names)} == {"oekonomi"}


def test_a_folder_is_an_organisation_and_its_name_is_text_only(tmp_path: Path) -> None:
    names = ["FOB/maal.parquet", "kommune=999/maal.parquet", "a[1]/maal.parquet", "Ærø & Å/maal.parquet"]
    assert {organisation for _, _, organisation in found(tmp_path, *names)} == {
        "FOB",
        "kommune=999",
        "a[1]",
        "Ærø & Å",
    }


def test_brackets_in_a_name_are_no_pattern(tmp_path: Path) -> None:
    assert len(found(tmp_path, "maal__a[1].parquet", "maal__a1.parquet")) == 2


def test_hidden_and_half_copied_files_are_left_alone(tmp_path: Path) -> None:
    names = [".maal.parquet", "~maal.parquet", ".git/maal.parquet", "FOB/.maal.parquet", "FOB/~maal.parquet"]
    assert found(tmp_path, *names) == []


def test_what_is_no_parquet_by_name_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "læsmig.txt", "maal.csv", "maal.parquet.filpart", "FOB/2024/maal.txt") == []


@pytest.mark.parametrize("name", ["FOB/2024/maal.parquet", "a/b/c/d/e/maal.parquet", "FOB/2024/nonsens.parquet"])
def test_a_file_in_a_folder_too_deep_is_answered(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).touch()
    deliveries, (unusable,) = find_deliveries(tmp_path)
    assert (deliveries, unusable.path) == ([], tmp_path / name)
    assert (unusable.breach.code, unusable.breach.file) == ("for_dyb_mappe", name)
    assert "organisationens mappe" in unusable.breach.message


def test_files_come_in_order(tmp_path: Path) -> None:
    names = ["FOB/maal.parquet", "oekonomi.parquet", "maal.parquet", "AB/maal.parquet"]
    assert [name for name, _, _ in found(tmp_path, *names)] == [
        "AB/maal.parquet",
        "FOB/maal.parquet",
        "maal.parquet",
        "oekonomi.parquet",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Oekonomi.parquet", "oekonomi.parquet"),
        ("okonomi__1.parquet", "oekonomi.parquet"),
        ("milepæl.parquet", "milepael.parquet"),
        ("aktiviteter.parquet", "aktivitet.parquet"),
        ("indsatser_2024.parquet", "indsats.parquet"),
        ("MAALING.PARQUET", "maaling.parquet"),
    ],
)
def test_a_near_miss_names_the_table_that_is_meant(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    breach = delivery_of(tmp_path / name, name)
    assert isinstance(breach, Breach)
    assert f"Mente du {hint}?" in breach.message


def test_one_bad_name_hides_no_other_file(tmp_path: Path) -> None:
    for name in ("maal.parquet", "x.parquet", "y.parquet"):
        (tmp_path / name).touch()
    deliveries, unusable = find_deliveries(tmp_path)
    assert [delivery.name for delivery in deliveries] == ["maal.parquet"]
    assert [each.breach.file for each in unusable] == ["x.parquet", "y.parquet"]
    assert all(isinstance(delivery, Delivery) for delivery in deliveries)
