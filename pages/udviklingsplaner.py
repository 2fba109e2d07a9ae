"""Udviklingsplaner: the physical plans beside the social work, all areas next to each other or one in depth."""

from dataclasses import replace

import streamlit as st

from overblik.answers import fetch
from overblik.show import omraade_fysisk, omraade_view, page
from overblik.show import udviklingsplaner_kriterier as kriterier
from overblik.show import udviklingsplaner_spor as spor
from overblik.show import udviklingsplaner_view as view
from overblik.show.leveret import lacks

chosen = page.begin(
    "Udviklingsplaner",
    "Hvor langt er de fysiske planer, og hvordan passer de med det boligsociale arbejde i de samme områder?",
    heading=view.sentence,
    shown=("omraade", "organisation", "statusdato"),
)
# A milestone of the physical plan belongs to no indsatsområde.
here = replace(chosen, indsatsomraade=())
alone = omraade_view.of_one(here)
physical = fetch("fysisk_overblik", here)
plans, course = fetch("udviklingsplaner", here), fetch("boligbestand_andel", here)

if alone is None:
    view.areas(physical)
else:
    view.one_area(physical, alone.omraade[0])

st.header("Det boligsociale og det fysiske på samme tidsakse", anchor="spor")
spor.side_by_side(fetch("indsatser_i_tid", here), fetch("milepaele", here), plans, course, physical)

st.header("Vejen til målet", anchor="maal")
if not lacks(here, "udviklingsplan"):
    if alone is None:
        view.paths(plans, course)
    else:
        omraade_fysisk.development_plan(plans, course)

st.header("Boliger nu og planlagt", anchor="boliger")
if not lacks(here, "boligbestand"):
    view.homes(fetch("boliger_nu_og_planlagt", here))

st.header("De årlige lister", anchor="kriterier")
if not lacks(here, "omraadekriterium"):
    kriterier.criteria(fetch("omraadekriterier_over_tid", here))
