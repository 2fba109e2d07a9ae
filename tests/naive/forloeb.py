"""Money over the plan's months and years: the course to the plan's end, and who pays how much of each year."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.naive.exports import Row
from tests.naive.fordeling import NOTHING, Share, shares_in_scope
from tests.naive.maaneder import as_text, last_day, months_later
from tests.naive.oekonomi import after, budget, forbrug, local, of_type, prognose_metode, takt_months, total, until
from tests.naive.valg import Valg, percent


def expected_by(shares: list[Share], month: date, valg: Valg) -> Decimal | None:
    """What is expected to be spent by the end of a month after statusdato; None when nothing is known."""
    spent = forbrug(shares, valg)
    if prognose_metode(valg) == "restprognose":
        coming = after(of_type(shares, "restprognose"), valg)
        return total(spent) + total([share for share in coming if share.month <= month])
    taken_from = takt_months(valg)
    if not spent or taken_from < 1:
        return None
    recent = total([share for share in spent if months_later(share.month, valg.status_month) < taken_from])
    oere = round(Fraction(max(NOTHING, recent)) * 100 * months_later(valg.status_month, month) / taken_from)
    return total(spent) + (Decimal(oere) / 100).quantize(NOTHING)


def forloeb(valg: Valg) -> list[Row]:
    """Every month of the plan with what has been agreed, spent and is expected since the plan began."""
    shares = shares_in_scope(valg)
    original, whole, spent = of_type(shares, "budget_oprindeligt"), budget(shares, valg), forbrug(shares, valg)

    def so_far(kind: list[Share], month: date) -> Decimal:
        return total([share for share in kind if share.month <= month])

    rows = []
    for month in valg.plan_months:
        gone = last_day(month) <= valg.statusdato
        row = {
            "maaned": as_text(month),
            "budget_oprindeligt_akkumuleret_kr": so_far(original, month),
            "budget_akkumuleret_kr": so_far(whole, month),
            "forbrug_akkumuleret_kr": so_far(spent, month) if gone else None,
            "forventet_akkumuleret_kr": None if gone else expected_by(shares, month, valg),
        }
        # The expected line begins where what is spent ends, if the plan goes on after that and anything is expected.
        if month == valg.status_month and month != valg.plan_months[-1]:
            known = expected_by(shares, valg.plan_months[-1], valg) is not None
            row["forventet_akkumuleret_kr"] = row["forbrug_akkumuleret_kr"] if known else None
        rows.append(row)
    return rows


def expected_in(shares: list[Share], months: list[date], valg: Valg) -> Decimal | None:
    """What is spent or expected in some months that follow each other."""
    gone = [month for month in months if last_day(month) <= valg.statusdato]
    spent = total([share for share in forbrug(shares, valg) if share.month in gone])
    if len(gone) == len(months):
        return spent
    at_the_end = expected_by(shares, months[-1], valg)
    first = next(month for month in months if month not in gone)
    place = valg.plan_months.index(first)
    before = valg.plan_months[place - 1] if place else None
    already = total(forbrug(shares, valg))
    if before is not None and last_day(before) > valg.statusdato:
        already = expected_by(shares, before, valg) or NOTHING
    return None if at_the_end is None else spent + at_the_end - already


def pr_aar(valg: Valg) -> list[Row]:
    """The same money by calendar year and by years of twelve months from the plan's first."""
    shares = shares_in_scope(valg)
    first = valg.plan_months[0]
    rows = []
    for inddeling in ("kalenderaar", "planaar"):
        years: dict[int, list[date]] = {}
        for month in valg.plan_months:
            years.setdefault(month.year if inddeling == "kalenderaar" else months_later(first, month) // 12 + 1, [])
            years[max(years)].append(month)
        for aar, own in years.items():
            mine = [share for share in shares if share.month in own]
            begun = last_day(own[0]) <= valg.statusdato
            whole = total(budget(mine, valg))
            forventet = expected_in(shares, own, valg)
            rows.append(
                {
                    "inddeling": inddeling,
                    "aar": aar,
                    "foerste_maaned": as_text(own[0]),
                    "sidste_maaned": as_text(own[-1]),
                    "er_gaaet": last_day(own[-1]) <= valg.statusdato,
                    "budget_oprindeligt_kr": total(of_type(mine, "budget_oprindeligt")),
                    "budget_kr": whole,
                    "budget_til_dato_kr": total(until(budget(mine, valg), valg)) if begun else None,
                    "forbrug_kr": total(forbrug(mine, valg)) if begun else None,
                    "forventet_kr": forventet,
                    "afvigelse_kr": None if forventet is None else forventet - whole,
                    "afvigelse_pct": None if forventet is None else percent(forventet - whole, whole),
                }
            )
    return rows


def medfinansiering_pr_aar(valg: Valg) -> list[Row]:
    """The local share of each calendar year's forbrug and budget."""
    shares = shares_in_scope(valg)
    rows = []
    for aar in sorted({month.year for month in valg.plan_months}):
        own = [month for month in valg.plan_months if month.year == aar]
        mine = [share for share in shares if share.month.year == aar]
        begun = last_day(own[0]) <= valg.statusdato
        spent, whole = forbrug(mine, valg), budget(mine, valg)
        ours = local(spent, valg)
        rows.append(
            {
                "aar": aar,
                "er_gaaet": last_day(own[-1]) <= valg.statusdato,
                "medfinansiering_forbrug_pct": percent(total(ours), total(spent)) if begun else None,
                "medfinansiering_budget_pct": percent(total(local(whole, valg)), total(whole)),
                "krav_pct": float(valg.graenser["medfinansiering_pct"]),
                "lokalt_forbrug_kr": total(ours) if begun else None,
                "lokalt_kontant_kr": total(of_form(ours, "kontant")) if begun else None,
                "lokalt_naturalier_kr": total(of_form(ours, "naturalier")) if begun else None,
                "forbrug_kr": total(spent) if begun else None,
                "lokalt_budget_kr": total(local(whole, valg)),
                "budget_kr": total(whole),
            }
        )
    return rows


def of_form(shares: list[Share], form: str) -> list[Share]:
    """The shares given as kontant, or as naturalier."""
    return [share for share in shares if share.row["form"] == form]


def pr_form(valg: Valg) -> list[Row]:
    """Kontant and naturalier, of the local parties and of Landsbyggefonden, with shares of the same party's whole."""
    shares = shares_in_scope(valg)
    of_locals = {id(share) for share in local(shares, valg)}
    rows = []
    for er_lokal in (True, False):
        party = [share for share in shares if (id(share) in of_locals) == er_lokal]
        for form in sorted({share.row["form"] for share in party}):
            own = of_form(party, form)
            rows.append(
                {
                    "er_lokal": er_lokal,
                    "form": form,
                    "budget_kr": total(budget(own, valg)),
                    "budget_til_dato_kr": total(until(budget(own, valg), valg)),
                    "forbrug_kr": total(forbrug(own, valg)),
                    "andel_budget_pct": percent(total(budget(own, valg)), total(budget(party, valg))),
                    "andel_forbrug_pct": percent(total(forbrug(own, valg)), total(forbrug(party, valg))),
                }
            )
    return rows


def direkte_arbejde(valg: Valg) -> list[Row]:
    """The categories that the parties call direct work, and the others."""
    shares = shares_in_scope(valg)
    rows = []
    for er_direkte in (True, False):
        own = [share for share in shares if (share.row["kategori"] in valg.direkte_kategorier) == er_direkte]
        rows.append(
            {
                "er_direkte": er_direkte,
                "forbrug_kr": total(forbrug(own, valg)),
                "andel_forbrug_pct": percent(total(forbrug(own, valg)), total(forbrug(shares, valg))),
                "budget_til_dato_kr": total(until(budget(own, valg), valg)),
                "budget_kr": total(budget(own, valg)),
                "andel_budget_pct": percent(total(budget(own, valg)), total(budget(shares, valg))),
            }
        )
    return rows
