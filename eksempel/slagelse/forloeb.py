"""The 60 milestones, all invented.

The stories: Jobcafé in Sydbyen is 112 days late without a new date; three more need attention, one in each area.
"""

from datetime import date

from eksempel.plan import OPDIGTET, Milepael

LEDER, MEDARBEJDER, PROJEKT = "boligsocial leder", "boligsocial medarbejder", "projektleder"
DRIFT = "udviklingschef i boligorganisationen"


def dato(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def social(
    omraade_id: str | None, indsats_id: str | None, navn: str, aftalt: str, naaet: str = "", forventet: str = "",
    rolle: str = PROJEKT, kode: str | None = None, status: str = "", bemaerkning: str | None = None,
) -> Milepael:  # fmt: skip
    kode = indsats_id[:3] if indsats_id else kode
    agreed = date.fromisoformat(aftalt)
    return Milepael(
        "boligsocial",
        omraade_id,
        kode,
        indsats_id,
        navn,
        agreed,
        dato(forventet),
        dato(naaet),
        rolle,
        status,
        bemaerkning,
    )


def fysisk(omraade_id: str, navn: str, aftalt: str, naaet: str = "", forventet: str = "") -> Milepael:
    """The name itself says that it is invented: nobody shall read a real date of a physical plan out of the example."""
    agreed = date.fromisoformat(aftalt)
    return Milepael(
        "fysisk", omraade_id, None, None, f"{navn} {OPDIGTET}", agreed, dato(forventet), dato(naaet), DRIFT, "", None
    )


MILEPAELE = (
    social(None, None, "Boligsocial leder ansat", "2021-08-16", "2021-08-16",
           rolle="formand for den boligsociale bestyrelse"),
    social(None, None, "Sekretariat etableret", "2021-10-01", "2021-09-24", rolle=LEDER),
    social(None, None, "Baselinemåling gennemført", "2021-12-17", "2022-01-21", rolle=LEDER),
    social(None, None, "Kompetenceforløb for medarbejdere afsluttet", "2022-11-18", "2022-11-18", rolle=LEDER),
    social(None, None, "Midtvejsevaluering udbudt", "2023-05-15", rolle=LEDER),
    social(None, None, "Indsatskatalog for beskæftigelse vedtaget", "2022-06-30", "2022-06-30", kode="BES",
           rolle=LEDER),
    social("MOT", "UDD-01", "Aftale om tidlig indsats indgået med daginstitutioner", "2021-10-29", "2021-10-27"),
    social("MOT", "UDD-02", "Lektiecafé åbner", "2021-11-15", "2021-11-15", rolle=MEDARBEJDER),
    social("MOT", "UDD-01", "40 familier har deltaget i skolestartsforløb", "2022-12-16", "2022-12-12"),
    social("MOT", "UDD-03", "Fritidspas kendt på alle skoler i området", "2023-08-14", rolle=MEDARBEJDER),
    social("MOT", "BES-01", "Kvindehold i gang", "2021-11-30", "2021-12-14"),
    social("MOT", "BES-03", "Jobcafé åbner", "2022-03-01", "2022-02-28", rolle=LEDER),
    social("MOT", "BES-05", "Aftaler med ti lokale virksomheder", "2023-03-17", forventet="2023-04-14"),
    social("MOT", "BES-02", "Første iværksætterhold afsluttet", "2023-06-16"),
    social("MOT", "KRI-01", "Gadeplansteam bemandet", "2021-10-15", "2021-11-08"),
    social("MOT", "KRI-03", "Tryghedsvandring gennemført i alle afdelinger", "2022-06-10", "2022-06-08",
           rolle=MEDARBEJDER),
    social(
        "MOT", "KRI-02", "Fælles ungeplan aftalt", "2023-02-10", forventet="2023-04-21",
        bemaerkning=f"Afventer afklaring af opgaver mellem skole og klub {OPDIGTET}",
    ),
    social("MOT", "KRI-02", "Mentorforløb evalueret", "2024-03-01"),
    social("MOT", "SAM-01", "Beboerrådgivning åbner", "2021-09-20", "2021-09-20", rolle=LEDER),
    social("MOT", "SAM-02", "Aktivitetspulje udmøntet første gang", "2022-02-01", "2022-03-03", rolle=MEDARBEJDER),
    social("MOT", "SAM-02", "Sommerfest planlagt af en beboergruppe", "2023-05-26", rolle=MEDARBEJDER),
    social("MOT", "SAM-03", "Beboercafé drives af frivillige", "2023-09-01", rolle=MEDARBEJDER),
    social("RIN", "UDD-02", "Lektiecafé åbner", "2021-11-01", "2021-11-09", rolle=MEDARBEJDER),
    social("RIN", "UDD-01", "Skolestartsforløb i gang", "2022-03-15", "2022-03-15"),
    social(
        "RIN", "UDD-02", "Lektiecafé omlagt til nye åbningstider", "2023-02-15", forventet="2023-04-28",
        rolle=MEDARBEJDER,
        bemaerkning=f"Lokalet er optaget; ny aftale ventes {OPDIGTET}",
    ),
    social("RIN", "UDD-04", "Samarbejdsaftale med biblioteket fornyet", "2024-01-15", rolle=MEDARBEJDER),
    social("RIN", "BES-01", "Kvindehold i gang", "2021-11-30", "2021-11-25"),
    social("RIN", "BES-03", "Jobcafé åbner", "2022-03-01", "2022-03-29", rolle=LEDER),
    social("RIN", "BES-05", "25 beboere i praktik eller job", "2022-12-30", "2023-01-18"),
    social("RIN", "BES-02", "Netværk for iværksættere etableret", "2023-06-01"),
    social("RIN", "KRI-01", "Gadeplansteam bemandet", "2021-10-15", "2021-10-15"),
    social("RIN", "KRI-03", "Tryghedsvandring gennemført i alle afdelinger", "2022-05-02", "2022-05-20",
           rolle=MEDARBEJDER),
    social("RIN", "KRI-02", "Korps på ti frivillige mentorer", "2023-10-02"),
    social("RIN", "SAM-01", "Beboerrådgivning åbner", "2021-09-20", "2021-10-01", rolle=LEDER),
    social("RIN", "SAM-03", "Frivillige værter uddannet", "2022-09-15", "2022-09-08", rolle=MEDARBEJDER),
    social("RIN", "SAM-05", "Velkomstpakke til nye beboere", "2022-11-01", status="bortfaldet", rolle=MEDARBEJDER),
    social("RIN", "SAM-02", "Foreningernes dag afholdt", "2023-03-25", "2023-03-25", rolle=MEDARBEJDER),
    social("SYD", "UDD-02", "Lektiecafé åbner", "2021-12-01", "2021-12-13", rolle=MEDARBEJDER),
    social("SYD", "UDD-04", "Læsemakkere i gang på biblioteket", "2022-10-14", "2022-10-10", rolle=MEDARBEJDER),
    social("SYD", "UDD-01", "30 familier har deltaget i skolestartsforløb", "2023-04-14", forventet="2023-05-05"),
    social("SYD", "BES-01", "Kvindehold i gang", "2022-01-15", "2022-01-31"),
    social(
        "SYD", "BES-03", "Jobcafé åbner", "2022-12-09", rolle=LEDER,
        bemaerkning=f"Lokalet er opsagt; nyt lokale søges {OPDIGTET}",
    ),
    social("SYD", "BES-05", "Aftaler med fem lokale virksomheder", "2023-06-30"),
    social("SYD", "KRI-04", "Behov for ungeindsats kortlagt", "2023-02-28", "2023-02-24"),
    social("SYD", "KRI-04", "Aften- og ferieåbent begynder", "2023-08-14"),
    social("SYD", "SAM-01", "Beboerrådgivning åbner", "2021-09-27", "2021-09-27", rolle=LEDER),
    social("SYD", "SAM-03", "Beboercafé åbner", "2022-04-01", "2022-04-22", rolle=MEDARBEJDER),
    social("SYD", "SAM-02", "Fælles aktivitetskalender udgivet", "2022-08-15", "2022-08-15", rolle=MEDARBEJDER),
    social("SYD", "SAM-04", "Frivilliggruppe på 15 beboere", "2023-03-24", forventet="2023-04-20", rolle=MEDARBEJDER),
    fysisk("MOT", "Beboermøde om udviklingsplanen afholdt", "2022-04-27", "2022-04-27"),
    fysisk("MOT", "Gennemgang af udearealer færdig", "2022-10-31", "2022-11-15"),
    fysisk("MOT", "Skitseforslag til fælleshus drøftet", "2023-05-31"),
    fysisk("MOT", "Stiforbindelse projekteret", "2024-06-28"),
    fysisk("RIN", "Beboermøde om udviklingsplanen afholdt", "2022-05-11", "2022-05-11"),
    fysisk("RIN", "Belysning langs stierne gennemgået", "2022-12-02", "2022-11-30"),
    fysisk("RIN", "Skitseforslag til uderum drøftet", "2023-09-29"),
    fysisk("SYD", "Beboermøde om udviklingsplanen afholdt", "2022-06-01", "2022-06-15"),
    fysisk("SYD", "Plan for beboerinddragelse i udviklingsplanen vedtaget", "2023-02-15", forventet="2023-04-19"),
    fysisk("SYD", "Gennemgang af fælleslokaler færdig", "2023-06-14"),
    fysisk("SYD", "Skitseforslag til byrum drøftet", "2024-02-29"),
)  # fmt: skip
