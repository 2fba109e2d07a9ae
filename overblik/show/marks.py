"""The marks of the house: what a status, a dimension and an absent number look like, in word, mark and colour.

Icon, word and colour always go together; never colour alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from overblik.answers import maerker
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
    """A number that is not there, and why: different things, never the same mark.

    `mark` stands on a chart's ground line, `word` says what it is; the part before a semicolon is enough in passing.
    """

    mark: str
    word: str

    @property
    def short(self) -> str:
        """The word without what it is not."""
        return self.word.split(";")[0]


MISSING: Final = Absence("·", "mangler i det leverede")
HIDDEN: Final = Absence("▒", "skjult for at beskytte enkeltpersoner; skjult er ikke det samme som nul")
FEW: Final = Absence("f", "få; flere små tal, som ikke vises hver for sig")
NOT_REGISTERED: Final = Absence("–", "ikke registreret")
NOT_RELEVANT: Final = Absence("/", "ikke relevant")
NOT_COMPUTABLE: Final = Absence("∅", "kan ikke beregnes")
ZERO: Final = Absence("0", "nul: der er talt, og der var ingen")

ABSENCES: Final = (
    ZERO,
    Absence("<", "under 5 (eller den grænse, der står); mindst én, men for få til at vise hvor mange"),
    FEW,
    NOT_REGISTERED,
    MISSING,
    HIDDEN,
    NOT_RELEVANT,
    NOT_COMPUTABLE,
)

VALUE_STATUSES: Final = {maerker.HIDDEN: HIDDEN, "mangler": MISSING, "ikke_relevant": NOT_RELEVANT, maerker.FEW: FEW}

# What stands before a number that is there.
BESIDE: Final = {
    maerker.ROUNDED: "ca.: små tal indgår afrundet, så tallet kan være lidt for højt eller lavt",
    maerker.AT_LEAST: "mindst: noget er skjult og ikke regnet med",
}

_MEANINGS: Final = {
    maerker.FEW: "få: flere små tal, som ikke vises hver for sig",
    maerker.HIDDEN: "skjult: for at beskytte enkeltpersoner; skjult er ikke det samme som nul",
    "mangler": "mangler: ikke i det leverede",
    "ikke_relevant": "ikke relevant: der er intet at måle her",
    **BESIDE,
}

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
    "skjult": "tallet er skjult for at beskytte enkeltpersoner",
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
    """What each mark for an absent number means, all of them."""
    return " · ".join(f"{absence.mark} {absence.word}" for absence in ABSENCES)


def absence(mark: str | None) -> Absence:
    """What a mark says of a number that is not there; without one it is not registered."""
    if mark is None:
        return NOT_REGISTERED
    if mark.startswith(maerker.UNDER):
        return Absence("<", f"{maerker.word(mark)}; mindst én, men for få til at vise hvor mange")
    return VALUE_STATUSES[mark]


def legend(found: Iterable[str | None]) -> str:
    """The line under a table or a chart: what the marks in it mean, those that occur and no others."""
    there = {mark for mark in found if mark}
    small = sorted((mark for mark in there if mark.startswith(maerker.UNDER)), key=lambda mark: (len(mark), mark))
    told = [f"{maerker.word(mark)}: mindst én, men for få til at vise hvor mange" for mark in small]
    return " · ".join([*told, *(text for mark, text in _MEANINGS.items() if mark in there)])
