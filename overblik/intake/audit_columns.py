"""Every number in a release, declared once: is it a count of people?

The audit goes by this list, and refuses a release that has a number which the list does not know. So a new column of
numbers in queries/udgiv/ is either protected and looked at, or said here not to be about people.
"""

from collections.abc import Mapping

import pyarrow as pa

# Counts of people, cell by cell: each with its mark in `<column>_lille` and its threshold in `graense`.
MARKED = {"aktivitet_maaned": ("fremmoeder", "nye_deltagere", "frivillige", "unikke_deltagere")}

# Measurements: whose numbers are counts of people depends on the indicator (audit_indicators.py).
MEASURED = {"maaling": ("taeller", "naevner", "vaerdi"), "maal": ("nul_vaerdi",)}

# Counts of people that are never small where they are published; nobody may be alone in an area.
PLAIN = {"omraade": ("beboere",)}

# Numbers that count nobody, and what they are.
NOT_PEOPLE: Mapping[str, Mapping[str, str]] = {
    "aktivitet_dag": {"antal_afholdt": "activities"},
    "aktivitet_maaned": {
        "antal_afholdt": "activities; null in a marked cell (audit_cells.py)",
        "registreringer": "rows handed in; null in a marked cell (audit_cells.py)",
        "skjulte": "rows handed in as hidden",
        "manglende": "rows handed in as missing",
        "graense": "the threshold itself",
    },
    "aktivitetsmaal": {"aar": "a year", "maal_fremmoeder": "a target agreed beforehand"},
    "beslutning": {"nr": "an item on an agenda"},
    "boligbestand": {"almene_familieboliger": "homes", "boliger_i_alt": "homes"},
    "indsatsomraade": {"sortering": "an order"},
    "kontrakttabel": {"raekkefoelge": "an order"},
    "leverance": {"raekker": "rows handed in"},
    "maal": {"maal_vaerdi": "a target agreed beforehand"},
    "oekonomi_indsats_aar": {"aar": "a year", "beloeb_kr": "money"},
    "oekonomi_maaned": {"beloeb_kr": "money"},
    "omraade": {"boliger": "homes"},
    "omraadekriterium": {"vaerdi": "a share of a whole area, from public lists", "graense": "the law's threshold"},
    "tilsagn": {"beloeb_kr": "money"},
    "timer_maaned": {
        "frivilligtimer": "hours; null where they are those of marked cells alone (audit_cells.py)",
        "medarbejdertimer": "hours; null where they are those of marked cells alone (audit_cells.py)",
    },
    "udviklingsplan": {"maal_andel_pct": "a target agreed beforehand"},
}


def numbers(table: pa.Table) -> list[str]:
    """The columns of a table that hold numbers."""
    return [
        field.name
        for field in table.schema
        if pa.types.is_integer(field.type) or pa.types.is_floating(field.type) or pa.types.is_decimal(field.type)
    ]


def undeclared(tables: Mapping[str, pa.Table]) -> dict[str, list[str]]:
    """Columns of numbers that nobody has said what are, by table."""
    found = {name: [column for column in numbers(table) if column not in declared(name)]
             for name, table in tables.items()}  # fmt: skip
    return {name: columns for name, columns in found.items() if columns}


def declared(table: str) -> set[str]:
    """All columns of a table that are declared."""
    people = (of.get(table, ()) for of in (MARKED, MEASURED, PLAIN))
    return set(NOT_PEOPLE.get(table, ())).union(*people)
