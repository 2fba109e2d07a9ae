"""What every answer tells the browser about itself: run our scripts alone, call nobody else, be in nobody's frame.

As tight as Streamlit 1.67 works with, measured in Chromium on every page (docs/sikkerhed.md says where it is not):

- `style-src 'unsafe-inline'`: Streamlit and Plotly write style attributes and make style elements as they draw.
- `script-src blob:`: Streamlit runs a component's script (ours are in overblik/show) as a module made of text.
- `'wasm-unsafe-eval'`: its protobuf compiles a WebAssembly module of its own for whole numbers; it runs no text.
- `font-src data:`: its style sheet holds one font as data.

Streamlit's page holds one inline script; it is let in by its hash, so that no other is.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from overblik.settings import settings

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=(), "
        "clipboard-write=(self), fullscreen=(self)"
    ),
}

_ONE_YEAR: Final = "max-age=31536000; includeSubDomains"


class SecurityHeaders:
    """Puts the headers on every answer, errors among them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in _ALWAYS.items():
                    headers[name] = value
                headers["Content-Security-Policy"] = content_security_policy()
                if is_secure(scope):
                    headers["Strict-Transport-Security"] = _ONE_YEAR
                if "Cache-Control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_headers)


def is_secure(scope: Scope) -> bool:
    """True where readers come by https: the proxy says so, or the address in the settings does."""
    return scope.get("scheme") in ("https", "wss") or settings().adresse.startswith("https://")


@cache
def content_security_policy() -> str:
    """The policy, with the hashes of the inline scripts in Streamlit's page."""
    hashes = " ".join(f"'sha256-{one}'" for one in inline_script_hashes())
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self'",
            "manifest-src 'self'",
            "worker-src 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def inline_script_hashes() -> list[str]:
    """SHA-256 of each inline script in Streamlit's page, as a policy writes it."""
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    return [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in _INLINE.findall(html)]
