"""The page that Streamlit is loaded into, in Danish: language, title, and what stands there without JavaScript.

Streamlit has lang="en" fixed in its one HTML file, and names itself in it. Screen readers choose their voice by it.
"""

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overblik.web import translating

_CHANGES: Final = (
    (re.compile(rb'<html lang="en">'), b'<html lang="da">'),
    (
        re.compile(rb"<title>Streamlit</title>"),
        f'<title>Overblik</title><script src=".{translating.ADDRESS}"></script>'.encode(),
    ),
    (re.compile(rb"<!--.*?-->", re.DOTALL), b""),
    (re.compile(rb'<link rel="service-desc"[^>]*>'), b""),
    (
        re.compile(rb"<noscript>.*?</noscript>", re.DOTALL),
        "<noscript><p>Overblik kræver, at JavaScript er slået til i browseren.</p></noscript>".encode(),
    ),
)

_NO_PAGES: Final = ("/static/", "/media/", "/component/", "/_stcore/")


class Danish:
    """Changes HTML on its way out; all else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_NO_PAGES):
            await self._app(scope, receive, send)
            return
        # Packed, it could not be changed. It is a few kilobytes, and the proxy packs it.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        begun: Message | None = None
        body = b""

        async def changed(message: Message) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start" and _is_html(message):
                begun = message
            elif message["type"] != "http.response.body" or begun is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_changed(begun, body, send, has_body=scope["method"] != "HEAD")

        await self._app({**scope, "headers": plain}, receive, changed)


def translated(html: bytes) -> bytes:
    """Streamlit's HTML page as our readers get it."""
    for pattern, ours in _CHANGES:
        html = pattern.sub(ours, html)
    return html


def _is_html(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return headers.get("content-type", "").startswith("text/html") and start["status"] == 200


async def _send_changed(start: Message, body: bytes, send: Send, *, has_body: bool) -> None:
    headers = MutableHeaders(raw=list(start["headers"]))
    html = translated(body)
    if has_body:
        headers["content-length"] = str(len(html))
    else:
        del headers["content-length"]
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": html if has_body else b""})
