"""Earlier releases: restored whole, compared, cleared away by an explicit rule that takes nothing somebody holds on to."""

import hashlib
import json
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from overblik.answers import current_release, fetch
from overblik.errors import NoRelease, ReleaseDamaged, ReleaseUnknown
from overblik.intake.differences import TableChange, differences
from overblik.intake.pruning import PruneRefused, hold_fast, let_go, prune
from overblik.intake.publishing import publish_example
from overblik.intake.restoring import RestoreRefused, restore
from overblik.release import Release, manifest_path, object_path, pointer_path, read_release, releases_folder
from overblik.release_history import chain, history, release_at
from overblik.settings import settings
from tests.intake.drops import drop, drop_all, post, published, spent, whole
from tests.intake.faults.flips import flipped, read_anew, swap_bit

MEETING = {"dato": date(2023, 6, 20), "data_laas_dato": date(2023, 4, 30)}


@pytest.fixture
def three(in_use: Path) -> list[Release]:
    """Releases of 100, 200 and 300 kr., made on 12 April, 12 May and 12 June 2023; the last is in force."""
    return published_in_turn(in_use, 3)


def published_in_turn(data: Path, number: int) -> list[Release]:
    made = []
    for each in range(1, number + 1):
        if each == 1:
            drop_all(data, oekonomi=[post("a", 100)])
        else:
            drop(data, "oekonomi.parquet", post("a", 100 * each))
        made.append(published(data))
    return made


def on_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("OVERBLIK_I_DAG", day)
    settings.cache_clear()


def test_an_earlier_release_is_put_in_force_again_with_the_very_same_objects(
    three: list[Release], in_use: Path
) -> None:
    first, _, third = three
    new = restore(in_use, first.id[:12], hvem="sekretær")
    assert spent() == "100.00"
    assert whole(new) == whole(first)
    assert (new.manifest["parent"], new.manifest["gendannet"], new.manifest["hvem"]) == (third.id, first.id, "sekretær")
    assert new.manifest["sources"] == first.manifest["sources"]
    assert [release.id for release in chain(in_use)] == [new.id, *(each.id for each in reversed(three))]
    drop(in_use, "FOB/oekonomi.parquet", post("b", 5))
    published(in_use)
    assert spent() == "105.00"  # the next drop lands on what was restored


def test_any_of_the_last_24_releases_is_restored_within_five_seconds(in_use: Path) -> None:
    made = published_in_turn(in_use, 24)
    slowest = 0.0
    for number, release in enumerate(made[:-1], start=1):
        began = time.monotonic()
        restore(in_use, release.id)
        slowest = max(slowest, time.monotonic() - began)
        assert spent() == f"{100 * number}.00"
    assert slowest < 5


def test_a_damaged_release_is_not_restored_and_nothing_changes(three: list[Release], in_use: Path) -> None:
    first, _, third = three
    money = object_path(first.folder, first.manifest["objects"]["oekonomi_maaned"]["sha256"])
    with flipped(money, 100), pytest.raises(ReleaseDamaged):
        restore(in_use, first.id)
    assert read_release(in_use) == third


@pytest.mark.parametrize("harmed", ["pointer", "manifest", "objects"])
def test_a_restore_mends_a_store_whose_newest_release_is_damaged(
    harmed: str, three: list[Release], in_use: Path
) -> None:
    first, second, third = three
    swap_bit(
        {
            "pointer": pointer_path(third.folder),
            "manifest": manifest_path(third.folder, third.id),
            "objects": object_path(third.folder, third.manifest["objects"]["oekonomi_maaned"]["sha256"]),
        }[harmed],
        33,
    )
    read_anew()
    new = restore(in_use, first.id)
    assert spent() == "100.00"
    assert read_release(in_use) == new
    assert new.manifest["parent"] == second.id


def test_the_one_in_force_and_the_example_are_not_restored(in_use: Path) -> None:
    example = publish_example(in_use).release
    drop_all(in_use, oekonomi=[post("a", 100)])
    real = published(in_use)
    for wanted, said in ((real.id, "gælder allerede"), (str(example), "rigtige tal")):
        with pytest.raises(RestoreRefused) as caught:
            restore(in_use, wanted)
        assert said in caught.value.notice
    assert read_release(in_use) == real


def test_what_was_seen_on_a_day_is_the_same_after_a_restore(in_use: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = published(in_use)
    on_day(monkeypatch, "2023-05-12")
    drop(in_use, "oekonomi.parquet", post("a", 200))
    second = published(in_use)
    on_day(monkeypatch, "2023-06-12")
    again = restore(in_use, first.id)
    assert (again.updated, again.in_force_from) == (first.updated, date(2023, 6, 12))
    seen = [release_at(in_use, day) for day in (date(2023, 4, 30), date(2023, 5, 30), date(2023, 6, 30))]
    assert seen == [first, second, again]


def test_the_difference_of_two_releases_is_told_by_table_and_file(three: list[Release], in_use: Path) -> None:
    first, second, _ = three
    found = differences(first, second)
    money = next(table for table in found.tables if table.table == "oekonomi_maaned")
    assert money == TableChange("oekonomi_maaned", before=1, after=1, gone=1, new=1)
    assert (found.files_gone, found.files_new, found.files_changed) == ((), (), ("oekonomi.parquet",))
    assert {"plan", "omraade"}.isdisjoint({table.table for table in found.tables})
    drop(in_use, "FOB/milepael.parquet", {})
    more = differences(second, published(in_use))
    assert more.files_new == ("FOB/milepael.parquet",)
    assert TableChange("milepael", 0, 1, 0, 1) in more.tables


def test_prune_keeps_the_newest_and_clears_the_rest_away(in_use: Path) -> None:
    made = published_in_turn(in_use, 6)
    before = {path.name for path in (in_use / "udgivelser" / "objekter").iterdir()}
    pruned = prune(in_use, 3)
    assert pruned.releases == tuple(release.id for release in reversed(made[:3]))
    assert pruned.objects == len(before) - len({path.name for path in (in_use / "udgivelser" / "objekter").iterdir()})
    assert [release.id for release in chain(in_use)] == [release.id for release in reversed(made[3:])]
    assert all(whole(release) for release in chain(in_use))
    for release in made[:3]:
        with pytest.raises(ReleaseUnknown) as caught:
            fetch("noegletal", release=release.id)
        assert "ryddet væk" in caught.value.notice
    assert prune(in_use, 3).releases == ()
    drop(in_use, "oekonomi.parquet", post("a", 777))
    published(in_use)
    assert spent() == "777.00"


def test_prune_never_takes_what_a_meeting_a_person_or_a_reader_holds_on_to(
    in_use: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    made = [published(in_use)]
    for month in range(5, 12):
        on_day(monkeypatch, f"2023-{month:02}-12")
        drop(in_use, "oekonomi.parquet", post("a", 100 * month))
        if month == 7:
            drop(in_use, "moede.parquet", MEETING)
        made.append(published(in_use))
    hold_fast(in_use, made[1].id)
    pruned = prune(in_use, 1)
    held = {made[0].id, made[2].id, made[1].id, made[-2].id, made[-1].id}  # figures fixed, held, pinned, last good, now
    assert set(pruned.releases) == {release.id for release in made} - held
    assert {release.id for release in chain(in_use)} == held
    assert release_at(in_use, MEETING["dato"]) == made[2]
    assert release_at(in_use, date(2023, 8, 20)) is None  # cleared away: never an older one in its place
    let_go(in_use, made[1].id)
    assert prune(in_use, 1).releases == (made[1].id,)
    assert len(list(history(in_use))) == len(made)  # the chain is still known from end to end


def test_prune_needs_a_number_and_takes_nothing_where_a_release_cannot_be_read(
    three: list[Release], in_use: Path
) -> None:
    with pytest.raises(PruneRefused):
        prune(in_use, 0)
    first = three[0]
    with flipped(manifest_path(first.folder, first.id), 9):
        read_anew()
        with pytest.raises(ReleaseDamaged):
            prune(in_use, 1)
    read_anew()
    assert [release.id for release in chain(in_use)] == [release.id for release in reversed(three)]


def test_the_last_whole_release_stays_where_the_newest_is_damaged(three: list[Release], in_use: Path) -> None:
    first, second, third = three
    swap_bit(object_path(second.folder, second.manifest["objects"]["oekonomi_maaned"]["sha256"]), 5)
    assert prune(in_use, 1).releases == (second.id,)  # damaged: no good to fall back on
    swap_bit(object_path(third.folder, third.manifest["objects"]["oekonomi_maaned"]["sha256"]), 5)
    read_anew()
    assert current_release() == first


def test_without_a_release_there_is_nothing_to_prune(in_use: Path) -> None:
    with pytest.raises(NoRelease):
        prune(in_use, 1)


def test_a_release_from_before_small_numbers_were_protected_is_neither_shown_nor_linked_to(
    published_example: Path, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(published_example, tmp_path / "data"))
    folder = releases_folder(data)
    manifest = read_release(data).manifest | {"format": 1}
    content = json.dumps(manifest).encode()
    old = hashlib.sha256(content).hexdigest()
    manifest_path(folder, old).write_bytes(content)
    for asked in (old, None):
        if asked is None:
            pointer_path(folder).chmod(0o644)
            pointer_path(folder).write_text(old, encoding="ascii")
        with pytest.raises(ReleaseDamaged) as refused:
            read_release(data, asked)
        assert "før små tal blev beskyttet" in refused.value.notice
