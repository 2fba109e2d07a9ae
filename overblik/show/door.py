"""The door: a page is shown only when dashboard.py has let its reader in, in this very run.

Streamlit runs pages/x.py on its own where /x is the first address after a restart, so a gate in dashboard.py alone
would be walked around. dashboard.py admits; each page asks.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from overblik import access, access_sessions
from overblik.settings import settings
from overblik.settings_login import LOOPBACK
from overblik.show import reader

_ADMITTED: Final = "_lukket_ind"
_ASKED: Final = "_bedt_om"

FRONT_DOOR: Final = "dashboard.py"

FRONT: Final = "overblik"


@dataclass(frozen=True)
class Asked:
    """The page, and the choices in its address, that somebody asked for before the door was open."""

    page: str
    query: dict[str, list[str]]


def guard() -> None:
    """Stops the run for whoever may not look. The web server's door has turned them away before; this is a second lock.

    In *lokal* nobody logs in, so a server that others can reach shows nothing either.
    """
    if not settings().faelles and st.get_option("server.address") not in LOOPBACK:
        _turned_away(
            "Overblik er ikke åbent for andre",
            "Der er ikke sat login op, så Overblik må kun lytte på sin egen maskine. Start det med "
            "`python -m overblik.web`.",
        )
    elif settings().faelles and not access_sessions.door_is_hung():
        _turned_away(
            "Overblik er startet uden dør",
            "Der er sat login op, og så skal Overblik startes med `python -m overblik.web`.",
        )
    elif reader.current() is None:
        _turned_away("Du er ikke logget ind", "Din session er slut. [Log ind igen](/login).")
    elif not reader.may(access.SEE):
        _turned_away(
            "Du har ikke adgang til Overblik",
            "Din konto er ikke i nogen af de grupper, der har adgang. Bed den, der driver Overblik, om at få en rolle.",
        )


def _turned_away(title: str, why: str) -> None:
    st.title(title, anchor=False)
    st.markdown(why)
    st.stop()


def asked_for() -> Asked | None:
    """What the reader asked for before dashboard.py had run; told once."""
    asked: Asked | None = st.session_state.pop(_ASKED, None)
    return asked


def admit(page: str) -> None:
    """Lets the reader in to one page, for one run."""
    st.session_state[_ADMITTED] = page


def close() -> None:
    """Takes back what a page did not use, so that nothing is open before the next run."""
    st.session_state.pop(_ADMITTED, None)


def enter() -> str:
    """The name of the page that the reader was let in to. Stops the run where nobody let them in.

    Whoever came by the page's own address is sent through the front door first, once, and then on to the page.
    """
    page = st.session_state.pop(_ADMITTED, None)
    if page is None or not reader.may(access.SEE):
        asked = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
        if asked and not st.session_state.get(_ASKED):
            query = {name: st.query_params.get_all(name) for name in st.query_params}
            st.session_state[_ASKED] = Asked(asked, query)
            st.switch_page(FRONT_DOOR)
        st.title("Gå ind ad forsiden", anchor=False)
        st.markdown("Siden kan ikke åbnes på denne måde. Åbn forsiden, og vælg siden i menuen.")
        # An ordinary link: where dashboard.py has not run, no page is known that st.page_link could lead to.
        st.markdown("[Til forsiden](/)")
        st.stop()
    return str(page)
