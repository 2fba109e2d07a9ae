"""The dashboard as a web application: what `streamlit run` cannot give it stands in the two lists here.

`middleware` wraps every request, the first outermost; `routes` are our own addresses beside Streamlit's. Each is a
module of its own in this room. Streamlit's own middleware (sessions, gzip) comes inside ours.
"""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit.starlette import App

from overblik.settings import ROOT
from overblik.web import starting, translating
from overblik.web.danish import Danish

DASHBOARD = ROOT / "dashboard.py"


def middleware() -> list[Middleware]:
    """What every request passes through, outermost first."""
    return [
        Middleware(Danish),
    ]


def routes() -> list[BaseRoute]:
    """Our own addresses."""
    return [translating.route()]


def build() -> App:
    """The application, not started yet. Raises SettingWrong."""
    return App(DASHBOARD, middleware=middleware(), routes=routes(), lifespan=starting.lifespan)
