"""What is asked for: a plan, a status date, months, and which rows a filter keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.naive.exports import Row, Tables, latest, rows_of
from tests.naive.maaneder import as_month, last_day, month_of, months, newest_month_end

DEFAULTS = {
    "fremdrift_gul_dage": 30,
    "fremdrift_roed_dage": 90,
    "oekonomi_gul_pct": 5,
    "oekonomi_roed_pct": 10,
    "aktivitet_groen_pct": 100,
    "aktivitet_gul_pct": 80,
    "medfinansiering_pct": 25,
    "for_gamle_maaneder": 4,
    "takt_mindst_maaneder": 3,
}


@dataclass(frozen=True, eq=False)
class Valg:
    """One question's choices, every default filled in. Each is its own, so that what is worked out once can be kept."""

    tables: Tables
    plan: Row
    statusdato: date
    fra: date
    til: date
    omraade: tuple[str, ...]
    indsatsomraade: tuple[str, ...]
    organisation: tuple[str, ...]
    graenser: dict[str, int]
    direkte_kategorier: tuple[str, ...]
    udgiv_fritekst: bool
    betegnelser: dict[str, str]

    def rows(self, table: str) -> list[Row]:
        """The raw rows of a table."""
        return rows_of(self.tables, table)

    @property
    def plan_months(self) -> list[date]:
        """The months that the plan touches, whole."""
        return plan_months(self.plan)

    @property
    def status_month(self) -> date:
        """The month that ends on statusdato."""
        return month_of(self.statusdato)

    @property
    def is_filtered(self) -> bool:
        """Is anything less than the whole plan asked for?"""
        return bool(self.omraade or self.indsatsomraade or self.organisation)

    def keeps_area(self, omraade_id: str | None) -> bool:
        """Does the filter keep a row of this area? A row without an area is kept only when no area is asked for."""
        if self.omraade and omraade_id not in self.omraade:
            return False
        if self.organisation:
            links = self.rows("omraade_organisation")
            return any(
                link["omraade_id"] == omraade_id and link["organisation_id"] in self.organisation for link in links
            )
        return True

    def keeps_code(self, kode: str | None) -> bool:
        """Does the filter keep a row of this indsatsområde?"""
        return not self.indsatsomraade or kode in self.indsatsomraade

    def keeps(self, omraade_id: str | None, kode: str | None) -> bool:
        """Does the filter keep a row of this area and this indsatsområde?"""
        return self.keeps_area(omraade_id) and self.keeps_code(kode)


def choose(
    tables: Tables,
    *,
    today: date,
    plan: str | None = None,
    omraade: Iterable[str] = (),
    indsatsomraade: Iterable[str] = (),
    organisation: Iterable[str] = (),
    fra: date | str | None = None,
    til: date | str | None = None,
    statusdato: date | None = None,
    direkte_kategorier: Iterable[str] = ("LOEN_MEDARBEJDER", "AKTIVITET"),
    udgiv_fritekst: bool = False,
    betegnelser: dict[str, str] | None = None,
    **graenser: int,
) -> Valg:
    """The choices with every default filled in. `today` decides only what is not asked for."""
    plans = rows_of(tables, "helhedsplan")
    chosen = default_plan(plans, today) if plan is None else next(row for row in plans if row["helhedsplan_id"] == plan)
    day = default_statusdato(tables, chosen, today) if statusdato is None else statusdato
    if day != last_day(month_of(day)):
        raise ValueError("statusdato is not a month's end")
    if not set(graenser) <= set(DEFAULTS):
        raise ValueError("unknown parameter")
    return Valg(
        tables=tables,
        plan=chosen,
        statusdato=day,
        fra=month_of(chosen["start_dato"]) if fra is None else as_month(fra),
        til=month_of(day) if til is None else as_month(til),
        omraade=tuple(omraade),
        indsatsomraade=tuple(indsatsomraade),
        organisation=tuple(organisation),
        graenser={**DEFAULTS, **graenser},
        direkte_kategorier=tuple(direkte_kategorier),
        udgiv_fritekst=udgiv_fritekst,
        betegnelser=betegnelser or {},
    )


def default_plan(plans: list[Row], today: date) -> Row:
    """The newest plan that has begun; if none has, the one that begins first."""
    begun = [row for row in plans if row["start_dato"] <= today]
    if begun:
        return max(begun, key=lambda row: (row["start_dato"], row["helhedsplan_id"]))
    return min(plans, key=lambda row: (row["start_dato"], row["helhedsplan_id"]))


def default_statusdato(tables: Tables, plan: Row, today: date) -> date:
    """The newest month's end that the plan's forbrug reaches, not in the future, at most the plan's last month."""
    at_most = min(newest_month_end(today), last_day(month_of(plan["slut_dato"])))
    reached = latest(
        [
            row["periode_slut"]
            for row in rows_of(tables, "oekonomi")
            if row["helhedsplan_id"] == plan["helhedsplan_id"] and row["type"] == "forbrug"
        ]
    )
    return at_most if reached is None else min(at_most, newest_month_end(reached))


def plan_months(plan: Row) -> list[date]:
    """The months that a plan touches."""
    return months(month_of(plan["start_dato"]), month_of(plan["slut_dato"]))


def percent(part: Decimal | Fraction | int | None, whole: Decimal | Fraction | int | None) -> float | None:
    """100 × part / whole; None without both, or with a whole of zero or below."""
    if part is None or whole is None or whole <= 0:
        return None
    return float(100 * Fraction(part) / Fraction(whole))
