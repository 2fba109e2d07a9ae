"""Errors as a reader should meet them: a Danish sentence, no path and no traceback, whatever part of the server erred.

Outermost of all: what is answered with an error status by anybody further in, Streamlit among them, goes out with our
words in place of theirs; what is thrown ends here, with an id that stands in the log too.
"""

import secrets
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overblik import log, measured
from overblik.web.plain_page import OWN_WORDS, plain_line, plain_page

_WORDS: Final = {
    400: ("Adressen kan ikke bruges", "Der er noget i adressen, som Overblik ikke kan læse."),
    401: ("Du er ikke logget ind", "Log ind fra forsiden."),
    403: ("Det har du ikke adgang til", "Spørg den, der driver Overblik, hvis du mener, du skal kunne se det."),
    404: ("Siden findes ikke", "Adressen fører ikke til noget her. Vælg en side fra forsiden."),
    405: ("Det kan man ikke her", "Adressen findes, men kan ikke bruges på den måde."),
    408: ("Det tog for lang tid", "Prøv igen."),
    413: ("Filen er for stor", "Store filer lægges i mappen indbakke."),
    414: ("Adressen er for lang", "Åbn forsiden, og vælg igen."),
    416: ("Den del af filen findes ikke", "Hent filen igen."),
    429: ("For mange på én gang", "Vent et øjeblik, og prøv igen."),
    503: ("Overblik er ikke klar", "Prøv igen om et øjeblik."),
}
_UNKNOWN: Final = ("Det kunne ikke lade sig gøre", "Gå til forsiden, og prøv igen.")
_ERROR: Final = "Det gik galt"


class Calm:
    """Puts our words on every error, and ends what is thrown."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._talk(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = replaced = False

        async def calmed(message: Message) -> None:
            nonlocal begun, replaced
            if message["type"] == "http.response.start":
                begun = True
                measured.answered(message["status"])
                if message["status"] >= 400 and not _is_ours(message):
                    replaced = True
                    await _send(error_page(scope, message["status"]), message, scope, receive, send)
            if not replaced:
                await send(message)

        try:
            await self._app(scope, receive, calmed)
        except Exception as error:
            error_id = noted(error, scope)
            if not begun:
                await error_page(scope, 500, error_id)(scope, receive, send)

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        closed = False

        async def watched(message: Message) -> None:
            nonlocal closed
            closed = closed or message["type"] == "websocket.close"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            noted(error, scope)
            if not closed:
                await send({"type": "websocket.close", "code": 1011})


def error_page(scope: Scope, status: int, error_id: str | None = None) -> Response:
    """A page for a browser that wants one, a line for all else. `error_id` finds the error in the log."""
    title, words = _WORDS.get(status, _UNKNOWN)
    if status >= 500 and status not in _WORDS:
        title, words = _ERROR, "Det skyldes ikke noget, du har gjort. Prøv igen."
    if error_id:
        words = f"{words} Fejlen er noteret som {error_id}."
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return plain_page(status, title, words, way=("/", "Til forsiden"))
    return plain_line(status, f"{title}. {words}\n")


def noted(error: Exception, scope: Scope) -> str:
    """Logs an unforeseen error; gives the id that the reader is told."""
    error_id = secrets.token_hex(4)
    measured.went_wrong(measured.SERVER)
    log.event("error", id=error_id, path=log.short_path(scope["path"]), error=log.where(error))
    return error_id


def _is_ours(start: Message) -> bool:
    return OWN_WORDS in Headers(raw=start["headers"])


async def _send(page: Response, start: Message, scope: Scope, receive: Receive, send: Send) -> None:
    """Our page with what the other answer's head says beside its body: which methods, where to log in."""
    headers = MutableHeaders(raw=page.raw_headers)
    for name in ("allow", "www-authenticate", "retry-after"):
        if value := Headers(raw=start["headers"]).get(name):
            headers[name] = value
    page.raw_headers = headers.raw
    if scope["method"] == "HEAD":
        page.body = b""
    await page(scope, receive, send)
