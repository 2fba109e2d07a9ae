"""What every answer carries, what readiness and measurements tell, and what the web process may not do."""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from overblik.mailbox_delivery import LARGEST_MB
from overblik.release import pointer_path, releases_folder
from overblik.settings import ROOT, read_settings
from overblik.web.headers import content_security_policy, inline_script_hashes
from overblik.web.metrics import may_read
from tests.browser import as_web_user, listened_to
from tests.web.attacks.server import Attacked, attacked
from tests.web.test_modes import NO_FILE, WHOLE


@pytest.fixture(scope="module")
def own_server(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("haerdet")
    shutil.copytree(published_example, folder / "data")
    with attacked(folder / "data", folder / "log") as running:
        yield running


def got(server: Attacked, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    try:
        with urlopen(Request(f"http://{server.host}{path}", headers=headers), timeout=30) as answer:
            return answer.status, dict(answer.headers.items()), answer.read().decode("utf-8", "replace")
    except HTTPError as error:
        return error.code, dict(error.headers.items()), error.read().decode()


@pytest.mark.parametrize(
    "path", ["/", "/omraade", "/klar", "/maalinger", "/favicon.png", "/findes-ikke", "/media/x.pdf"]
)
def test_every_answer_carries_the_security_headers(path: str, own_server: Attacked) -> None:
    _, headers, _ = got(own_server, path)
    told = {name.lower(): value for name, value in headers.items()}
    assert told["content-security-policy"] == content_security_policy()
    assert told["x-content-type-options"] == "nosniff"
    assert told["x-frame-options"] == "DENY"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in told["permissions-policy"]
    assert "strict-transport-security" not in told, "over http a browser must not be told to stay away from it"


def test_the_policy_runs_no_script_in_the_page_but_streamlits_own() -> None:
    policy = dict(part.split(" ", 1) for part in content_security_policy().split("; "))
    assert len(inline_script_hashes()) == 1
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert "http" not in content_security_policy()
    assert {policy[name] for name in ("object-src", "base-uri", "frame-ancestors", "default-src")} == {"'none'"}
    assert (policy["connect-src"], policy["form-action"]) == ("'self'", "'self'")


def test_the_browser_stops_what_the_policy_forbids_and_our_fixture_sees_it(
    own_server: Attacked, browser: Browser
) -> None:
    """A script written into the page does not run: the policy is in force, not only sent."""
    context = browser.new_context()
    page = context.new_page()
    troubles = listened_to(page)
    page.goto(f"http://{own_server.host}/klar")
    ran = page.evaluate(
        """() => {
            const script = document.createElement("script")
            script.textContent = "window.koert = true"
            document.body.append(script)
            return window.koert === true
        }"""
    )
    page.wait_for_timeout(300)
    context.close()
    assert ran is False
    assert any(trouble.startswith("content security policy: script-src") for trouble in troubles)


def test_readiness_is_a_question_to_the_release_in_force_and_tells_one_word(own_server: Attacked) -> None:
    pointer = pointer_path(releases_folder(own_server.data))
    content = pointer.read_bytes()
    assert own_server.word() == (200, "klar")
    pointer.write_bytes(b"noget andet")
    try:
        time.sleep(1.1)  # what is remembered
        assert own_server.word() == (503, "ikke klar")
    finally:
        pointer.write_bytes(content)
    time.sleep(1.1)
    assert own_server.word() == (200, "klar")


def test_without_a_release_it_is_not_ready(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with attacked(tmp_path / "data", tmp_path / "log") as server:
        assert server.word() == (503, "ingen udgivelse")
        status, _, told = got(server, "/maalinger")
        assert status == 200
        assert "overblik_release_age_seconds{" not in told


def test_the_measurements_tell_pages_errors_and_age(own_server: Attacked) -> None:
    got(own_server, "/findes-ikke")
    _, _, told = got(own_server, "/maalinger")
    assert re.search(r'overblik_release_age_seconds\{release="[0-9a-f]{12}"\} [\d.]+', told)
    assert re.search(r'overblik_answers_total\{status="4xx"\} [1-9]', told)
    assert 'overblik_errors_total{kind="page"} 0.0' in told
    assert "overblik_page_seconds" in told


@pytest.mark.parametrize(
    ("environment", "authorization", "may"),
    [
        ({}, "", True),  # on one's own machine
        ({"OVERBLIK_MAALINGER_KODE": "kode"}, "", False),
        ({"OVERBLIK_MAALINGER_KODE": "kode"}, "Bearer kode", True),
        ({"OVERBLIK_MAALINGER_KODE": "kode"}, "Bearer anden", False),
        ({"OVERBLIK_MAALINGER_KODE": "kode"}, "Bearer æ", False),
        (WHOLE, "", False),
        (WHOLE, "Bearer ", False),
        (WHOLE | {"OVERBLIK_MAALINGER_KODE": "kode"}, "Bearer kode", True),
    ],
)
def test_the_measurements_are_not_open_where_others_come(
    environment: dict[str, str], authorization: str, *, may: bool
) -> None:
    assert may_read(authorization, read_settings(environment, NO_FILE)) is may


def test_an_address_that_is_none_is_told_so_in_danish(own_server: Attacked) -> None:
    status, headers, body = got(own_server, "/findes-ikke", Accept="text/html")
    assert status == 404
    assert 'lang="da"' in body
    assert "Siden findes ikke" in body
    assert got(own_server, "/overblik")[0] == 200, "the front page by its name leads to it"
    assert headers["content-type"].startswith("text/html")


def test_the_address_space_of_the_web_process_is_bounded() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import resource; from overblik.web import limits; limits.bound_memory(); "
         "print(*resource.getrlimit(resource.RLIMIT_AS)); bytearray(9 * 2**30)"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stdout.split() == [str(8 * 2**30)] * 2 or resource.getrlimit(resource.RLIMIT_AS)[1] < 8 * 2**30
    assert "MemoryError" in told.stderr


CHECK = "import sys; from pathlib import Path; from overblik.web.limits import refuse_to_write_releases as check; check(Path(sys.argv[1]))"


def checked(data: Path) -> "subprocess.CompletedProcess[str]":
    """As the server's own user: may read all, for the tests' folders are root's alone, and write what it may write."""
    command = [*as_web_user(), sys.executable, "-c", CHECK, str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("setpriv") is None, reason="NOT RUN: needs root and setpriv")
@pytest.mark.parametrize(
    "writable", ["", "udgivelser", "udgivelser/objekter", "udgivelser/manifest", "udgivelser/aktuel", "."]
)
def test_a_server_that_could_write_the_releases_does_not_start(
    writable: str, published_example: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(published_example, data)
    if writable:
        (data / writable).chmod(0o777)
    told = checked(data)
    assert (told.returncode != 0) is bool(writable), told.stderr
    assert ("may write" in told.stderr) is bool(writable)
    by_root = subprocess.run(
        [sys.executable, "-c", CHECK, str(data)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "runs as root" in by_root.stderr


def test_what_a_page_takes_and_what_streamlit_takes_are_the_same() -> None:
    told = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert f"maxUploadSize = {LARGEST_MB}\n" in told
    assert "enableXsrfProtection = true" in told
    assert "enableStaticServing = false" in told
