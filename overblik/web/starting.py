"""Starting the server: where it listens, what it says of itself, and the browser that it opens for a newcomer."""

import os
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.starlette import App

from overblik.errors import SettingWrong
from overblik.settings import Settings, settings
from overblik.settings_login import LOOPBACK
from overblik.web import housekeeping, limits, own_log, warming


def options(chosen: Settings) -> dict[str, Any]:
    """Streamlit's options that settings of ours decide, and those that no server of ours runs without.

    Raises SettingWrong where strangers could reach a server that nobody logs in to.
    """
    if not chosen.faelles and chosen.vaert not in LOOPBACK:
        raise SettingWrong(
            "an address that others can reach, and no login",
            f"Uden login kan Overblik kun lytte på sin egen maskine ({', '.join(LOOPBACK)}), ikke på den adresse, der "
            "står i vaert. Skal andre kunne åbne det, så sæt login op: docs/adgang.md.",
        )
    # What ends on .localhost is this machine to every browser, whatever a stranger's name server says.
    hosts = [str(urlsplit(chosen.login.adresse).hostname)] if chosen.login else [*LOOPBACK, "*.localhost"]
    port = {"server.port": chosen.port} if chosen.port else {}
    return port | {
        "server.address": chosen.vaert,
        # Another name for this machine, that a stranger's page has had looked up, opens no websocket here.
        "server.allowedHosts": hosts,
        "server.fileWatcherType": "none",
        # Its own English line; ours is the one below.
        "logger.hideWelcomeMessage": True,
    }


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Once the port is known: the line that says how it runs, the browser, and what goes on while it serves."""
    here = f"http://{config.get_option('server.address')}:{config.get_option('server.port')}"
    if login := settings().login:
        print(f"Overblik kører fælles: alle logger ind. Åbn {login.adresse} (serveren lytter på {here})", flush=True)
    else:
        print(f"Overblik kører lokalt: kun denne maskine kan åbne det, og ingen logger ind. Åbn {here}", flush=True)
        if settings().aabn and not config.get_option("server.headless"):
            webbrowser.open(here)
    async with housekeeping.keeping_house(), warming.keeping_warm():
        yield


def serve(app: App) -> str:
    """Serves until stopped. Raises SettingWrong."""
    if settings().faelles:
        limits.refuse_to_write_releases(settings().data)
    limits.bound_memory()
    own_log.take_over()
    chosen = options(settings())
    if login := settings().login:
        # The key of the cookie that the login's first half is kept in, too: any of several processes can finish it.
        os.environ["STREAMLIT_SERVER_COOKIE_SECRET"] = login.cookie
    app.run(config=chosen)
    return ""
