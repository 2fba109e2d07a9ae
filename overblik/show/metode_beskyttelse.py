"""Data og metode, in short: how small numbers of people are protected, and how a reader sees that they are."""

from typing import Final

import streamlit as st

from overblik.settings import settings
from overblik.show.text import literal

_TOLD: Final = (
    "Ingen af siderne kan komme til at vise et lille antal mennesker: tallene beskyttes, når en udgivelse laves, og "
    "siderne kan kun læse udgivelsen. Det gælder også links, tabeller, eksport og det, en skærmlæser læser op.",
    "Fremmøder, nye deltagere og frivillige tælles pr. måned, indsats og område. Er antallet mindst 1 og under {k} "
    "(under {k_sensitiv}, hvor indsatsområdet er følsomt), står der i udgivelsen enten 0 eller grænsen, valgt ved "
    "lodtrækning, så summer over mange tal passer i gennemsnit. Et tal for sig vises som “under {k}”, flere små tal, "
    "der tilsammen giver 0, som “få”, og en sum med små tal i har “ca.” foran. Et ægte 0 vises som 0.",
    "Timer og antal afholdte aktiviteter vises ikke, hvor de kunne røbe et lille antal; “mindst” foran en sum siger, "
    "at noget er holdt ude. Procenter, ændringer og statusser, der kun hviler på små tal, vises som skjult.",
    "En indikator er skjult, hvor der er så få mennesker bag, at den kunne røbe nogen, eller hvor et andet skjult tal "
    "ellers kunne regnes ud.",
    "Penge pr. indsats vises pr. kalenderår, og timer pr. område og indsatsområde, fordi løn og tid kan være en enkelt "
    "medarbejders.",
)
_MORE: Final = (
    "Hele metoden med grænser, kilder og det, den ikke kan, står i dokumenterne diskretionering og databeskyttelse, "
    "der følger med programmet."
)


def told() -> None:
    """How small numbers are protected, in plain words."""
    st.subheader("Sådan beskyttes små tal", anchor=False)
    chosen = settings().diskretionering
    limits = {"k": chosen.graense_personer, "k_sensitiv": chosen.graense_sensitiv}
    st.markdown("\n\n".join(literal(text.format(**limits)) for text in _TOLD))
    st.caption(literal(_MORE))
