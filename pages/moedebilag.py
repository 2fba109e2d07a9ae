"""Mødebilag: the meeting's pack and a year's status as files, each frozen with its release and checksum."""

from functools import partial

import streamlit as st

from overblik.answers import fetch
from overblik.export import made
from overblik.show import moedebilag_view as view
from overblik.show import page

chosen = page.begin(
    "Mødebilag", "Alt, mødet skal bruge, i én fil: samme udgivelse og samme møde giver samme fil, også om flere år."
)

st.header("Mødets bilag", anchor="bilag")
meetings = fetch("moeder", chosen)
moede = page.pick("moede", "Møde", view.meetings(meetings)) if meetings.rows() else None
pack = made.meeting_pdf(moede, view.unpinned(chosen))
view.contents()
view.offer("Hent mødebilag (PDF)", pack, key="bilag")
view.offer_slides(pack.name, partial(made.meeting_slides, moede, view.unpinned(chosen)))

st.header("Årsstatus", anchor="aarsstatus")
aar = page.pick("aar", "År", view.years(fetch("oekonomi_pr_aar", chosen), chosen))
if aar is None:
    st.info("Der er endnu ingen tal for noget år.", icon=":material/info:")
    page.end()
status = made.year_pdf(int(aar), chosen)
view.year()
view.offer(f"Hent årsstatus {aar} (PDF)", status, key="aarsstatus")
