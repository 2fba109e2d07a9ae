"""Money: what is summed from the shares of oekonomi."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tests.naive.exports import Row
from tests.naive.fordeling import NOTHING, Share, all_shares, shares_in_scope
from tests.naive.maaneder import as_text, last_day, months, months_later
from tests.naive.valg import Valg, percent


def total(shares: list[Share]) -> Decimal:
    """The sum of the amounts; 0,00 kr. of none."""
    return sum((share.beloeb_kr for share in shares), NOTHING)


def until(shares: list[Share], valg: Valg) -> list[Share]:
    """The shares of months that end on or before statusdato."""
    return [share for share in shares if last_day(share.month) <= valg.statusdato]


def after(shares: list[Share], valg: Valg) -> list[Share]:
    """The shares of the other months."""
    return [share for share in shares if last_day(share.month) > valg.statusdato]


def of_type(shares: list[Share], kind: str) -> list[Share]:
    """The shares of one type."""
    return [share for share in shares if share.row["type"] == kind]


def budget(shares: list[Share], valg: Valg) -> list[Share]:
    """The shares of the budget in force: korrigeret if the plan as a whole has any, else oprindeligt."""
    corrected = any(
        row["type"] == "budget_korrigeret"
        for row in valg.rows("oekonomi")
        if row["helhedsplan_id"] == valg.plan["helhedsplan_id"]
    )
    return of_type(shares, "budget_korrigeret" if corrected else "budget_oprindeligt")


def forbrug(shares: list[Share], valg: Valg) -> list[Share]:
    """The shares of what is spent up to statusdato."""
    return until(of_type(shares, "forbrug"), valg)


def local(shares: list[Share], valg: Valg) -> list[Share]:
    """The shares paid by others than Landsbyggefonden."""
    fund = {row["organisation_id"] for row in valg.rows("organisation") if row["type"] == "lbf"}
    return [share for share in shares if share.row["bidragyder"] not in fund]


@lru_cache(maxsize=8)
def prognose_metode(valg: Valg) -> str:
    """'restprognose' if the plan as a whole has any expectation after statusdato, else 'takt'."""
    return "restprognose" if after(of_type(all_shares(valg), "restprognose"), valg) else "takt"


def takt_months(valg: Valg) -> int:
    """How many months the pace is taken from: the last six, or all since the plan began; 0 before it begins."""
    return max(0, min(6, months_later(valg.plan_months[0], valg.status_month) + 1))


def prognose(shares: list[Share], valg: Valg) -> Decimal | None:
    """What is expected to be spent when the plan ends; None when nothing is known."""
    spent = forbrug(shares, valg)
    if prognose_metode(valg) == "restprognose":
        return total(spent) + total(after(of_type(shares, "restprognose"), valg))
    taken_from = takt_months(valg)
    if not spent or taken_from < 1:
        return None
    recent = total([share for share in spent if months_later(share.month, valg.status_month) < taken_from])
    months_left = len([month for month in valg.plan_months if last_day(month) > valg.statusdato])
    oere = round(Fraction(max(NOTHING, recent)) * 100 * months_left / taken_from)
    return total(spent) + (Decimal(oere) / 100).quantize(NOTHING)


def tidsprocent(valg: Valg) -> float | None:
    """Days from the plan's start to statusdato of the plan's days, both ends counted, held in 0–100."""
    start, slut = valg.plan["start_dato"], valg.plan["slut_dato"]
    days = (slut - start).days + 1
    gone = (valg.statusdato - start).days + 1
    return percent(min(max(gone, 0), days), days)


def noegletal(valg: Valg) -> Row:
    """The key figures of money."""
    shares = shares_in_scope(valg)
    whole_budget = budget(shares, valg)
    spent = forbrug(shares, valg)
    committed = after(of_type(shares, "disponeret"), valg)
    direct = [share for share in spent if share.row["kategori"] in valg.direkte_kategorier]
    expected = prognose(shares, valg)
    return {
        "statusdato": valg.statusdato,
        "tidsprocent": tidsprocent(valg),
        "budget_kr": total(whole_budget),
        "budget_til_dato_kr": total(until(whole_budget, valg)),
        "forbrug_kr": total(spent),
        "forbrugsprocent": percent(total(spent), total(whole_budget)),
        "disponeret_kr": total(committed),
        "restbudget_kr": total(whole_budget) - total(spent) - total(committed),
        "prognose_kr": expected,
        "prognose_metode": prognose_metode(valg),
        "prognoseafvigelse_kr": None if expected is None else expected - total(whole_budget),
        "forventet_uforbrugt_kr": None if expected is None else max(total(whole_budget) - expected, NOTHING),
        "medfinansiering_budget_pct": percent(total(local(whole_budget, valg)), total(whole_budget)),
        "medfinansiering_forbrug_pct": percent(total(local(spent, valg)), total(spent)),
        "direkte_arbejde_pct": percent(total(direct), total(spent)),
    }


def pr_maaned(valg: Valg) -> list[Row]:
    """Budget and forbrug by month; the accumulated columns run from the plan's start; forbrug ends at statusdato."""
    shares = shares_in_scope(valg)
    whole_budget, spent = budget(shares, valg), forbrug(shares, valg)
    rows = []
    for month in months(valg.fra, valg.til):
        known = last_day(month) <= valg.statusdato
        rows.append(
            {
                "maaned": as_text(month),
                "budget_kr": total([share for share in whole_budget if share.month == month]),
                "forbrug_kr": total([share for share in spent if share.month == month]) if known else None,
                "forbrug_akkumuleret_kr": total([share for share in spent if share.month <= month]) if known else None,
                "budget_akkumuleret_kr": total([share for share in whole_budget if share.month <= month]),
            }
        )
    return rows


def by_group(valg: Valg, column: str, names: dict[str, str]) -> list[Row]:
    """One row for every value of the column that any row of oekonomi in scope has."""
    shares = shares_in_scope(valg)
    rows = []
    for group in {share.row[column] for share in shares}:
        own = [share for share in shares if share.row[column] == group]
        rows.append(
            {
                column: group,
                "navn": names.get(group),
                "budget_kr": total(budget(own, valg)),
                "budget_til_dato_kr": total(until(budget(own, valg), valg)),
                "forbrug_kr": total(forbrug(own, valg)),
                "prognose_kr": prognose(own, valg),
            }
        )
    return sorted(rows, key=lambda row: (row[column] is None, row[column] or ""))


def pr_omraade(valg: Valg) -> list[Row]:
    """By area; what is not booked on an area is a line of its own."""
    return by_group(valg, "omraade_id", {row["omraade_id"]: row["navn"] for row in valg.rows("boligomraade")})


def pr_indsatsomraade(valg: Valg) -> list[Row]:
    """By indsatsområde; what is shared (FAELLES) is a line of its own, without a name."""
    names = {
        row["indsatsomraade_kode"]: row["navn"]
        for row in valg.rows("indsatsomraade")
        if row["bevillingsperiode"] == valg.plan["bevillingsperiode"]
    }
    return by_group(valg, "indsatsomraade_kode", names)


def pr_bidragyder(valg: Valg) -> list[Row]:
    """By contributor."""
    return by_group(valg, "bidragyder", {row["organisation_id"]: row["navn"] for row in valg.rows("organisation")})


def pr_kategori(valg: Valg) -> list[Row]:
    """By category, named as the contract names it."""
    return by_group(valg, "kategori", valg.betegnelser)
