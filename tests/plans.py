"""Random plans: whole sets of exports that are valid under the contract and as odd as it allows.

`random_plan(seed)` gives the same plan for the same seed; `plans()` is the same as a hypothesis strategy, `questions`
draws what is asked of one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.deliveries import Row, Tables, exports
from tests.random_choices import chance, month_end, near, some
from tests.random_money import money
from tests.random_rows import activity, indicators, milestone, targets

AREA_NAMES = (
    "Ærøgårdsvænget ved Å",
    "Øster Ålsgårde og Søndre Ærtebjergvej, blok 1–24 ved Åløkkegården, etape II",
    "Aakjærsparken",
    "Ågården",
    "Zoneparken",
    "Østbyen",
    "Nord",
    "Åby & Ø-kvarteret (»Blokken«)",
)
PERIODS = ("2015-18", "2019-26")
CODES = {"2015-18": ("TRY", "KRI", "UOB", "FOR"), "2019-26": ("UDD", "BES", "KRI", "SAM")}
ORGANISATIONS = (("LBF", "lbf"), ("KOM", "kommune"), ("BOA", "boligorganisation"), ("BOB", "boligorganisation"))


@dataclass(frozen=True)
class RandomPlan:
    """A set of exports and the day on which it is published; `seed` and `rows` make it again."""

    seed: int
    rows: int
    today: date
    tables: Tables

    def __repr__(self) -> str:
        return f"random_plan({self.seed}, {self.rows})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # hypothesis would write the whole exports


def random_plan(seed: int, rows: int = 60) -> RandomPlan:
    """The plan of a seed; `rows` is about how many rows the big tables have at most."""
    today, tables = build(Random(seed), rows)
    return RandomPlan(seed, rows, today, tables)


@st.composite
def plans(draw: st.DrawFn, rows: int = 40) -> RandomPlan:
    """Random plans; hypothesis shrinks first how many rows there are, then the seed."""
    return random_plan(draw(st.integers(0, 2**32 - 1)), draw(st.integers(0, rows)))


@st.composite
def questions(draw: st.DrawFn, plan: RandomPlan) -> dict[str, Any]:
    """What is asked of a plan: filters, months and a statusdato, each of them often left out."""
    return random_question(Random(draw(st.integers(0, 2**32 - 1))), plan)


def random_question(rng: Random, plan: RandomPlan) -> dict[str, Any]:
    """As `questions`, from a random source."""
    tables = plan.tables
    asked: dict[str, Any] = {}
    chosen = rng.choice(tables["helhedsplan"])
    if chance(rng, 0.5):
        asked["plan"] = chosen["helhedsplan_id"]
    if chance(rng, 0.35):
        asked["omraade"] = some(rng, [row["omraade_id"] for row in tables["boligomraade"]])
    if chance(rng, 0.35):
        asked["indsatsomraade"] = some(
            rng, [*sorted({row["indsatsomraade_kode"] for row in tables["indsatsomraade"]}), "FAELLES"]
        )
    if chance(rng, 0.25):
        asked["organisation"] = some(rng, [row["organisation_id"] for row in tables["organisation"]])
    if chance(rng, 0.7):
        day = near(rng, chosen)
        asked["statusdato"] = month_end(day.year, day.month)
    first, last = sorted([near(rng, chosen), near(rng, chosen)])
    if chance(rng, 0.4):
        asked["fra"] = first.strftime("%Y-%m")
        if chance(rng, 0.7):
            asked["til"] = last.strftime("%Y-%m")
    return asked


def build(rng: Random, rows: int) -> tuple[date, Tables]:
    """A day, and a whole set of exports."""
    helhedsplaner = [plan_row(rng, f"P{n}") for n in range(rng.choice([1, 1, 2]))]
    today = near(rng, rng.choice(helhedsplaner))
    areas = [f"O{n}" for n in range(rng.choice([1, 2, 3, rng.randint(1, 8)]))]
    periods = sorted({row["bevillingsperiode"] for row in helhedsplaner} | {rng.choice(PERIODS)})
    codes = {period: CODES[period][: rng.randint(1, 4)] for period in periods}
    indsatser = [indsats_row(rng, n, rng.choice(helhedsplaner), codes) for n in range(rng.choice([1, 2, 6]))]
    tables = {
        "helhedsplan": helhedsplaner,
        "boligomraade": [{"omraade_id": area, "navn": AREA_NAMES[n]} for n, area in enumerate(areas)],
        "organisation": [
            {"organisation_id": o, "navn": f"Organisation {o}", "type": kind} for o, kind in ORGANISATIONS
        ],
        "omraade_organisation": [
            {"omraade_id": area, "organisation_id": org}
            for area in areas
            for org in ("BOA", "BOB", "KOM")
            if chance(rng, 0.4)
        ],
        "indsatsomraade": [
            {
                "bevillingsperiode": period,
                "indsatsomraade_kode": code,
                "navn": f"Område for {code} {period}",
                "sortering": order,
                "sensitiv": code == "KRI",
            }
            for period in periods
            for order, code in enumerate(codes[period])
        ],
        "indsats": indsatser,
        "oekonomi": [
            row
            for plan in helhedsplaner
            for row in money(rng, rows, plan, codes[plan["bevillingsperiode"]], areas, indsatser)
        ],
        "milepael": [milestone(rng, helhedsplaner, codes, areas, today) for _ in range(rng.randint(0, rows))],
        "aktivitet": [activity(rng, helhedsplaner, areas, indsatser) for _ in range(rng.randint(0, rows * 2))],
    }
    if chance(rng, 0.8):
        tables["aktivitetsmaal"] = targets(rng, helhedsplaner, areas, indsatser)
    if chance(rng, 0.85):
        tables |= indicators(rng, helhedsplaner, codes, areas)
    return today, exports(**tables)


def plan_row(rng: Random, key: str) -> Row:
    """A plan of one day to five years, on any days."""
    start = date(2016, 1, 1) + timedelta(days=rng.randint(0, 3000))
    if chance(rng, 0.2):
        start = rng.choice(
            [date(2016, 2, 29), date(2020, 2, 29), date(2021, 8, 1), date(2022, 1, 1), date(2019, 12, 31)]
        )
    days = rng.choice([0, rng.randint(1, 60), rng.randint(60, 800), rng.randint(800, 1826), 1460, 1825])
    return {
        "helhedsplan_id": key,
        "navn": f"Plan {key}",
        "bevillingsperiode": rng.choice(PERIODS),
        "start_dato": start,
        "slut_dato": start + timedelta(days=days),
    }


def indsats_row(rng: Random, n: int, plan: Row, codes: dict[str, tuple[str, ...]]) -> Row:
    """An indsats of a plan."""
    return {
        "indsats_id": f"I{n}",
        "helhedsplan_id": plan["helhedsplan_id"],
        "indsatsomraade_kode": rng.choice(codes[plan["bevillingsperiode"]]),
        "navn": f"Indsats nr. {n} på Ærø",
        "start_dato": plan["start_dato"],
        "slut_dato": plan["slut_dato"],
    }
