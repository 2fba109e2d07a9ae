"""Dataleverancer: what has come, what is missing, was it taken, and what would new figures change?"""

import streamlit as st

from overblik.answers import fetch
from overblik.show import dataleverancer_kandidat as candidate
from overblik.show import dataleverancer_nu as nu
from overblik.show import dataleverancer_rapporter as refused
from overblik.show import dataleverancer_udgivelser as releases
from overblik.show import dataleverancer_view as view
from overblik.show import page, upload

chosen = page.begin(
    "Dataleverancer",
    "Hvad er kommet, hvad mangler, og blev det taget i brug?",
    heading=lambda choice: view.headline(fetch("leverede_tabeller", choice), fetch("leverancer", choice)),
    shown=(),
    unpublished=view.nothing_yet,
)
candidate.waiting()

left, right = st.columns(2, gap="large")
with left:
    upload.form(fetch("valg_afleverer", chosen))
with right:
    nu.now()

view.came(fetch("leverede_tabeller", chosen), fetch("leverancer", chosen))
refused.listed()
releases.history()
