"""Workbooks for tests: the template as it comes, filled in with a few rows."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from overblik.arbejdsbog.skabelon import workbook
from overblik.arbejdsbog.stamdata import NOTHING, Stamdata

REFERENCE: dict[str, list[list[object]]] = {
    "Plan": [["plan-2024", "Vores plan", "2019-26", "01-08-2024", "31-07-2028"]],
    "Områder": [["nord", "Nordbyen", "Byen", 400, 900, "BO"]],
    "Organisationer": [["bo", "Boligselskabet", "BO", "Boligorganisation"], ["kom", "Kommunen", "KOM", "Kommune"]],
    "Indsatsområder": [["FRI", "Fritid og fællesskab", 1, "nej"], ["TRY", "Tryghed", 2, "ja"]],
}
FILLED: dict[str, list[list[object]]] = {
    "Indsatser": [["Lektiecafé på Ågade", "Fritid og fællesskab", "01-08-2024", "31-07-2028", "I gang"]],
    "Milepæle": [
        ["Caféen åbner", "Boligsocial", "Nordbyen", "Fritid og fællesskab", "1. oktober 2024", None, "05-10-2024"]
    ],
    "Økonomi": [["2024 K4", "Kommunen", "Fælles", None, "Aktiviteter", "125.000,00", 98750.5]],
    "Aktivitet": [["oktober 2024", "Lektiecafé på Ågade", "Nordbyen", "Åbent tilbud", 8, 96]],
}


def filled(place: Path, rows: Mapping[str, Sequence[Sequence[object]]], known: Stamdata = NOTHING) -> Path:
    """The template with rows under its example rows, saved at `place`."""
    book = load_workbook(BytesIO(workbook(known)))
    for sheet, lines in rows.items():
        for line in lines:
            book[sheet].append(list(line))
    book.save(place)
    return place
