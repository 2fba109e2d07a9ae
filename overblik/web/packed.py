"""Streamlit's scripts and styles, packed once for all readers and kept in memory.

Streamlit sends them unpacked (5 MB for a chart) and reads them anew for every browser, in small pieces. Their names
hold a hash of their content, so a browser asks for each once a year. Who takes no gzip gets what Streamlit gives.
"""

import asyncio
import gzip
import mimetypes
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from overblik.web.addresses import files

_FOLDER: Final = "/static/"

_PACKABLE: Final = (".js", ".css", ".svg", ".json", ".ttf")

_LASTING: Final = "public, immutable, max-age=31536000"

# By name; all there are in the folder, packed, are 7 MB.
_bodies: Final[dict[str, bytes]] = {}


class Packed:
    """Answers for Streamlit's own files of text; all else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = scope["path"][1:] if scope["type"] == "http" else ""
        if not is_packable(name) or scope["method"] != "GET" or not _takes_gzip(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        # Packing the largest takes a tenth of a second, during which Python serves others.
        body = _bodies.get(name) or await asyncio.to_thread(packed, name)
        kind, _ = mimetypes.guess_type(name)
        headers = {"content-encoding": "gzip", "vary": "Accept-Encoding", "cache-control": _LASTING}
        await Response(body, headers=headers, media_type=kind)(scope, receive, send)


def is_packable(name: str) -> bool:
    """True for a file of Streamlit's that is text, by its exact name."""
    return name.startswith(_FOLDER[1:]) and name.endswith(_PACKABLE) and name in files()


def packed(name: str) -> bytes:
    """The file's bytes as gzip; the same each time, so that it makes no difference which process answers."""
    if name not in _bodies:
        plain = (Path(file_util.get_static_dir()) / name).read_bytes()
        _bodies[name] = gzip.compress(plain, compresslevel=6, mtime=0)
    return _bodies[name]


def _takes_gzip(headers: Headers) -> bool:
    """Not who refuses it (`gzip;q=0`), and not who wants a part of the file."""
    taken = [part.strip().lower() for part in headers.get("accept-encoding", "").split(",")]
    return "gzip" in taken and "range" not in headers
