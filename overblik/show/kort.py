"""Cards and charts beside each other: a few across on a wide screen, below each other on a phone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import streamlit as st

from overblik.show import links
from overblik.show.figures import Target

_ACROSS: Final = 3

# A link's text is cut at the card's end, where a long name would lose its meaning.
_STYLE: Final = """<style>
[class*="st-key-kort-"] a[data-testid="stPageLink-NavLink"] p { white-space: normal; overflow: visible }
</style>"""


def placed(items: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Each item with the column it belongs in, row by row."""
    across = min(_ACROSS, max(len(items), 1))
    for start in range(0, len(items), across):
        yield from zip(st.columns(across, gap="medium"), items[start : start + across], strict=False)


@contextmanager
def card(key: str, name: str, target: Target | None) -> Iterator[None]:
    """A card whose name leads to what it is about; without a target there is no name."""
    with st.container(border=True, gap="xxsmall", key=f"kort-{key}"):
        if target is not None:
            st.html(_STYLE)
            links.link(name, target, icon=":material/arrow_forward:")
        yield
