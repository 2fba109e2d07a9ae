"""Every path of the real server, knocked on by everybody: strangers, forged and ended logins, and each role.

The routes are asked of the application itself, so one that is added, by us or by Streamlit, is knocked on too.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from overblik.settings import ROOT
from tests.web.fixtures import COOKIE_KEY, KLIENT, Faelles, login_settings

USER: Final = "_streamlit_user"
INSIDE: Final = ("laeser", "analytiker", "udgiver", "administrator")
OUTSIDE: Final = ("fremmed_klient", "udløbet", "uden_udløb", "anden_nøgle", "pillet_ved", "anden_adresse", "stranger")

# The test's own list, so that a path added to the door's by mistake is seen.
OPEN: Final = {"/_stcore/health", "/klar", "/maalinger", "/login", "/login/ind", "/logget-ud", "/auth/login", "/auth/logout", "/oauth2callback"}  # fmt: skip
PAGES: Final = ["/", *(f"/{path.stem}" for path in sorted((ROOT / "pages").glob("*.py")))]


def claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": "http://localhost",
        "sub": "laeser",
        "aud": KLIENT,
        "iat": now,
        "exp": now + 600,
        "nonce": "en-nonce",
        "groups": ["g-laeser"],
        "is_logged_in": True,
        "provider": "default",
    } | changed


def signed(told: dict[str, Any], key: str = COOKIE_KEY) -> str:
    """A login's cookie as Streamlit signs it."""
    return create_signed_value(key, USER, json.dumps(told)).decode()


@pytest.fixture(scope="module")
def cookies(faelles: Faelles) -> dict[str, str]:
    """The user cookie of each visitor: those inside by a real login, the forged ones from a login that would do."""
    found = {}
    for account in (*INSIDE, "ukendt", "ingen"):
        with faelles.inside(account) as client:
            found[account] = client.cookies[USER]
    good = claims(origin=faelles.address)
    expired = {"iat": good["iat"] - 600, "exp": good["iat"] - 1}
    return found | {
        "lavet_selv": signed(good),
        "fremmed_klient": signed(good | {"aud": "et-andet-program"}),
        "udløbet": signed(good | expired),
        "uden_udløb": signed({name: value for name, value in good.items() if name != "exp"}),
        "anden_nøgle": signed(good, "en anden nøgle, lige så lang som den rigtige"),
        "pillet_ved": _tampered(found["administrator"]),
        "anden_adresse": signed(good | {"origin": "https://et-andet-sted.eksempel.dk"}),
        "stranger": "",
    }


def _tampered(cookie: str) -> str:
    middle = len(cookie) // 3
    return cookie[:middle] + ("A" if cookie[middle] != "A" else "B") + cookie[middle + 1 :]


@pytest.fixture(scope="module")
def paths(faelles: Faelles) -> list[str]:
    """All pages and all routes of the application, Streamlit's too, with something in the place of each parameter."""
    script = (
        "import json; from overblik.web import app;"
        "print(json.dumps([route.path for route in app.build()._build_starlette_app().routes]))"
    )
    environment = login_settings(1, faelles.provider.metadata)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    routes = [re.sub(r"\{[^}]*\}", "x", path) for path in json.loads(ran.stdout)]
    assert len(routes) > 15
    mounted = ["/static/js/x.js", "/favicon.png", "/media/x.csv", "/_stcore/ukendt", "/findes-ikke"]
    return sorted({path for path in routes if path} | set(PAGES) | set(mounted))


def may(visitor: str, path: str) -> bool:
    """What this test says of role × path."""
    if path in OPEN:
        return True
    if path.startswith("/_stcore/upload_file"):
        return visitor in ("analytiker", "administrator")
    if path.startswith(("/_stcore/metrics", "/metrik", "/_stcore/agent", "/_stcore/script-health")):
        return visitor == "administrator"
    return visitor in (*INSIDE, "lavet_selv")


def verdict(answer: httpx.Response) -> str:
    """What the door did: let in, sent to log in, or refused."""
    if answer.headers.get("location", "").startswith("/login") or answer.text == "Log ind først.":
        return "log ind"
    refused = ("Det har du ikke adgang til.", "Du har ikke adgang til Overblik")
    return "nej" if any(words in answer.text for words in refused) else "ind"


def test_every_visitor_gets_to_every_page_and_route_that_is_theirs_and_to_no_other(
    faelles: Faelles, cookies: dict[str, str], paths: list[str]
) -> None:
    wrong = []
    for visitor, cookie in cookies.items():
        with faelles.client() as client:
            for path in paths:
                for method in ("GET", "PUT", "POST", "DELETE"):
                    if method != "GET" and not path.startswith("/_stcore"):
                        continue
                    if path == "/auth/logout":
                        continue  # would end what the next knock needs; test_login.py is about it
                    answer = client.request(method, path, headers={"cookie": f"{USER}={cookie}"} if cookie else {})
                    expected = "ind" if may(visitor, path) else "log ind" if visitor in OUTSIDE else "nej"
                    if (came := verdict(answer)) != expected and path not in ("/oauth2callback", "/auth/login"):
                        wrong.append(f"{visitor} {method} {path}: {came}, not {expected} ({answer.status_code})")
    assert not wrong, wrong


def test_ways_of_writing_a_path_do_not_open_it(faelles: Faelles, cookies: dict[str, str]) -> None:
    written = (
        "/_stcore/metrics/", "//_stcore/metrics", "/_stcore/../_stcore/metrics", "/%5Fstcore/metrics", "/_stcore%2Fmetrics",
        "/login/../_stcore/metrics", "/_stcore/health/../metrics", "/_stcore/metrics;x", "/_stcore/metrics%00", "/login%2F..%2Ffremdrift",
    )  # fmt: skip
    with faelles.client() as client:
        for path in written:
            answer = client.get(httpx.URL(faelles.address).copy_with(raw_path=path.encode()))
            assert "session_" not in answer.text, path
            assert '<div id="root">' not in answer.text, path
            laeser = {"cookie": f"{USER}={cookies['laeser']}"}
            answer = client.get(httpx.URL(faelles.address).copy_with(raw_path=path.encode()), headers=laeser)
            assert "active_sessions" not in answer.text, path


@pytest.mark.parametrize("elsewhere", ["//ond.dk", "https://ond.dk", "/\\ond.dk", "/login?til=/login", "/auth/logout", "/%0d%0aSet-Cookie:x=1", "javascript:alert(1)"])  # fmt: skip
def test_the_way_back_from_login_leads_to_a_page_of_ours_only(faelles: Faelles, elsewhere: str) -> None:
    with faelles.client() as client:
        answer = client.get("/login", params={"til": elsewhere})
        (way,) = re.findall(r'href="/login/ind\?til=([^"]*)"', answer.text)
        assert way == "%2F" or way.startswith("%2F%250d"), way


def socket(faelles: Faelles, cookie: str, origin: str | None, xsrf: str = "") -> ClientConnection:
    headers = {"Cookie": f"{USER}={cookie}" + (f"; _streamlit_xsrf={xsrf}" if xsrf else "")}
    return connect(
        faelles.address.replace("http", "ws") + "/_stcore/stream",
        additional_headers=headers,
        origin=origin,  # type: ignore[arg-type]
        subprotocols=["streamlit", xsrf or "x"],  # type: ignore[list-item]
        max_size=None,
    )


def test_the_websocket_opens_for_those_who_may_look_and_for_nobody_else(
    faelles: Faelles, cookies: dict[str, str]
) -> None:
    for visitor, cookie in cookies.items():
        if visitor in (*INSIDE, "lavet_selv"):
            with socket(faelles, cookie, faelles.address):
                continue
        with pytest.raises(InvalidStatus) as refused, socket(faelles, cookie, faelles.address):
            pass
        assert refused.value.response.status_code == 403, visitor


def test_another_sites_page_opens_no_websocket_with_a_readers_cookie(faelles: Faelles, cookies: dict[str, str]) -> None:
    for origin in ("https://ond.dk", "http://localhost:1", "null"):
        with pytest.raises(InvalidStatus), socket(faelles, cookies["laeser"], origin):
            pass


def test_a_websocket_that_streamlit_does_not_know_the_reader_of_shows_nothing(
    faelles: Faelles, cookies: dict[str, str]
) -> None:
    """Without the token against cross-site requests Streamlit does not read the cookie: the page's own lock holds."""
    for page in ("", "oekonomi"):
        with socket(faelles, cookies["administrator"], faelles.address) as opened:
            asked = BackMsg()
            asked.rerun_script.page_name = page
            opened.send(asked.SerializeToString())
            told = b"".join(_until_finished(opened)).decode(errors="replace")
        assert "Du er ikke logget ind" in told, page
        assert "kr." not in told, page


def _until_finished(opened: ClientConnection) -> Iterator[bytes]:
    while True:
        data = opened.recv(timeout=60)
        assert isinstance(data, bytes)
        yield data
        message = ForwardMsg()
        message.ParseFromString(data)
        if message.WhichOneof("type") == "script_finished":
            return


def _last_word(opened: ClientConnection) -> ForwardMsg:
    """What the server says before it closes the socket."""
    said = ForwardMsg()
    with suppress(ConnectionClosed):
        while True:
            data = opened.recv(timeout=60)
            assert isinstance(data, bytes)
            said.ParseFromString(data)
    return said


def test_an_open_websocket_is_closed_when_its_login_ends_or_is_ended(faelles: Faelles) -> None:
    ending = signed(claims(origin=faelles.address, exp=int(time.time()) + 10))
    with faelles.inside("laeser") as client:
        ended = client.cookies[USER]
        for cookie in (ending, ended):
            with socket(faelles, cookie, faelles.address) as opened:
                if cookie == ended:
                    client.get("/auth/logout")
                assert _last_word(opened).auth_redirect.url == "/login?slut=1"
            with pytest.raises(InvalidStatus), socket(faelles, cookie, faelles.address):
                pass
