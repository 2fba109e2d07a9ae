"""Milestones: how late each is on statusdato, and how many are reached."""

from datetime import date

from tests.naive.exports import Row
from tests.naive.valg import Valg

FREE_TEXT = "bemaerkning"


def in_scope(valg: Valg) -> list[Row]:
    """The plan's milestones that the filter keeps; one without helhedsplan_id belongs to every plan."""
    return [
        row
        for row in valg.rows("milepael")
        if row["helhedsplan_id"] in (None, valg.plan["helhedsplan_id"])
        and valg.keeps(row["omraade_id"], row["indsatsomraade_kode"])
    ]


def dropped(row: Row) -> bool:
    """Is the milestone given up?"""
    return row["status"] == "bortfaldet"


def reached(row: Row, statusdato: date) -> bool:
    """Was the milestone reached by statusdato?"""
    return row["naaet_dato"] is not None and row["naaet_dato"] <= statusdato


def due(row: Row, statusdato: date) -> bool:
    """Should the milestone have been reached by statusdato?"""
    return row["aftalt_dato"] <= statusdato and not dropped(row)


def overdue(row: Row, statusdato: date) -> bool:
    """Should it have been reached, and was not?"""
    return due(row, statusdato) and not reached(row, statusdato)


def days_late(row: Row, statusdato: date) -> int | None:
    """Days from the agreed date to the day it was, or is expected to be, reached; never below 0; None when given up."""
    if dropped(row):
        return None
    agreed, expected = row["aftalt_dato"], row["forventet_dato"]
    if reached(row, statusdato):
        ends = row["naaet_dato"]
    elif agreed <= statusdato:
        ends = statusdato if expected is None else max(expected, statusdato)
    elif expected is not None:
        ends = expected
    else:
        ends = agreed
    return max((ends - agreed).days, 0)


def noegletal(valg: Valg) -> Row:
    """How many were due, and of these how many are reached."""
    to_date = [row for row in in_scope(valg) if due(row, valg.statusdato)]
    return {
        "milepaele_til_dato": len(to_date),
        "milepaele_naaet": len([row for row in to_date if reached(row, valg.statusdato)]),
        "milepaele_overskredet": len([row for row in to_date if overdue(row, valg.statusdato)]),
    }


def milepaele(valg: Valg) -> list[Row]:
    """Every milestone with its delay; its free text only where a setting opts in."""
    rows = []
    for row in in_scope(valg):
        shown = dict(row)
        if not valg.udgiv_fritekst:
            shown[FREE_TEXT] = None
        shown["forsinkelse_dage"] = days_late(row, valg.statusdato)
        shown["overskredet"] = overdue(row, valg.statusdato)
        rows.append(shown)
    return rows
