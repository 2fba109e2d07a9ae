"""Indicators: the newest measurement on statusdato against the target that comes next."""

from datetime import date
from fractions import Fraction

from tests.naive.exports import Row
from tests.naive.valg import Valg


def in_scope(valg: Valg, table: str) -> list[Row]:
    """The rows of maal or maaling that the filter keeps, by the indicator's indsatsområde and the row's own area."""
    codes = {row["indikator_id"]: row["indsatsomraade_kode"] for row in valg.rows("indikator")}
    return [row for row in valg.rows(table) if valg.keeps(row["omraade_id"], codes[row["indikator_id"]])]


def newest(measurements: list[Row], valg: Valg) -> Row | None:
    """The newest measurement whose period has ended by statusdato, whatever its status."""
    ended = [row for row in measurements if row["periode_slut"] <= valg.statusdato]
    return max(ended, key=lambda row: row["periode_slut"]) if ended else None


def target_ahead(targets: list[Row], valg: Valg) -> Row | None:
    """The next target on or after statusdato, else the last one."""
    ahead = [row for row in targets if row["maal_dato"] >= valg.statusdato]
    if ahead:
        return min(ahead, key=lambda row: row["maal_dato"])
    return max(targets, key=lambda row: row["maal_dato"]) if targets else None


def fulfilment(value: float | None, target: Row | None) -> float | None:
    """How far of the way from zero point to target, in percent; it may run below 0 and above 100."""
    if value is None or target is None or target["nul_vaerdi"] is None:
        return None
    zero = Fraction(target["nul_vaerdi"])
    way = Fraction(target["maal_vaerdi"]) - zero
    return None if way == 0 else float(100 * (Fraction(value) - zero) / way)


def indikatorer(valg: Valg) -> list[Row]:
    """One row per indicator and area with any target or measurement."""
    targets, measurements = in_scope(valg, "maal"), in_scope(valg, "maaling")
    rows = []
    for pair in sorted({(row["indikator_id"], row["omraade_id"]) for row in targets + measurements}):
        target = target_ahead([row for row in targets if (row["indikator_id"], row["omraade_id"]) == pair], valg)
        measured = newest([row for row in measurements if (row["indikator_id"], row["omraade_id"]) == pair], valg)
        shown = measured is not None and measured["vaerdi_status"] == "ok"
        value = measured["vaerdi"] if measured is not None and shown else None
        way = None if measured is None else straight_way(target, measured["periode_slut"])
        rows.append(
            {
                "indikator_id": pair[0],
                "omraade_id": pair[1],
                "nul_vaerdi": None if target is None else target["nul_vaerdi"],
                "maal_vaerdi": None if target is None else target["maal_vaerdi"],
                "seneste_vaerdi": value,
                "seneste_periode_slut": None if measured is None else measured["periode_slut"],
                "seneste_status": None if measured is None else measured["vaerdi_status"],
                "maalopfyldelse_pct": fulfilment(value, target),
                "vej_vaerdi": None if way is None else float(way),
                "stand": stand(measured, way, retning(valg, pair[0])),
            }
        )
    return rows


def straight_way(target: Row | None, day: date) -> Fraction | None:
    """Where the straight way from zero point to target stands on a day; it does not go on beyond its ends."""
    if target is None or target["nul_vaerdi"] is None or target["maal_dato"] <= target["nul_dato"]:
        return None
    zero, goal = Fraction(target["nul_vaerdi"]), Fraction(target["maal_vaerdi"])
    gone, whole = (day - target["nul_dato"]).days, (target["maal_dato"] - target["nul_dato"]).days
    return zero + (goal - zero) * min(max(Fraction(gone, whole), Fraction(0)), Fraction(1))


def retning(valg: Valg, indikator_id: str) -> str:
    """Should the indicator go up or down?"""
    return next(row["retning"] for row in valg.rows("indikator") if row["indikator_id"] == indikator_id)


def stand(measured: Row | None, way: Fraction | None, direction: str) -> str:
    """Where a measurement stands beside the way; a billionth of the way's height is no difference."""
    if measured is None:
        return "ikke_maalt"
    if measured["vaerdi_status"] != "ok":
        return measured["vaerdi_status"]
    if way is None:
        return "uden_maal"
    ahead = Fraction(measured["vaerdi"]) - way
    if direction == "ned":
        ahead = -ahead
    return "foran" if ahead >= -max(Fraction(1), abs(way)) / 10**9 else "bagud"


def pr_niveau(valg: Valg) -> list[Row]:
    """The levels, each with how many of its series stand where."""
    levels = {row["indikator_id"]: row["niveau"] for row in valg.rows("indikator")}
    series = [(levels[row["indikator_id"]], row["stand"]) for row in indikatorer(valg)]
    rows = []
    for level in sorted({level for level, _ in series}):
        stands = [one for of, one in series if of == level]
        named = {name: stands.count(name) for name in ("foran", "bagud", "skjult", "mangler")}
        rows.append(
            {
                "niveau": level,
                "serier": len(stands),
                **{f"antal_{name}": count for name, count in named.items()},
                "antal_andre": len(stands) - sum(named.values()),
                "antal_med_vej": named["foran"] + named["bagud"],
            }
        )
    return rows
