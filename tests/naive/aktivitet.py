"""Activity: attendances and hours over months, and attendances against target. Nothing counted is None, never 0."""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from tests.naive.exports import Row
from tests.naive.maaneder import as_text, last_day, month_of, months
from tests.naive.valg import Valg, percent

Series = tuple[str, str]


@lru_cache(maxsize=8)
def efforts(valg: Valg) -> dict[str, Row]:
    """The plan's indsatser by id."""
    plan = valg.plan["helhedsplan_id"]
    return {row["indsats_id"]: row for row in valg.rows("indsats") if row["helhedsplan_id"] == plan}


@lru_cache(maxsize=8)
def in_scope(valg: Valg, table: str) -> list[Row]:
    """The rows of aktivitet or aktivitetsmaal that belong to the plan and that the filter keeps."""
    own = efforts(valg)
    return [
        row
        for row in valg.rows(table)
        if row["indsats_id"] in own and valg.keeps(row["omraade_id"], own[row["indsats_id"]]["indsatsomraade_kode"])
    ]


def series(row: Row) -> Series:
    """The series a row belongs to: an indsats in an area."""
    return row["indsats_id"], row["omraade_id"]


def count(rows: list[Row], column: str) -> int | None:
    """The sum of what is registered; None when nothing is."""
    values = [row[column] for row in rows if row[column] is not None]
    return sum(values) if values else None


def hours(rows: list[Row], column: str) -> float | None:
    """As count, for hours: summed without loss."""
    values = [Fraction(row[column]) for row in rows if row[column] is not None]
    return float(sum(values)) if values else None


def between(rows: list[Row], first: date, last: date) -> list[Row]:
    """The rows held from the month first to the month last."""
    return [row for row in rows if first <= month_of(row["dato"]) <= last]


def this_year(rows: list[Row], valg: Valg) -> list[Row]:
    """The rows held from 1 January of statusdato's year to statusdato."""
    return between(rows, date(valg.statusdato.year, 1, 1), valg.status_month)


def share_of_year_gone(valg: Valg) -> Fraction | None:
    """Plan months of statusdato's year that have ended / all plan months of that year; None when it has none."""
    in_year = [month for month in valg.plan_months if month.year == valg.statusdato.year]
    gone = [month for month in in_year if last_day(month) <= valg.statusdato]
    return Fraction(len(gone), len(in_year)) if in_year else None


def against_target(held: list[Row], targets: list[Row], valg: Valg) -> float | None:
    """Fremmøder i forhold til mål, in percent; without any target this year: against the same months a year before."""
    year = valg.statusdato.year
    targets = [row for row in targets if row["aar"] == year]
    if targets:
        with_target = {series(row) for row in targets}
        numerator = count(this_year([row for row in held if series(row) in with_target], valg), "fremmoeder")
        gone = share_of_year_gone(valg)
        denominator = None if gone is None else sum(row["maal_fremmoeder"] for row in targets) * gone
        return percent(numerator, denominator)
    before = months(date(year - 1, 1, 1), date(year - 1, valg.statusdato.month, 1))
    if not set(before) <= set(valg.plan_months):
        return None
    return percent(
        count(this_year(held, valg), "fremmoeder"), count(between(held, before[0], before[-1]), "fremmoeder")
    )


def noegletal(valg: Valg) -> Row:
    """The key figures of activity, over fra–til."""
    held = between(in_scope(valg, "aktivitet"), valg.fra, valg.til)
    return {"fremmoeder": count(held, "fremmoeder"), "nye_deltagere": count(held, "nye_deltagere")}


def pr_maaned(valg: Valg) -> list[Row]:
    """Attendances, new participants and hours, for every month of fra–til."""
    held = in_scope(valg, "aktivitet")
    rows = []
    for month in months(valg.fra, valg.til):
        own = between(held, month, month)
        rows.append(
            {
                "maaned": as_text(month),
                "fremmoeder": count(own, "fremmoeder"),
                "nye_deltagere": count(own, "nye_deltagere"),
                "frivilligtimer": hours(own, "frivilligtimer"),
                "medarbejdertimer": hours(own, "medarbejdertimer"),
            }
        )
    return rows


def pr_indsats(valg: Valg) -> list[Row]:
    """Every indsats × area with a registration, or a target this year: over fra–til, and this year against target."""
    held = in_scope(valg, "aktivitet")
    targets = [row for row in in_scope(valg, "aktivitetsmaal") if row["aar"] == valg.statusdato.year]
    rows = []
    for indsats_id, omraade_id in sorted({series(row) for row in held + targets}):
        own = [row for row in held if series(row) == (indsats_id, omraade_id)]
        over_period = between(own, valg.fra, valg.til)
        target = count([row for row in targets if series(row) == (indsats_id, omraade_id)], "maal_fremmoeder")
        gone = share_of_year_gone(valg)
        due = None if target is None or gone is None else target * gone
        attended = count(this_year(own, valg), "fremmoeder")
        rows.append(
            {
                "indsats_id": indsats_id,
                "navn": efforts(valg)[indsats_id]["navn"],
                "omraade_id": omraade_id,
                "fremmoeder": count(over_period, "fremmoeder"),
                "nye_deltagere": count(over_period, "nye_deltagere"),
                "fremmoeder_aar": attended,
                "maal_aar": target,
                "maal_pct": percent(attended, due),
            }
        )
    return rows
