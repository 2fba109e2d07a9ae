"""A reader without a browser: speaks Streamlit's own websocket to a running server, and remembers what it was shown.

Besides one who behaves there are readers on a bad line: one who stops reading, and one whose line drops in mid-answer.
"""

import asyncio
import hashlib
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Self
from urllib.parse import urlencode, urlsplit

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

SECONDS = 120
_SOCKET = "/_stcore/stream"


class Failed(Exception):
    """A reader was shown an error, or the server went away."""


@dataclass(frozen=True)
class Shown:
    """One answer: how long it took, the address that the server gave it, a digest of all its figures and words."""

    seconds: float
    address: str
    digest: str


@dataclass
class Visitor:
    """One reader's connection to a server's address; with the cookies of a login, as whoever logged in."""

    server: str
    cookies: str = ""
    _line: ClientConnection | None = field(default=None, repr=False)
    _address: str = ""

    async def __aenter__(self) -> Self:
        # Streamlit reads a login's cookie only where the token against cross-site requests is told twice.
        token = dict(SimpleCookie(self.cookies)).get("_streamlit_xsrf")
        self._line = await connect(
            self.server.replace("http", "ws", 1) + _SOCKET,
            subprotocols=["streamlit", token.value if token else "x"],  # type: ignore[list-item]
            additional_headers={"Cookie": self.cookies} if self.cookies else {},
            origin=self.server,  # type: ignore[arg-type]
            max_size=None,
            max_queue=4,
            open_timeout=SECONDS,
            ping_interval=None,
            proxy=None,
        )
        return self

    async def __aexit__(self, *_raised: object) -> None:
        if self._line is not None:
            await self._line.close()

    async def ask(self, page: str, choices: dict[str, str]) -> Shown:
        """Opens a page with choices in its address, or changes them; gives what was shown. Raises Failed."""
        begun = time.perf_counter()
        await self.send(page, choices)
        shown: list[str] = []
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(self._open.recv(decode=False), SECONDS))
            kind = message.WhichOneof("type")
            if kind == "delta":
                shown += _words(message.delta.new_element)
            elif kind == "page_info_changed":
                self._address = message.page_info_changed.query_string
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    digest = hashlib.sha256("\n".join(sorted(shown)).encode()).hexdigest()
                    return Shown(time.perf_counter() - begun, self._address, digest)
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise Failed("the page could not be run")
                shown.clear()  # run anew, as where the page has another address than was asked for

    async def send(self, page: str, choices: dict[str, str]) -> None:
        """Asks without waiting for the answer."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(choices)
        message.rerun_script.page_name = page
        message.rerun_script.context_info.url = f"{self.server}/{page}"
        message.rerun_script.context_info.locale = "da-DK"
        message.rerun_script.context_info.timezone = "Europe/Copenhagen"
        await self._open.send(message.SerializeToString())

    async def one_message(self) -> None:
        """Reads the beginning of an answer, and no more of it."""
        await asyncio.wait_for(self._open.recv(decode=False), SECONDS)

    def stall(self) -> None:
        """Reads no more: what the server sends stays with the system and with the server."""
        self._open.transport.pause_reading()  # type: ignore[attr-defined]

    def drop(self) -> None:
        """The line is gone in the middle of things, without a word."""
        self._open.transport.abort()

    @property
    def _open(self) -> ClientConnection:
        if self._line is None:
            raise Failed("not connected")
        return self._line


async def load(server: str, cookies: str = "") -> None:
    """What a browser fetches before it speaks: the page and the scripts and styles that it names. Raises Failed."""
    page = (await _get(server, "/", cookies)).decode()
    for path in re.findall(r'(?:src|href)="\.?/?(static/[^"]+)"', page):
        await _get(server, f"/{path}", cookies)


async def _get(server: str, path: str, cookies: str) -> bytes:
    place = urlsplit(server)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    try:
        headers = f"Host: {place.netloc}\r\nAccept: text/html,*/*\r\nAccept-Encoding: gzip\r\nCookie: {cookies}"
        writer.write(f"GET {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n".encode())
        head, _, body = (await asyncio.wait_for(reader.read(-1), SECONDS)).partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise Failed(f"{path}: {head[:20].decode()}")
        return body
    finally:
        writer.close()


def _words(element: Element) -> list[str]:
    """What of an element may differ with the filters: figures and words, and no ids. Raises Failed."""
    kind = element.WhichOneof("type") or ""
    if kind == "exception" or (kind == "alert" and element.alert.format == Alert.ERROR):
        raise Failed(element.exception.message or element.alert.body)
    if kind in ("markdown", "heading", "alert", "metric", "text"):
        return [f"{kind} {getattr(element, kind).body}"]
    if kind == "plotly_chart":
        return [f"{kind} {element.plotly_chart.spec}"]
    if kind in ("dataframe", "table"):
        arrow = getattr(element, kind).arrow_data
        content = arrow.data + arrow.styler.display_values  # a Styler is another one each time by its uuid
        return [f"{kind} {hashlib.sha256(content).hexdigest()}"]
    return []
