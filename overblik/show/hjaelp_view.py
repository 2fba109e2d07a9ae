"""The help on screen: a tab per role, and the way to the guided tour."""

import streamlit as st

from overblik.show import hjaelp_tekst, links


def roles() -> None:
    """What each role needs to know."""
    links.link("Tag rundvisningen på forsiden", links.to("overblik", rundvisning="start"), icon=":material/tour:")
    for tab, sections in zip(st.tabs(list(hjaelp_tekst.ROLLER)), hjaelp_tekst.ROLLER.values(), strict=True):
        with tab:
            for heading, text in sections:
                st.header(heading, anchor=False)
                st.markdown(text)
