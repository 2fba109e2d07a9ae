"""Data og metode: what the figures rest on, and how each of them is reckoned."""

import streamlit as st

from overblik.answers import current_release, fetch, questions
from overblik.show import leverance_view as leverancer
from overblik.show import metode_beskyttelse as beskyttelse
from overblik.show import metode_view as metode
from overblik.show import page

chosen = page.begin(
    "Data og metode",
    "Hvad bygger tallene på, hvad mangler, og hvordan er de regnet ud?",
    heading=lambda choice: leverancer.headline(fetch("leverede_tabeller", choice), fetch("leverancer", choice)),
    shown=(),
)
release = current_release(chosen.release)
delivered, files = fetch("leverede_tabeller", chosen), fetch("leverancer", chosen)
wanted = metode.search()
metode.told(wanted, questions(), files.rows())
data, measures, status, words, version = st.tabs(["Data", "Mål og beregninger", "Status og tegn", "Ord", "Udgivelsen"])

with data:
    leverancer.delivered_tables(delivered)
    leverancer.files(files, wanted)
    leverancer.warnings(release)
    leverancer.sources(fetch("kilder", chosen))
with measures:
    metode.measures(questions(), wanted, delivered)
    metode.shared(wanted)
with status:
    metode.thresholds()
    metode.legend()
    beskyttelse.told()
with words:
    metode.words(wanted)
with version:
    leverancer.release(release, fetch("valg_plan", chosen))
