"""What a reader is told when something goes wrong: one calm Danish sentence in its place, and never a traceback.

What we foresee has its own sentence. What we do not is noted in the log under an id that the reader can pass on.
"""

import functools
import logging
import secrets
from collections.abc import Callable
from typing import Final, ParamSpec

import streamlit as st

from overblik import log, measured
from overblik.errors import OverblikError
from overblik.show import address
from overblik.show.text import literal

_log: Final = logging.getLogger(__name__)

_PART: Final = "Denne del af siden kunne ikke vises."
_DEED: Final = "Det lykkedes ikke. Genindlæs siden, og prøv igen."

_TOLD: Final = "_fejl_i_dele"

Given = ParamSpec("Given")


def tell(error: Exception, page: str, what: str = "Siden kunne ikke vises.") -> str:
    """Notes the error and says so in its place: a foreseen one in its own words, else `what`. Gives what was said."""
    if isinstance(error, OverblikError):
        measured.went_wrong(measured.NOTICE)
        _log.warning("%s: %s: %s", page, error.__class__.__name__, error)
        said = literal(error.notice)
        st.warning(said, icon=":material/info:")
        return said
    error_id = secrets.token_hex(4)
    measured.went_wrong(measured.PAGE)
    log.event("error", id=error_id, page=page, error=log.where(error))
    said = f"{what} Det skyldes ikke noget, du har gjort. Fejlen er noteret som {error_id}."
    st.error(said, icon=":material/info:")
    return said


def part(*, run_every: float | None = None) -> Callable[[Callable[Given, None]], Callable[Given, None]]:
    """A part of a page that can be drawn anew by itself: Streamlit's fragment.

    What goes wrong in it is told in its place and the rest of the page stands, for the frame does not catch what a
    part does when it is drawn anew.
    """

    def of(draw: Callable[Given, None]) -> Callable[Given, None]:
        @functools.wraps(draw)
        def drawn(*args: Given.args, **kwargs: Given.kwargs) -> None:
            try:
                draw(*args, **kwargs)
            except Exception as error:
                _tell_once(error)

        return st.fragment(drawn, run_every=run_every)

    return of


def outside(error: Exception) -> bool:
    """What a button does went wrong, before any page was drawn. True: Streamlit need not say it as well."""
    tell(error, _page_now(), _DEED)
    return True


def _tell_once(error: Exception) -> None:
    """A part that looks again every other second and fails each time is noted once a session, and says the same."""
    told: dict[str, str] = st.session_state.setdefault(_TOLD, {})
    where = f"{_page_now()} {log.where(error)}"
    if where in told:
        st.error(told[where], icon=":material/info:")
    else:
        told[where] = tell(error, _page_now(), _PART)


def _page_now() -> str:
    visit = address.last_visit()
    return visit.page if visit else "?"
