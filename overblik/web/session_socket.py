"""A page's open websocket, which lives no longer than its reader's login.

Streamlit reads the cookie when the socket is opened and never again. So we ask at every message and every few seconds
whether the login still holds; where it does not, the browser is sent to the login page and the socket is closed.
"""

import asyncio
import time
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from overblik import access_sessions
from overblik.access import Reader
from overblik.settings_login import Login
from overblik.web.login import LOGIN

_EVERY: Final = 2.0  # seconds between two looks
_ENDED: Final = 1008  # policy violation


class SessionSocket:
    """One websocket of one reader."""

    def __init__(self, reader: Reader, login: Login, receive: Receive, send: Send) -> None:
        self._reader = reader
        self._login = login
        self._receive = receive
        self._send = send
        self._accepted = False
        self._closed = False
        self._waiting: asyncio.Task[Message] | None = None

    async def serve(self, app: ASGIApp, scope: Scope) -> None:
        """Runs Streamlit's side of the socket until either side, or the login, ends."""
        try:
            await app(scope, self._next, self._told)
        finally:
            if self._waiting is not None:
                self._waiting.cancel()

    async def _next(self) -> MutableMapping[str, Any]:
        """The browser's next message; a disconnect when the login ends first."""
        while not self._closed:
            if self._waiting is None:
                self._waiting = asyncio.ensure_future(self._receive())
            done, _ = await asyncio.wait({self._waiting}, timeout=self._patience())
            if self._is_over():
                break
            if done:
                message = self._waiting.result()
                self._waiting = None
                return message
        await self._end()
        return {"type": "websocket.disconnect", "code": _ENDED}

    async def _told(self, message: Message) -> None:
        if self._closed:
            return
        self._accepted = self._accepted or message["type"] == "websocket.accept"
        self._closed = message["type"] == "websocket.close"
        await self._send(message)

    def _patience(self) -> float:
        left = (self._reader.until or 0.0) - time.time()
        return max(0.0, min(_EVERY, left))

    def _is_over(self) -> bool:
        if time.time() >= (self._reader.until or 0.0):
            return True
        return access_sessions.has_ended(self._reader.session, self._login.mappe)

    async def _end(self) -> None:
        """Sends the browser to the login page in Streamlit's own words, and closes."""
        if self._closed:
            return
        self._closed = True
        with suppress(Exception):  # the browser may have gone first
            if self._accepted:
                goodbye = ForwardMsg()
                goodbye.auth_redirect.url = f"{LOGIN}?slut=1"
                await self._send({"type": "websocket.send", "bytes": goodbye.SerializeToString()})
            await self._send({"type": "websocket.close", "code": _ENDED})
