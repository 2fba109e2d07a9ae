"""Sentences about indicators: how many follow the way to their target, and where one stands."""

from collections.abc import Mapping
from typing import Any, Final

from overblik.show import danish, marks, units

Row = Mapping[str, Any]

NOT_ALONE: Final = "kan ikke tilskrives helhedsplanen alene"
WHOLE: Final = "Alle områder under ét"

UNKNOWN: Final = "kan ikke vurderes"

LEVEL_NAMES: Final = {
    "aktivitet": "Aktivitet",
    "deltagerresultat": "Deltagerresultat",
    "omraade": "Områdeudvikling",
}

# What each of the three levels tells; they are never mixed in one figure (domain.md).
LEVELS: Final = {
    "aktivitet": "Det, planen selv gør: forløb, aftaler, frivillige.",
    "deltagerresultat": "Det, deltagerne får ud af det.",
    "omraade": f"Udviklingen i hele området; den {NOT_ALONE}.",
}

STANDS: Final = {
    "foran": "på vejen eller foran",
    "bagud": "bagud",
    "skjult": f"seneste måling er {marks.HIDDEN.word.split(';')[0]}",
    "mangler": "seneste måling mangler i det leverede",
    "ikke_relevant": "ikke relevant",
    "uden_maal": "uden mål at holde den op imod",
    "ikke_maalt": "ikke målt endnu",
}


def unit(row: Row) -> str:
    """The unit that an indicator's values are written with."""
    return {"pct": "pct", "kr": "kr"}.get(str(row["enhed"]), "vaerdi")


def level(row: Row) -> str:
    """11 af 26 på vejen eller foran."""
    if not row["antal_med_vej"]:
        return "ingen kan vurderes"
    return f"{danish.count(row['antal_foran'])} af {danish.count(row['antal_med_vej'])}"


def level_note(row: Row) -> str:
    """på vejen eller foran · 15 bagud · 2 skjulte."""
    named = {"bagud": "bagud", "skjult": "skjult", "mangler": "mangler", "andre": "uden mål eller måling"}
    counts = [f"{danish.count(row[f'antal_{name}'])} {word}" for name, word in named.items() if row[f"antal_{name}"]]
    return " · ".join((["på vejen eller foran"] if row["antal_med_vej"] else []) + counts)


def place(row: Row) -> str:
    """The area's name, or all of them taken as one."""
    return str(row["omraade_navn"] or WHOLE)


def series(row: Row) -> str:
    """Nordbyen: 66,7 % mod målet 70 %, foran; Nordbyen: seneste måling er skjult …"""
    if row["seneste_vaerdi"] is None:
        return f"{place(row)}: {stand(row)}"
    value = units.shown(row["seneste_vaerdi"], unit(row))
    if row["maal_vaerdi"] is None:
        return f"{place(row)}: {value}, {stand(row)}"
    return f"{place(row)}: {value} mod målet {units.shown(row['maal_vaerdi'], unit(row))}, {stand(row)}"


def stand(row: Row) -> str:
    """Where the newest measurement is beside the way, in words."""
    return STANDS.get(str(row["stand"]), UNKNOWN)


def written(value: float | None, kind: str) -> str:
    """A value in its own unit; what was never given is told so."""
    return "ikke oplyst" if value is None else units.shown(value, kind)


def newest(row: Row) -> str:
    """The newest measurement, or the mark and word for why there is none."""
    if row["seneste_vaerdi"] is not None:
        return units.shown(row["seneste_vaerdi"], unit(row))
    gone = marks.VALUE_STATUSES.get(str(row["seneste_status"]))
    return f"{gone.mark} {gone.word.split(';')[0]}" if gone else "ikke målt endnu"


def fulfilment(row: Row) -> str:
    """nulpunkt 62 % (1. august 2021), mål 70 % (31. december 2023), målopfyldelse 66,7 %."""
    kind = unit(row)
    parts = [
        f"nulpunkt {units.shown(row['nul_vaerdi'], kind)} ({danish.day(row['nul_dato'])})"
        if row["nul_vaerdi"] is not None
        else "",
        f"mål {units.shown(row['maal_vaerdi'], kind)} ({danish.day(row['maal_dato'])})"
        if row["maal_vaerdi"] is not None
        else "intet mål",
        f"målopfyldelse {danish.percent(row['maalopfyldelse_pct'], decimals=0)}"
        if row["maalopfyldelse_pct"] is not None
        else "",
    ]
    return danish.capitalised(" · ".join(part for part in parts if part))
