"""The accessibility statement's facts: what is known not to be in order, and what has been tested and how.

The tests read both: what axe is allowed to find is a gap that is told here, and nothing is told that is not found.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

TESTED: Final = date(2026, 11, 23)


@dataclass(frozen=True)
class Gap:
    """Something that is not accessible: axe's rule where a machine can see it, else empty."""

    rule: str
    what: str
    why: str
    instead: str


GAPS: Final = (
    Gap(
        "presentation-role-conflict",
        "Feltet, som filer kan slippes i på siden Dataleverancer, er angivet forkert for skærmlæsere.",
        "Feltet er en del af programmet Streamlit, som Overblik er bygget med, og kan ikke rettes herfra.",
        "Brug knappen “Vælg filer” i feltet, eller læg filerne i mappen indbakke.",
    ),
    Gap(
        "",
        "Tabeller på over 80 rækker tegnes som et billede, som skærmlæsere kun kan læse felt for felt.",
        "Sådan viser Streamlit lange tabeller, så de kan sorteres uden at blive langsomme.",
        "Hent tabellen til Excel eller som CSV lige under den.",
    ),
    Gap(
        "",
        "Mødebilag og årsstatus som PDF er mærket op med overskrifter og tabeller, men er ikke prøvet med skærmlæser.",
        "Filerne er øjebliksbilleder til mødet; de samme tal står på siderne.",
        "Brug siderne, eller hent tabellerne til Excel.",
    ),
)  # fmt: skip

HOW: Final = (
    "Hver side er åbnet i browseren Chromium med fire slags data, på skærm og telefon, forstørret til 200 og 400 "
    "procent, lyst og mørkt, og prøvet med axe-core efter WCAG 2.2 på niveau A og AA.",
    "Det er prøvet, at tekst ikke er skåret over eller ligger oven i anden tekst, og at intet skal rulles sidelæns.",
    "Alle valg, links og knapper er prøvet med tastatur alene.",
    "Hver figur har en tekst, der siger, hvad den viser, og en tabel med de samme tal.",
    "Farverne er regnet efter: kontrast, tre slags farveblindhed og udskrift i gråt.",
    "Prøverne køres, hver gang Overblik ændres. Der er ikke prøvet med mennesker, der bruger hjælpemidler til daglig.",
)
