"""Cookies on their way out: as Streamlit sets them, made safe."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.cookies import SimpleCookie
from secrets import token_hex
from uuid import uuid4

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_auth_routes import _set_auth_cookie

from overblik.web.login_answers import LoginAnswers
from tests.web.test_roles import LOGIN


@pytest.mark.parametrize(("adresse", "secure"), [("https://overblik.eksempel.dk", True), ("http://127.0.0.1:1", False)])
def test_a_login_cookie_is_out_of_reach_of_scripts_of_clear_text_and_of_next_month(adresse: str, secure: bool) -> None:
    async def logged_in(_request: Request) -> Response:
        response = Response("ind")
        large = {"sub": "p", "groups": [str(uuid4()) for _ in range(200)]}  # as Entra ID names them; split in chunks
        await _set_auth_cookie(response, large, {"id_token": token_hex(3000)})
        return response

    app = LoginAnswers(Starlette(routes=[Route("/", logged_in)]), replace(LOGIN, adresse=adresse))

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=adresse) as client:
            return await client.get("/")

    with ThreadPoolExecutor() as aside:  # where a test with a browser has run, a loop runs in this thread already
        told = aside.submit(asyncio.run, asked()).result().headers.get_list("set-cookie")
    morsels = [morsel for each in told for morsel in SimpleCookie(each).values()]
    assert len(morsels) > 4
    for morsel in morsels:
        assert (bool(morsel["secure"]), morsel["httponly"], morsel["samesite"]) == (secure, True, "lax")
        assert int(morsel["max-age"]) <= LOGIN.timer * 3600
