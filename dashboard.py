"""The door and the signposts; no numbers. Run it with: streamlit run dashboard.py"""

import streamlit as st

from overblik.settings import ROOT
from overblik.show import frame

st.set_page_config(page_title="Overblik", page_icon=str(ROOT / "overblik" / "show" / "ikon.svg"), layout="wide")

SIGNPOSTS = {
    "": [("overblik", "Overblik")],
    "Planen": [
        ("fremdrift", "Fremdrift"),
        ("oekonomi", "Økonomi"),
        ("aktivitet", "Aktivitet"),
        ("indsatser", "Indsatser"),
    ],
    "Områder": [
        ("omraade", "Område"),
        ("udviklingsplaner", "Udviklingsplaner"),
        ("organisationer", "Boligorganisationer"),
    ],
    "Styring": [
        ("beslutninger", "Beslutninger"),
        ("siden_sidste_moede", "Siden sidste møde"),
        ("moedebilag", "Mødebilag"),
        ("vaegvisning", "Vægvisning"),
    ],
    "Data": [
        ("dataleverancer", "Dataleverancer"),
        ("data_og_metode", "Data og metode"),
    ],
}

# In the foot of every page, not in the menu.
IN_THE_FOOT = [("hjaelp", "Hjælp"), ("tilgaengelighedserklaering", "Tilgængelighedserklæring")]

# Before the gate: a run that st.navigation has not been part of runs pages/ on their own, without this file.
signpost = st.navigation(
    {
        group: [
            st.Page(f"pages/{name}.py", title=title, url_path=name, default=name == "overblik") for name, title in pages
        ]
        for group, pages in SIGNPOSTS.items()
    }
    | {
        "Om": [
            st.Page(f"pages/{name}.py", title=title, url_path=name, visibility="hidden") for name, title in IN_THE_FOOT
        ]
    },
    position="top",
)
frame.show(signpost)
