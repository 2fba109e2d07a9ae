"""Since a meeting, the slow and obvious way: what differs between two sets of raw exports."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.naive import aktivitet, milepaele, noegletal, oekonomi, status
from tests.naive.exports import Row
from tests.naive.valg import Valg

FIGURES = ("forbrug_kr", "forbrugsprocent", "prognose_kr", "prognoseafvigelse_kr", "fremmoeder", "fremmoeder_pct")


@dataclass(frozen=True)
class Changes:
    """Everything that the page tells, by key."""

    turned: dict[tuple[str, str, str], tuple[str | None, str | None]]
    reached: set[str]
    late: set[str]
    moved: dict[str, tuple[date | None, date | None]]
    done: set[str]
    figures: dict[str, tuple[Any, Any]]
    forbrug: dict[str, tuple[Any, Any]]
    fremmoeder: dict[str, tuple[Any, Any]]


def changes(then: Valg, now: Valg, now_as_then: Valg) -> Changes:
    """`now_as_then`: the present exports, asked for the months and the statusdato of the meeting."""
    old, new = colours(then), colours(now)
    before = {row["milepael_id"]: row for row in milepaele.in_scope(then)}
    after = {row["milepael_id"]: row for row in milepaele.in_scope(now)}
    figures_then, figures_now = key_figures(then), key_figures(now)
    return Changes(
        turned={key: (old.get(key), new.get(key)) for key in old | new if old.get(key) != new.get(key)},
        reached=reached(after, now.statusdato) - reached(before, then.statusdato),
        late=late(after, now.statusdato) - late(before, then.statusdato),
        moved={
            key: (before[key]["forventet_dato"], row["forventet_dato"])
            for key, row in after.items()
            if key in before
            and milepaele.is_open(row, now.statusdato)
            and before[key]["forventet_dato"] != row["forventet_dato"]
        },
        done=carried_out(now) - carried_out(then),
        figures={name: (figures_then[name], figures_now[name]) for name in FIGURES},
        forbrug=by_month(oekonomi.pr_maaned(then), oekonomi.pr_maaned(now_as_then), "forbrug_kr"),
        fremmoeder=by_month(aktivitet.pr_maaned(then), aktivitet.pr_maaned(now_as_then), "fremmoeder"),
    )


def key_figures(valg: Valg) -> Row:
    """The key figures, attendances against target among them."""
    held, targets = (aktivitet.in_scope(valg, table) for table in ("aktivitet", "aktivitetsmaal"))
    return noegletal(valg)[0] | {"fremmoeder_pct": aktivitet.against_target(held, targets, valg)}


def colours(valg: Valg) -> dict[tuple[str, str, str], str | None]:
    """The colour of every square, and of the whole."""
    return {
        (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]): row["status"]
        for row in status.status(valg)
        if [row["omraade_id"], row["indsatsomraade_kode"]].count("ALLE") != 1
    }


def reached(rows: dict[str, Row], day: date) -> set[str]:
    """Ids of milestones that are reached on a day and not given up."""
    return {key for key, row in rows.items() if milepaele.reached(row, day) and not milepaele.dropped(row)}


def late(rows: dict[str, Row], day: date) -> set[str]:
    """Ids of milestones that are past their day."""
    return {key for key, row in rows.items() if milepaele.overdue(row, day)}


def carried_out(valg: Valg) -> set[str]:
    """Ids of decisions carried out by statusdato."""
    return {
        row["beslutning_id"]
        for row in valg.rows("beslutning")
        if valg.keeps_area(row["omraade_id"])
        and row["status"] != "bortfaldet"
        and row["udfoert_dato"] is not None
        and row["udfoert_dato"] <= valg.statusdato
    }


def by_month(then: list[Row], now: list[Row], column: str) -> dict[str, tuple[Any, Any]]:
    """The months that the meeting saw whose figure, or what stands instead of it, is another one now."""
    new = {row["maaned"]: (row[column], row.get(f"{column}_maerke")) for row in now}
    changed = {}
    for row in then:
        old, later = (row[column], row.get(f"{column}_maerke")), new.get(row["maaned"], (None, None))
        if old != later:
            changed[row["maaned"]] = (old[0], later[0])
    return changed
