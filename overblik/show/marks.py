"""The marks of the house: what a status, a dimension and an absent number look like, in word, mark and colour.

Icon, word and colour always go together; never colour alone.
"""

from dataclasses import dataclass
from typing import Final

from overblik.show import colours


@dataclass(frozen=True)
class Status:
    """One of the four statuses as a reader meets it."""

    code: str
    name: str  # grøn
    many: str  # grønne
    word: str  # følger planen
    mark: str
    colour: str  # token, see colours
    badge: str  # Streamlit's name of the badge colour
    icon: str  # Streamlit's material icon


STATUSES: Final = {
    status.code: status
    for status in (
        Status("roed", "rød", "røde", "kræver handling", "✕", colours.ROED, "red", ":material/flag:"),
        Status("gul", "gul", "gule", "kræver opmærksomhed", "!", colours.GUL, "orange", ":material/error:"),
        Status("groen", "grøn", "grønne", "følger planen", "✓", colours.GROEN, "green", ":material/check_circle:"),
        Status("graa", "grå", "grå", "kan ikke vurderes", "–", colours.GRAA, "gray", ":material/remove:"),
    )
}


@dataclass(frozen=True)
class Dimension:
    """One of the three dimensions: its shape carries it without the colour."""

    code: str
    word: str
    symbol: str  # Plotly's name of the shape
    sign: str  # the same shape as a character


DIMENSIONS: Final = {
    dimension.code: dimension
    for dimension in (
        Dimension("fremdrift", "fremdrift", "circle", "●"),
        Dimension("oekonomi", "økonomi", "square", "■"),
        Dimension("aktivitet", "aktivitet", "diamond", "◆"),
    )
}


@dataclass(frozen=True)
class Absence:
    """A number that is not there, and why: five different things, never the same mark."""

    mark: str
    word: str


MISSING: Final = Absence("·", "mangler i det leverede")
HIDDEN: Final = Absence("▒", "skjult for at beskytte enkeltpersoner; skjult er ikke det samme som nul")
NOT_REGISTERED: Final = Absence("–", "ikke registreret")
NOT_RELEVANT: Final = Absence("/", "ikke relevant")
NOT_COMPUTABLE: Final = Absence("∅", "kan ikke beregnes")
ZERO: Final = Absence("0", "nul: der er talt, og der var ingen")

ABSENCES: Final = (ZERO, NOT_REGISTERED, MISSING, HIDDEN, NOT_RELEVANT, NOT_COMPUTABLE)

VALUE_STATUSES: Final = {"skjult": HIDDEN, "mangler": MISSING, "ikke_relevant": NOT_RELEVANT}

REASONS: Final = {
    "ingen_milepaele": "der er ingen milepæle",
    "alle_naaet": "alle milepæle er nået",
    "til_tiden": "ingen milepæl er mere end få dage forsinket",
    "forsinket": "mindst én milepæl er forsinket",
    "ingen_ny_dato": "en milepæl er overskredet og har ingen ny dato",
    "intet_budget": "der er intet budget",
    "ingen_prognose": "der er ingen prognose",
    "for_kort_takt": "der er for få måneders forbrug at regne på",
    "for_gamle_tal": "de seneste tal er for gamle",
    "inden_for": "det forventede forbrug holder sig nær budgettet",
    "mindreforbrug": "der ventes et mindreforbrug",
    "merforbrug": "der ventes et merforbrug",
    "medfinansiering": "den lokale medfinansiering er under kravet",
    "intet_at_sammenligne": "der er intet at sammenligne med",
    "naar_maal": "fremmødet når målet",
    "under_maal": "fremmødet er under målet",
}


_LEGEND: Final = ("groen", "gul", "roed", "graa")


def reason(code: str | None) -> str:
    """Why the status is what it is, in words; an unknown code says nothing rather than something wrong."""
    return REASONS.get(code or "", "")


def tally(counts: dict[str, int]) -> str:
    """1 rød, 3 gule, 7 grønne, 1 grå: the worst first, what is not there left out."""
    told = [(counts.get(code, 0), status) for code, status in STATUSES.items()]
    return ", ".join(f"{count} {status.name if count == 1 else status.many}" for count, status in told if count)


def status_legend() -> str:
    """The line under a matrix: shapes, then marks."""
    shapes = " ".join(f"{dimension.sign} {dimension.word}" for dimension in DIMENSIONS.values())
    return f"{shapes} · " + " ".join(f"{STATUSES[code].mark} {STATUSES[code].word}" for code in _LEGEND)


def absence_legend() -> str:
    """The line under a table: what each mark for an absent number means."""
    return " · ".join(f"{absence.mark} {absence.word}" for absence in ABSENCES)
