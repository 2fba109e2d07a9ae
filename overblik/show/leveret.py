"""Not delivered is another thing than nothing found: a section whose table nobody has handed in says so."""

import streamlit as st

from overblik.answers import Choice, fetch
from overblik.show import danish
from overblik.show.text import literal


def lacks(choice: Choice, *tables: str) -> bool:
    """Says in a line what is not delivered, and gives whether any of `tables` (names in the contract) is not."""
    rows = fetch("leverede_tabeller", choice).rows()
    missing = [row["navn"].lower() for row in rows if row["tabel"] in tables and not row["er_leveret"]]
    if missing:
        told = f"Ikke leveret: {danish.names(missing)}. Tallene er ikke modtaget endnu."
        st.info(literal(told), icon=":material/hourglass_empty:")
    return bool(missing)
