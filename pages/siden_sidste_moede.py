"""Siden sidste møde: what has turned, been reached, moved and corrected since a meeting looked at the figures."""

import streamlit as st

from overblik.answers import fetch
from overblik.answers.since import basis
from overblik.show import page
from overblik.show import siden_view as view
from overblik.show.leveret import lacks

chosen = page.begin("Siden sidste møde", shown=view.FILTERS)
if lacks(chosen, "moede"):
    page.end()

meetings = view.held(fetch("moeder", chosen))
picked = page.pick("moede", "Møde", view.choices(meetings))
if picked is None:
    view.none_held()
    page.end()

since = basis(chosen, meetings[picked])
view.summary(since, meetings[picked])

left, right = st.columns(2, gap="large")
with left:
    view.status(since)
with right:
    view.then_and_now(since)

st.header("Milepæle", anchor="milepaele")
view.milestones(since)

st.header("Beslutninger", anchor="beslutninger")
if not lacks(chosen, "beslutning"):
    view.decisions(since)

st.header("Rettet siden mødet", anchor="rettet")
view.corrections(since)
