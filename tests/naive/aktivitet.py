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
    """The number of people as it is shown: None when nothing is registered, and when all of it is small."""
    return total(rows, column) if mark(rows, column) in (None, "afrundet") else None


def total(rows: list[Row], column: str) -> int | None:
    """The sum of what is registered, small cells as they are published; None when nothing is."""
    values = [row[column] or 0 for row in rows if row[column] is not None or is_small(row, column)]
    return sum(values) if values else None


def is_small(row: Row, column: str) -> bool:
    """Is the row a small cell of the release?"""
    return bool(row.get(f"{column}_lille"))


def only_small(rows: list[Row], column: str) -> bool:
    """Does the number rest on small cells alone? Noughts beside them add nothing."""
    small = [row for row in rows if is_small(row, column)]
    return bool(small) and not any(row[column] for row in rows if row not in small)


def mark(rows: list[Row], column: str) -> str | None:
    """What must be said of the number, or what stands instead of it."""
    small = [row for row in rows if is_small(row, column)]
    if total(rows, column) is None:
        return why_not(rows) if column == "fremmoeder" else None
    if not small:
        return None
    if only_small(rows, column) and len(small) == 1:
        return f"under_{small[0]['graense']}"
    return "faa" if not total(rows, column) else "afrundet"


def why_not(rows: list[Row]) -> str | None:
    """Why there is no attendance though there are registrations; the value status speaks of attendance alone."""
    statuses = [row["vaerdi_status"] for row in rows]
    if not statuses:
        return None
    return next((why for why in ("skjult", "mangler") if why in statuses), "ikke_relevant")


def hours(rows: list[Row], column: str) -> float | None:
    """The hours registered, summed without loss."""
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
    return compared(held, targets, valg)[0]


def compared(held: list[Row], targets: list[Row], valg: Valg) -> tuple[float | None, str | None]:
    """Fremmøder i forhold til mål, and its mark: what rests on small cells alone is not told."""
    year = valg.statusdato.year
    targets = [row for row in targets if row["aar"] == year]
    if targets:
        with_target = {series(row) for row in targets}
        own = this_year([row for row in held if series(row) in with_target], valg)
        gone = share_of_year_gone(valg)
        return share(own, None if gone is None else sum(row["maal_fremmoeder"] for row in targets) * gone, [])
    before = months(date(year - 1, 1, 1), date(year - 1, valg.statusdato.month, 1))
    if not set(before) <= set(valg.plan_months):
        return None, None
    then = between(held, before[0], before[-1])
    if total(then, "fremmoeder") is None:
        return None, why_not(then)
    return share(this_year(held, valg), total(then, "fremmoeder"), then)


def share(rows: list[Row], whole: Fraction | int | None, behind_whole: list[Row]) -> tuple[float | None, str | None]:
    """The attendance of the rows in percent of the whole, and its mark; `behind_whole` are the rows that the whole counts."""
    nothing = not any(is_small(row, "fremmoeder") for row in behind_whole) and (not whole or whole < 0)
    if nothing:
        return None, None
    if total(rows, "fremmoeder") is None:
        return None, why_not(rows)
    if only_small(rows, "fremmoeder") or only_small(behind_whole, "fremmoeder"):
        return None, "skjult"
    rounded = any(is_small(row, "fremmoeder") for row in rows + behind_whole)
    return percent(total(rows, "fremmoeder"), whole), "afrundet" if rounded else None


def marked(rows: list[Row], column: str, name: str = "") -> Row:
    """A number of people and its mark, as an answer has them."""
    return {name or column: count(rows, column), f"{name or column}_maerke": mark(rows, column)}


def noegletal(valg: Valg) -> Row:
    """The key figures of activity, over fra–til."""
    held = between(in_scope(valg, "aktivitet"), valg.fra, valg.til)
    return marked(held, "fremmoeder") | marked(held, "nye_deltagere")


def pr_maaned(valg: Valg) -> list[Row]:
    """Attendances, new participants and hours, for every month of fra–til."""
    held = in_scope(valg, "aktivitet")
    rows = []
    for month in months(valg.fra, valg.til):
        own = between(held, month, month)
        rows.append(
            {
                "maaned": as_text(month),
                **marked(own, "fremmoeder"),
                **marked(own, "nye_deltagere"),
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
        mine = [row["maal_fremmoeder"] for row in targets if series(row) == (indsats_id, omraade_id)]
        target = sum(mine) if mine else None
        gone = share_of_year_gone(valg)
        due = None if target is None or gone is None else target * gone
        this = this_year(own, valg)
        reached, reached_mark = share(this, due, [])
        rows.append(
            {
                "indsats_id": indsats_id,
                "navn": efforts(valg)[indsats_id]["navn"],
                "omraade_id": omraade_id,
                **marked(over_period, "fremmoeder"),
                **marked(over_period, "nye_deltagere"),
                **marked(this, "fremmoeder", "fremmoeder_aar"),
                "maal_aar": target,
                "maal_pct": reached,
                "maal_pct_maerke": reached_mark,
            }
        )
    return rows
