"""Område: everything about one area, the social and the physical track side by side; or the choice of an area."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import (
    aktivitet_view,
    forside,
    forside_view,
    indikator_view,
    indsatser_view,
    oekonomi_fordeling,
    oekonomi_view,
    omraade_fysisk,
    omraade_styring,
    opmaerksomhed,
    page,
    siden_view,
)
from overblik.show import omraade_view as view
from overblik.show.leveret import lacks
from overblik.show.oekonomi_saetninger import SHARED

chosen = page.begin("Område", heading=view.sentence)
here = view.of_one(chosen)

if here is None:
    view.chooser(fetch("omraade_fakta", chosen), chosen)
    page.end()

key, status, points = fetch("noegletal", here), fetch("status", here), fetch("opmaerksomhedspunkter", here)
view.about(fetch("omraade_fakta", here))
forside_view.cards(key, status, forside.before(here), points, fetch("beslutninger", here), fetch("moeder", here))
siden_view.invitation(here)
left, right = st.columns([3, 2], gap="medium")
with left:
    view.status(status, fetch("valg_indsatsomraade", here), fetch("valg_omraade", here))
with right:
    opmaerksomhed.attention(points)

st.header("Det boligsociale og det fysiske spor", anchor="spor")
view.both_tracks(fetch("milepaele", here), fetch("milepaele_pr_spor", here))

st.header("Penge", anchor="penge")
left, right = st.columns(2, gap="large")
with left:
    oekonomi_view.over_time(fetch("oekonomi_forloeb", here), key)
with right:
    oekonomi_fordeling.by_group(
        fetch("oekonomi_pr_indsatsomraade", here), "indsatsområde", SHARED, oekonomi_fordeling.to_indsatsomraade
    )

st.header("Aktivitet", anchor="aktivitet")
aktivitet_view.attendance(fetch("aktivitet_pr_maaned", here))
indsatser_view.the_list(fetch("indsatser", here))

st.header("Indikatorer", anchor="indikatorer")
if not lacks(here, "indikator", "maaling"):
    indikator_view.levels(fetch("indikatorer_pr_niveau", here))
    view.to_indicators(here)

st.header("Udviklingsplan og kriterier", anchor="udviklingsplan")
if not lacks(here, "udviklingsplan"):
    omraade_fysisk.development_plan(fetch("udviklingsplaner", here), fetch("boligbestand_andel", here))
if not lacks(here, "omraadekriterium"):
    omraade_fysisk.criteria(fetch("omraadekriterier", here))

st.header("Godkendelser, beslutninger og justeringer", anchor="styring")
if not lacks(here, "godkendelse"):
    omraade_styring.approvals(fetch("godkendelser", here))
if not lacks(here, "moede", "beslutning"):
    omraade_styring.decisions(fetch("beslutninger", here))
if not lacks(here, "justering"):
    omraade_styring.adjustments(fetch("justeringer", here))
