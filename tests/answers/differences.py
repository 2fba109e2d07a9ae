"""Where two answers differ: money, counts, days and words must be the same, percentages and hours to 1 in 10¹²."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

from tests.deliveries import Row

# What one row of an answer is about. The rows of a series over months must also come in the same order.
KEYS = {
    "noegletal": (),
    "oekonomi_pr_maaned": ("maaned",),
    "oekonomi_pr_omraade": ("omraade_id",),
    "oekonomi_pr_indsatsomraade": ("indsatsomraade_kode",),
    "oekonomi_pr_bidragyder": ("bidragyder",),
    "oekonomi_pr_kategori": ("kategori",),
    "oekonomi_forloeb": ("maaned",),
    "oekonomi_pr_aar": ("inddeling", "aar"),
    "oekonomi_pr_form": ("er_lokal", "form"),
    "medfinansiering_pr_aar": ("aar",),
    "direkte_arbejde": ("er_direkte",),
    "aktivitet_pr_maaned": ("maaned",),
    "aktivitet_pr_indsats": ("indsats_id", "omraade_id"),
    "milepaele": ("milepael_id",),
    "milepaele_pr_spor": ("spor",),
    "milepaele_forsinkede": ("milepael_id",),
    "indikatorer": ("indikator_id", "omraade_id"),
    "indikatorer_pr_niveau": ("niveau",),
    "status": ("dimension", "omraade_id", "indsatsomraade_kode"),
}


def differences(name: str, expected: list[Row], found: list[Row]) -> list[str]:
    """One line for each difference; columns that only the real answer has are its own affair."""
    keys = [[tuple(row[column] for column in KEYS[name]) for row in rows] for rows in (expected, found)]
    lines = [f"{name}: {key} stands twice" for key in sorted(set(keys[1]), key=str) if keys[1].count(key) > 1]
    lines += [f"{name}: no row {key}" for key in keys[0] if key not in keys[1]]
    lines += [f"{name}: a row too many {key}" for key in keys[1] if key not in keys[0]]
    if KEYS[name] == ("maaned",) and keys[0] != keys[1]:
        lines.append(f"{name}: the months come in another order")
    by_key = dict(zip(keys[1], found, strict=True))
    for key, row in zip(keys[0], expected, strict=True):
        for column, value in row.items():
            if key in by_key and not same(value, by_key[key].get(column, "no such column")):
                lines.append(f"{name} {key} {column}: expected {value!r}, found {by_key[key].get(column)!r}")
    return lines


def same(expected: Any, found: Any) -> bool:
    """Are two values the same, type and all?"""
    if expected is None or found is None:
        return expected is None and found is None
    if isinstance(expected, float):
        return isinstance(found, float) and math.isclose(expected, found, rel_tol=1e-12, abs_tol=0.0)
    for kind in (bool, int, Decimal, date, str):
        if isinstance(expected, kind):
            return type(found) is type(expected) and bool(expected == found)
    return False
