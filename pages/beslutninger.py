"""Beslutninger: what is to be discussed, decided, approved and adjusted, and what people say of the status."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import beslutninger_view, godkendelser_view, justeringer_view, moedetal, page, vurderinger_view
from overblik.show.leveret import lacks

chosen = page.begin(
    "Beslutninger",
    heading=beslutninger_view.sentence,
    shown=("omraade", "indsatsomraade", "organisation", "statusdato"),
)
beslutninger_view.left_out(chosen)
decisions, meetings, seen = fetch("beslutninger", chosen), fetch("moeder", chosen), moedetal.with_figures(chosen)

st.header("Skal drøftes", anchor="droeftes")
if not lacks(chosen, "moede", "beslutning"):
    beslutninger_view.agenda(decisions, meetings)

    st.header("Åbne beslutninger", anchor="aabne")
    beslutninger_view.still_open(decisions, meetings, seen)

    st.header("Møde for møde", anchor="moeder")
    beslutninger_view.per_meeting(decisions, meetings, seen)

st.header("Godkendelser", anchor="godkendelser")
if not lacks(chosen, "godkendelse"):
    godkendelser_view.approvals(fetch("godkendelser", chosen), chosen)

st.header("Justeringer", anchor="justeringer")
if not lacks(chosen, "justering"):
    justeringer_view.adjustments(fetch("justeringer", chosen))

st.header("Vurderinger", anchor="vurderinger")
if not lacks(chosen, "moede", "statusvurdering"):
    vurderinger_view.red_squares(fetch("vurderinger", chosen), fetch("status", chosen), chosen, seen)
    vurderinger_view.meeting(fetch("vurderinger", chosen), chosen, seen)
