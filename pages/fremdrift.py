"""Fremdrift: what was agreed, what is reached, what is behind, and whether the indicators are on their way."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import fremdrift_view as view
from overblik.show import indikator_view as indikatorer
from overblik.show import page
from overblik.show.leveret import lacks

chosen = page.begin("Fremdrift", "Hvor langt er vi nået med det, vi har aftalt?", heading=view.sentence)
view.key_figures(fetch("noegletal", chosen), fetch("milepaele_pr_spor", chosen))

st.header("Hvad er bagud?", anchor="bagud")
view.late(fetch("milepaele_forsinkede", chosen))

st.header("Milepælene over tid", anchor="milepaele")
view.timeline(fetch("milepaele", chosen))

st.header("Indikatorer", anchor="indikatorer")
if not lacks(chosen, "indikator", "maaling"):
    indikatorer.levels(fetch("indikatorer_pr_niveau", chosen))
    indikatorer.one(
        fetch("indikatorer", chosen),
        lambda indikator, sted: fetch("indikator_maalinger", chosen, indikator=indikator, sted=sted),
    )
