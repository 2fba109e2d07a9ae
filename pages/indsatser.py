"""Indsatser: the list, or the one that the address names."""

import streamlit as st

from overblik.answers import fetch
from overblik.show import indsats_view as one
from overblik.show import indsatser_view as view
from overblik.show import page
from overblik.show.leveret import lacks

chosen = page.begin(
    "Indsatser",
    "Hvad går indsatserne ud på, hvem har ansvaret, og hvor går grænsen til kommunens kernedrift?",
    heading=lambda choice: one.name(choice) or view.sentence(choice),
)
indsats = one.wanted(chosen)

if indsats is None:
    listed = fetch("indsatser", chosen)
    view.kernedrift(fetch("kernedrift", chosen), listed)
    view.the_list(listed)
else:
    about = fetch("indsats", chosen, indsats=indsats)
    adjustments = fetch("indsats_justeringer", chosen, indsats=indsats)
    one.about(about)
    one.activity(about, fetch("indsats_pr_maaned", chosen, indsats=indsats), adjustments)
    left, right = st.columns(2, gap="large")
    with left:
        if not lacks(chosen, "justering"):
            one.adjusted(adjustments)
    with right:
        one.money(about, fetch("indsats_oekonomi_pr_aar", chosen, indsats=indsats))
    one.milestones(fetch("indsats_milepaele", chosen, indsats=indsats))
