"""A page never shows a damaged or withdrawn release: it shows the last whole one and says so, or says why it cannot."""

from pathlib import Path

import pytest

from overblik.intake.erasing import erase
from overblik.release import Release, object_path, read_release
from overblik.settings import settings
from tests.intake.drops import DAY, drop, drop_all, post, published
from tests.intake.faults.flips import flipped, read_anew
from tests.pages.opening import opened, said


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Release]:
    """100 kr.; then 777 kr., in force."""
    data = tmp_path / "data"
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    monkeypatch.setenv("OVERBLIK_I_DAG", DAY.isoformat())
    settings.cache_clear()
    drop_all(data, oekonomi=[post("a", 100)])
    made = [published(data)]
    drop(data, "FOB/oekonomi.parquet", post("b", 677))
    made.append(published(data))
    return made


def test_a_reader_of_a_damaged_release_sees_the_last_whole_one_and_is_told(two: list[Release]) -> None:
    old, new = two
    with flipped(object_path(new.folder, new.manifest["objects"]["oekonomi_maaned"]["sha256"]), 300):
        read_anew()
        shown = said(opened("data_og_metode"))
        assert "De nyeste tal er beskadiget og vises ikke. Her er de seneste hele" in shown
        assert old.id[:12] in shown
        pinned = said(opened("data_og_metode", udgivelse=new.id[:16]))
        assert "som linket holder fast i, er beskadiget" in pinned
    read_anew()
    assert "beskadiget" not in said(opened("data_og_metode"))


def test_a_link_to_a_withdrawn_release_says_that_it_is_withdrawn(two: list[Release], tmp_path: Path) -> None:
    _, new = two
    erase(tmp_path / "data", "FOB/oekonomi.parquet")
    assert read_release(tmp_path / "data") != new
    assert "Udgivelsen er trukket tilbage" in said(opened("data_og_metode", udgivelse=new.id[:16]))
