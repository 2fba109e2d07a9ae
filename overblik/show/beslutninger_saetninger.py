"""Sentences about decisions: what is to be discussed and who is asked, what is open and how late, what became of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from overblik.settings import settings
from overblik.show import danish
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]

KINDS: Final = {"B": "beslutning", "D": "drøftelse", "O": "orientering"}

# Bodies as a sentence names them; one that is not here is named as it was handed in.
_BODIES: Final = {
    "afdelingsmøde": "afdelingsmødet",
    "urafstemning": "urafstemningen",
    "afdelingsbestyrelse": "afdelingsbestyrelsen",
    "organisationsbestyrelse": "organisationsbestyrelsen",
    "repræsentantskab": "repræsentantskabet",
    "boligsocial bestyrelse": "den boligsociale bestyrelse",
    "styregruppe": "styregruppen",
    "fagudvalg": "fagudvalget",
    "økonomiudvalg": "økonomiudvalget",
    "byråd": "Byrådet",
    "ministerium": "ministeriet",
}
_UNTOLD: Final = "ikke oplyst"


def heading(agenda: Sequence[Row], late: Sequence[Row], awaited: Sequence[Row]) -> str:
    """Tre punkter skal drøftes, tre beslutninger er over fristen, og fem godkendelser afventes."""
    clauses = [
        _counted(len(agenda), "punkt", "punkter", "skal drøftes"),
        _counted(len(late), "beslutning", "beslutninger", "er over fristen"),
        _counted(len(awaited), "godkendelse", "godkendelser", "afventes"),
    ]
    told = [clause for clause in clauses if clause]
    if not told:
        return "Intet venter: ingen punkter, overskredne frister eller udestående godkendelser"
    *first, last = told
    return danish.capitalised(f"{', '.join(first)}, og {last}" if first else last)


def _counted(count: int, one: str, many: str, verb: str) -> str:
    if not count:
        return ""
    # Both genders: ét punkt, én beslutning.
    number = "ét" if (count, one) == (1, "punkt") else in_words(count)
    return f"{number} {one if count == 1 else many} {verb}"


def agenda(meeting: Row | None, rows: Sequence[Row]) -> str:
    """Næste møde 3. maj 2023: ét punkt til beslutning, ét til drøftelse og ét til orientering."""
    if meeting is None:
        return "Næste møde er ikke oplyst"
    day = f"Næste møde {danish.day(meeting['dato'])}"
    return f"{day}: {kinds(rows) or 'ingen punkter i det valgte'}"


def kinds(rows: Sequence[Row]) -> str:
    """Ét punkt til beslutning, ét til drøftelse og ét til orientering; nothing of none."""
    if not rows:
        return ""
    counts = {word: sum(row["art"] == code for row in rows) for code, word in KINDS.items()}
    there = [(count, word) for word, count in counts.items() if count]
    parts = [f"{'ét' if count == 1 else in_words(count)} til {word}" for count, word in there]
    first = there[0][0]
    parts[0] = parts[0].replace(" til", f" {'punkt' if first == 1 else 'punkter'} til", 1)
    return danish.names(parts)


def body(code: str | None) -> str | None:
    """Byrådet, den boligsociale bestyrelse; None where it was not told."""
    return None if code in (None, _UNTOLD) else _BODIES.get(str(code), str(code))


def who_decides(row: Row) -> str:
    """Byrådet afgør sagen; styregruppen drøfter og anbefaler."""
    decides = body(row["kompetence"])
    if decides is None:
        return "" if row["art"] == "O" else "Hvem der afgør sagen, er ikke oplyst"
    told = f"{danish.capitalised(decides)} afgør sagen"
    return told if decides == settings().organ else f"{told}; {settings().organ} drøfter og anbefaler"


def asked(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """Who else is asked, each with the subjects: (Byrådet, [Anvendelse af …]); in the agenda's order."""
    others: dict[str, list[str]] = {}
    for row in rows:
        decides = body(row["kompetence"])
        if decides is not None and decides != settings().organ:
            others.setdefault(danish.capitalised(decides), []).append(row["emne"])
    return list(others.items())


def open_ones(rows: Sequence[Row]) -> str:
    """Otte åbne beslutninger, tre over fristen."""
    if not rows:
        return "Ingen tidligere beslutning er åben"
    late = sum(bool(row["er_forsinket"]) for row in rows)
    word = "åben beslutning" if len(rows) == 1 else "åbne beslutninger"
    told = f", {in_words(late)} over fristen" if late else ", ingen over fristen"
    return danish.capitalised(f"{in_words(len(rows))} {word}{told}")


def deadline(row: Row) -> str:
    """49 dage over fristen, 10. februar 2023; frist 15. maj 2023; ingen frist."""
    if row["frist_dato"] is None:
        return "Ingen frist er oplyst"
    if row["er_forsinket"]:
        return f"{danish.days(row['dage_over'])} over fristen, {danish.day(row['frist_dato'])}"
    return f"Frist {danish.day(row['frist_dato'])}"


def responsible(row: Row) -> str:
    """Ansvarlig: boligsocial leder."""
    return f"Ansvarlig: {row['ansvarlig_rolle'] or _UNTOLD}"


def meeting(row: Row, items: Sequence[Row]) -> str:
    """1. februar 2023 · Opfølgning, 4. kvartal 2022: 1 udført, 3 åbne, 1 bortfaldet."""
    still = sum(bool(item["er_aaben"]) for item in items)
    dropped = sum(item["status"] == "bortfaldet" for item in items)
    done = sum(not item["er_aaben"] and item["status"] != "bortfaldet" for item in items)
    counts = [
        f"{danish.count(done)} udført" if done else "",
        f"{danish.count(still)} {'åben' if still == 1 else 'åbne'}" if still else "",
        f"{danish.count(dropped)} {'bortfaldet' if dropped == 1 else 'bortfaldne'}" if dropped else "",
    ]
    return f"{danish.day(row['dato'])} · {row['titel']}: {', '.join(part for part in counts if part)}"


def outcome(row: Row) -> str:
    """The decision's words; ikke truffet endnu where the meeting lies ahead or nothing was written."""
    if row["beslutning"]:
        return str(row["beslutning"])
    return "Beslutningen er ikke truffet endnu." if row["er_aaben"] else "Beslutningens ordlyd er ikke oplyst."
