"""Sentences about approvals: what is approved, refused, awaited, by whom and since when."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from overblik.show import danish
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]

WHOLE: Final = "Hele planen"
_APPROVED: Final = ("godkendt", "godkendt_med_bemaerkninger")


def heading(rows: Sequence[Row]) -> str:
    """Fem godkendelser afventes, den ældste siden 5. maj 2021."""
    if not rows:
        return "Ingen godkendelser er registreret i det valgte"
    waiting = [row for row in rows if row["afventes"]]
    refused = len([row for row in rows if row["er_seneste"] and row["udfald"] == "forkastet"])
    told = f"; {in_words(refused)} er forkastet" if refused else ""
    if not waiting:
        return f"Intet afventes: det seneste udfald er registreret{told}"
    since = danish.day(min(row["siden_dato"] for row in waiting))
    if len(waiting) == 1:
        return f"Én godkendelse afventes, siden {since}{told}"
    return f"{danish.capitalised(in_words(len(waiting)))} godkendelser afventes, den ældste siden {since}{told}"


def card(rows: Sequence[Row]) -> str:
    """Godkendt: Nordbyen og Søparken. Afventes: Vestbyen (oplyst 5. maj 2021, senere udfald ikke registreret)."""
    newest = [row for row in rows if row["er_seneste"]]
    parts = [
        _told("Godkendt", [row for row in newest if row["udfald"] in _APPROVED]),
        _told("Forkastet", [row for row in newest if row["udfald"] == "forkastet"]),
        _waiting([row for row in newest if row["afventes"]]),
    ]
    neither = f"{_told('Behandlet', newest)} Intet er godkendt eller forkastet."
    return " ".join(part for part in parts if part) or neither


def _told(word: str, rows: Sequence[Row]) -> str:
    return f"{word}: {danish.names(_places(rows))}." if rows else ""


def _waiting(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    days = sorted({row["oplyst_dato"] for row in rows})
    when = danish.names(danish.day(day) for day in days)
    return f"Afventes: {danish.names(_places(rows))} (oplyst {when}, senere udfald ikke registreret)."


def _places(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row["omraade_navn"] or WHOLE.lower() for row in rows))


def note(row: Row) -> str:
    """Afstemning · organ ikke oplyst · afventes siden 5. maj 2021; no since where it is only possible."""
    since = row["siden_dato"] if row["udfald"] != "eventuel" else None
    body = "organ ikke oplyst" if row["organ"] == "Ikke oplyst" else row["organ"]
    parts = [
        danish.capitalised(row["led"] or ""),
        f"{body} ({row['organisation']})" if row["organisation"] else body,
        f"behandlet {danish.day(row['dato'])}" if row["dato"] else "",
        f"planlagt til {danish.day(row['planlagt_dato'])}" if row["afventes"] and row["planlagt_dato"] else "",
        f"afventes siden {danish.day(since)}" if since else "",
        f"oplyst {danish.day(row['oplyst_dato'])}" if row["oplyst_dato"] not in (row["dato"], since) else "",
        "efter statusdatoen" if row["efter_statusdato"] else "",
    ]
    return " · ".join(part for part in parts if part)
