"""Økonomi: what was agreed, what is spent, where it ends, and who pays."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import oekonomi_fordeling as linjer
from overblik.show import oekonomi_parter as parter
from overblik.show import oekonomi_view as view
from overblik.show import page
from overblik.show.oekonomi_saetninger import NOT_ON_AREA, SHARED, headline

chosen = page.begin(
    "Økonomi",
    "Hvor meget er brugt, hvor ender det, og bidrager parterne som aftalt?",
    heading=lambda choice: headline(fetch("noegletal", choice).one()),
)
key = fetch("noegletal", chosen)
view.key_figures(key)

st.header("Over tid", anchor="over-tid")
view.over_time(fetch("oekonomi_forloeb", chosen), key)
view.by_month(fetch("oekonomi_pr_maaned", chosen))
view.by_year(fetch("oekonomi_pr_aar", chosen))

st.header("Hvor bruges pengene?", anchor="hvor")
left, right = st.columns(2, gap="large")
with left:
    linjer.by_group(fetch("oekonomi_pr_omraade", chosen), "område", NOT_ON_AREA, linjer.to_omraade)
with right:
    linjer.by_group(fetch("oekonomi_pr_indsatsomraade", chosen), "indsatsområde", SHARED, linjer.to_indsatsomraade)

st.header("Hvad bruges pengene til?", anchor="hvad")
left, right = st.columns(2, gap="large")
with left:
    linjer.by_category(fetch("oekonomi_pr_kategori", chosen))
with right:
    linjer.direct_work(fetch("direkte_arbejde", chosen))

st.header("Hvem betaler?", anchor="hvem")
left, right = st.columns(2, gap="large")
with left:
    parter.contributors(fetch("oekonomi_pr_bidragyder", chosen))
with right:
    parter.cofinancing(fetch("medfinansiering_pr_aar", chosen), key)
    parter.in_kind(fetch("oekonomi_pr_form", chosen))
parter.grants(fetch("tilsagn", chosen))
