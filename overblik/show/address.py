"""The address: what the reader chose, in ids, so that a link shows a colleague the same.

Streamlit's own binding of widgets to the address writes labels, not ids, and drops those it does not know: a link
whose area was renamed would show everything without a word. So the address is read and written here.

A run of a page has one cause. Either a filter was moved, and the address follows it (a step that the browser's Back
undoes); or the address changed, and the filters follow; or the reader went to another page by the menu, whose links
carry nothing, and what was chosen is kept and written into the address without a step of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Values: TypeAlias = dict[str, tuple[str, ...]]

# In links that lift every filter: an address without parameters means what is chosen already.
ALL: Final = "alle"

FILTERS: Final = ("plan", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato", "udgivelse")

# More than anybody chooses; an address is written by strangers.
_NAMES, _VALUES, _LENGTH = 20, 100, 200

_LAST: Final = "_adresse"


@dataclass(frozen=True)
class Visit:
    """Where the reader was after the last run.

    `address` is what the browser shows as far as we know, `chosen` the filters without defaults, `widgets` how they
    stood, `release` the id of the release in use.
    """

    page: str
    address: Values
    chosen: Values
    widgets: Mapping[str, Any]
    release: str


class Cause(Enum):
    """What made the page run, and so what decides the filters."""

    ADDRESS = "the address"
    MENU = "another page, chosen in the menu: what was chosen is kept"
    WIDGETS = "the filters themselves"


def cause_of(last: Visit | None, page: str, now: Values, *, moved: bool, history: bool) -> Cause:
    """`moved`: a filter no longer stands as it was drawn. `history`: the browser's Back or Forward."""
    if last is None or history:
        return Cause.ADDRESS
    if last.page != page:
        return Cause.ADDRESS if now else Cause.MENU
    if moved or now == last.address:
        return Cause.WIDGETS
    # Filters moved in quick succession reach us before the browser has taken the former address: those are `moved`.
    return Cause.ADDRESS if now else Cause.MENU


def read() -> Values:
    """The parameters in the browser's address: ours and the page's own, shortened where absurd."""
    names = [name for name in st.query_params if len(name) <= _LENGTH][:_NAMES]
    found = {name: tuple(dict.fromkeys(st.query_params.get_all(name)))[:_VALUES] for name in names}
    return {name: tuple(value[:_LENGTH] for value in values if value) for name, values in found.items() if any(values)}


def last_visit() -> Visit | None:
    """The visit of this session's last finished run."""
    visit: Visit | None = st.session_state.get(_LAST)
    return visit


def remember(visit: Visit) -> None:
    """Keeps the visit for the next run, and for the links on this page."""
    st.session_state[_LAST] = visit


def by_history() -> bool:
    """True where this run was caused by the browser's Back or Forward."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def push(values: Values) -> None:
    """Puts the values in the address, as a step that Back undoes."""
    st.query_params.from_dict({name: list(chosen) for name, chosen in values.items()})


def query(values: Values) -> str:
    """The values as they stand in an address, after the question mark."""
    return urlencode(values, doseq=True)


def own(values: Values) -> Values:
    """The page's own parameters: those that are no common filter."""
    return {name: chosen for name, chosen in values.items() if name not in (*FILTERS, ALL)}
