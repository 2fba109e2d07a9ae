"""The accessibility statement on screen, after the model text that Danish law gives for it."""

from typing import Final
from urllib.parse import quote

import streamlit as st

from overblik.settings import settings
from overblik.show import danish
from overblik.show.erklaering_tekst import GAPS, HOW, TESTED
from overblik.show.text import literal

UNSET: Final = "[udfyldes af den ansvarlige organisation]"


def statement() -> None:
    """The whole of it; what the customer has not filled in says so."""
    ansvarlig, kontakt = settings().ansvarlig or UNSET, settings().kontakt or UNSET
    st.markdown(
        f"{literal(ansvarlig)} er forpligtet til at gøre sine websteder tilgængelige efter lov om tilgængelighed af "
        "offentlige organers websteder og mobilapplikationer (lov nr. 692 af 8. juni 2018). "
        "Erklæringen gælder dashboardet Overblik."
    )
    st.header("Overensstemmelsesstatus", anchor=False)
    st.markdown(
        "Overblik overholder delvist kravene i WCAG 2.2 på niveau AA og dermed EN 301 549 på grund af de mangler, "
        "der står nedenfor."
    )
    st.header("Indhold, der ikke er tilgængeligt", anchor=False)
    for gap in GAPS:
        st.markdown(f"- **{gap.what}** {gap.why} *I stedet:* {gap.instead}")
    st.markdown("Der er ikke søgt om undtagelse på grund af uforholdsmæssig byrde.")
    st.header("Sådan er det prøvet", anchor=False)
    st.markdown("\n".join(f"- {way}" for way in HOW))
    st.header("Udarbejdelse af erklæringen", anchor=False)
    st.markdown(
        f"Erklæringen bygger på en selvevaluering og er udarbejdet {danish.day(TESTED)}. "
        f"Den er senest gennemgået {danish.day(TESTED)}."
    )
    st.header("Kontakt", anchor=False)
    st.markdown(
        "Møder du noget, du ikke kan bruge, eller har du brug for indholdet i en anden form, så kontakt "
        f"{literal(ansvarlig)}: {_reached(kontakt)}"
    )
    st.header("Tilsyn og klage", anchor=False)
    st.markdown(
        "Digitaliseringsstyrelsen fører tilsyn med loven. Er du ikke tilfreds med svaret på din henvendelse, kan du "
        "klage til Digitaliseringsstyrelsen, Landgreven 4, 1301 København K, www.digst.dk."
    )


def _reached(kontakt: str) -> str:
    """An address for mail as a link; anything else (a telephone number, both) as it is written."""
    is_mail = "@" in kontakt and " " not in kontakt
    return f"[{literal(kontakt)}](mailto:{quote(kontakt, safe='@')})" if is_mail else literal(kontakt)
