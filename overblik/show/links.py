"""Where a name, a bar or a cell leads: a page, with what is chosen now and what the link itself chooses."""

from collections.abc import Iterable

import streamlit as st

from overblik.settings import ROOT
from overblik.show import address
from overblik.show.figures import Target
from overblik.show.text import literal


def to(page: str, **chosen: str | Iterable[str] | None) -> Target:
    """The page of that name ("oekonomi"), with the filters in force; `chosen` replaces some, None or () lifts one.

    A parameter of the target page's own (`indsats="I-07"`) is given the same way.
    """
    last = address.last_visit()
    kept = {name: values for name, values in (last.chosen if last else {}).items() if name in address.FILTERS}
    values = kept | {name: _values(value) for name, value in chosen.items()}
    query: dict[str, str | list[str]] = {name: list(each) for name, each in values.items() if each}
    return Target(file_of(page), query or {address.ALL: "1"})


def link(label: str, target: Target, icon: str | None = None) -> None:
    """A link on a line of its own; plain text where this installation has no such page."""
    if (ROOT / target.page).is_file():
        st.page_link(target.page, label=literal(label), icon=icon, query_params=dict(target.query), width="content")
    else:
        st.markdown(literal(label))


def row(links: Iterable[tuple[str, Target]]) -> None:
    """Names beside each other, each leading to where it is seen."""
    with st.container(horizontal=True, gap="small"):
        for label, target in links:
            link(label, target)


def file_of(page: str) -> str:
    """The page's file, as Streamlit wants it named."""
    return f"pages/{page}.py"


def _values(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
