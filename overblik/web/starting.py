"""Starting the server: where it listens, what it says of itself, and the browser that it opens for a newcomer."""

import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from streamlit import config
from streamlit.starlette import App

from overblik.errors import SettingWrong
from overblik.settings import Settings, settings

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


def options(chosen: Settings) -> dict[str, Any]:
    """Streamlit's options that settings of ours decide, and those that no server of ours runs without.

    Raises SettingWrong where strangers could reach a server that nobody logs in to.
    """
    if chosen.vaert not in LOOPBACK:
        raise SettingWrong(
            "an address that others can reach, and no login",
            f"Overblik kan kun lytte på denne maskine ({', '.join(LOOPBACK)}), når der ikke er sat login op (vaert).",
        )
    port = {"server.port": chosen.port} if chosen.port else {}
    return port | {
        "server.address": chosen.vaert,
        "server.fileWatcherType": "none",
        # Its own English line; ours is the one below.
        "logger.hideWelcomeMessage": True,
    }


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Once the port is known: the line that says how it runs, and the browser."""
    address = f"http://{config.get_option('server.address')}:{config.get_option('server.port')}"
    print(f"Overblik kører lokalt: kun denne maskine kan åbne det, og ingen skal logge ind. {address}", flush=True)
    if settings().aabn and not config.get_option("server.headless"):
        webbrowser.open(address)
    yield


def serve(app: App) -> str:
    """Serves until stopped. Raises SettingWrong."""
    app.run(config=options(settings()))
    return ""
