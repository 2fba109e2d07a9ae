"""Colours: how a heap of milestones, money or activity is judged, and the reason for it."""

from datetime import date
from fractions import Fraction

from tests.naive import aktivitet, milepaele, oekonomi
from tests.naive.exports import Row, latest
from tests.naive.fordeling import Share
from tests.naive.maaneder import month_of, months_later
from tests.naive.valg import Valg

WORSE = {"graa": 0, "groen": 1, "gul": 2, "roed": 3}

Judged = tuple[str, str]  # a colour and the reason for it


def fremdrift(milestones: list[Row], valg: Valg) -> Judged:
    """The worst milestone that is neither reached nor given up."""
    day = valg.statusdato
    counted = [row for row in milestones if not milepaele.dropped(row)]
    if not counted:
        return "graa", "ingen_milepaele"
    still_open = [row for row in counted if not milepaele.reached(row, day)]
    if not still_open:
        return "groen", "alle_naaet"
    worst = max(milepaele.days_late(row, day) or 0 for row in still_open)
    if any(milepaele.overdue(row, day) and no_new_date(row, day) for row in still_open):
        return "roed", "ingen_ny_dato"
    if worst > valg.graenser["fremdrift_roed_dage"]:
        return "roed", "forsinket"
    if worst > valg.graenser["fremdrift_gul_dage"]:
        return "gul", "forsinket"
    return "groen", "til_tiden"


def no_new_date(row: Row, day: date) -> bool:
    """Is there no expected date after the day?"""
    return row["forventet_dato"] is None or row["forventet_dato"] <= day


def too_old(newest: date | None, valg: Valg) -> bool:
    """Is the newest month that there are figures for too far back?"""
    return newest is not None and months_later(newest, valg.status_month) > valg.graenser["for_gamle_maaneder"]


def money(shares: list[Share], valg: Valg) -> Judged:
    """How far the forecast is from the budget, both ways."""
    budget = oekonomi.total(oekonomi.budget(shares, valg))
    expected = oekonomi.prognose(shares, valg)
    if budget <= 0:
        return "graa", "intet_budget"
    if expected is None:
        return "graa", "ingen_prognose"
    by_pace = oekonomi.prognose_metode(valg) == "takt"
    if by_pace and oekonomi.takt_months(valg) < valg.graenser["takt_mindst_maaneder"]:
        return "graa", "for_kort_takt"
    if too_old(latest([share.month for share in oekonomi.forbrug(shares, valg)]), valg):
        return "graa", "for_gamle_tal"
    off = 100 * Fraction(abs(expected - budget)) / Fraction(budget)
    if off <= valg.graenser["oekonomi_gul_pct"]:
        return "groen", "inden_for"
    direction = "merforbrug" if expected > budget else "mindreforbrug"
    return ("gul" if off <= valg.graenser["oekonomi_roed_pct"] else "roed"), direction


def with_cofinancing(judged: Judged, shares: list[Share], valg: Valg) -> Judged:
    """The whole plan's money: too little co-financing makes it worse, never better."""
    spent, year = oekonomi.forbrug(shares, valg), valg.statusdato.year
    ended = valg.statusdato == date(year, 12, 31)
    closed_year = year if ended else year - 1
    for colour, in_year in (("roed", closed_year), ("gul", year)):
        share = local_share([share for share in spent if share.month.year == in_year], valg)
        if share is not None and share < valg.graenser["medfinansiering_pct"] and WORSE[colour] > WORSE[judged[0]]:
            judged = colour, "medfinansiering"
    return judged


def local_share(spent: list[Share], valg: Valg) -> Fraction | None:
    """Others than Landsbyggefonden's part, in percent, exact."""
    whole = oekonomi.total(spent)
    part = oekonomi.total(oekonomi.local(spent, valg))
    return 100 * Fraction(part) / Fraction(whole) if whole > 0 else None


def activity(held: list[Row], targets: list[Row], valg: Valg) -> Judged:
    """Attendances against their target; old figures are named as such even where there is nothing to compare with."""
    counted = [
        month_of(row["dato"]) for row in held if row["fremmoeder"] is not None and row["dato"] <= valg.statusdato
    ]
    if too_old(latest(counted), valg):
        return "graa", "for_gamle_tal"
    reached, mark = aktivitet.compared(held, targets, valg)
    if reached is None:
        return "graa", "skjult" if mark == "skjult" else "intet_at_sammenligne"
    if reached >= valg.graenser["aktivitet_groen_pct"]:
        return "groen", "naar_maal"
    return ("gul" if reached >= valg.graenser["aktivitet_gul_pct"] else "roed"), "under_maal"
