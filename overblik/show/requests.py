"""Asking the watcher for something from a page: release, refuse, restore. It answers within seconds, by the request.

The web process has no other way: it may not write a release. Who may ask is asked of `access`, here as well as where
the button is drawn, and by the watcher.
"""

from typing import Final

import streamlit as st

from overblik import access, log
from overblik.mailbox import State
from overblik.mailbox_requests import put_request
from overblik.settings import settings
from overblik.show import reader
from overblik.show.text import literal

_ASKED: Final = "_anmodninger"


def confirmed(label: str, what: str, yes: str, handling: str, subject: str, *, primary: bool = False) -> None:
    """A button that unfolds what it would do, and a second one that does it. `subject` is a release's id."""
    with st.popover(label, type="primary" if primary else "secondary"):
        st.markdown(literal(what))
        key = f"anmod-{handling}-{subject}"
        st.button(yes, type="primary", key=key, on_click=_ask, args=(handling, subject))


def answers(state: State) -> None:
    """What became of what this reader has asked for, newest first."""
    for request, told in reversed(_asked().items()):
        reply = state.svar.get(request)
        if reply is None:
            st.markdown(literal(f"– {told} er sendt og venter på svar."))
        elif reply.ok:
            st.success(literal(reply.besked), icon=":material/check_circle:")
        else:
            st.warning(literal(reply.besked), icon=":material/info:")


_TOLD: Final = {
    "udgiv": "Anmodningen om at udgive",
    "afvis": "Anmodningen om at afvise",
    "gendan": "Anmodningen om at gendanne",
}


def _ask(handling: str, subject: str) -> None:
    if not reader.may(access.RELEASE):
        return
    try:
        login = settings().login
        key = login.anmodning if login else ""
        request = put_request(settings().data, handling, subject, reader.who(), reader.roles(), key)
    except OSError:
        st.toast("Anmodningen kunne ikke sendes. Prøv igen.", icon=":material/info:")
        return
    log.event("request", deed=handling, id=subject[:12], who=reader.who())
    st.session_state[_ASKED] = _asked() | {request: _TOLD[handling]}


def _asked() -> dict[str, str]:
    asked: dict[str, str] = st.session_state.get(_ASKED, {})
    return asked
