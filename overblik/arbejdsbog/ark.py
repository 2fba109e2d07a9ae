"""The workbook's sheets: what is written in each column, and which list it is chosen from.

Four sheets to fill in (data-contract.md, Day one from Excel), and four of reference: what the lists are made of.
A row whose first cell begins with `Eksempel:` shows how a row looks and is never converted.
"""

from dataclasses import dataclass
from typing import Final

EXAMPLE: Final = "Eksempel:"


@dataclass(frozen=True)
class Column:
    """One column of a sheet. `kind`: text, name, date, month, quarter, amount, count, yes_no.

    A `name` is chosen from the list `chosen_from`; `also` may stand in its stead. `example` is the example row's cell.
    """

    head: str
    kind: str
    required: bool
    example: str
    chosen_from: str = ""
    also: str = ""
    help: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, what it is for, and its columns from left to right."""

    name: str
    purpose: str
    columns: tuple[Column, ...]


INDSATSER: Final = Sheet(
    "Indsatser",
    "Én række pr. indsats i helhedsplanen.",
    (
        Column("Navn", "text", True, "Eksempel: Lektiecafé"),
        Column("Indsatsområde", "name", True, "", "indsatsomraade"),
        Column("Start", "date", True, "01-08-2024"),
        Column("Slut", "date", True, "31-07-2028"),
        Column("Status", "name", True, "I gang", "indsats_status"),
    ),
)
MILEPAELE: Final = Sheet(
    "Milepæle",
    "Én række pr. aftalt milepæl. Den aftalte dato flyttes aldrig; en ny forventning skrives under Forventet.",
    (
        Column("Navn", "text", True, "Eksempel: Lektiecaféen åbner"),
        Column("Spor", "name", True, "Boligsocial", "spor"),
        Column("Område", "name", False, "", "omraade", help="Blank, når milepælen gælder alle områder."),
        Column("Indsatsområde", "name", False, "", "indsatsomraade", help="Blank for den fysiske plan."),
        Column("Aftalt", "date", True, "01-10-2024"),
        Column("Forventet", "date", False, "15-11-2024"),
        Column("Nået", "date", False, ""),
    ),
)
OEKONOMI: Final = Sheet(
    "Økonomi",
    "Én række pr. kvartal, bidragyder, indsatsområde, område og kategori. Hele kroner og øre, ikke 1.000 kr.; "
    "kun kvartalets eget beløb, ikke år til dato.",
    (
        Column("Kvartal", "quarter", True, "Eksempel: 2024 K4"),
        Column("Bidragyder", "name", True, "", "organisation"),
        Column("Indsatsområde", "name", True, "Fælles", "indsatsomraade", also="Fælles"),
        Column("Område", "name", False, "", "omraade", help="Blank, når beløbet ikke er ført på et område."),
        Column("Kategori", "name", True, "Aktiviteter", "kategori"),
        Column("Budget", "amount", False, "125.000,00"),
        Column("Forbrug", "amount", False, "98.750,50"),
    ),
)
AKTIVITET: Final = Sheet(
    "Aktivitet",
    "Én række pr. måned, indsats, område og type. Kun antal; aldrig oplysninger om den enkelte deltager.",
    (
        Column("Måned", "month", True, "Eksempel: 2024-10"),
        Column("Indsats", "name", True, "", "indsats"),
        Column("Område", "name", True, "", "omraade"),
        Column("Type", "name", True, "Åbent tilbud", "aktivitetstype"),
        Column("Antal", "count", True, "8", help="Afholdte aktiviteter."),
        Column("Fremmøder", "count", False, "96", help="Blank, når fremmødet ikke er talt."),
    ),
)

PLAN: Final = Sheet(
    "Plan",
    "Helhedsplanen. Nøglen bruges i filerne og ændres aldrig.",
    (
        Column("Nøgle", "text", True, "Eksempel: plan-2024"),
        Column("Navn", "text", True, "Helhedsplan 2024-28"),
        Column("Bevillingsperiode", "text", True, "2019-26"),
        Column("Start", "date", True, "01-08-2024"),
        Column("Slut", "date", True, "31-07-2028"),
    ),
)
OMRAADER: Final = Sheet(
    "Områder",
    "Boligområderne. Flere boligorganisationer i samme område skilles med komma.",
    (
        Column("Nøgle", "text", True, "Eksempel: nordbyen"),
        Column("Navn", "text", True, "Nordbyen"),
        Column("By", "text", True, "Byen"),
        Column("Boliger", "count", False, "420"),
        Column("Beboere", "count", False, "980"),
        Column("Boligorganisationer", "text", False, ""),
    ),
)
ORGANISATIONER: Final = Sheet(
    "Organisationer",
    "Dem, der bidrager til planen: kommunen, boligorganisationerne, Landsbyggefonden og andre.",
    (
        Column("Nøgle", "text", True, "Eksempel: bo"),
        Column("Navn", "text", True, "Boligorganisationen"),
        Column("Kortnavn", "text", True, "BO"),
        Column("Type", "name", True, "Boligorganisation", "organisation_type"),
    ),
)
INDSATSOMRAADER: Final = Sheet(
    "Indsatsområder",
    "Bevillingsperiodens indsatsområder. Sensitiv: den højere grænse for små tal gælder.",
    (
        Column("Nøgle", "text", True, "Eksempel: FRI"),
        Column("Navn", "text", True, "Fritid og fællesskab"),
        Column("Rækkefølge", "count", True, "1"),
        Column("Sensitiv", "yes_no", True, "nej"),
    ),
)

TO_FILL: Final = (INDSATSER, MILEPAELE, OEKONOMI, AKTIVITET)
REFERENCE: Final = (PLAN, OMRAADER, ORGANISATIONER, INDSATSOMRAADER)
SHEETS: Final = {sheet.name: sheet for sheet in (*TO_FILL, *REFERENCE)}
