"""Whether what a page asks for may be done: the watcher asks `access` itself, whatever the page has let through.

Where people log in, only what the web process has signed counts, once and for an hour: whoever else may put files in
the inbox can neither write a request nor put an old one back. Where nobody logs in, whoever sits at the machine may.
"""

import hmac
from collections.abc import Container
from datetime import datetime, timedelta
from typing import Final

from overblik.access import LOKAL, RELEASE, UPLOAD, deeds_of
from overblik.mailbox_requests import Request, signature
from overblik.settings_login import SHORTEST_KEY, Login

NEEDS: Final = {"udgiv": RELEASE, "afvis": RELEASE, "gendan": RELEASE, "kontroller": UPLOAD}
LASTS: Final = timedelta(hours=1)

_NO_KEY: Final = (
    "Anmodningen er ikke udført: den, der overvåger indbakken, mangler OVERBLIK_ANMODNING_NOEGLE. "
    "Kontakt den, der driver Overblik."
)
_NOT_SIGNED: Final = "Anmodningen er ikke udført, for den kommer ikke fra en af siderne. Prøv igen derfra."
_TOO_OLD: Final = "Anmodningen er mere end en time gammel og er ikke udført. Bed om det igen, hvis det stadig skal ske."
_NOT_ALLOWED: Final = "Anmodningen er ikke udført, for rollen giver ikke lov til det."


def refusal(request: Request, login: Login | None, done: Container[str], now: datetime) -> str | None:
    """Why a request must not be done, as a Danish sentence; None where it may.

    `done`: the uuids that have been answered before.
    """
    if login is None:
        return None if request.roller == (LOKAL,) else _NOT_ALLOWED
    if len(login.anmodning) < SHORTEST_KEY:
        return _NO_KEY
    if not hmac.compare_digest(request.signatur.encode(), signature(request, login.anmodning).encode()):
        return _NOT_SIGNED
    if LOKAL in request.roller or NEEDS[request.handling] not in deeds_of(request.roller):
        return _NOT_ALLOWED
    if request.uuid in done or not -LASTS <= now - datetime.fromisoformat(request.hvornaar) <= LASTS:
        return _TOO_OLD
    return None
