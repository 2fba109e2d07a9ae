"""No message on the websocket gets through or stops the server, and no error of Python's is told on it.

Streamlit's own protobuf, over a socket opened as a browser opens it.
"""

import socket
import time
from contextlib import ExitStack, suppress
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from overblik.settings import ROOT
from tests.answers.attacks_on_duckdb import TEXTS
from tests.web.attacks.on_websocket import ATTACKS, Attack
from tests.web.attacks.server import TOLD_TOO_MUCH, Attacked

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
PARAMETERS = ("plan", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato", "udgivelse", "alle",
              "moede", "aar", "indsats", "indikator", "sted", "ukendt")  # fmt: skip

CALM = "Fejlen er noteret som"


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_message_made_to_harm_gets_nothing(attack: Attack, server: Attacked) -> None:
    told: list[ForwardMsg] = []
    with opened(server) as talk, suppress(ConnectionClosed):
        for frame in attack.frames:
            talk.send(frame)
        told = heard(talk, 0.7)
    # A widget that is none is an error that nobody foresees: the calm sentence with its id is all that is told.
    assert [one for one in complaints(told) if one != CALM] == []
    assert server.lives()


def test_every_parameter_of_the_address_takes_every_text_calmly_on_some_page(server: Attacked) -> None:
    wrong, before = [], errors(server)
    with opened(server) as talk:
        hashes = pages_by_name(talk)
        assert len(hashes) == len(PAGES)
        texts = [text for text in TEXTS if len(text) < 1_000]
        for turn in range(max(len(texts), len(PAGES)) * 3):
            page = PAGES[turn % len(PAGES)]
            run = BackMsg()
            run.rerun_script.page_script_hash = hashes[page]
            shift = turn // len(PAGES)
            pairs = [f"{name}={written(texts[(turn + shift + n) % len(texts)])}" for n, name in enumerate(PARAMETERS)]
            run.rerun_script.query_string = pairs[turn % len(pairs)] if turn % 2 else "&".join(pairs)
            talk.send(run.SerializeToString())
            wrong += [(page, one) for one in complaints(until_finished(talk))]
    assert wrong == []
    assert server.lives()
    assert errors(server) == before


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://ond.dk", None),
        ("null", None),
        ("http://127.0.0.1.ond.dk", None),
        ("http://localhost:1", None),
        ("http://127.0.0.1@ond.dk", None),
        (None, "ond.dk"),
        ("http://ond.dk", "ond.dk"),
    ],
)
def test_another_sites_page_opens_no_websocket(origin: str | None, host: str | None, server: Attacked) -> None:
    head = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host or server.host}",
        *([f"Origin: {origin}"] if origin else []),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    answer = server.send(("\r\n".join(head) + "\r\n\r\n").encode(), 10)
    assert answer.startswith(b"HTTP/1.1 403")
    assert server.lives()


def test_a_websocket_elsewhere_is_none(server: Attacked) -> None:
    for path in ("/", "/omraade", "/_stcore/metrics", "/media/x", "/_stcore/../_stcore/agent/mcp"):
        with pytest.raises((InvalidStatus, ConnectionClosed, OSError)):
            connect(f"ws://{server.host}{path}", open_timeout=10).recv(timeout=3)
    assert server.lives()


def test_a_frame_that_is_not_masked_closes_that_socket_alone(server: Attacked) -> None:
    head = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {server.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    answer = server.send(head.encode() + b"\x82\x05hello" * 3, 10)
    assert answer.startswith(b"HTTP/1.1 101")
    assert server.lives()


def test_another_ones_session_is_not_taken_over(server: Attacked) -> None:
    with opened(server) as mine:
        theirs = session_of(until_finished(mine))
        assert theirs
        with opened(server, session=theirs) as other:
            assert session_of(until_finished(other)) != theirs
    assert server.lives()


def test_many_who_hold_connections_open_keep_nobody_out(server: Attacked) -> None:
    with ExitStack() as held:
        for number in range(200):
            each = held.enter_context(socket.create_connection(("127.0.0.1", server.port), 20))
            each.sendall(b"GET / HTTP/1.1\r\nHost: " if number % 2 else b"")
        assert server.lives()
        with opened(server) as talk:
            assert complaints(until_finished(talk)) == []
    assert server.lives()


def opened(server: Attacked, session: str = "") -> ClientConnection:
    """A socket as a browser opens it, the first run asked for."""
    protocols = ["streamlit", "", session] if session else ["streamlit"]
    talk = connect(
        f"ws://{server.host}/_stcore/stream",
        origin=f"http://{server.host}",  # type: ignore[arg-type]
        subprotocols=[one for one in protocols if one],  # type: ignore[misc]
        max_size=None,
        open_timeout=30,
    )
    first = BackMsg()
    first.rerun_script.query_string = ""
    talk.send(first.SerializeToString())
    return talk


def heard(talk: ClientConnection, seconds: float) -> list[ForwardMsg]:
    """What is told until nothing has come for a while."""
    told = []
    with suppress(TimeoutError, ConnectionClosed):
        while True:
            message = talk.recv(timeout=seconds)
            told.append(ForwardMsg.FromString(message if isinstance(message, bytes) else message.encode()))
    return told


def until_finished(talk: ClientConnection) -> list[ForwardMsg]:
    """What is told until the run has ended, and the page that it may have led on to."""
    told: list[ForwardMsg] = []
    until = time.monotonic() + 60
    while time.monotonic() < until:
        told.append(ForwardMsg.FromString(bytes(talk.recv(timeout=60))))  # type: ignore[arg-type]
        if told[-1].WhichOneof("type") == "script_finished":
            return told
    raise AssertionError("the run does not end")


def pages_by_name(talk: ClientConnection) -> dict[str, str]:
    """What Streamlit calls each page."""
    told = [one.navigation for one in until_finished(talk) if one.WhichOneof("type") == "navigation"]
    return {page.url_pathname or "overblik": page.page_script_hash for page in told[-1].app_pages}


def session_of(told: list[ForwardMsg]) -> str:
    """The session that the server says this is."""
    found = [one.new_session.initialize.session_id for one in told if one.WhichOneof("type") == "new_session"]
    return found[0] if found else ""


def complaints(told: list[ForwardMsg]) -> list[str]:
    """Exceptions that are shown, our sentence on an unforeseen error, and words that tell of the machine."""
    found = []
    for message in told:
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            found.append(f"exception: {element.exception.type}")
        text = message.SerializeToString().decode("utf-8", "replace")
        found += [words for words in (*TOLD_TOO_MUCH, CALM) if words in text]
    return found


def errors(server: Attacked) -> list[object]:
    """The ids of the errors in its log."""
    return [event["id"] for event in server.events() if event["event"] == "error"]


def written(text: str) -> str:
    """As it stands in an address."""
    return quote(text, safe="")
