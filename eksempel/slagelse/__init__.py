"""The one plan of the example: Motalavej, Ringparken and Sydbyen, 1 August 2021 to 31 July 2025.

Invented but for the rows of the minutes.
"""

from datetime import date

from eksempel.plan import Indsatsomraade, Omraade, Organisation, Plan
from eksempel.slagelse.forloeb import MILEPAELE
from eksempel.slagelse.indsatser import INDSATSER
from eksempel.slagelse.maalinger import INDIKATORER
from eksempel.slagelse.moeder import BESLUTNINGER, GODKENDELSER, MOEDER
from eksempel.slagelse.opfoelgning import JUSTERINGER, TILSAGN, VURDERINGER
from eksempel.slagelse.rammer import BIDRAG_BAGUD, FAELLES, FORDELING, FORDELING_UDEN_OMRAADE, RAMMER

ARBEJDE = "Uden tilknytning til arbejdsmarkedet, pct."
UDDANNELSE = "Kun grundskole, pct."
INDKOMST = "Indkomst i pct. af regionens"


def kriterier(arbejde: float, uddannelse: float, indkomst: float) -> tuple[tuple[str, float, float, str], ...]:
    """Without the criterion on ethnicity and the one on convictions; round, invented numbers."""
    return (ARBEJDE, arbejde, 40.0, ">"), (UDDANNELSE, uddannelse, 60.0, ">"), (INDKOMST, indkomst, 55.0, "<")


PLAN = Plan(
    helhedsplan_id="HP-2021",
    navn="Boligsocial helhedsplan for Motalavej, Ringparken og Sydbyen",
    bevillingsperiode="2019-26",
    start=date(2021, 8, 1),
    slut=date(2025, 7, 31),
    statusdato=date(2023, 3, 31),
    datadato=date(2023, 4, 12),
    froe=20210505,
    organisationer=(
        Organisation("SLAGELSE", "Slagelse Kommune", "Kommunen", "kommune"),
        Organisation("BOLIGKORSOER", "BoligKorsør", "BoligKorsør", "boligorganisation"),
        Organisation("FOB", "FOB", "FOB", "boligorganisation"),
        Organisation("SB", "SB", "SB", "boligorganisation"),
        Organisation("LBF", "Landsbyggefonden", "LBF", "lbf"),
    ),
    omraader=(
        Omraade("MOT", "Motalavej", "Korsør", 800, 1700, ("BOLIGKORSOER",), (92, 76, 58, 40), kriterier(38.5, 56, 58)),
        Omraade("RIN", "Ringparken", "Slagelse", 900, 2000, ("FOB", "SB"), (88, 74, 56, 39), kriterier(37.5, 57.5, 57)),
        Omraade("SYD", "Sydbyen", "Slagelse", 700, 1500, ("SB", "FOB"), (84, 70, 55, 40), kriterier(36, 58.5, 59)),
    ),
    indsatsomraader=(
        Indsatsomraade("UDD", "Uddannelse og livschancer"),
        Indsatsomraade("BES", "Beskæftigelse"),
        Indsatsomraade("KRI", "Kriminalitetsforebyggelse", sensitiv=True),
        Indsatsomraade("SAM", "Sammenhængskraft og medborgerskab"),
    ),
    indsatser=INDSATSER,
    rammer=RAMMER,
    fordeling=FORDELING,
    fordeling_uden_omraade=FORDELING_UDEN_OMRAADE,
    faelles=FAELLES,
    bidrag_bagud=BIDRAG_BAGUD,
    milepaele=MILEPAELE,
    indikatorer=INDIKATORER,
    styring={
        "tilsagn": TILSAGN,
        "moede": MOEDER,
        "beslutning": BESLUTNINGER,
        "godkendelse": GODKENDELSER,
        "justering": JUSTERINGER,
        "statusvurdering": VURDERINGER,
    },
    maalopfyldelse={
        ("MOT", "UDD"): 1.05,
        ("MOT", "BES"): 1.03,
        ("MOT", "KRI"): 1.05,
        ("MOT", "SAM"): 1.10,
        ("RIN", "UDD"): 1.04,
        ("RIN", "BES"): 1.09,
        ("RIN", "KRI"): 1.06,
        ("RIN", "SAM"): 1.08,
        ("SYD", "UDD"): 1.03,
        ("SYD", "BES"): 1.04,
    },
    faldende=("SYD", "SAM"),
    ophoert={("MOT", "KRI"): date(2022, 10, 31)},
    leverandoer={"UDD": "SLAGELSE"},
)
