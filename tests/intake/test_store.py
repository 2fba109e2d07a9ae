"""A release is immutable and checked; a publisher that dies leaves the old release or the new one, whole."""

import io
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from overblik.answers import fetch
from overblik.errors import OverblikError, ReleaseDamaged, ReleaseUnknown
from overblik.intake.publishing import publish_inbox
from overblik.intake.store import PublishOvertaken, move_pointer
from overblik.release import Release, current_id, manifest_path, object_path, pointer_path, read_release
from overblik.settings import ROOT
from tests.deliveries import exports, write
from tests.intake.drops import chain, drop, drop_all, everything_in, inbox, post, published, scratch_left, spent, whole


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with a release of 100 kr. in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    return in_use


def money(data: Path) -> int | None:
    """What the release in force says is spent, read past all caches and every byte checked; None: no release."""
    in_force = current_id(data)
    if in_force is None:
        return None
    objects = whole(read_release(data, in_force))
    table = pq.read_table(io.BytesIO(objects["oekonomi_maaned"]))
    return int(pc.sum(table["beloeb_kr"]).as_py())


def forks(*arguments: object) -> list[str]:
    """Runs publishers in processes of their own; gives the lines they print."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.forks", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def swap_byte(path: Path) -> None:
    """Changes one byte in the middle of a read-only file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)


def test_objects_and_manifest_are_read_only_and_named_by_their_hash(released: Path) -> None:
    folder = released / "udgivelser"
    stored = [*folder.glob("objekter/*"), *folder.glob("manifest/*")]
    assert len(stored) > 20
    assert {oct(path.stat().st_mode & 0o777) for path in stored} == {"0o444"}
    assert whole(read_release(released))
    assert {path.name for path in folder.iterdir()} == {"objekter", "manifest", "aktuel", "laas"}


def test_a_later_publish_changes_no_file_of_an_earlier_release(released: Path) -> None:
    before = everything_in(released / "udgivelser")
    drop(released, "oekonomi.parquet", post("a", 777))
    published(released)
    after = everything_in(released / "udgivelser")
    assert {name for name in before if after[name] != before[name]} == {"aktuel"}


@pytest.mark.parametrize("table", ["oekonomi_maaned", "plan", "leverance", "betegnelse"])
def test_an_object_with_one_bit_changed_is_refused(table: str, released: Path) -> None:
    release = read_release(released)
    swap_byte(object_path(release.folder, release.manifest["objects"][table]["sha256"]))
    with pytest.raises(ReleaseDamaged):
        fetch("noegletal")


def test_an_object_that_is_gone_is_refused(released: Path) -> None:
    release = read_release(released)
    object_path(release.folder, release.manifest["objects"]["plan"]["sha256"]).unlink()
    with pytest.raises(ReleaseDamaged):
        fetch("noegletal")


def test_a_publish_puts_a_damaged_object_right(released: Path) -> None:
    release = read_release(released)
    path = object_path(release.folder, release.manifest["objects"]["betegnelse"]["sha256"])
    swap_byte(path)
    drop(released, "oekonomi.parquet", post("a", 777))
    published(released)
    assert money(released) == 777
    assert path.stat().st_mode & 0o777 == 0o444


def harm(data: Path, how: str) -> None:
    release, pointer = read_release(data), pointer_path(data / "udgivelser")
    manifest = manifest_path(release.folder, release.id)
    match how:
        case "manifest changed":
            swap_byte(manifest)
        case "manifest gone":
            manifest.unlink()
        case "manifest a folder":
            manifest.unlink()
            manifest.mkdir()
        case "pointer to nowhere":
            pointer.write_text("0" * 64)
        case "pointer empty":
            pointer.write_text("")
        case "pointer out of the folder":
            pointer.write_text("../../etc/passwd")
        case "pointer of no text":
            pointer.write_bytes(b"\xff\xfe\x00")
        case "pointer a short id":
            pointer.write_text(release.id[:12])
        case "pointer a folder":
            pointer.unlink()
            pointer.mkdir()


@pytest.mark.parametrize(
    "how",
    [
        "manifest changed",
        "manifest gone",
        "manifest a folder",
        "pointer to nowhere",
        "pointer empty",
        "pointer out of the folder",
        "pointer of no text",
        "pointer a short id",
        "pointer a folder",
    ],
)
def test_a_damaged_store_is_told_of_and_never_published_over(how: str, in_use: Path, tmp_path: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    moved = tmp_path / "andetsteds"  # a release once read is remembered by where it lies
    release = read_release(in_use)
    harm(in_use, how)
    in_use.rename(moved)
    with pytest.raises(ReleaseDamaged) as caught:
        read_release(moved)
    assert "Kontakt den, der driver Overblik" in caught.value.notice
    assert str(tmp_path) not in caught.value.notice + str(caught.value)
    drop_all(moved, oekonomi=[post("a", 777)])
    stored = everything_in(moved)
    with pytest.raises(ReleaseDamaged):
        publish_inbox(moved)
    assert everything_in(moved) == stored
    if how.startswith("pointer"):
        assert whole(read_release(moved, release.id))  # by its id it can still be read


def test_a_release_is_found_by_its_id_or_an_unambiguous_beginning(released: Path) -> None:
    release = read_release(released)
    assert read_release(released, release.id) == release
    assert read_release(released, release.id[:8]) == release
    manifests = release.folder / "manifest"
    shutil.copy(
        manifests / f"{release.id}.json", manifests / f"{release.id[:63]}{'0' if release.id[63] != '0' else '1'}.json"
    )
    with pytest.raises(ReleaseUnknown):
        read_release(released, release.id[:20])
    assert read_release(released, release.id) == release


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "1234567",
        "0" * 64,
        "0" * 65,
        "g" * 64,
        "../../../etc/passwd",
        "..%2f..%2fetc",
        "********",
        "[0-9a-f]*",
        "A" * 64,
        "aktuel\x00aktuel",
        "١٢٣٤٥٦٧٨",
        " " * 8,
    ],
)
def test_a_hostile_id_is_unknown_and_reaches_no_path(wanted: str, released: Path) -> None:
    with pytest.raises(ReleaseUnknown):
        read_release(released, wanted)


def test_the_pointer_moves_only_from_the_parent(released: Path) -> None:
    folder, now = released / "udgivelser", str(current_id(released))
    for parent in (None, "0" * 64):
        with pytest.raises(PublishOvertaken) as caught:
            move_pointer(folder, "1" * 64, parent)
        assert isinstance(caught.value, OverblikError)
    assert current_id(released) == now


def test_the_pointer_is_swapped_and_never_written_over(released: Path) -> None:
    before = str(current_id(released))
    drop(released, "oekonomi.parquet", post("a", 777))
    with open(pointer_path(released / "udgivelser"), encoding="ascii") as reader:  # in the middle of reading it
        published(released)
        assert reader.read() == before
    assert current_id(released) != before


def test_publishers_at_once_take_turns_and_lose_nothing(released: Path, tmp_path: Path) -> None:
    folders = []
    for number in range(5):
        folder = write(
            {"oekonomi": exports(oekonomi=[post(f"p{number}", 10**number)])["oekonomi"]}, tmp_path / str(number)
        )
        (folder / "oekonomi.parquet").rename(folder / f"oekonomi__{number}.parquet")
        folders.append(folder)
    forks("race", released, *folders)
    releases = chain(released)
    assert len(releases) == 6
    assert money(released) == 100 + 11111
    for release in releases:
        assert whole(release)
    assert scratch_left(released) == []


def test_publishers_at_once_on_one_inbox_take_each_file_once(released: Path) -> None:
    drop(released, "oekonomi.parquet", post("a", 777))
    command = [sys.executable, "-m", "overblik.intake", "publish"]
    publishers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    told = [publisher.communicate() for publisher in publishers]
    assert [publisher.returncode for publisher in publishers] == [0, 0, 0], told
    assert len(chain(released)) == 2
    assert money(released) == 777


@pytest.mark.parametrize(
    ("old", "every"),
    [
        (100, False),
        pytest.param(100, True, marks=pytest.mark.long),
        pytest.param(None, True, marks=pytest.mark.long),  # the very first publish
    ],
)
def test_a_publisher_killed_at_any_step_leaves_the_old_release_or_the_new(
    old: int | None, every: bool, in_use: Path, tmp_path: Path
) -> None:
    if old:
        drop_all(in_use, oekonomi=[post("a", old)])
        published(in_use)
        drop(in_use, "oekonomi.parquet", post("a", 777))
    else:
        drop_all(in_use, oekonomi=[post("a", 777)])
    taken = forks("steps", shutil.copytree(in_use, tmp_path / "talt"))
    telling = ("open", "os.rename", "os.remove")  # folders and modes alone change nothing that is read
    last_of_its_kind = [n for n, step in enumerate(taken) if step.startswith(telling) and step not in taken[n + 1 :]]
    points = list(range(len(taken))) if every else last_of_its_kind
    copies = {n: shutil.copytree(in_use, tmp_path / str(n)) for n in points}
    forks("kill", *(part for n in points for part in (copies[n], n)))
    found = [money(copies[n]) for n in points]
    assert set(found) == {old, 777}
    assert found == sorted(found, key=lambda value: value == 777)  # once new, never old again
    for n in points if every else points[::5]:
        drop(copies[n], "FOB/milepael.parquet", {})
        published(copies[n])
        assert money(copies[n]) == 777, taken[n]
        assert scratch_left(copies[n]) == [], taken[n]
        assert everything_in(inbox(copies[n])) == {}
        assert all(whole(release) for release in chain(copies[n]))


def test_a_disk_that_is_full_changes_nothing(released: Path) -> None:
    drop(released, "oekonomi.parquet", post("a", 777))
    stored = {name: content for name, content in everything_in(released).items() if not name.startswith("arkiv")}
    done = subprocess.run(
        [sys.executable, "-m", "overblik.intake", "publish"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "En fil eller mappe kunne ikke læses eller skrives: filen er for stor.\n"
    after = everything_in(released)
    assert {name: after[name] for name in stored} == stored
    assert money(released) == 100
    published(released)
    assert spent() == "777.00"
    assert scratch_left(released) == []


def test_a_release_says_what_it_is_made_of(released: Path) -> None:
    manifest = read_release(released).manifest
    assert manifest["parent"] is None
    assert {"duckdb", "pyarrow"} == set(manifest["versions"])
    for source in manifest["sources"]:
        assert (released / "arkiv" / f"{source['sha256']}.parquet").is_file()
    assert all(entry["rows"] >= 0 and entry["bytes"] > 0 for entry in manifest["objects"].values())
    assert isinstance(read_release(released), Release)
