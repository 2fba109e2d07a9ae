"""Boligorganisationer: what the plan means for each of them, what they contribute, how their residents take part."""

from dataclasses import replace

import streamlit as st

from overblik.answers import fetch
from overblik.show import organisationer_view as view
from overblik.show import page

chosen = page.begin(
    "Boligorganisationer",
    "Hvad betyder planen for vores områder, bidrager vi som aftalt, og hvordan er beboerne med?",
    heading=view.sentence,
    shown=("organisation", "statusdato", "periode"),
)
# What is asked is all that an organisation has to do with, whatever areas were looked at on another page.
here = replace(chosen, omraade=(), indsatsomraade=())
contributions, areas = fetch("bidrag_pr_organisation", here), fetch("aktivitet_pr_omraade", here)
view.cards(here, contributions)
view.more(here)

st.header("Bidrag mod det aftalte", anchor="bidrag")
view.contributions(contributions)

st.header("Fremmøde i områderne", anchor="fremmoede")
view.attendance(areas, fetch("noegletal", here))

st.header("Beboerne er med", anchor="beboere")
view.residents(areas, fetch("aktivitet_i_alt", here))
