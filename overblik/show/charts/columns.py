"""Columns by month: ours in colour, what we compare with (last year, target) as a grey outline behind them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from overblik.answers import maerker
from overblik.show import colours, danish, marks, units
from overblik.show.charts import key, layout

_DAY: Final = 86_400_000  # Plotly measures time axes in ms


def columns(
    data: layout.Data,
    *,
    value: str,
    name: str,
    unit: str,
    month: str = "maaned",
    against: str | None = None,
    against_name: str = "",
    until: date | None = None,
    height: int = layout.HEIGHT,
) -> layout.Figure | None:
    """One column a month, with a grey outline for what it is compared with; None when there is nothing to show at all.

    A month without a number has its mark on the ground line (`<value>_maerke`: small, hidden, missing; else not
    registered), up to `until` (else the newest number or mark): nought would have been a number.
    """
    rows = [row for row in layout.rows_of(data) if row[month] is not None]
    compared = against is not None and any(row[against] is not None for row in rows)
    if not any(_told(row, value) for row in rows):
        return None
    figure = layout.base(height, top=34, bottom=44)
    first, last = danish.first_of_month(rows[0][month]), danish.first_of_month(rows[-1][month]) + timedelta(days=31)
    days = [danish.first_of_month(row[month]).isoformat() for row in rows]
    figure["data"] = []
    entries = [("■", colours.OURS, name)]
    if compared and against is not None:
        # An outline behind: it stays apart from the column in grey print, too.
        hollow = {"color": colours.CLEAR, "line": {"color": colours.PLAN, "width": 1.5}}
        figure["data"].append(_columns(rows, days, against, against_name, unit, hollow, 26))
        entries.append(("□", colours.PLAN, against_name))
    ours = _columns(rows, days, value, name, unit, {"color": colours.OURS}, 17)
    figure["data"].append(ours)
    absent = _absent(rows, value, month, until)
    for place, absence in absent.items():
        ours["hovertext"][place] = f"{layout.clean(name)}: {layout.clean(absence.word)}"
    entries += [(layout.clean(one.mark), colours.QUIET, one.short) for one in dict.fromkeys(absent.values())]
    numbers = [float(row[column]) for row in rows for column in (value, against) if column and row[column] is not None]
    key.add(figure, entries)
    figure["layout"]["annotations"] += [
        layout.label(
            f"{days[place][:8]}16", 0, layout.clean(absence.mark),
            colour=colours.QUIET, yanchor="bottom", xanchor="center",
        )
        for place, absence in absent.items()
    ]  # fmt: skip
    figure["layout"]["yaxis"] |= layout.value_axis(numbers, unit) | {"automargin": True}
    figure["layout"]["xaxis"] |= layout.time_axis(first, last) | {"ticklabelmode": "period"}
    figure["layout"] |= {"hovermode": "x unified", "barmode": "overlay"}
    return figure


def _columns(
    rows: Sequence[layout.Row], days: list[str], column: str, name: str, unit: str, look: layout.Figure, width: int
) -> dict[str, Any]:
    """One column a month, `width` days wide."""
    return {
        "type": "bar",
        "name": layout.clean(name),
        "x": days,
        "y": [None if row[column] is None else float(row[column]) for row in rows],
        "width": [width * _DAY] * len(rows),
        "marker": look,
        "hovertext": [f"{layout.clean(name)}: {layout.clean(units.of(row, column, unit))}" for row in rows],
        "hoverinfo": "text",
        "xperiod": "M1",
        "xperiodalignment": "middle",
    }


def _absent(rows: Sequence[layout.Row], column: str, month: str, until: date | None) -> dict[int, marks.Absence]:
    """The months without a number, by their place, and why there is none."""
    newest = max(turn for turn, row in enumerate(rows) if _told(row, column))
    last = sum(danish.first_of_month(row[month]) <= until for row in rows) if until else newest + 1
    return {
        place: marks.absence(maerker.of(row, column)) for place, row in enumerate(rows[:last]) if row[column] is None
    }


def _told(row: layout.Row, column: str) -> bool:
    """Is there a number, or a mark that says why not?"""
    return row[column] is not None or maerker.of(row, column) is not None
