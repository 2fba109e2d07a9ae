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


def pr_spor(valg: Valg) -> list[Row]:
    """The two tracks, each with its counts and the first milestone that is agreed for later and still open."""
    rows = []
    for spor in sorted({row["spor"] for row in in_scope(valg)}):
        mine = [row for row in in_scope(valg) if row["spor"] == spor]
        still = [row for row in mine if is_open(row, valg.statusdato)]
        to_date = [row for row in mine if due(row, valg.statusdato)]
        coming = [row["aftalt_dato"] for row in still if row["aftalt_dato"] > valg.statusdato]
        rows.append(
            {
                "spor": spor,
                "milepaele": len(mine),
                "til_dato": len(to_date),
                "naaet": len([row for row in to_date if reached(row, valg.statusdato)]),
                "overskredet": len([row for row in to_date if overdue(row, valg.statusdato)]),
                "aabne": len(still),
                "bortfaldne": len([row for row in mine if dropped(row)]),
                "naeste_dato": min(coming) if coming else None,
            }
        )
    return rows


def is_open(row: Row, statusdato: date) -> bool:
    """Is the milestone neither reached nor given up?"""
    return not dropped(row) and not reached(row, statusdato)


def forsinkede(valg: Valg) -> list[Row]:
    """Open milestones that are overdue or expected late."""
    rows = []
    for row in in_scope(valg):
        days, over = days_late(row, valg.statusdato), overdue(row, valg.statusdato)
        if not is_open(row, valg.statusdato) or not (days or over):
            continue
        expected = row["forventet_dato"]
        new = expected if expected is not None and expected > valg.statusdato else None
        if days > valg.graenser["fremdrift_roed_dage"] or (over and new is None):
            colour = "roed"
        else:
            colour = "gul" if days > valg.graenser["fremdrift_gul_dage"] else "groen"
        rows.append(
            {
                "milepael_id": row["milepael_id"],
                "forsinkelse_dage": days,
                "aftalt_dato": row["aftalt_dato"],
                "ny_dato": new,
                "overskredet": over,
                "alvor": colour,
            }
        )
    return rows
