"""What happens in the inbox right now: the watcher's life, the step under way, the verdict on what was handed in."""

from typing import Final

import streamlit as st

from overblik.answers import Release, current_release
from overblik.errors import OverblikError
from overblik.mailbox import State, candidate_id, read_state
from overblik.mailbox_reports import reports
from overblik.settings import settings
from overblik.show import dataleverancer_saetninger as words
from overblik.show import requests, verdicts, watcher, wrong
from overblik.show.dataleverancer_rapporter import messages
from overblik.show.text import literal
from overblik.show.upload import handed_in

SECONDS: Final = 2


def now() -> None:
    """What happens now; it looks again by itself, and what stands elsewhere on the page stays as it is."""
    _look(_stands())


@wrong.part(run_every=SECONDS)
def _look(drawn: tuple[str | None, str | None]) -> None:
    state = read_state(settings().data)
    st.subheader("Lige nu", anchor=False)
    _watched(state)
    if state.i_gang:
        st.progress(min(max(state.i_gang.andel or 0.0, 0.0), 1.0), text=literal(words.step(state.i_gang)))
    requests.answers(state)
    _mine(state)
    if state.fejl:
        st.warning(literal(state.fejl), icon=":material/info:")
    for waiting in state.venter:
        st.markdown(literal(f"– {waiting.hvorfor}"))
    if state.sidste:
        st.caption(literal(f"Senest: {words.outcome(state.sidste)}"))
    if _stands() != drawn and st.button("Vis det nye på siden", key="nu-vis", icon=":material/refresh:"):
        st.rerun()


def _stands() -> tuple[str | None, str | None]:
    """What the rest of the page was drawn with: the candidate that waits, and the latest report."""
    found = reports(settings().data)
    return candidate_id(settings().data), found[0].mappe if found else None


def _watched(state: State) -> None:
    if watcher.is_alive(state):
        st.caption(literal(words.WATCHED))
        return
    st.warning(literal(words.NOT_WATCHED), icon=":material/info:")
    st.code(f".venv/bin/{watcher.COMMAND}", language=None, wrap_lines=True)


def _mine(state: State) -> None:
    """What this reader has handed in, each with what became of it."""
    files = handed_in()
    if not files:
        return
    data, found = settings().data, reports(settings().data)
    in_force, candidate = released(None), waiting_release()
    for file in files:
        verdict = verdicts.of_handed_in(file, data, state, found, in_force, candidate)
        st.markdown(literal(words.verdict(file.fil, verdict)))
        if verdict.refused:
            messages(verdict.refused.breaches)


def released(release_id: str | None) -> Release | None:
    """The release of an id, or the one in force; None where there is none that can be read."""
    try:
        return current_release(release_id)
    except OverblikError:
        return None


def waiting_release() -> Release | None:
    """The candidate that waits for approval, if one does."""
    waiting = candidate_id(settings().data)
    return released(waiting) if waiting else None
