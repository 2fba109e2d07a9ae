"""What Streamlit's login answers, made whole: on to the page asked for, calm where it failed, its cookies made safe.

Streamlit sends everybody to the front page whatever happened, answers a provider that is down with a line of English,
and sets cookies for 30 days that any connection may carry.
"""

from http.cookies import SimpleCookie
from urllib.parse import unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overblik import log
from overblik.settings_login import Login
from overblik.web.login import AUTHORIZE, CALLBACK, LOGGED_OUT, LOGIN, LOGOUT, WANTED, wanted_page
from overblik.web.plain_page import plain_page
from overblik.web.visitor import visitor


class LoginAnswers:
    """Changes the answers of Streamlit's three login routes, and every cookie that is set on the way out."""

    def __init__(self, app: ASGIApp, login: Login) -> None:
        self._app = app
        self._login = login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        knock = HTTPConnection(scope)
        replaced = False

        async def answered(message: Message) -> None:
            nonlocal replaced
            if replaced:
                return
            if message["type"] != "http.response.start":
                await send(message)
                return
            headers = MutableHeaders(raw=list(message["headers"]))
            if scope["path"] == AUTHORIZE and message["status"] >= 400:
                replaced = True
                page = plain_page(
                    503,
                    "Login svarer ikke lige nu",
                    "Den tjeneste, der logger jer ind, kan ikke nås. Prøv igen om lidt. Er du allerede logget ind i en "
                    "anden fane, kan du arbejde videre dér.",
                    way=(LOGIN, "Prøv igen"),
                )
                await page(scope, receive, send)
                return
            if scope["path"] in (AUTHORIZE, CALLBACK, LOGOUT) and "location" in headers:
                set_now = dict(map(_name_and_value, headers.getlist("set-cookie")))
                came = visitor(set_now, self._login)
                if scope["path"] == CALLBACK and _is_answer(knock):
                    log.event(
                        "login" if came else "login refused", **({"who": came.hvem, "role": came.rolle} if came else {})
                    )
                headers["location"] = _on(headers["location"], scope["path"], knock, is_in=came is not None)
                headers["cache-control"] = "no-store"
            await send({**message, "headers": _safe_cookies(headers, self._login)})

        await self._app(scope, receive, answered)


def _on(location: str, path: str, knock: HTTPConnection, *, is_in: bool) -> str:
    """Where to go on to; an address at the provider stands as it is.

    Authlib may have been content with a token that is not for us (access_roles.py): that is no login either.
    """
    if location != "/":
        return location
    if path == LOGOUT:
        return LOGGED_OUT
    if path == CALLBACK and not _is_answer(knock):
        return LOGGED_OUT  # the provider sends whoever has logged out the same way back
    if is_in:
        return wanted_page(unquote(knock.cookies.get(WANTED, "")))
    return f"{LOGIN}?fejl=1"


def _is_answer(knock: HTTPConnection) -> bool:
    """True for the provider's answer to a login, a good one or a bad one."""
    return not {"code", "error"}.isdisjoint(knock.query_params)


def _name_and_value(cookie: str) -> tuple[str, str]:
    name, _, rest = cookie.partition("=")
    return name.strip(), rest.partition(";")[0].strip('" ')


def _safe_cookies(headers: MutableHeaders, login: Login) -> list[tuple[bytes, bytes]]:
    """Every cookie: only over TLS where readers come by it, and none for longer than a session can last."""
    raw = [(name, value) for name, value in headers.raw if name.lower() != b"set-cookie"]
    for cookie in headers.getlist("set-cookie"):
        parsed = SimpleCookie(cookie)
        for morsel in parsed.values():
            morsel["secure"] = login.adresse.startswith("https://")
            if morsel["max-age"] and int(morsel["max-age"]) > login.timer * 3600:
                morsel["max-age"] = str(int(login.timer * 3600))
            raw.append((b"set-cookie", morsel.OutputString().encode("latin-1")))
    return raw
