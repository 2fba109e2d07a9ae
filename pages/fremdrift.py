"""Fremdrift: what was agreed, what is reached, what is behind, and whether the indicators are on their way."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import fremdrift_view as view
from overblik.show import indikator_view as indikatorer
from overblik.show import page

chosen = page.begin("Fremdrift", "Hvor langt er vi nået med det, vi har aftalt?", heading=view.sentence)
view.key_figures(fetch("noegletal", chosen), fetch("milepaele_pr_spor", chosen))

st.header("Hvad er bagud?", anchor="bagud")
view.late(fetch("milepaele_forsinkede", chosen))

st.header("Milepælene over tid", anchor="milepaele")
kind = page.pick("milepaele", "Vis milepæle", view.KINDS)
view.timeline(fetch("milepaele", chosen), str(kind))

st.header("Indikatorer", anchor="indikatorer")
level = indikatorer.levels(fetch("indikatorer_pr_niveau", chosen))
if level:
    indikatorer.one(
        fetch("indikatorer", chosen),
        level,
        lambda indikator, sted: fetch("indikator_maalinger", chosen, indikator=indikator, sted=sted),
    )
