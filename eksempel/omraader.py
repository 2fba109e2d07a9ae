"""Development plans, the stock of dwellings and the area criteria.

All invented: no designation, approval or demolition is told.
"""

from datetime import date

from eksempel.plan import OPDIGTET, Plan, Row

FRIST = date(2030, 1, 1)
MAAL_ANDEL_PCT = 40.0
PLANLAGT = (2026, 2028, 2030)


def tables(plan: Plan) -> dict[str, list[Row]]:
    return {
        "udviklingsplan": [
            {
                "udviklingsplan_id": f"UP-{omraade.omraade_id}",
                "omraade_id": omraade.omraade_id,
                "godkendt_dato": None,
                "frist_dato": FRIST,
                "maal_andel_pct": MAAL_ANDEL_PCT,
                "metode": f"Nybyggeri, ommærkning og nye boligtyper {OPDIGTET}",
            }
            for omraade in plan.omraader
        ],
        "boligbestand": boligbestand(plan),
        "omraadekriterium": omraadekriterier(plan),
    }


def boligbestand(plan: Plan) -> list[Row]:
    """Counted on 1 January of each year so far; planned for the years of the udviklingsplan."""
    faktisk = range(plan.start.year, plan.statusdato.year + 1)
    rows: list[Row] = []
    for omraade in plan.omraader:
        today, *planned = omraade.familieboliger_pct
        steps = [(aar, "faktisk", today, 0) for aar in faktisk]
        steps += [(aar, "plan", pct, n) for n, (aar, pct) in enumerate(zip(PLANLAGT, planned, strict=True), start=1)]
        for aar, scenarie, pct, step in steps:
            i_alt = omraade.boliger + 20 * step
            rows.append(
                {
                    "udviklingsplan_id": f"UP-{omraade.omraade_id}",
                    "opgjort_dato": date(aar, 1, 1),
                    "scenarie": scenarie,
                    "almene_familieboliger": round(i_alt * pct / 100),
                    "boliger_i_alt": i_alt,
                }
            )
    return rows


def omraadekriterier(plan: Plan) -> list[Row]:
    rows: list[Row] = []
    for omraade in plan.omraader:
        for liste in range(plan.start.year, plan.statusdato.year):
            for kriterium, vaerdi, graense, operator in omraade.kriterier:
                drift = (liste - plan.start.year) * (1.1 if operator == "<" else -0.9)
                rows.append(
                    {
                        "omraade_id": omraade.omraade_id,
                        "liste_dato": date(liste, 12, 1),
                        "kriterium": f"{kriterium} {OPDIGTET}",
                        "vaerdi": round(vaerdi + drift, 1),
                        "graense": graense,
                        "operator": operator,
                        "udpeget": False,
                    }
                )
    return rows
