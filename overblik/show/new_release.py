"""Says on an open page that newer figures have come. It never changes what the reader is looking at.

Every few seconds each open page asks one small file which release is in force. What it then says lies over the foot of
the window, so that nothing on the page moves, and the reader decides when to see the new figures.
"""

import logging
from typing import Final

import streamlit as st

from overblik.answers import Release, current_release, newer_is_damaged
from overblik.errors import OverblikError
from overblik.release import current_id
from overblik.settings import settings
from overblik.show import danish, links, wrong
from overblik.show.text import literal

_log: Final = logging.getLogger(__name__)

SECONDS: Final = 5

_UNUSABLE: Final = "_ubrugelig_udgivelse"

# Streamlit tells its page no colours by name, but says whether it is light or dark, and Canvas follows that.
STYLE: Final = """
.st-key-nyetal { position: fixed; left: 50%; bottom: 1rem; transform: translateX(-50%); z-index: 1000; width: auto;
    max-width: calc(100vw - 2rem); background: Canvas; padding: .5rem;
    border-radius: 6px; box-shadow: 0 2px 12px #0006 }
@media (max-width: 640px) { .st-key-nyetal { left: 1rem; right: 1rem; transform: none } }
@media print { .st-key-nyetal { display: none } }
"""


def watch(page: str, shown: Release, *, pinned: bool) -> None:
    """Looks out for a release newer than the one that the page shows; `pinned`: a link holds on to that one."""
    # Where the newest is damaged, or a link holds on to another, the page has said so when it was drawn.
    known = current_id(settings().data) if pinned or newer_is_damaged(shown) else shown.id
    _look(page, known, pinned)


@wrong.part(run_every=SECONDS)
def _look(page: str, known: str | None, pinned: bool) -> None:
    """`known` is the id in force that the page has been drawn with."""
    now = None
    try:
        now = current_id(settings().data)
        if now is None or now == known or now == st.session_state.get(_UNUSABLE):
            return
        newer = current_release(now)
    except OverblikError as error:  # the page stands as it was; who opens the next one is told
        _log.warning("looking for a new release: %s: %s", error.__class__.__name__, error)
        st.session_state[_UNUSABLE] = now
        return
    with st.container(key="nyetal", horizontal=True, vertical_alignment="center", gap="small"):
        st.info(literal(told(newer, pinned=pinned)), width=380)  # read aloud, since it is a status
        if pinned:
            links.link("Vis de nyeste tal", links.to(page, udgivelse=None, statusdato=None))
        elif st.button("Vis dem", key="nyetal-vis", type="primary"):
            st.rerun()


def told(newer: Release, *, pinned: bool) -> str:
    """Nye tal er klar (tal opdateret 12. april 2023)."""
    day = f"(tal opdateret {danish.day(newer.updated)})"
    return f"Der findes nyere tal {day}; linket holder fast i de tidligere." if pinned else f"Nye tal er klar {day}."
