"""Aktivitet: who comes, how much is done, where and when, against target and the year before."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import aktivitet_linjer as linjer
from overblik.show import aktivitet_view as view
from overblik.show import page
from overblik.show.leveret import lacks

chosen = page.begin(
    "Aktivitet",
    "Hvor mange kommer, hvor og hvornår, og når vi målet?",
    heading=lambda choice: view.sentence(fetch("aktivitet_i_alt", choice)),
)
total = fetch("aktivitet_i_alt", chosen)
months = fetch("aktivitet_pr_maaned", chosen)
view.key_figures(total)
view.what_is_missing(fetch("aktivitet_uden_nye_tal", chosen), total)
lacks(chosen, "aktivitetsmaal")

st.header("Over tid", anchor="over-tid")
view.attendance(months)
view.people_and_hours(months)

st.header("Pr. område", anchor="omraader")
linjer.by_line(fetch("aktivitet_pr_omraade", chosen), linjer.to_omraade)

st.header("Pr. indsatsområde", anchor="indsatsomraader")
linjer.by_line(fetch("aktivitet_pr_indsatsomraade", chosen), linjer.to_indsatsomraade)

st.header("Pr. indsats", anchor="indsatser")
linjer.by_line(fetch("indsatser", chosen), linjer.to_indsats, linjer.INDSATS_LINE)

st.header("Hvornår sker der noget?", anchor="kalender")
view.calendar(fetch("aktivitet_pr_ugedag", chosen), lambda name: fetch(name, chosen))
