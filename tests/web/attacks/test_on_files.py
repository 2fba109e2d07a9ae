"""A forged pointer, a forged manifest and links in the data folder: readers get the last whole figures or a calm word.

Whoever could write there would have got past the operating system already; still nothing may be read from elsewhere
and nothing may stop the server.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from overblik.mailbox_delivery import HandInRefused, hand_in
from overblik.release import manifest_path, object_path, pointer_path, read_release, releases_folder
from tests.web.attacks.server import TOLD_TOO_MUCH, Attacked, attacked
from tests.web.attacks.test_on_websocket import complaints, opened, until_finished

SECRET = "HEMMELIG-FIL-UDENFOR"


def _pointer(content: bytes) -> Callable[[Path], None]:
    def forge(data: Path) -> None:
        pointer_path(releases_folder(data)).write_bytes(content)

    return forge


def _pointer_is_a_link(data: Path) -> None:
    pointer = pointer_path(releases_folder(data))
    pointer.unlink()
    pointer.symlink_to(data / "hemmelig")


def _pointer_is_a_folder(data: Path) -> None:
    pointer_path(releases_folder(data)).unlink()
    pointer_path(releases_folder(data)).mkdir()


def _manifest(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    """A manifest whose name fits its bytes, and the pointer on it."""

    def forge(data: Path) -> None:
        folder = releases_folder(data)
        manifest = json.loads(manifest_path(folder, read_release(data).id).read_bytes())
        content = json.dumps(change(manifest) or manifest).encode()
        forged = hashlib.sha256(content).hexdigest()
        manifest_path(folder, forged).write_bytes(content)
        pointer_path(folder).write_bytes(forged.encode())

    return forge


def _manifest_of_another_name(data: Path) -> None:
    folder = releases_folder(data)
    place = manifest_path(folder, read_release(data).id)
    place.chmod(0o644)
    place.write_bytes(place.read_bytes().replace(b'"rows"', b'"raekker"', 1))


def _object_is_a_link(data: Path) -> None:
    release = read_release(data)
    place = object_path(release.folder, release.manifest["objects"]["omraade"]["sha256"])
    place.unlink()
    place.symlink_to(data / "hemmelig")


def _objects_are_a_link(data: Path) -> None:
    folder = releases_folder(data) / "objekter"
    rmtree(folder)
    folder.symlink_to("/etc")


def _links(*names: str) -> Callable[[Path], None]:
    def forge(data: Path) -> None:
        for name in names:
            place = data / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(data / "hemmelig")

    return forge


def _object_elsewhere(manifest: dict[str, object]) -> None:
    objects = manifest["objects"]
    assert isinstance(objects, dict)
    objects["omraade"]["sha256"] = "../../hemmelig"


# A name, what is forged, and whether the honest release is still what stands.
FORGERIES: dict[str, tuple[Callable[[Path], None], bool]] = {
    "a pointer of signs": (_pointer(b"\xff\xfe" * 40), False),
    "an empty pointer": (_pointer(b""), False),
    "a pointer up and out": (_pointer(b"../../hemmelig"), False),
    "a pointer to what is not there": (_pointer(b"0" * 64), False),
    "a pointer of 5 MB": (_pointer(b"a" * 5_000_000), False),
    "a pointer with a line more": (_pointer(b"0" * 64 + b"\n../../hemmelig"), False),
    "a pointer that is a link": (_pointer_is_a_link, False),
    "a pointer that is a folder": (_pointer_is_a_folder, False),
    "a manifest of another name": (_manifest_of_another_name, False),
    "a manifest that is a list": (_manifest(lambda manifest: [manifest]), False),
    "a manifest without objects": (_manifest(lambda manifest: manifest.pop("objects") and None), False),
    "a manifest whose object lies elsewhere": (_manifest(_object_elsewhere), False),
    "a manifest whose objects are a text": (_manifest(lambda manifest: manifest.update(objects="alle")), False),
    "a manifest of another format": (_manifest(lambda manifest: manifest.update(format="2; drop")), False),
    "a manifest whose plan is none": (_manifest(lambda manifest: manifest.update(statusdato=7)), False),
    "an object that is a link": (_object_is_a_link, False),
    "objects that are a link to a folder": (_objects_are_a_link, False),
    "the watcher's word is a link": (_links("udgivelser/tilstand.json", "udgivelser/kandidat"), True),
    "reports that are links": (_links("afvist/2026-01-01T00-00-00/rapport.json", "afvist/log.jsonl"), True),
    "an inbox with links": (_links("indbakke/FOB/oekonomi.parquet", "indbakke/.anmodninger/x.json"), True),
}


@pytest.fixture(scope="module")
def server(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """A server for all of them, which has the honest release in memory no longer than its pointer stands."""
    folder = tmp_path_factory.mktemp("forfalsket")
    copytree(published_example, folder / "data")
    with attacked(folder / "data", folder / "log", OVERBLIK_OVERVAAG="nej") as running:
        yield running


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_not_believed_and_stops_nothing(name: str, server: Attacked, published_example: Path) -> None:
    forge, stands = FORGERIES[name]
    (server.data / "hemmelig").write_text(SECRET, encoding="utf-8")
    try:
        forge(server.data)
        time.sleep(1.1)  # what /klar remembers
        status, word = server.word()
        assert (status, word) in ((200, "klar"), (503, "ikke klar"), (503, "ingen udgivelse"))
        if stands:
            assert word == "klar"
        with opened(server) as talk:
            told = until_finished(talk)
        assert not [one for one in complaints(told) if one in TOLD_TOO_MUCH or "exception" in one]
        assert SECRET not in "".join(str(one) for one in told)
    finally:
        rmtree(server.data)
        copytree(published_example, server.data)
    time.sleep(1.1)
    assert server.lives(), "the honest release is back by itself"


def test_no_link_is_followed_out_of_the_inbox_when_a_file_is_handed_in(tmp_path: Path) -> None:
    outside = tmp_path / "udenfor"
    outside.mkdir()
    (tmp_path / "indbakke").mkdir()
    (tmp_path / "indbakke" / "FOB").symlink_to(outside)
    with pytest.raises(HandInRefused):
        hand_in(tmp_path, "FOB", "oekonomi.parquet", b"PAR1PAR1")
    assert os.listdir(outside) == []
