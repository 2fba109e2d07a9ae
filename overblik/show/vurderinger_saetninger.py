"""Sentences about assessments: why a square is red, who owes an explanation by when, and how often people differ."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from overblik.show import danish, marks
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]

NONE_YET: Final = "Ingen forklaring endnu"


def reds(count: int, explained: int) -> str:
    """Fire røde felter, ét forklaret; ét rødt felt, ingen forklaring endnu."""
    if not count:
        return "Ingen felter er røde"
    squares = "Ét rødt felt" if count == 1 else f"{danish.capitalised(in_words(count))} røde felter"
    if not explained:
        return f"{squares}, {NONE_YET.lower()}"
    if explained == count:
        return f"{squares}, {'forklaret' if count == 1 else 'alle forklaret'}"
    return f"{squares}, {'ét' if explained == 1 else in_words(explained)} forklaret"


def explanation(assessed: Row | None, is_new: bool) -> str:
    """Why the square is red, as people told it, and who must answer by when.

    `is_new` where it was told about these very figures; what was said of earlier ones stands as the last word.
    """
    if assessed is None:
        return f"{NONE_YET}; hvem der skal give den, er ikke oplyst."
    when, whom = danish.day(assessed["moede_dato"]), assessed["rolle"]
    lead = f"Forklaring ved mødet {when}" if is_new else f"{NONE_YET} til disse tal. Senest ved mødet {when}"
    return f"{lead} ({whom}): {assessed['begrundelse']} {answer_owed(assessed)}".strip()


def answer_owed(assessed: Row) -> str:
    """Svar: boligsocial leder, senest 15. marts 2023, 16 dage over fristen."""
    who, when = assessed["ansvarlig_rolle"], assessed["svar_frist_dato"]
    if who is None and when is None:
        return ""
    late = f", {danish.days(assessed['dage_over'])} over fristen" if assessed["dage_over"] else ""
    deadline = f"senest {danish.day(when)}" if when else "uden frist"
    return f"Svar: {who or 'rollen er ikke oplyst'}, {deadline}{late}."


def compared(meeting: Row, rows: Sequence[Row]) -> str:
    """Mødet 1. februar 2023: seks vurderinger, to anderledes end beregnet."""
    day = f"Mødet {danish.day(meeting['dato'])}"
    assessed = [row for row in rows if row["vurderet"]]
    if not assessed:
        return f"{day}: ingen vurderinger i det valgte"
    count = "én vurdering" if len(assessed) == 1 else f"{in_words(len(assessed))} vurderinger"
    other = sum(
        row["beregnet"] is not None and row["beregnet"]["status"] not in (None, row["vurderet"]) for row in assessed
    )
    return f"{day}: {count}, {in_words(other)} anderledes end beregnet"


def status(code: str | None) -> str:
    """✕ kræver handling."""
    return f"{marks.STATUSES[code].mark} {marks.STATUSES[code].word}" if code else "– ikke vurderet"


def computed(row: Row | None) -> str:
    """! kræver opmærksomhed; the squares counted where a total has no status of its own; a dash where there is none."""
    if row is None:
        return "– ikke beregnet"
    if row["status"]:
        return status(row["status"])
    counts = {code: row[f"antal_{code}"] for code in marks.STATUSES}
    return marks.tally(counts) or "– ikke beregnet"


def by_whom(row: Row) -> str:
    """boligsocial leder, 1. februar 2023."""
    return f"{row['rolle']}, {danish.day(row['dato'])}"
