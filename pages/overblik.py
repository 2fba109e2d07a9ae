"""Overblik: the mayor's minute. Are we on course, and what must be discussed?"""

import streamlit as st

from overblik.answers import fetch
from overblik.show import forside, forside_view, oekonomi_view, opmaerksomhed, page, rundvisning, siden_view

chosen = page.begin("Overblik", heading=forside.sentence)
rundvisning.offer()

key = fetch("noegletal", chosen)
status = fetch("status", chosen)
points = fetch("opmaerksomhedspunkter", chosen)
siden_view.invitation(chosen)
forside_view.cards(key, status, forside.before(chosen), points, fetch("beslutninger", chosen), fetch("moeder", chosen))

where, off_course = st.columns([3, 2], gap="medium")
with where:
    forside_view.matrix(status, chosen)
with off_course:
    opmaerksomhed.attention(points)

oekonomi_view.over_time(fetch("oekonomi_forloeb", chosen), key)
forside_view.not_delivered(fetch("leverede_tabeller", chosen))
