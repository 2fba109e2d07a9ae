"""One thing among many on a page of its own: which indsats, which indikator. It stands in the address like a filter."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from overblik.show import address

_DRAWN: Final = "_valgt_foer"


def pick(name: str, label: str, options: Mapping[str, str], nothing: str | None = None) -> str | None:
    """A list to choose one of; gives its id. `name` is the parameter in the address ("indsats").

    With `nothing` ("Alle indsatser") one may also choose none, and that is the default; without, the first is.
    """
    choices = ([""] if nothing is not None else []) + list(options)
    if not choices:
        return None
    key = f"valgt_{name}"
    now = address.read().get(name, ("",))[-1]
    before = st.session_state.get(_DRAWN, {}).get(name)
    moved = key in st.session_state and before is not None and st.session_state[key] != before[1]
    if key not in st.session_state or (not moved and before is not None and now != before[0]):
        st.session_state[key] = now
        if now and now not in options:
            st.info("Linket nævner noget, som ikke findes i tallene.", icon=":material/info:")
    if st.session_state[key] not in choices:
        st.session_state[key] = choices[0]
    names = {"": nothing or ""} | dict(options)
    picked: str = st.selectbox(label, choices, format_func=lambda one: names[one], key=key)
    if moved:
        now = picked
        _write(name, picked)
    st.session_state[_DRAWN] = st.session_state.get(_DRAWN, {}) | {name: (now, picked)}
    return picked or None


def turn(name: str, picked: str) -> None:
    """Picks from outside the list, before the next run: what a button beside it does."""
    st.session_state[f"valgt_{name}"] = picked


def _write(name: str, picked: str) -> None:
    values = {each: chosen for each, chosen in address.read().items() if each != name}
    values |= {name: (picked,)} if picked else {}
    address.push(values)
    last = address.last_visit()
    if last is not None:
        address.remember(replace(last, address=values))
