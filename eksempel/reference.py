"""The reference tables: the plan, its areas, organisations, indsatsområder and indsatser."""

from datetime import date

from eksempel.plan import Plan, Row


def tables(plan: Plan) -> dict[str, list[Row]]:
    return {
        "helhedsplan": [
            {
                "helhedsplan_id": plan.helhedsplan_id,
                "navn": plan.navn,
                "bevillingsperiode": plan.bevillingsperiode,
                "start_dato": plan.start,
                "slut_dato": plan.slut,
            }
        ],
        "boligomraade": [
            {
                "omraade_id": omraade.omraade_id,
                "navn": omraade.navn,
                "by": omraade.by,
                "boliger": omraade.boliger,
                "beboere": omraade.beboere,
                "beboere_dato": date(plan.statusdato.year, 1, 1),
            }
            for omraade in plan.omraader
        ],
        "organisation": [
            {
                "organisation_id": organisation.organisation_id,
                "navn": organisation.navn,
                "kortnavn": organisation.kortnavn,
                "type": organisation.type,
            }
            for organisation in plan.organisationer
        ],
        "omraade_organisation": [
            {"omraade_id": omraade.omraade_id, "organisation_id": organisation}
            for omraade in plan.omraader
            for organisation in omraade.organisationer
        ],
        "indsatsomraade": [
            {
                "bevillingsperiode": plan.bevillingsperiode,
                "indsatsomraade_kode": indsatsomraade.kode,
                "navn": indsatsomraade.navn,
                "sortering": number,
                "sensitiv": indsatsomraade.sensitiv,
            }
            for number, indsatsomraade in enumerate(plan.indsatsomraader, start=1)
        ],
        "indsats": [
            {
                "indsats_id": indsats.indsats_id,
                "helhedsplan_id": plan.helhedsplan_id,
                "indsatsomraade_kode": indsats.kode,
                "navn": indsats.navn,
                "beskrivelse": indsats.beskrivelse,
                "maalgruppe": indsats.maalgruppe,
                "ansvarlig_rolle": indsats.rolle,
                "organisation_id": indsats.organisation_id,
                "kernedrift": indsats.kernedrift,
                "kernedrift_note": indsats.kernedrift_note,
                "start_dato": indsats.start,
                "slut_dato": indsats.slut,
                "status": indsats.status,
                "kilde": indsats.kilde,
            }
            for indsats in plan.indsatser
        ],
    }
