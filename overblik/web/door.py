"""The door on every path: pages, websocket, media files, uploads, metrics, and routes of ours.

Streamlit's login guards the script alone. Here every request is asked who it is before Streamlit sees it, so that a
proxy in front is a second lock and not the only one. What is not named below is for those who may look.
"""

from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from overblik import access, access_sessions, log
from overblik.access import Reader
from overblik.settings_login import Login
from overblik.web import metrics, ready
from overblik.web.login import AUTHORIZE, CALLBACK, LOGGED_OUT, LOGIN, LOGOUT, START, to_login
from overblik.web.plain_page import plain_line, plain_page
from overblik.web.session_socket import SessionSocket
from overblik.web.visitor import visitor

# Exact paths that answer anybody, and nothing about anybody; the measurements ask for a code of their own.
OPEN: Final = frozenset(
    {"/_stcore/health", ready.PATH, metrics.PATH, LOGIN, START, LOGGED_OUT, AUTHORIZE, CALLBACK, LOGOUT}
)

# What begins like this asks for more than looking.
DEEDS: Final = (
    ("/_stcore/upload_file", access.UPLOAD),
    ("/_stcore/metrics", access.ADMINISTER),
    ("/_stcore/script-health-check", access.ADMINISTER),
    ("/_stcore/agent", access.ADMINISTER),
)

_NO_PAGES: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/app/")


class Door:
    """Lets in whom it knows, to what they may; sends strangers to the login, and back to where they were going."""

    def __init__(self, app: ASGIApp, login: Login) -> None:
        self._app = app
        self._login = login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        knock = HTTPConnection(scope)
        reader = visitor(knock.cookies, self._login)
        if scope["type"] == "websocket":
            await self._websocket(reader, scope, receive, send)
            return
        if scope["path"] == LOGOUT and reader is not None and reader.until is not None:
            access_sessions.end(reader.session, reader.until, self._login.mappe)
            log.event("logout", who=reader.hvem)
        refused = None if scope["path"] in OPEN else refusal(reader, knock)
        if refused is None:
            await self._app(scope, receive, send)
        else:
            told = reader.hvem if reader else None
            log.event("refused", path=log.short_path(scope["path"]), status=refused.status_code, who=told)
            await refused(scope, receive, send)

    async def _websocket(self, reader: Reader | None, scope: Scope, receive: Receive, send: Send) -> None:
        if not access.may(reader, access.SEE) or reader is None:
            log.event("refused", path="/_stcore", status=403, who=reader.hvem if reader else None)
            await receive()  # the handshake; refused before it is answered, it ends as 403
            await send({"type": "websocket.close", "code": 1008})
            return
        access_sessions.let_in(reader.session, reader.until or 0.0)
        await SessionSocket(reader, self._login, receive, send).serve(self._app, scope)


def deed_of(path: str) -> str:
    """What whoever asks for this path must be allowed."""
    return next((deed for begins, deed in DEEDS if path == begins or path.startswith(begins + "/")), access.SEE)


def refusal(reader: Reader | None, knock: HTTPConnection) -> Response | None:
    """How this visitor is turned away; None where they may come in."""
    path = knock.scope["path"]
    is_page = knock.scope["method"] in ("GET", "HEAD") and not path.startswith(_NO_PAGES)
    if access.may(reader, deed_of(path)):
        return None
    if reader is None:
        return to_login(path, knock.url.query) if is_page else plain_line(401, "Log ind først.")
    if not is_page:
        return plain_line(403, "Det har du ikke adgang til.")
    return plain_page(
        403,
        "Du har ikke adgang til Overblik",
        "Du er logget ind, men din konto er ikke i nogen af de grupper, der har adgang. Bed den, der driver Overblik, "
        "om at få en rolle, og log så ind igen.",
        way=(LOGOUT, "Log ud"),
    )
