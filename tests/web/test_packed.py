"""Streamlit's own files as a browser gets them: packed, whole, lasting; and as those get them who take no gzip."""

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from streamlit import file_util

from overblik.web.addresses import files
from overblik.web.packed import is_packable, packed
from tests.web.attacks.server import Attacked, attacked

STATIC = Path(file_util.get_static_dir())
NAMES = sorted(filter(is_packable, files()))


@pytest.fixture(scope="module")
def server(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("pakket")
    shutil.copytree(published_example, folder / "data")
    with attacked(folder / "data", folder / "log") as running:
        yield running


def got(server: Attacked, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with urlopen(Request(f"http://{server.host}{path}", headers=headers), timeout=60) as answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def test_what_the_page_names_comes_packed_whole_and_lasting(server: Attacked) -> None:
    _, _, page = got(server, "/")
    named = re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', page.decode())
    assert len(named) > 1
    for name in named:
        _, headers, body = got(server, f"/{name}", **{"Accept-Encoding": "gzip, deflate, br"})
        assert gzip.decompress(body) == (STATIC / name).read_bytes()
        assert headers["content-encoding"] == "gzip"
        assert headers["cache-control"] == "public, immutable, max-age=31536000"
        assert "Accept-Encoding" in headers["vary"]
        assert headers["content-type"] == got(server, f"/{name}")[1]["content-type"], "as Streamlit itself tells it"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip;q=0"}])
def test_who_takes_no_gzip_gets_the_file_itself(headers: dict[str, str], server: Attacked) -> None:
    status, told, body = got(server, f"/{NAMES[0]}", **headers)
    assert (status, body) == (200, (STATIC / NAMES[0]).read_bytes())
    assert "content-encoding" not in told


def test_a_part_of_a_file_is_a_part_of_the_file_itself(server: Attacked) -> None:
    status, told, body = got(server, f"/{NAMES[0]}", **{"Accept-Encoding": "gzip", "Range": "bytes=10-19"})
    assert (status, body) == (206, (STATIC / NAMES[0]).read_bytes()[10:20])
    assert "content-encoding" not in told


def test_all_that_can_be_packed_takes_less_than_ten_megabytes_and_is_packed_once() -> None:
    assert len(NAMES) > 100
    assert sum(len(packed(name)) for name in NAMES) < 10_000_000
    assert all(packed(name) is packed(name) for name in NAMES)


@pytest.mark.parametrize("name", ["static/../index.html", "static/findes-ikke.js", "index.html", "manifest.json", ""])
def test_only_files_of_streamlits_by_their_exact_name_are_packed(name: str) -> None:
    assert not is_packable(name)
