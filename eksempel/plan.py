"""What one invented plan is made of: the spec that every module here turns into rows.

Nothing in these modules knows Slagelse; `eksempel.slagelse` fills the spec. Dates are literal, for a story is told by
its dates.
"""

import random
from dataclasses import dataclass
from datetime import date

Row = dict[str, object]
OPDIGTET = "(opdigtet)"
FAELLES = "FAELLES"
BOLIGORGANISATION = "*"  # in a Fordeling: the housing organisation of the frame's area


@dataclass(frozen=True)
class Organisation:
    organisation_id: str
    navn: str
    kortnavn: str
    type: str


@dataclass(frozen=True)
class Omraade:
    omraade_id: str
    navn: str
    by: str
    boliger: int
    beboere: int
    organisationer: tuple[str, ...]  # the first one hands in the area's figures
    familieboliger_pct: tuple[float, ...]  # today, and at each planned date of the udviklingsplan
    kriterier: tuple[tuple[str, float, float, str], ...]  # (kriterium, vaerdi, graense, operator)


@dataclass(frozen=True)
class Indsatsomraade:
    kode: str
    navn: str
    sensitiv: bool = False


@dataclass(frozen=True)
class Indsats:
    indsats_id: str
    kode: str
    navn: str
    beskrivelse: str
    maalgruppe: str
    rolle: str
    organisation_id: str
    kernedrift: str | None
    kernedrift_note: str | None
    start: date
    slut: date
    status: str
    kilde: str
    type: str
    omraader: tuple[str, ...]
    gange_pr_uge: float = 0.0  # sessions held in an ordinary week; 0: nothing is registered
    fremmoede: float = 0.0  # mean attendance of a session
    frivillige: bool = False
    nye_registreres: bool = True


@dataclass(frozen=True)
class Ramme:
    """The money of one square: what was agreed first, what holds now, and how it goes."""

    omraade_id: str | None
    kode: str
    oprindeligt: int
    korrigeret: int
    afvigelse: float  # prognose against the corrected budget, as a share of it
    tempo: float  # forbrug against the budget to date


@dataclass(frozen=True)
class Fordeling:
    """A contributor's share of every frame, in one category."""

    bidragyder: str
    form: str
    kategori: str
    andel: float
    paa_indsatser: bool = False


@dataclass(frozen=True)
class FaellesPost:
    bidragyder: str
    form: str
    kategori: str
    oprindeligt: int
    korrigeret: int


@dataclass(frozen=True)
class Milepael:
    spor: str
    omraade_id: str | None
    kode: str | None
    indsats_id: str | None
    navn: str
    aftalt: date
    forventet: date | None
    naaet: date | None
    rolle: str
    status: str = ""  # empty: read off the dates
    bemaerkning: str | None = None


@dataclass(frozen=True)
class Indikator:
    navn: str
    niveau: str
    kode: str | None
    enhed: str
    retning: str
    definition: str
    personantal: bool
    omraader: tuple[str, ...]
    nul: float
    maal: float
    frekvens: int  # months between measurements
    naevner: int = 0  # people behind a percentage, about
    naaet: tuple[float, ...] = ()  # share of the path walked at each measurement; empty: a slow steady walk
    skjult: tuple[int, ...] = ()  # measurements that the deliverer has hidden
    mangler: tuple[int, ...] = ()
    delmaal: bool = False  # a target half-way, too


@dataclass(frozen=True)
class Plan:
    helhedsplan_id: str
    navn: str
    bevillingsperiode: str
    start: date
    slut: date
    statusdato: date  # the last day that forbrug reaches
    datadato: date  # the day the exports were made: nothing has happened after it
    froe: int
    organisationer: tuple[Organisation, ...]
    omraader: tuple[Omraade, ...]
    indsatsomraader: tuple[Indsatsomraade, ...]
    indsatser: tuple[Indsats, ...]
    rammer: tuple[Ramme, ...]
    fordeling: tuple[Fordeling, ...]
    fordeling_uden_omraade: tuple[Fordeling, ...]
    faelles: tuple[FaellesPost, ...]
    bidrag_bagud: dict[str, float]  # contributor → share of its agreed contribution delivered so far
    milepaele: tuple[Milepael, ...]
    indikatorer: tuple[Indikator, ...]
    styring: dict[str, tuple[Row, ...]]
    maalopfyldelse: dict[tuple[str, str], float]  # (omraade, kode) → attendances against target, newest year
    faldende: tuple[str, str]  # the square whose attendance falls month by month
    ophoert: dict[tuple[str, str], date]  # (omraade, kode) → last day that its activity was handed in
    leverandoer: dict[str, str]  # indsatsomraade → organisation that hands in its activity for every area

    def tilfaeldig(self, emne: str) -> random.Random:
        """A stream of its own per subject, so that a change in one table leaves the others' bytes alone."""
        return random.Random(f"{self.froe}-{self.helhedsplan_id}-{emne}")
