"""Who is at the screen, as Streamlit knows them by their cookie; what they may do is `access`'s to say.

Asked anew each time: a session may have ended since the page was drawn, and a button's callback runs before the page.
"""

import time

import streamlit as st

from overblik import access, access_sessions
from overblik.access import ADMINISTRATOR, ANALYTIKER, LAESER, UDGIVER, Reader
from overblik.access_roles import reader_from
from overblik.settings import settings

_TITLES = {LAESER: "læser", ANALYTIKER: "analytiker", UDGIVER: "udgiver", ADMINISTRATOR: "administrator"}


def current() -> Reader | None:
    """The reader; None for a stranger, whose session has ended, or who has not come by the web server's door."""
    login = settings().login
    if login is None:
        return access.LOCAL
    claims = st.user.to_dict()
    reader = reader_from(claims, login, time.time()) if claims.get("is_logged_in") is True else None
    if reader is None or access_sessions.has_ended(reader.session, login.mappe):
        return None
    return reader if access_sessions.was_let_in(reader.session) else None


def may(deed: str, organisation: str | None = None) -> bool:
    """True where the reader may do this (access.may)."""
    return access.may(current(), deed, organisation)


def organisations() -> tuple[str, ...] | None:
    """Those that the reader may hand in for; None where that is all."""
    found = current()
    return found.organisationer if found else ()


def roles() -> tuple[str, ...]:
    """All roles that the reader has."""
    found = current()
    return found.roller if found else ()


def who() -> str:
    """The role or pseudonym of the reader, as the log of releases names it."""
    reader = current()
    return reader.hvem if reader else "ukendt"


def log_out() -> None:
    """Who one is logged in as, and the way out; nothing where nobody logs in."""
    reader = current()
    if not settings().faelles or reader is None:
        return
    st.caption(f"logget ind som {_TITLES.get(reader.rolle, reader.rolle)}", width="content")
    st.button("Log ud", on_click=st.logout, type="tertiary", key="log-ud")
