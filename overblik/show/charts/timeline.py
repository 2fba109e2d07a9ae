"""The timeline: a line a milestone, from the day agreed to the day reached or expected; late ones in red, with a mark."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from overblik.show import colours, danish
from overblik.show.charts import layout

_NAME: Final = 30  # characters
_ROW: Final = 30  # px of a milestone of one line


def timeline(
    data: layout.Data,
    *,
    group: str | None = None,
    name: str = "navn",
    ids: Sequence[str] = ("milepael_id",),
    statusdato: date | None = None,
) -> layout.Figure | None:
    """Rows of the question `milepaele` (aftalt_dato, forventet_dato, naaet_dato, forsinkelse_dage, overskredet), in
    the order given; `group` is a column whose value becomes a heading each time it changes.
    """
    rows = [row for row in layout.rows_of(data) if row["aftalt_dato"] is not None]
    if not rows:
        return None
    heights, places, heads = _places(rows, group, name)
    total = sum(heights)
    notes = [_note(row) for row in rows]
    right = max(layout.width_of(text) for text in notes) + 8
    figure = layout.base(int(total) + 90, left=_left(rows, name), right=right, top=50, bottom=40)
    ends = [_end(row, statusdato) for row in rows]
    days = [row["aftalt_dato"] for row in rows] + ends + ([statusdato] if statusdato else [])
    room = timedelta(days=max(15, (max(days) - min(days)).days // 30))
    figure["layout"]["xaxis"] |= layout.time_axis(min(days) - room, max(days) + room)
    figure["layout"]["xaxis"] |= {"showgrid": True, "gridcolor": colours.LINE}
    figure["layout"]["yaxis"] |= {"range": [total, 0], "tickvals": []}
    figure["layout"]["shapes"] = [_bar(row, end, y) for row, end, y in zip(rows, ends, places, strict=True)]
    if statusdato:
        shape, word = layout.day_line(statusdato, f"status pr. {danish.day(statusdato)}")
        figure["layout"]["shapes"].append(shape)
        figure["layout"]["annotations"].append(word)
    figure["layout"]["annotations"] += [_name_label(row, y, name) for row, y in zip(rows, places, strict=True)]
    figure["layout"]["annotations"] += [
        layout.label(1, y, text, colour=colours.ROED if _is_late(row) else colours.QUIET,
                     xref="paper", xanchor="left", yanchor="middle", xshift=4)
        for row, y, text in zip(rows, places, notes, strict=True)
        if text
    ]  # fmt: skip
    figure["layout"]["annotations"] += [
        layout.label(0, y, f"<b>{layout.clean(text)}</b>", xref="paper", xanchor="left", yanchor="middle",
                     xshift=-figure["layout"]["margin"]["l"])
        for text, y in heads
    ]  # fmt: skip
    key = layout.key_line(
        [
            ("○", colours.PLAN, "aftalt"),
            ("●", colours.OURS, "nået"),
            ("◇", colours.OURS, "forventet"),
            ("✕", colours.ROED, "forsinket"),
        ]
    )
    left = figure["layout"]["margin"]["l"]
    figure["layout"]["annotations"].append(key | {"xshift": -left, "yshift": 24})
    figure["data"] = _points(rows, places, name, ids)
    figure["layout"]["hovermode"] = "closest"
    return figure


def _places(
    rows: Sequence[layout.Row], group: str | None, name: str
) -> tuple[list[int], list[float], list[tuple[str, float]]]:
    """Heights of all lines, the middle of each milestone's line, and the headings with theirs, in px from the top."""
    heights: list[int] = []
    places: list[float] = []
    heads: list[tuple[str, float]] = []
    before: object = None
    for turn, row in enumerate(rows):
        if group and (turn == 0 or row[group] != before):
            heights.append(32)
            heads.append((str(row[group] or "Ikke fordelt på område"), sum(heights) - 14.0))
            before = row[group]
        heights.append(max(_ROW, 17 * (layout.wrapped(str(row[name]), _NAME, 3).count("<br>") + 1) + 8))
        places.append(sum(heights) - heights[-1] / 2)
    return heights, places, heads


def _left(rows: Sequence[layout.Row], name: str) -> float:
    return max(layout.width_of(layout.wrapped(str(row[name]), _NAME, 3)) for row in rows) * 0.95 + 10


def _is_late(row: layout.Row) -> bool:
    """Late and still open: what was reached late is history, told in grey."""
    return bool(row.get("forsinkelse_dage") or row.get("overskredet")) and not row.get("naaet_dato")


def _end(row: layout.Row, statusdato: date | None) -> date:
    """The later end of a milestone's line: reached, else expected; what is overdue reaches at least to statusdato."""
    end: date = row.get("naaet_dato") or row.get("forventet_dato") or row["aftalt_dato"]
    overdue = row.get("overskredet") and statusdato and not row.get("naaet_dato")
    return max(end, statusdato) if overdue and statusdato else end


def _bar(row: layout.Row, end: date, y: float) -> layout.Figure:
    late = _is_late(row)
    return {
        "type": "line", "x0": row["aftalt_dato"].isoformat(), "x1": end.isoformat(), "y0": y, "y1": y,
        "line": {"color": colours.ROED if late else colours.PLAN, "width": 3 if late else 2}, "layer": "below",
    }  # fmt: skip


def _name_label(row: layout.Row, y: float, name: str) -> layout.Figure:
    text = layout.wrapped(str(row[name]), _NAME, 3)
    return layout.label(0, y, text, xref="paper", xanchor="right", yanchor="middle", xshift=-8, align="right")


def _note(row: layout.Row) -> str:
    """What stands at the line's right: how late, with a mark while it is open."""
    if not row.get("forsinkelse_dage"):
        return "✕ overskredet" if _is_late(row) else ""
    return f"{'✕ ' if _is_late(row) else ''}{danish.days(row['forsinkelse_dage'])}"


def _points(rows: Sequence[layout.Row], places: Sequence[float], name: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    kinds = (
        ("aftalt", "aftalt_dato", "circle-open", colours.PLAN),
        ("forventet", "forventet_dato", "diamond-open", colours.OURS),
        ("nået", "naaet_dato", "circle", colours.OURS),
    )
    traces = []
    for word, column, symbol, colour in kinds:
        mine = [(row, y) for row, y in zip(rows, places, strict=True) if row.get(column) and _counts(row, column)]
        if mine:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "name": word,
                    "x": [row[column].isoformat() for row, _ in mine],
                    "y": [y for _, y in mine],
                    "marker": {
                        "symbol": symbol,
                        "size": 12,
                        "opacity": 1,
                        "color": [
                            colours.ROED if _is_late(row) and column != "aftalt_dato" else colour for row, _ in mine
                        ],
                        "line": {"width": 2},
                    },
                    "hovertext": [_told(row, name) for row, _ in mine],
                    "hoverinfo": "text",
                    "customdata": [[str(row[one]) for one in ids] for row, _ in mine],
                    "unselected": {"marker": {"opacity": 1}},
                    "cliponaxis": False,
                }
            )
    return traces


def _counts(row: layout.Row, column: str) -> bool:
    """What was expected says nothing any more once it is reached."""
    return column != "forventet_dato" or not row.get("naaet_dato")


def _told(row: layout.Row, name: str) -> str:
    lines = [f"<b>{layout.clean(row[name])}</b>", f"aftalt {danish.day(row['aftalt_dato'])}"]
    if row.get("naaet_dato"):
        lines.append(f"nået {danish.day(row['naaet_dato'])}")
    elif row.get("forventet_dato"):
        lines.append(f"forventet {danish.day(row['forventet_dato'])}")
    else:
        lines.append("ingen ny dato" if row.get("overskredet") else "ingen forventet dato")
    if row.get("forsinkelse_dage"):
        lines.append(f"{danish.days(row['forsinkelse_dage'])} forsinket")
    return "<br>".join(lines)
