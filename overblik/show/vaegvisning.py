"""The wall of the meeting room: large type, one thing a screen, arrow keys to go on."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from overblik.answers import Choice, fetch
from overblik.show import forside, forside_view, oekonomi_view, opmaerksomhed, page

_SCREEN: Final = "skaerm"

# Read from the far end of a table: type as large as the four cards hold, and the whole width of the wall. A screen that
# is no wall keeps its own.
_STYLE: Final = """<style>
[data-testid="stMainBlockContainer"] { max-width: 100%; padding-inline: 2rem }
@media (min-width: 1600px) { html { font-size: 133% } }
@media (min-width: 1900px) { html { font-size: 160% } }
</style>"""


def show(choice: Choice) -> None:
    """The chosen screen, and the keys to the next one and the one before."""
    st.html(_STYLE)
    names = {str(place): f"{place}. {name}" for place, name in enumerate(SCREENS, start=1)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="vaeg-gang"):
        now = int(page.pick(_SCREEN, "Skærm", names) or 1)
        _step("Forrige", now - 1, "Left", len(names))
        _step("Næste", now + 1, "Right", len(names))
    list(SCREENS.values())[now - 1](choice)


def _step(label: str, to: int, shortcut: str, last: int) -> None:
    st.button(label, shortcut=shortcut, disabled=not 1 <= to <= last, on_click=page.turn, args=(_SCREEN, str(to)))


def _where_we_stand(choice: Choice) -> None:
    forside_view.cards(
        fetch("noegletal", choice),
        fetch("status", choice),
        forside.before(choice),
        fetch("opmaerksomhedspunkter", choice),
        fetch("beslutninger", choice),
        fetch("moeder", choice),
    )


def _area_by_area(choice: Choice) -> None:
    forside_view.matrix(fetch("status", choice), choice)


def _off_course(choice: Choice) -> None:
    opmaerksomhed.attention(fetch("opmaerksomhedspunkter", choice))


def _money(choice: Choice) -> None:
    oekonomi_view.over_time(fetch("oekonomi_forloeb", choice), fetch("noegletal", choice))


SCREENS: Final[dict[str, Callable[[Choice], None]]] = {
    "Hvor står vi?": _where_we_stand,
    "Område for område": _area_by_area,
    "Opmærksomhedspunkter": _off_course,
    "Pengene": _money,
}
