"""Since when something has been off course, where it tells no date of its own: told by the meetings' figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from overblik.answers import Answer, Choice, fetch

Row = Mapping[str, Any]

# What tells no date of its own, so that the meetings' figures must say since when.
_WITHOUT_DATE: Final = ("oekonomi", "aktivitet", "aktivitet_aaret_foer")


def asked_for(points: Answer) -> Choice:
    """The choice that the points themselves were asked for, so that what is said of them is of the same figures."""
    return Choice(**points.params, release=points.release.id)


def off_since(point: Row, choice: Choice) -> date | None:
    """The earliest of the meetings' statusdatoer, counted back without a break, at which this very point stood too.

    A deviation to the other side is another point. None for what tells its own date, and for what is new since the
    last meeting. The last four meetings are asked.
    """
    if point["art"] not in _WITHOUT_DATE or choice.statusdato is None:
        return None
    meetings = [row for row in fetch("moeder", choice).rows() if row["dato"] <= choice.statusdato]
    since = None
    for meeting in meetings[:4]:
        then = fetch("opmaerksomhedspunkter", choice, statusdato=meeting["statusdato"]).rows()
        if not any(_same(point, row) for row in then):
            break
        since = meeting["statusdato"]
    return since


def _same(point: Row, other: Row) -> bool:
    over, other_over = ((row["beloeb_kr"] or 0) > 0 for row in (point, other))
    return (point["punkt_id"], point["art"], over) == (other["punkt_id"], other["art"], other_over)
