"""Milestones of both tracks. A physical one belongs to no single boligsocial plan and carries no helhedsplan_id."""

from datetime import date

from eksempel.plan import Milepael, Plan, Row


def status_of(milepael: Milepael, plan: Plan) -> str:
    if milepael.status:
        return milepael.status
    if milepael.naaet is not None:
        return "naaet"
    return "i_gang" if milepael.aftalt <= plan.datadato else "planlagt"


def forventet(milepael: Milepael) -> date | None:
    """The newest expectation; one reached late was expected then, so that earlier status dates show it late."""
    if milepael.forventet is None and milepael.naaet is not None and milepael.naaet > milepael.aftalt:
        return milepael.naaet
    return milepael.forventet


def tables(plan: Plan) -> dict[str, list[Row]]:
    counts: dict[str, int] = {}
    rows: list[Row] = []
    for milepael in plan.milepaele:
        letter = {"boligsocial": "M", "fysisk": "F"}[milepael.spor]
        counts[letter] = counts.get(letter, 0) + 1
        rows.append(
            {
                "milepael_id": f"{letter}-{counts[letter]:02d}",
                "spor": milepael.spor,
                "helhedsplan_id": plan.helhedsplan_id if milepael.spor == "boligsocial" else None,
                "omraade_id": milepael.omraade_id,
                "indsatsomraade_kode": milepael.kode,
                "indsats_id": milepael.indsats_id,
                "navn": milepael.navn,
                "aftalt_dato": milepael.aftalt,
                "forventet_dato": forventet(milepael),
                "naaet_dato": milepael.naaet,
                "status": status_of(milepael, plan),
                "ansvarlig_rolle": milepael.rolle,
                "bemaerkning": milepael.bemaerkning,
            }
        )
    return {"milepael": rows}
