"""The way in and out: our own pages before and after Streamlit's login, and what Streamlit's login is told.

Streamlit's `/auth/login` wants a token that is good for two minutes, which st.login makes inside a page. Nobody is let
in to a page to get one, so `/login/ind` makes it.
"""

from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit.auth_util import encode_provider_token

from overblik.settings_login import Login
from overblik.web.plain_page import plain_page

LOGIN: Final = "/login"
START: Final = "/login/ind"
LOGGED_OUT: Final = "/logget-ud"

# Streamlit's own.
AUTHORIZE: Final = "/auth/login"
CALLBACK: Final = "/oauth2callback"
LOGOUT: Final = "/auth/logout"

WANTED: Final = "overblik_til"  # the cookie that holds the page asked for while the reader is at the provider
_WANTED_SECONDS: Final = 900
_LONGEST: Final = 2000


def secrets(login: Login) -> dict[str, Any]:
    """What Streamlit's login is told, in place of a secrets.toml."""
    return {
        "auth": {
            "redirect_uri": login.adresse + CALLBACK,
            "cookie_secret": login.cookie,
            "client_id": login.klient,
            "client_secret": login.hemmelighed,
            "server_metadata_url": login.metadata,
            "client_kwargs": {"scope": login.scope, "prompt": login.prompt},
        }
    }


def routes() -> list[Route]:
    """The pages for whoever is not inside."""
    return [Route(LOGIN, _login), Route(START, _start), Route(LOGGED_OUT, _logged_out)]


def to_login(path: str, query: str) -> RedirectResponse:
    """To the login page, and then on to the page asked for."""
    wanted = f"{path}?{query}" if query else path
    return RedirectResponse(f"{LOGIN}?{urlencode({'til': wanted})}" if wanted != "/" else LOGIN, 303)


def wanted_page(wanted: str | None) -> str:
    """An address of ours to go on to; the front page for all that could lead elsewhere, or round in a ring."""
    if not wanted or len(wanted) > _LONGEST or not wanted.isprintable() or "\\" in wanted:
        return "/"
    if not wanted.startswith("/") or wanted.startswith(("//", LOGIN, LOGGED_OUT, "/auth", CALLBACK, "/_stcore")):
        return "/"
    return quote(wanted, safe="/?&=%+-_.,~:;@!*'()")


async def _login(request: Request) -> Response:
    has_ended = "slut" in request.query_params
    wanted = wanted_page(_came_from(request) if has_ended else request.query_params.get("til"))
    start = f"{START}?{urlencode({'til': wanted})}"
    if "fejl" in request.query_params:
        return plain_page(
            401,
            "Login lykkedes ikke",
            "Du blev ikke logget ind. Prøv igen. Sker det flere gange, så sig det til den, der driver Overblik.",
            way=(start, "Prøv igen"),
        )
    if has_ended:
        return plain_page(
            401, "Din session er slut", "Log ind igen for at fortsætte, hvor du var.", way=(start, "Log ind")
        )
    return plain_page(
        401, "Overblik", "Overblik er for dem, der arbejder med helhedsplanen. Log ind med din egen konto.",
        way=(start, "Log ind"),
    )  # fmt: skip


def _came_from(request: Request) -> str | None:
    """The page that was open when its session ended; only the reader's browser knows its address."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host"):
        return None
    return f"{came.path}?{came.query}" if came.query else came.path


async def _start(request: Request) -> Response:
    token = encode_provider_token("default")
    response = RedirectResponse(f"{AUTHORIZE}?{urlencode({'provider': token})}", 303, {"cache-control": "no-store"})
    wanted = wanted_page(request.query_params.get("til"))
    response.set_cookie(WANTED, quote(wanted), max_age=_WANTED_SECONDS, httponly=True, samesite="lax")
    return response


async def _logged_out(_request: Request) -> Response:
    return plain_page(
        200,
        "Du er logget ud",
        "Er det ikke din egen maskine, så luk også browseren.",
        way=(LOGIN, "Log ind igen"),
    )
