"""Requests by our own name alone, and from our own pages alone.

Any web page can have a reader's browser send requests here, and by a name of its own that it lets point at us (DNS
rebinding) it could read the answers too. So the host must be ours, and what changes something or opens a websocket must
come from a page of ours. Streamlit allows other origins, and asks a server on the internet for its own address first.
"""

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from overblik import log
from overblik.settings import settings
from overblik.settings_login import LOOPBACK

_LARGEST_HEAD: Final = 64 * 1024  # uvicorn bounds only what it gets in several pieces

_ONLY_LOOKS: Final = ("GET", "HEAD", "OPTIONS")


class OwnAddress:
    """Refuses requests to other names (400), deeds from other sites' pages (403) and heads beyond measure (431)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if sum(len(name) + len(value) for name, value in scope["headers"]) > _LARGEST_HEAD:
            await _refuse(scope, receive, send, "headers", 431)
            return
        if len(headers.getlist("host")) != 1 or host_of(f"//{headers['host']}") not in own_hosts():
            await _refuse(scope, receive, send, "host", 400)
            return
        deed = scope["type"] == "websocket" or scope["method"] not in _ONLY_LOOKS
        if deed and not is_own_origin(headers.get("origin"), headers["host"]):
            await _refuse(scope, receive, send, "origin", 403)
            return
        await self._app(scope, receive, send)


def own_hosts() -> frozenset[str]:
    """The names by which we may be asked for: this machine's, and the one that readers open."""
    return frozenset(LOOPBACK) | {host_of(settings().adresse), settings().vaert} - {"", "0.0.0.0", "::"}


def host_of(address: str) -> str:
    """The host in an address, in small letters; empty where there is none, or the address is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def is_own_origin(origin: str | None, host: str) -> bool:
    """True for a page of the same host and port, and for programs, which name no origin."""
    if origin is None:
        return True
    try:
        found = urlsplit(origin)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and found.netloc.lower() == host.lower()


async def _refuse(scope: Scope, receive: Receive, send: Send, what: str, status: int) -> None:
    log.event("refused", what=what, path=log.short_path(scope["path"]))
    if scope["type"] == "websocket":
        await receive()  # the handshake; refused before it is answered, it ends as 403
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("", status)(scope, receive, send)
