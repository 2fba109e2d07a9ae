"""Of 1,000 bits changed in the store none is shown: readers get the last whole release, and are told."""

import shutil
from pathlib import Path
from random import Random

import pytest

from overblik import release
from overblik.answers import current_release, fetch, newer_is_damaged
from overblik.answers.in_force import PINNED_DAMAGED
from overblik.errors import ReleaseDamaged
from overblik.release import earlier_path, manifest_path, object_path, pointer_path, read_release, whole_release
from overblik.release_history import newest_whole
from tests.intake.drops import drop, drop_all, post, published, spent
from tests.intake.faults.flips import flipped, parts, random_bits, read_anew


@pytest.fixture
def two(in_use: Path) -> Path:
    """A data folder in use with 100 kr. in the first release and 777 kr. in the one in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 777))
    published(in_use)
    return in_use


def test_of_a_thousand_single_bit_flips_none_is_shown(two: Path) -> None:
    new = read_release(two)
    old = read_release(two, new.manifest["parent"])
    only_new = set(parts(new)) - set(parts(old))
    seen = {True: 0, False: 0}
    for path, bit in random_bits(two, new, 1000, Random(3)):
        with flipped(path, bit):
            release._remembered.cache_clear()
            if path not in only_new and path != pointer_path(new.folder):  # what both rest on is lost to both
                with pytest.raises(ReleaseDamaged):
                    newest_whole(two)
                seen[False] += 1
                continue
            shown = newest_whole(two)
            assert shown.newer_is_damaged, path
            assert shown.release.id == old.id
            seen[True] += 1
    assert min(seen.values()) > 100
    assert newest_whole(two).release == new


def test_a_reader_of_a_damaged_release_sees_the_figures_of_the_last_whole_one(two: Path) -> None:
    new = read_release(two)
    money = object_path(new.folder, new.manifest["objects"]["oekonomi_maaned"]["sha256"])
    for path in (money, manifest_path(new.folder, new.id), pointer_path(new.folder)):
        with flipped(path, 13):
            read_anew()
            assert spent() == "100.00"
            assert newer_is_damaged(current_release())
    read_anew()
    assert spent() == "777.00"
    assert not newer_is_damaged(current_release())


def test_what_is_in_memory_is_not_reached_by_damage_on_the_disk(two: Path) -> None:
    assert spent() == "777.00"
    with flipped(parts(read_release(two))[5], 1000):
        assert spent() == "777.00"


def test_a_link_to_a_damaged_release_says_so_and_shows_no_other(two: Path) -> None:
    new = read_release(two)
    old = read_release(two, new.manifest["parent"])
    money = object_path(old.folder, old.manifest["objects"]["oekonomi_maaned"]["sha256"])
    with flipped(money, 99):
        read_anew()
        assert spent() == "777.00"  # the one in force does not rest on it
        with pytest.raises(ReleaseDamaged) as caught:
            fetch("noegletal", release=old.id)
    assert caught.value.notice == PINNED_DAMAGED


def test_without_any_whole_release_nothing_is_shown(two: Path) -> None:
    shared = set(parts(read_release(two))) & set(parts(read_release(two, read_release(two).manifest["parent"])))
    with flipped(min(shared - {pointer_path(two / "udgivelser")}), 77):
        read_anew()
        with pytest.raises(ReleaseDamaged):
            current_release()


def test_the_example_never_stands_in_for_real_figures(in_use: Path, published_example: Path) -> None:
    shutil.copytree(published_example, in_use)
    drop_all(in_use, oekonomi=[post("a", 100)])
    real = published(in_use)
    assert read_release(in_use, real.manifest["parent"]).is_example
    with flipped(manifest_path(real.folder, real.id), 50):
        read_anew()
        with pytest.raises(ReleaseDamaged):
            current_release()


def test_a_pointer_that_is_gone_is_damage_and_no_empty_store(two: Path) -> None:
    pointer_path(two / "udgivelser").unlink()
    read_anew()
    assert spent() == "100.00"
    with pytest.raises(ReleaseDamaged):
        read_release(two)


def test_where_nothing_is_remembered_the_parents_are_followed(two: Path) -> None:
    new = read_release(two)
    earlier_path(new.folder).unlink()
    money = object_path(new.folder, new.manifest["objects"]["oekonomi_maaned"]["sha256"])
    with flipped(money, 99):
        read_anew()
        assert spent() == "100.00"


def test_a_check_that_left_the_objects_unread_would_be_caught(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = read_release(two)
    monkeypatch.setattr(
        "overblik.release_history.whole_release", lambda folder, name: release.stored_release(folder, name)
    )
    money = object_path(new.folder, new.manifest["objects"]["oekonomi_maaned"]["sha256"])
    with flipped(money, 99):
        assert newest_whole(two).release == new  # the broken variant takes it
        with pytest.raises(ReleaseDamaged):
            whole_release(new.folder, new.id)
