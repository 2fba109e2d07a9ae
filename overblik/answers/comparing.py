"""What differs between two answers to the same question: rows then, rows now, and nothing else.

Two releases are two databases, so no SQL can compare them; these functions do, and take every value as it stands.
Each names the question its rows come from.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from overblik.answers import maerker

Row = Mapping[str, Any]
Rows = Sequence[Row]

# Of noegletal: what the meeting looked at then and looks at now.
FIGURES: Final = (
    "forbrug_kr",
    "forbrugsprocent",
    "prognose_kr",
    "prognoseafvigelse_kr",
    "fremmoeder",
    "fremmoeder_pct",
)

_NOTHING: Final[Row] = {}


def turned(then: Rows, now: Rows) -> list[dict[str, Any]]:
    """`status`: the squares, and the whole, whose status is another one: `foer` and `nu`, None where it is not there.

    Totals of one row or column are left out: they turn with their squares. `aarsag` is the reason now.
    """
    before, after = (_by(_squares(rows), "omraade_id", "indsatsomraade_kode", "dimension") for rows in (then, now))
    changes = []
    for key in dict.fromkeys([*after, *before]):
        was, is_now = before.get(key, _NOTHING), after.get(key, _NOTHING)
        if was.get("status") != is_now.get("status"):
            area, code, dimension = key
            changes.append(
                {
                    "omraade_id": area,
                    "indsatsomraade_kode": code,
                    "dimension": dimension,
                    "foer": was.get("status"),
                    "nu": is_now.get("status"),
                    "aarsag": is_now.get("aarsag"),
                }
            )
    return changes


def reached(then: Rows, now: Rows) -> list[Row]:
    """`milepaele`: those reached now that were not then (or were not there)."""
    before = _by(then, "milepael_id")
    return [row for row in now if row["er_naaet"] and not before.get((row["milepael_id"],), _NOTHING).get("er_naaet")]


def newly_late(then: Rows, now: Rows) -> list[Row]:
    """`milepaele`: those past their agreed date now that were not then (or were not there)."""
    before = _by(then, "milepael_id")
    return [
        row for row in now if row["overskredet"] and not before.get((row["milepael_id"],), _NOTHING).get("overskredet")
    ]


def moved(then: Rows, now: Rows) -> list[dict[str, Any]]:
    """`milepaele`: open ones expected on another day than then: `ventet_foer`, and `dage` later (below 0: earlier).

    `dage` is None where one of the two days is not told.
    """
    before = _by(then, "milepael_id")
    changes = []
    for row in now:
        was = before.get((row["milepael_id"],))
        if was is None or row["er_naaet"] or row["status"] == "bortfaldet":
            continue
        if was["forventet_dato"] != row["forventet_dato"]:
            days = _days_between(was["forventet_dato"], row["forventet_dato"])
            changes.append({**row, "ventet_foer": was["forventet_dato"], "dage": days})
    return changes


def done(then: Rows, now: Rows) -> list[Row]:
    """`beslutninger`: those carried out now that were not then (or were not taken)."""
    before = _by(then, "beslutning_id")
    return [row for row in now if _is_done(row) and not _is_done(before.get((row["beslutning_id"],), _NOTHING))]


def figures(then: Row, now: Row) -> list[dict[str, Any]]:
    """`noegletal`: each of FIGURES then and now, and the difference; None where one of the two is not there."""
    return [{"maal": name, **_pair(then, now, name)} for name in FIGURES]


def corrected(then: Rows, now: Rows, column: str) -> list[dict[str, Any]]:
    """A series over months, asked of both releases for the same months: those whose figure is another one now.

    A figure that was not registered and now is small is another one too, though neither is a number.
    """
    after = _by(now, "maaned")
    changes = []
    for row in then:
        pair = _pair(row, after.get((row["maaned"],), _NOTHING), column)
        if (pair["foer"], pair["foer_maerke"]) != (pair["nu"], pair["nu_maerke"]):
            changes.append({"maaned": row["maaned"], **pair})
    return changes


def _pair(then: Row, now: Row, column: str) -> dict[str, Any]:
    """One figure then and now, and the difference, each with its mark: small ones have no difference to tell."""
    was, is_now = maerker.of(then, column), maerker.of(now, column)
    difference = _difference(then.get(column), now.get(column))
    hidden = maerker.HIDDEN if was or is_now else None
    return {
        "foer": then.get(column),
        "foer_maerke": was,
        "nu": now.get(column),
        "nu_maerke": is_now,
        "forskel": difference,
        "forskel_maerke": hidden if difference is None else maerker.together(was, is_now),
    }


def _squares(rows: Rows) -> list[Row]:
    """Squares carry ALLE nowhere, the whole in both places."""
    return [row for row in rows if (row["omraade_id"] == "ALLE") == (row["indsatsomraade_kode"] == "ALLE")]


def _is_done(row: Row) -> bool:
    return bool(row) and not row["er_aaben"] and row["status"] != "bortfaldet"


def _by(rows: Iterable[Row], *key: str) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in key): row for row in rows}


def _difference(then: Any, now: Any) -> Any:
    return None if then is None or now is None else now - then


def _days_between(then: date | None, now: date | None) -> int | None:
    return None if then is None or now is None else (now - then).days
