"""Which addresses there are. Streamlit answers any other with its page, which then says "Page not found" in English.

What it offers that nobody here has use for does not exist: its metrics, its second way in for programs (the agent
API, which asks no login), its check by running the script.
"""

from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from overblik.settings import ROOT

FRONT: Final = "overblik"

_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
_STREAMLITS: Final = ("/_stcore/", "/media/", "/component/", "/auth/", "/oauth2callback")
_LONGEST: Final = 4096


class Addresses:
    """404 for what is no address of ours; the front page by its name leads to where it is."""

    def __init__(self, app: ASGIApp, own: tuple[str, ...]) -> None:
        self._app = app
        self._own = frozenset(own)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        page = path.rstrip("/").removeprefix("/")
        if len(path) + len(scope["query_string"]) > _LONGEST:
            await _end(scope, receive, send, 414)
        elif page in pages() and (page == FRONT or path != f"/{page}"):
            query = scope["query_string"].decode("latin-1")
            target = "/" if page == FRONT else f"/{page}"
            where = f"{target}?{quote(query, safe='=&%+,-_.~')}" if query else target
            await RedirectResponse(where, 308)(scope, receive, send)
        elif self._is_known(path):
            await self._app(scope, receive, send)
        else:
            await _end(scope, receive, send, 404)

    def _is_known(self, path: str) -> bool:
        if path.startswith(_CLOSED):
            return False
        return path.startswith(_STREAMLITS) or path in self._own or path == "/" or path[1:] in pages() | files()


@cache
def pages() -> frozenset[str]:
    """The pages' names in the address; the front page's is empty there, and leads to it."""
    return frozenset(path.stem for path in (ROOT / "pages").glob("*.py"))


@cache
def files() -> frozenset[str]:
    """Streamlit's own files: for any other name it would give its page, as if that were the file."""
    folder = Path(file_util.get_static_dir())
    return frozenset(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


async def _end(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("", status)(scope, receive, send)
