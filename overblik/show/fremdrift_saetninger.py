"""Sentences about milestones: what is reached, what is behind and by how much, what comes next."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from overblik.show import danish
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]

UNTOLD: Final = "ikke oplyst"
SHARED: Final = "Fælles"


def headline(key: Row, late: Sequence[Row]) -> str:
    """36 af 42 milepæle til dato er nået; seks har overskredet fristen, én uden ny dato."""
    due, reached, overdue = (key[f"milepaele_{name}"] for name in ("til_dato", "naaet", "overskredet"))
    if not due:
        return "Ingen milepæle skulle være nået endnu"
    if not overdue:
        return f"{'Milepælen' if due == 1 else f'Alle {danish.count(due)} milepæle'} til dato er nået"
    without = sum(row["overskredet"] and row["ny_dato"] is None for row in late)
    if due == 1:
        return "Milepælen til dato er ikke nået" + (" og har ingen ny dato" if without else "")
    no_date = f", {in_words(without)} uden ny dato" if without else ""
    told = f"{in_words(overdue)} har overskredet fristen{no_date}"
    if not reached:
        return f"Ingen af {danish.count(due)} milepæle til dato er nået; {told}"
    return f"{danish.count(reached)} af {danish.count(due)} milepæle til dato er nået; {told}"


def behind(late: Sequence[Row]) -> str:
    """Mest bagud: Jobcafé åbner (Østbyen), 112 dage og ingen ny dato."""
    if not late:
        return "Ingen milepæl er bagud"
    worst = late[0]
    days = danish.days(worst["forsinkelse_dage"]) if worst["forsinkelse_dage"] else "fristen er nået"
    return f"Mest bagud: {worst['navn']} ({place(worst)}), {days} og {new_date(worst)}"


def new_date(row: Row) -> str:
    """ny dato 21. april 2023; ingen ny dato."""
    return f"ny dato {danish.day(row['ny_dato'])}" if row["ny_dato"] else "ingen ny dato"


def place(row: Row) -> str:
    """Østbyen; Fælles for what belongs to no area."""
    return str(row["omraade_navn"] or SHARED)


def track(row: Row) -> str:
    """31 af 36 nået."""
    if not row["til_dato"]:
        return "ingen til dato"
    return f"{danish.count(row['naaet'])} af {danish.count(row['til_dato'])} nået"


def track_note(row: Row) -> str:
    """5 overskredet · 17 åbne · næste 14. april 2023."""
    parts = [
        f"{danish.count(row['overskredet'])} overskredet" if row["overskredet"] else "ingen overskredet",
        "næste " + danish.day(row["naeste_dato"]).replace(" ", danish.NBSP)
        if row["naeste_dato"]
        else "ingen flere aftalt",
    ]
    return " · ".join(parts)


def tracks(rows: Sequence[Row]) -> str:
    """Boligsocialt spor: 31 af 36 nået, 5 overskredet; fysisk spor: 5 af 6 nået, 1 overskredet."""
    told = [
        f"{track_name(row['spor_navn'])}: {track(row)}"
        + (f", {danish.count(row['overskredet'])} overskredet" if row["overskredet"] else "")
        for row in rows
    ]
    return danish.capitalised("; ".join(told)) if told else "Ingen milepæle i det valgte"


def track_name(name: str) -> str:
    """boligsocialt spor, from the list's word Boligsocial."""
    adjective = name.lower()
    return f"{adjective}t spor" if adjective.endswith("social") else f"{adjective} spor"


def listed(rows: Sequence[Row], statusdato: date) -> str:
    """24 milepæle er endnu ikke nået; den næste er aftalt til 14. april 2023."""
    if not rows:
        return "Ingen milepæle at vise i det valgte"
    count = f"{danish.count(len(rows))} {'milepæl' if len(rows) == 1 else 'milepæle'}"
    still = [row for row in rows if not row["er_naaet"]]
    coming = [row["aftalt_dato"] for row in still if row["aftalt_dato"] > statusdato]
    if not still:
        return f"{count} er nået"
    next_one = f"; den næste er aftalt til {danish.day(min(coming))}" if coming else ""
    if len(still) == len(rows):
        return f"{count} er endnu ikke nået{next_one}"
    return f"{count}: {danish.count(len(rows) - len(still))} er nået, {danish.count(len(still))} ikke endnu{next_one}"
