"""The 18 indsatser.

Five are named in the minutes; which indsatsområde they belong to, and all else about them, is our own reading.
"""

from datetime import date

from eksempel.plan import OPDIGTET, Indsats

NAEVNT = "Referat, 5. maj 2021 (nævnt; øvrige oplysninger opdigtet)"
START, SLUT = date(2021, 8, 1), date(2025, 7, 31)
ALLE = ("MOT", "RIN", "SYD")
UDEN_SYD = ("MOT", "RIN")


def indsats(
    indsats_id: str, navn: str, beskrivelse: str, maalgruppe: str, rolle: str, organisation_id: str,
    kernedrift: str | None,
    note: str | None, type_: str, gange: float, fremmoede: float, omraader: tuple[str, ...] = ALLE, *,
    start: date = START,
    slut: date = SLUT, status: str = "i_gang", kilde: str = OPDIGTET, frivillige: bool = False, nye: bool = True,
) -> Indsats:  # fmt: skip
    return Indsats(
        indsats_id, indsats_id[:3], navn, beskrivelse, maalgruppe, rolle, organisation_id, kernedrift, note, start,
        slut, status,
        kilde, type_, omraader, gange, fremmoede, frivillige, nye,
    )  # fmt: skip


INGEN, SAMARBEJDE, UAFKLARET = "ingen_overlap", "samarbejde", "uafklaret"
LEDER, MEDARBEJDER, PROJEKT = "boligsocial leder", "boligsocial medarbejder", "projektleder"

INDSATSER = (
    indsats(
        "UDD-01", "Tidlig indsats i familierne (skolestart)",
        "Forløb for familier med børn, der skal begynde i skole, i samarbejde med dagtilbud og skole.",
        "Familier med børn på 4-6 år", PROJEKT, "SLAGELSE", SAMARBEJDE,
        "Planen finder familierne; dagtilbud og skole står for det pædagogiske (opdigtet).", "forloeb", 8.0, 4.0,
        kilde=NAEVNT,
    ),
    indsats(
        "UDD-02", "Lektiecafé", "Lektiehjælp fire eftermiddage om ugen, med frivillige og en fast medarbejder.",
        "Skolebørn på 8-16 år", MEDARBEJDER, "SLAGELSE", INGEN, None, "aabent_tilbud", 11.5, 4.8, status="aendret",
        frivillige=True,
    ),
    indsats(
        "UDD-03", "Fritidspas og foreningsvej", "Hjælp til at finde en forening og til det første kontingent.",
        "Børn og unge på 6-17 år", MEDARBEJDER, "SLAGELSE", SAMARBEJDE,
        "Kommunens fritidspas bruges, hvor det findes (opdigtet).", "opsoegende", 6.5, 2.0,
    ),
    indsats(
        "UDD-04", "Læsemakkere", "Frivillige læser med børn på biblioteket og i beboerhuset.", "Børn på 6-10 år",
        MEDARBEJDER,
        "SLAGELSE", INGEN, None, "aabent_tilbud", 6.5, 3.2, frivillige=True,
    ),
    indsats(
        "BES-01", "Etniske kvinders beskæftigelse", "Kvindehold med sprog, netværk og praktik på vej mod job.",
        "Kvinder uden for arbejdsmarkedet", PROJEKT, "SLAGELSE", SAMARBEJDE,
        "Jobcentret henviser; planen følger deltagerne i hverdagen (opdigtet).", "forloeb", 9.0, 3.6, kilde=NAEVNT,
    ),
    indsats(
        "BES-02", "Iværksætterstøtte", "Rådgivning til beboere, der vil begynde egen virksomhed.", "Voksne beboere",
        PROJEKT,
        "SLAGELSE", UAFKLARET, "Grænsen til erhvervsservice er ikke afklaret (opdigtet).", "raadgivning", 2.5, 1.5,
        kilde=NAEVNT,
    ),
    indsats(
        "BES-03", "Jobcafé", "Åben café med hjælp til ansøgninger, cv og samtaler.", "Jobsøgende beboere", LEDER,
        "SLAGELSE",
        SAMARBEJDE, "Jobcentret er til stede en dag om ugen (opdigtet).", "aabent_tilbud", 8.0, 3.2,
    ),
    indsats(
        "BES-04", "Lommepenge- og fritidsjob", "Små job i afdelingerne og vejen til et almindeligt fritidsjob.",
        "Unge på 13-17 år", MEDARBEJDER, "FOB", INGEN, None, "forloeb", 10.0, 2.8,
    ),
    indsats(
        "BES-05", "Praktik hos lokale virksomheder", "Aftaler med virksomheder om besøg, praktik og småjob.",
        "Voksne og unge uden job", PROJEKT, "SLAGELSE", UAFKLARET,
        "Opgavedelingen med jobcentret skal afklares (opdigtet).", "opsoegende", 6.0, 2.0, status="aendret",
    ),
    indsats(
        "KRI-01", "Gadeplan", "Medarbejdere er til stede i området, hvor de unge er.", "Unge på 12-20 år", PROJEKT,
        "SLAGELSE",
        SAMARBEJDE, "Samordnes ugentligt med kommunens ungeenhed (opdigtet).", "opsoegende", 11.0, 3.2, UDEN_SYD,
    ),
    indsats(
        "KRI-02", "Mentorforløb for unge", "En voksen, der følger den unge gennem et år.", "Unge på 14-22 år", PROJEKT,
        "SLAGELSE", SAMARBEJDE, "Unge med en myndighedssag følges af kommunen (opdigtet).", "forloeb", 0.65, 1.1,
        UDEN_SYD,
    ),
    indsats(
        "KRI-03", "Tryghedsvandringer", "Beboere og driftsfolk går området igennem og aftaler forbedringer.",
        "Alle beboere",
        MEDARBEJDER, "BOLIGKORSOER", INGEN, None, "arrangement", 0.7, 7.0, UDEN_SYD, nye=False,
    ),
    indsats(
        "KRI-04", "Aften- og ferieåbent", "Åbent hus for unge om aftenen og i skolernes ferier.", "Unge på 12-18 år",
        PROJEKT,
        "SB", INGEN, None, "aabent_tilbud", 4.5, 4.8, ("SYD",), start=date(2023, 8, 1), status="planlagt",
    ),
    indsats(
        "SAM-01", "Beboerrådgivning", "Åben og anonym rådgivning om økonomi, breve og myndigheder.", "Alle beboere",
        LEDER,
        "FOB", SAMARBEJDE, "Rådgiveren træffer ingen afgørelser og henviser til kommunen (opdigtet).", "raadgivning",
        9.0, 1.6,
        kilde=NAEVNT,
    ),
    indsats(
        "SAM-02", "Støtte til lokale aktiviteter, arrangementer og foreninger",
        "Hjælp og en lille pulje til beboere, der selv sætter noget i gang.", "Foreninger og beboergrupper",
        MEDARBEJDER,
        "BOLIGKORSOER", INGEN, None, "arrangement", 6.5, 7.2, kilde=NAEVNT, frivillige=True, nye=False,
    ),
    indsats(
        "SAM-03", "Beboercafé", "Fællesspisning og café i beboerhuset, drevet af frivillige.", "Alle beboere",
        MEDARBEJDER,
        "SB", INGEN, None, "aabent_tilbud", 11.0, 5.6, frivillige=True, nye=False,
    ),
    indsats(
        "SAM-04", "Sundhed og netværk", "Motion, madlavning og samtale i faste hold.", "Voksne beboere", MEDARBEJDER,
        "FOB",
        SAMARBEJDE, "Kommunens sundhedscenter underviser på to hold (opdigtet).", "forloeb", 9.0, 4.0,
    ),
    indsats(
        "SAM-05", "Velkomst til nye beboere", "Besøg og velkomstmateriale til dem, der flytter ind.", "Nye beboere",
        MEDARBEJDER,
        "SB", INGEN, None, "opsoegende", 4.5, 1.4, slut=date(2022, 12, 31), status="stoppet",
    ),
)  # fmt: skip
