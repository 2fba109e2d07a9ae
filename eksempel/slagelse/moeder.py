"""Meetings, decisions and approvals. What carries REFERAT is real and stands in the minutes; all else is invented.

No decision of Byråd, ministry or Landsbyggefonden is invented, not even a labelled one.
"""

from datetime import date

from eksempel.plan import OPDIGTET, Row

REFERAT = "Referat, 5. maj 2021"
OPLYST = date(2021, 5, 5)
ORGAN = "styregruppe"
FORSLAG = "Forslag til Boligsocial Helhedsplan for Motalavej, Ringparken og Sydbyen"
LEDER, DIREKTOER = "boligsocial leder", "direktør i boligorganisationen"


def moede(dato: str, titel: str, data_laas: str) -> Row:
    return {
        "organ": ORGAN, "dato": date.fromisoformat(dato), "titel": titel,
        "data_laas_dato": date.fromisoformat(data_laas),
    }  # fmt: skip


MOEDER: tuple[Row, ...] = (
    {"organ": "ikke oplyst", "dato": OPLYST, "titel": FORSLAG, "kilde": REFERAT},
    moede("2021-08-25", "Planens start", "2021-07-31"),
    moede("2021-11-03", "Opfølgning, efterår 2021", "2021-09-30"),
    moede("2022-02-02", "Opfølgning, 4. kvartal 2021", "2021-12-31"),
    moede("2022-05-04", "Opfølgning, 1. kvartal 2022", "2022-03-31"),
    moede("2022-08-31", "Opfølgning, 2. kvartal 2022", "2022-06-30"),
    moede("2022-11-02", "Opfølgning, 3. kvartal 2022", "2022-09-30"),
    moede("2023-02-01", "Opfølgning, 4. kvartal 2022", "2022-12-31"),
    moede("2023-05-03", "Opfølgning, 1. kvartal 2023", "2023-03-31"),
)


def beslutning(
    moede_nr: int, nr: int, art: str, emne: str, udfald: str | None, rolle: str | None = None, frist: str = "",
    udfoert: str = "",
    kompetence: str | None = None, omraade_id: str | None = None, status: str = "", kilde: str = OPDIGTET,
) -> Row:  # fmt: skip
    return {
        "moede_id": f"MO-{moede_nr:02d}",
        "nr": nr,
        "art": art,
        "emne": emne,
        "beslutning": udfald,
        "kompetence": kompetence,
        "ansvarlig_rolle": rolle,
        "frist_dato": date.fromisoformat(frist) if frist else None,
        "status": status or ("udfoert" if udfoert else "aaben"),
        "udfoert_dato": date.fromisoformat(udfoert) if udfoert else None,
        "omraade_id": omraade_id,
        "kilde": kilde,
    }


BESLUTNINGER: tuple[Row, ...] = (
    beslutning(1, 1, "D", "Det videre arbejde med planen",
               "Der arbejdes videre med planen og de skitserede indsatser inden for de fire indsatsområder.",
               kilde=REFERAT),
    beslutning(1, 2, "D", "Samarbejde om styring af udviklingsplanerne",
               "Der laves et forslag til det kommende samarbejde om styringen af udviklingsplanerne, efter planens "
               "vedtagelse.",
               kilde=REFERAT),
    beslutning(1, 3, "O", "Referatet", "Referatet sendes til Byrådet.", kilde=REFERAT),
    beslutning(2, 1, "B", "Opfølgning hvert kvartal", "Tallene låses ved kvartalets udgang.", LEDER, "2021-10-01",
               "2021-09-24"),
    beslutning(2, 2, "O", "Ansættelser", "Taget til orientering.", LEDER, udfoert="2021-08-25"),
    beslutning(3, 1, "B", "Fælles skabelon for aktivitetstal", "Skabelonen bruges af alle fra 1. januar.", LEDER,
               "2021-12-31",
               "2021-12-15"),
    beslutning(3, 2, "D", "Snitflader til jobcentret", "Sendt til afklaring i arbejdsgruppen.", "områdechef i kommunen",
               "2022-03-31", "2022-04-08", omraade_id="RIN"),
    beslutning(4, 1, "O", "Baselinemåling", "Taget til orientering.", LEDER, udfoert="2022-02-02"),
    beslutning(4, 2, "B", "Aktivitetspulje på Motalavej", "Puljen udmøntes to gange om året.", LEDER, "2022-03-15",
               "2022-03-03", omraade_id="MOT"),
    beslutning(5, 1, "B", "Frivillige værter i beboercaféerne", "Der uddannes værter i alle tre områder.", LEDER,
               "2022-09-30",
               "2022-09-08"),
    beslutning(5, 2, "D", "Tryghedsvandringer", "Gentages hvert forår.", LEDER, udfoert="2022-06-10"),
    beslutning(6, 1, "B", "Velkomst til nye beboere", "Indsatsen stoppes ved årets udgang.", LEDER, "2022-12-31",
               "2022-12-31"),
    beslutning(6, 2, "D", "Medfinansiering fra boligorganisationerne", "Drøftet; opgøres hvert halve år.", DIREKTOER,
               "2022-12-01", "2022-11-28"),
    beslutning(7, 1, "B", "Korrigeret budget for 2023 og frem", "Anbefalet; budgettet følger den langsomme start.",
               LEDER,
               "2023-01-16", "2023-01-16", "boligsocial bestyrelse"),
    beslutning(7, 2, "B", "Fælles ungeplan på Motalavej", "Ungeplanen aftales i første kvartal.", "projektleder",
               "2023-02-10",
               omraade_id="MOT"),
    beslutning(7, 3, "D", "Opgaver mellem planen og kernedriften", "To indsatser skal afklares.",
               "områdechef i kommunen",
               "2023-06-30"),
    beslutning(8, 1, "B", "Lokale til Jobcafé i Sydbyen", "Der findes et nyt lokale.", DIREKTOER, "2023-03-15",
               omraade_id="SYD"),
    beslutning(8, 2, "B", "Aktivitetstal fra Motalavej",
               "Tal for kriminalitetsforebyggelse fra november 2022 eftersendes.",
               DIREKTOER, "2023-03-01", omraade_id="MOT"),
    beslutning(8, 3, "O", "Årsregnskab 2022", "Taget til orientering.", LEDER, udfoert="2023-02-01"),
    beslutning(8, 4, "B", "Fælles sommerprogram", "Programmet laves på tværs af områderne.", LEDER, "2023-05-15"),
    beslutning(8, 5, "D", "Fælles klubaften", None, LEDER, status="bortfaldet", omraade_id="RIN"),
    beslutning(9, 1, "B", "Omlægning af lektiecafé", None, LEDER, "2023-05-03", kompetence="boligsocial bestyrelse",
               omraade_id="RIN"),
    beslutning(9, 2, "D", "Anvendelse af forventet mindreforbrug på Motalavej", None, LEDER, "2023-05-03",
               kompetence="byråd", omraade_id="MOT"),
    beslutning(9, 3, "O", "Midtvejsevaluering", None, LEDER, "2023-05-15"),
)  # fmt: skip

PLANEN = "Boligsocial helhedsplan"


def oplyst(
    genstand: str, organ: str, udfald: str, organisation_id: str | None = None, omraade_id: str | None = None
) -> Row:
    return {
        "genstand": genstand, "organ": organ, "organisation_id": organisation_id, "omraade_id": omraade_id,
        "oplyst_dato": OPLYST,
        "udfald": udfald, "kilde": REFERAT,
    }  # fmt: skip


def opdigtet(genstand: str, organ: str, dato: str, udfald: str, omraade_id: str | None = None) -> Row:
    day = date.fromisoformat(dato)
    return {
        "genstand": genstand,
        "organ": organ,
        "omraade_id": omraade_id,
        "dato": day,
        "oplyst_dato": day,
        "udfald": udfald,
    }


GODKENDELSER: tuple[Row, ...] = (
    oplyst(f"{PLANEN}: forslaget i Børne- og Ungeudvalget", "fagudvalg", "droeftet", "SLAGELSE")
    | {"dato": date(2021, 4, 12)},
    oplyst(PLANEN, "ikke oplyst", "godkendt", omraade_id="SYD"),
    oplyst(PLANEN, "ikke oplyst", "godkendt", omraade_id="MOT"),
    oplyst(f"{PLANEN}: afstemning", "ikke oplyst", "afventer", omraade_id="RIN"),
    oplyst(f"{PLANEN}: behandling efter afstemningen", "organisationsbestyrelse", "eventuel", omraade_id="RIN"),
    oplyst(f"{PLANEN}: behandling efter afstemningen", "repræsentantskab", "eventuel", omraade_id="RIN"),
    oplyst(f"{PLANEN}: politisk behandling, planlagt til juni 2021", "byråd", "afventer", "SLAGELSE"),
    opdigtet("Korrigeret budget for 2023 og frem", "boligsocial bestyrelse", "2023-01-16", "godkendt"),
    opdigtet("Stop for Velkomst til nye beboere", "boligsocial bestyrelse", "2022-09-14", "godkendt_med_bemaerkninger"),
    opdigtet("Regler for aktivitetspuljen", "afdelingsbestyrelse", "2022-02-16", "godkendt", "MOT"),
    opdigtet("Nye åbningstider i lektiecaféen", "afdelingsbestyrelse", "2023-03-22", "udsat", "RIN"),
)
