"""An indicator's path: the straight way from zero point to target, and the measurements beside it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from overblik.show import colours, danish, marks, units
from overblik.show.charts import key, layout


def path(
    data: layout.Data,
    *,
    nul_dato: date | None,
    nul_vaerdi: float | None,
    maal_dato: date | None,
    maal_vaerdi: float | None,
    unit: str = "vaerdi",
    day: str = "periode_slut",
    value: str = "vaerdi",
    status: str = "vaerdi_status",
    height: int = 260,
) -> layout.Figure | None:
    """Measurements as rows (day, value, vaerdi_status); hidden and missing ones stand on the ground line as marks."""
    rows = sorted(layout.rows_of(data), key=lambda row: row[day])
    ends = [(at, y) for at, y in ((nul_dato, nul_vaerdi), (maal_dato, maal_vaerdi)) if at and y is not None]
    if not rows and not ends:
        return None
    known = [row for row in rows if row[value] is not None]
    absent = [row for row in rows if row[value] is None]
    numbers = [float(row[value]) for row in known] + [y for _, y in ends]
    axis = layout.value_axis(numbers, unit)
    low, high = axis["range"]
    target = f"Mål<br>{units.shown(maal_vaerdi, unit)}" if len(ends) == 2 else ""
    figure = layout.base(height, right=max(layout.width_of(target) + 14, 64), top=34, bottom=44)
    figure["data"] = [trace for trace in (_way(ends, unit), _measured(known, day, value, unit)) if trace]
    figure["data"] += [_marked(absent, day, status, low + (high - low) * 0.06)] if absent else []
    days = [row[day] for row in rows] + [at for at, _ in ends]
    room = timedelta(days=max(20, (max(days) - min(days)).days // 40))
    figure["layout"]["xaxis"] |= layout.time_axis(min(days) - room, max(days) + room)
    figure["layout"]["yaxis"] |= axis | {"automargin": True}
    figure["layout"]["hovermode"] = "closest"
    entries = [("●", colours.OURS, "målt")] if known else []
    entries += [("┄", colours.PLAN, "lige vej til målet")] if len(ends) == 2 else []
    why = [marks.VALUE_STATUSES.get(str(row.get(status)), marks.MISSING) for row in absent]
    entries += [(one.mark, colours.QUIET, one.short) for one in dict.fromkeys(why)]
    key.add(figure, entries)
    if target and maal_dato and maal_vaerdi is not None:
        place = {"xanchor": "left", "yanchor": "middle", "xshift": 10}
        figure["layout"]["annotations"].append(
            layout.label(maal_dato.isoformat(), maal_vaerdi, target, colour=colours.PLAN, **place)
        )
    if known:
        newest = known[-1]
        figure["layout"]["annotations"].append(
            layout.label(
                newest[day].isoformat(), float(newest[value]), f"<b>{units.shown(newest[value], unit)}</b>",
                colour=colours.OURS, yanchor="bottom", yshift=8,
            )
        )  # fmt: skip
    return figure


def _way(ends: Sequence[tuple[date, float]], unit: str) -> dict[str, Any] | None:
    if not ends:
        return None
    words = ("nulpunkt", "mål")[-len(ends) :] if len(ends) == 2 else ("nulpunkt eller mål",)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "lige vej til målet",
        "x": [at.isoformat() for at, _ in ends],
        "y": [y for _, y in ends],
        "line": {"color": colours.PLAN, "width": 2, "dash": "2px 3px"},
        "marker": {"symbol": "line-ns-open", "size": 14, "color": colours.PLAN, "line": {"width": 2}},
        "hovertext": [
            f"{word} {danish.day(at)}: {units.shown(y, unit)}" for word, (at, y) in zip(words, ends, strict=True)
        ],
        "hoverinfo": "text",
    }


def _measured(rows: Sequence[layout.Row], day: str, value: str, unit: str) -> dict[str, Any] | None:
    if not rows:
        return None
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "målt",
        "x": [row[day].isoformat() for row in rows],
        "y": [float(row[value]) for row in rows],
        "line": {"color": colours.OURS, "width": 2.5},
        "marker": {"color": colours.OURS, "size": 9},
        "hovertext": [f"{danish.day(row[day])}: {units.shown(row[value], unit)}" for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _marked(rows: Sequence[layout.Row], day: str, status: str, ground: float) -> dict[str, Any]:
    """The mark for why there is no value, just above the ground line: where it stands says when, never how much."""
    absences = [marks.VALUE_STATUSES.get(str(row.get(status)), marks.MISSING) for row in rows]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "uden værdi",
        "x": [row[day].isoformat() for row in rows],
        "y": [ground] * len(rows),
        "text": [gone.mark for gone in absences],
        "textfont": {"size": layout.SIZE + 2, "color": colours.QUIET},
        "hovertext": [f"{danish.day(row[day])}: {gone.word}" for row, gone in zip(rows, absences, strict=True)],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
