"""/maalinger: what Prometheus reads. Not open to the world, and not there at all for whoever may not read it.

On one's own machine whoever sits at it may. Where others log in, it takes the code that the setting `maalinger_kode`
holds, as `Authorization: Bearer …`; without that nobody reads it. To come from this machine is not enough: behind a
proxy everybody does.
"""

import hmac
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from overblik import measured
from overblik.answers import current_release, newer_is_damaged
from overblik.errors import OverblikError
from overblik.settings import COPENHAGEN, Settings, settings

PATH: Final = "/maalinger"

_KIND: Final = "text/plain; version=0.0.4; charset=utf-8"


def route() -> Route:
    """The address itself."""
    return Route(PATH, _answer, methods=["GET"])


def may_read(authorization: str, chosen: Settings) -> bool:
    """True where a request with this Authorization header may read the figures."""
    if chosen.maalinger_kode:
        return hmac.compare_digest(authorization.encode(), f"Bearer {chosen.maalinger_kode}".encode())
    return not chosen.faelles


def _answer(request: Request) -> Response:
    if not may_read(request.headers.get("authorization", ""), settings()):
        return PlainTextResponse("", 404)
    try:
        release = current_release()
    except OverblikError:
        return Response(measured.as_text(None, 0, newer_is_damaged=False), media_type=_KIND)
    age = (datetime.now(COPENHAGEN) - datetime.fromisoformat(release.created)).total_seconds()
    told = measured.as_text(release.id, age, newer_is_damaged=newer_is_damaged(release))
    return Response(told, media_type=_KIND)
