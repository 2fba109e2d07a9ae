"""Steering: grants, meetings, decisions, approvals, adjustments and human assessments, as the spec tells them.

A row without its own kilde is invented and says so; the rows of the minutes carry theirs.
"""

from eksempel.plan import OPDIGTET, Plan, Row

MED_KILDE = ("tilsagn", "moede", "beslutning", "godkendelse")
MED_PLAN = ("tilsagn",)
NOEGLER = {
    "tilsagn": ("tilsagn_id", "T"),
    "moede": ("moede_id", "MO"),
    "beslutning": ("beslutning_id", "BE"),
    "godkendelse": ("godkendelse_id", "GO"),
    "justering": ("justering_id", "JU"),
    "statusvurdering": ("vurdering_id", "VU"),
}


def tables(plan: Plan) -> dict[str, list[Row]]:
    """The rows in the spec's order, each with a key, its plan and its source."""
    result: dict[str, list[Row]] = {}
    for table, (key, letters) in NOEGLER.items():
        result[table] = []
        for number, told in enumerate(plan.styring[table], start=1):
            row: Row = {key: f"{letters}-{number:02d}"}
            if table in MED_PLAN:
                row["helhedsplan_id"] = plan.helhedsplan_id
            if table in MED_KILDE:
                row["kilde"] = OPDIGTET
            result[table].append(row | told)
    return result
