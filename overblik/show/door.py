"""The door: a page is shown only when dashboard.py has let its reader in, in this very run.

Streamlit runs pages/x.py on its own where /x is the first address after a restart, so a gate in dashboard.py alone
would be walked around. dashboard.py admits; each page asks.
"""

from typing import Final

import streamlit as st

from overblik import access

_ADMITTED: Final = "_lukket_ind"

FRONT: Final = "overblik"


def admit(page: str) -> None:
    """Lets the reader in to one page, for one run."""
    st.session_state[_ADMITTED] = page


def close() -> None:
    """Takes back what a page did not use, so that nothing is open before the next run."""
    st.session_state.pop(_ADMITTED, None)


def enter() -> str:
    """The name of the page that the reader was let in to. Stops the run, calmly, where nobody let them in."""
    page = st.session_state.pop(_ADMITTED, None)
    if page is None or not access.may(access.SEE):
        st.title("Gå ind ad forsiden", anchor=False)
        st.markdown("Siden kan ikke åbnes på denne måde. Åbn forsiden, og vælg siden i menuen.")
        # An ordinary link: where dashboard.py has not run, no page is known that st.page_link could lead to.
        st.markdown("[Til forsiden](/)")
        st.stop()
    return str(page)
