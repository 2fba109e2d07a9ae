"""The words of the pages, short: what a reader who was not at the meetings needs to know."""

from typing import Final

ORD: Final = {
    "Helhedsplan": (
        "Aftale mellem kommunen, boligorganisationerne og Landsbyggefonden om en fælles indsats i udsatte boligområder."
    ),
    "Indsatsområde": ("Et af de områder, Landsbyggefonden har inddelt arbejdet i; navnene følger bevillingsperioden."),
    "Indsats": "Et afgrænset stykke arbejde inden for ét indsatsområde.",
    "Statusdato": "Den sidste dag i en måned. Til dato er alle måneder, der er gået på den dag.",
    "Oprindeligt og korrigeret budget": (
        "Det budget, planen begyndte med, og det, der gælder nu. Har planen intet korrigeret, gælder det oprindelige."
    ),
    "Forbrug": "Det, der er bogført til og med statusdatoen. Rettelser kan være under nul.",
    "Disponeret": "Det, der er aftalt eller bestilt, men endnu ikke bogført.",
    "Restprognose": "Det, der ventes brugt ud over det, der er bogført.",
    "Forventet forbrug": (
        "Forbrug og restprognose. Er der ingen restprognose, videreføres takten fra de seneste seks måneder, "
        "og det står ved tallet."
    ),
    "Merforbrug og mindreforbrug": (
        "Forventet forbrug over eller under budgettet. Et mindreforbrug er ikke i sig selv godt: anvendelsen "
        "skal afklares."
    ),
    "Medfinansiering": "Det, andre end Landsbyggefonden betaler, kontant eller i naturalier.",
    "Naturalier": "Timer, lokaler og andet, der stilles til rådighed i stedet for penge.",
    "Direkte boligsocialt arbejde": (
        "De kategorier, som parterne er enige om at regne for arbejde ude hos beboerne. Listen er en indstilling."
    ),
    "Tilsagn": (
        "Et løfte om penge. Det samme tilsagn kan være oplyst med forskellige beløb; derfor står dato og kilde ved."
    ),
    "Fælles": "Beløb, der gælder hele planen og ikke ét indsatsområde. De fordeles ikke.",
    "Ikke fordelt på område": (
        "Beløb og milepæle uden boligområde. De fordeles ikke efter en nøgle, ingen har aftalt."
    ),
    "Milepæl": "Noget, der er aftalt at være nået en bestemt dag. Den aftalte dato flytter sig aldrig.",
    "Fremmøde": (
        "Én persons deltagelse én gang. Fremmøder kan lægges sammen; det kan antallet af forskellige deltagere ikke."
    ),
    "Aktivitet, deltagerresultat, områdeudvikling": (
        "Tre niveauer, der ikke blandes. Områdeudviklingen kan ikke tilskrives helhedsplanen alene."
    ),
    "Kernedrift": "Kommunens almindelige opgaver, som en indsats kan samarbejde med eller overlappe.",
    "Udviklingsplan": "Den fysiske plan for et boligområde; den løber ved siden af helhedsplanen.",
    "Dataleverance": "En fil med tal, som kommunen eller en boligorganisation har afleveret.",
    "Udgivelse": "Et samlet, låst sæt tal. Det ændrer sig ikke; nye tal giver en ny udgivelse.",
}
