"""The dashboard as a web application: what `streamlit run` cannot give it stands in the two lists here.

`middleware` wraps every request, the first outermost; `routes` are our own addresses beside Streamlit's. Each is a
module of its own in this room. Streamlit's own middleware (sessions, gzip) comes inside ours. A route that strangers
may have, or that asks for more than looking, is named in door.py too.
"""

from typing import Final

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route
from streamlit.starlette import App

from overblik.settings import ROOT, settings
from overblik.settings_login import Login, check_secrets
from overblik.show import wrong
from overblik.web import login as login_pages
from overblik.web import metrics, ready, starting, translating
from overblik.web.addresses import Addresses
from overblik.web.calm import Calm
from overblik.web.danish import Danish
from overblik.web.door import Door
from overblik.web.headers import SecurityHeaders
from overblik.web.login_answers import LoginAnswers
from overblik.web.no_paths import NoPaths
from overblik.web.own_address import OwnAddress
from overblik.web.packed import Packed

DASHBOARD: Final = ROOT / "dashboard.py"


def middleware(login: Login | None) -> list[Middleware]:
    """What every request passes through, outermost first."""
    return [
        Middleware(SecurityHeaders),
        Middleware(Calm),
        Middleware(OwnAddress),
        Middleware(NoPaths),
        Middleware(Danish),
        *([Middleware(LoginAnswers, login), Middleware(Door, login)] if login else []),
        # Inside the door, so that a stranger does not learn which addresses there are.
        Middleware(Addresses, own=tuple(route.path for route in routes(login) if isinstance(route, Route))),
        Middleware(Packed),
    ]


def routes(login: Login | None) -> list[BaseRoute]:
    """Our own addresses."""
    return [
        ready.route(),
        metrics.route(),
        translating.route(),
        *(login_pages.routes() if login else []),
    ]


def build() -> App:
    """The application, not started yet. Raises SettingWrong."""
    login = settings().login
    if login is not None:
        check_secrets(login)
    return App(
        DASHBOARD,
        secrets=login_pages.secrets(login) if login else None,
        middleware=middleware(login),
        routes=routes(login),
        lifespan=starting.lifespan,
        on_script_error=wrong.outside,
    )
