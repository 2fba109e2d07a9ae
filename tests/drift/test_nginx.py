"""Two web processes behind drift/nginx.conf: a reader stays with one, and comes back on the other when it dies."""

import hashlib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path

import pytest
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, CDPSession, Page, expect

from overblik.intake.publishing import publish_example, publish_folder
from overblik.release import releases_folder
from tests.browser import PATIENCE, settled
from tests.deliveries import exports, write
from tests.drift.behind import NAME, Proxy, Web, behind_nginx, free_port
from tests.web.fixtures import ACCOUNTS, KLIENT, Provider, login_settings, oidc_installed

__all__ = ["oidc_installed"]  # a fixture, by its name

PLACE = "overblik_plads"
MEGABYTES = 3


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    assert publish_example(folder).release
    return folder


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Proxy:
    return Proxy(free_port(), free_port(), tmp_path_factory.mktemp("nginx"))


@pytest.fixture(scope="module")
def webs(
    data: Path, where: Proxy, oidc_installed: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Web]]:
    """Two processes in *fælles*, with one login and one place to remember who has logged out."""
    provider = Provider(
        {
            "port": free_port(),
            "client_id": KLIENT,
            "client_secret": "klientens hemmelighed",
            "redirect_uri": f"{where.address}/oauth2callback",
            "accounts": ACCOUNTS,
        }
    )
    logged_out = tmp_path_factory.mktemp("udlogget")
    logged_out.chmod(0o777)
    login = login_settings(0, provider.metadata) | {
        "OVERBLIK_ADRESSE": where.address,
        "OVERBLIK_LOGIN_MAPPE": str(logged_out),
    }
    provider.start()
    yield [Web(free_port(), data, login), Web(free_port(), data, login)]
    provider.stop()


@pytest.fixture(scope="module")
def proxy(where: Proxy, webs: list[Web]) -> Iterator[Proxy]:
    with behind_nginx(where, webs) as started:
        yield started


@pytest.fixture(scope="module")
def inside(proxy: Proxy, browser: Browser) -> list[SetCookieParam]:
    """The cookies of a reader who has logged in through the proxy, without her place."""
    context = browser.new_context(ignore_https_errors=True, locale="da-DK")
    page = context.new_page()
    page.set_default_timeout(3 * PATIENCE)
    page.goto(f"{proxy.address}/oekonomi")
    page.get_by_role("link", name="Log ind").click()
    page.get_by_role("link", name="laeser", exact=True).click()
    page.get_by_text("logget ind som læser").wait_for()
    cookies = [each for each in context.cookies(proxy.address) if each["name"] != PLACE]
    context.close()
    assert all(each["secure"] for each in cookies if "user" in each["name"]), "a login that goes over plain http"
    return [{"name": each["name"], "value": each["value"], "url": proxy.address} for each in cookies]


pytestmark = pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")


@contextmanager
def reader(browser: Browser, proxy: Proxy, inside: list[SetCookieParam], place: str = "") -> Iterator[Page]:
    """The browser of a reader who is logged in; with `place` she has been here before."""
    context = browser.new_context(ignore_https_errors=True, locale="da-DK")
    context.add_cookies(inside)
    if place:
        context.add_cookies([{"name": PLACE, "value": place, "url": proxy.address, "secure": True}])
    page = context.new_page()
    page.set_default_timeout(3 * PATIENCE)  # two pages over two servers, and others at work
    try:
        yield page
    finally:
        context.close()


def get(proxy: Proxy, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
    connection = proxy.asks()
    try:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, _told(answer.getheaders()), answer.read()
    finally:
        connection.close()


def place_of(headers: dict[str, str]) -> str:
    """The cookie that gives a reader her place."""
    (ours,) = [line for line in headers["set-cookie"].split("\n") if line.startswith(PLACE)]
    return ours


def _told(headers: list[tuple[str, str]]) -> dict[str, str]:
    """Headers by name; those that come several times, a line each."""
    found: dict[str, str] = {}
    for name, value in headers:
        found[name.lower()] = f"{found[name.lower()]}\n{value}" if name.lower() in found else value
    return found


def places(proxy: Proxy, webs: list[Web]) -> dict[int, str]:
    """For each process a place, a cookie's value, that leads to it."""
    found: dict[int, str] = {}
    for number in range(64):
        place = hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()
        assert get(proxy, "/_stcore/health", {"Cookie": f"{PLACE}={place}"})[0] == 200
        found.setdefault(int(proxy.logged()[-1][-1].rpartition(":")[2]), place)
    assert set(found) == {web.port for web in webs}
    return found


def test_a_page_opens_over_tls_and_websocket_packed_and_its_reader_stays_with_one_process(
    proxy: Proxy, browser: Browser, inside: list[SetCookieParam]
) -> None:
    begun = len(proxy.logged())
    with reader(browser, proxy, inside) as page:
        wire = _bytes_over_the_wire(page.context.new_cdp_session(page))
        sockets: list[str] = []
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(f"{proxy.address}/oekonomi")
        page.locator("h1").wait_for()
        settled(page)
        expect(page.locator("h1")).to_contain_text("mio. kr. er brugt", timeout=PATIENCE)
        assert sockets == [f"wss://{NAME}:{proxy.https}/_stcore/stream"]
        (cookie,) = [each for each in page.context.cookies() if each["name"] == PLACE]
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Lax")
    lines = proxy.logged()[begun:]
    # The first answer brings the cookie; all that follow are one process's.
    assert len(lines) > 20
    assert len({line[-1] for line in lines[1:]}) == 1, {line[-1] for line in lines}
    assert wire.total < MEGABYTES * 1_000_000, f"{wire.total / 1e6:.2f} MB over the wire"
    assert wire.total > 200_000, "something was not counted"


def test_readers_without_a_place_are_spread_over_the_processes_and_given_one(proxy: Proxy, webs: list[Web]) -> None:
    begun = len(proxy.logged())
    given = [place_of(get(proxy, "/_stcore/health")[1]) for _ in range(40)]
    assert len({line[-1] for line in proxy.logged()[begun:]}) == len(webs)
    assert len(set(given)) == 40
    place = re.fullmatch(rf"{PLACE}=([0-9a-f]{{32}}); Path=/; HttpOnly; Secure; SameSite=Lax", given[0])
    assert place
    known = get(proxy, "/_stcore/health", {"Cookie": f"{PLACE}={place[1]}"})[1]
    assert PLACE not in known.get("set-cookie", "")


def test_a_place_that_is_none_of_ours_is_replaced(proxy: Proxy) -> None:
    for hostile in ("", "127.0.0.1:22", "x" * 2000, "../../etc", "a" * 31):
        status, headers, _ = get(proxy, "/_stcore/health", {"Cookie": f"{PLACE}={hostile}"})
        assert (status, PLACE in headers["set-cookie"]) == (200, True), hostile


def test_text_is_packed_for_those_inside_and_a_stranger_gets_none(proxy: Proxy, inside: list[SetCookieParam]) -> None:
    known = {"Cookie": "; ".join(f"{each['name']}={each['value']}" for each in inside), "Accept": "text/html,*/*"}
    status, headers, body = get(proxy, "/", known | {"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"]) == (200, "gzip")
    script = re.search(rb'src="\.?/?(static/js/[^"]+\.js)"', get(proxy, "/", known)[2])
    assert script
    plain = get(proxy, f"/{script[1].decode()}", known)[2]
    assert get(proxy, f"/{script[1].decode()}")[0] == 401
    _, headers, packed = get(proxy, f"/{script[1].decode()}", known | {"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert len(packed) < len(plain) / 2
    assert "max-age=31536000" in headers["strict-transport-security"]
    assert "nginx/" not in headers["server"]
    assert body


def test_the_second_lock_is_shut(proxy: Proxy) -> None:
    shut = (
        "/_stcore/metrics",
        "/metrics",
        "/klar",
        "/_stcore/script-health-check",
        "/.streamlit/secrets.toml",
        "/.git/config",
    )
    assert {path: get(proxy, path)[0] for path in shut} == dict.fromkeys(shut, 404)
    connection = proxy.asks()
    connection.request("POST", "/oekonomi", body=b"x" * 70_000)
    assert connection.getresponse().status == 413
    connection.close()


def test_a_name_that_is_not_ours_gets_no_answer_and_plain_http_leads_to_https(proxy: Proxy) -> None:
    connection = proxy.asks()
    connection.request("GET", "/", headers={"Host": "en.anden.dk"})
    with pytest.raises((RemoteDisconnected, ConnectionResetError)):
        connection.getresponse()
    plain = HTTPConnection("127.0.0.1", proxy.http, timeout=10)
    plain.request("GET", "/oekonomi", headers={"Host": NAME})
    answer = plain.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://{NAME}/oekonomi")


def test_old_tls_is_refused(proxy: Proxy) -> None:
    with pytest.raises(ssl.SSLError):
        proxy.asks(minimum_version=ssl.TLSVersion.TLSv1, maximum_version=ssl.TLSVersion.TLSv1_1).connect()


def test_who_hammers_on_the_login_is_told_to_wait_and_readers_are_not(proxy: Proxy) -> None:
    hammered = [get(proxy, "/auth/login")[0] for _ in range(80)]
    assert 429 in hammered
    assert get(proxy, "/_stcore/health")[0] == 200


def test_a_new_release_reaches_both_processes_and_a_killed_one_costs_its_readers_nothing(
    proxy: Proxy, webs: list[Web], data: Path, browser: Browser, inside: list[SetCookieParam]
) -> None:
    place = places(proxy, webs)
    killed, other = webs
    with (
        reader(browser, proxy, inside, place[killed.port]) as hers,
        reader(browser, proxy, inside, place[other.port]) as his,
    ):
        for page in (hers, his):
            page.goto(f"{proxy.address}/oekonomi")
            page.locator("h1").wait_for()
            settled(page)
        folder = write(exports(boligomraade=[{"omraade_id": "NORD", "navn": "Nordbyen"}]), data / "leverance")
        release = publish_folder(folder, data).release
        assert release
        before = _bytes_of(data)
        for page in (hers, his):
            page.goto(f"{proxy.address}/oekonomi")
            expect(page.get_by_text(f"udgivelse {release[:12]}", exact=False).first).to_be_visible(timeout=PATIENCE)
            settled(page)

        killed.kill()
        page = hers
        page.goto(f"{proxy.address}/oekonomi")
        page.locator("h1").wait_for()
        settled(page)
        assert proxy.logged()[-1][-1].endswith(f":{other.port}")
        # He noticed nothing, and nothing had to be done to the data.
        his.goto(f"{proxy.address}/data_og_metode")
        his.locator("h1").wait_for()
        settled(his)
        assert _bytes_of(data) == before

        killed.start()
        assert get(proxy, "/_stcore/health", {"Cookie": f"{PLACE}={place[killed.port]}"})[0] == 200
    assert _bytes_of(data) == before


class _Wire:
    total = 0


def _bytes_over_the_wire(session: CDPSession) -> _Wire:
    """Counts what the browser is sent: headers and packed bodies, and the websocket's frames as they are."""
    wire = _Wire()
    session.send("Network.enable")

    def loaded(event: dict[str, float]) -> None:
        wire.total += int(event["encodedDataLength"])

    def framed(event: dict[str, dict[str, str]]) -> None:
        wire.total += len(event["response"]["payloadData"]) * 3 // 4  # told in base 64

    session.on("Network.loadingFinished", loaded)
    session.on("Network.webSocketFrameReceived", framed)
    return wire


def _bytes_of(data: Path) -> dict[str, str]:
    """Every file of the releases and its hash."""
    found = sorted(path for path in releases_folder(data).rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
