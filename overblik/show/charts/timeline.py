"""The timeline: a line a milestone, from the day agreed to the day reached or expected, late ones red with a mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from overblik.show import colours, danish
from overblik.show.charts import key, layout

_NAME: Final = 30  # characters of a name beside its line
_NARROW_NAME: Final = 34  # and over it
_ROW: Final = 30  # px of a milestone with a name of one line
_TEXT: Final = 17  # px of a line of text
_HEAD: Final = 34  # px of a heading


@dataclass(frozen=True)
class _Line:
    """One milestone as it stood on statusdato, and where it is drawn."""

    row: layout.Row
    name: str  # wrapped
    height: int
    reached: date | None
    expected: date | None
    late_days: int
    is_late: bool  # late and still open: what was reached late is history, told in grey
    end: date

    @property
    def note(self) -> str:
        """What stands at the line's right."""
        if not self.late_days:
            return "✕ overskredet" if self.is_late else ""
        return f"{'✕ ' if self.is_late else ''}{danish.days(self.late_days)}"

    @property
    def told(self) -> str:
        """What the pointer tells."""
        parts = [f"<b>{self.name}</b>", f"aftalt {danish.day(self.row['aftalt_dato'])}"]
        if self.reached:
            parts.append(f"nået {danish.day(self.reached)}")
        elif self.expected:
            parts.append(f"forventet {danish.day(self.expected)}")
        else:
            parts.append("ingen ny dato" if self.is_late else "ingen forventet dato")
        return "<br>".join(parts + ([f"{danish.days(self.late_days)} forsinket"] if self.late_days else []))


def timeline(
    data: layout.Data,
    *,
    group: str | None = None,
    name: str = "navn",
    ids: Sequence[str] = ("milepael_id",),
    statusdato: date | None = None,
    narrow: bool = False,
) -> layout.Figure | None:
    """Rows of the question `milepaele` (aftalt_dato, forventet_dato, naaet_dato, forsinkelse_dage, overskredet), in
    the order given; `group` is a column whose values become headings, in the order they come. `narrow` puts names over
    the lines instead of beside them, for a phone.
    """
    rows = [row for row in layout.rows_of(data) if row["aftalt_dato"] is not None]
    if not rows:
        return None
    if group:
        order = list(dict.fromkeys(row[group] for row in rows))
        rows = sorted(rows, key=lambda row: order.index(row[group]))
    lines = [_line(row, name, statusdato, narrow) for row in rows]
    places, heads, total = _places(lines, group, narrow)
    left = 8 if narrow else max(layout.width_of(line.name) for line in lines) + 10
    right = 8 if narrow else max(layout.width_of(line.note) for line in lines) + 12
    figure = layout.base(int(total) + 90, left=left, right=right, top=50, bottom=44)
    drawn = figure["layout"]
    days = [line.row["aftalt_dato"] for line in lines] + [line.end for line in lines]
    days += [statusdato] if statusdato else []
    room = timedelta(days=max(15, (max(days) - min(days)).days // 30))
    drawn["xaxis"] |= layout.time_axis(min(days) - room, max(days) + room)
    drawn["xaxis"] |= {"showgrid": True, "gridcolor": colours.LINE}
    drawn["yaxis"] |= {"range": [total, 0], "tickvals": []}
    drawn["hovermode"] = "closest"
    drawn["shapes"] = [_stroke(line, y) for line, y in zip(lines, places, strict=True)]
    if statusdato:
        shape, word = layout.day_line(statusdato, f"status pr. {danish.day(statusdato)}")
        drawn["shapes"].append(shape)
        drawn["annotations"].append(word)
    drawn["annotations"] += [text for line, y in zip(lines, places, strict=True) for text in _texts(line, y, narrow)]
    drawn["annotations"] += [_at_left(f"<b>{text}</b>", y, left) for text, y in heads]
    key.add(figure, _KEY, room=key.PHONE_WIDE if narrow else key.SCREEN, xshift=-left, yshift=24)
    figure["data"] = _points(lines, places, ids)
    return figure


_KEY: Final = (
    ("○", colours.PLAN, "aftalt"),
    ("●", colours.OURS, "nået"),
    ("◇", colours.OURS, "forventet"),
    ("✕", colours.ROED, "forsinket"),
)


def _line(row: layout.Row, name: str, statusdato: date | None, narrow: bool) -> _Line:
    reached: date | None = row.get("naaet_dato")
    if reached and statusdato and reached > statusdato:
        reached = None
    expected: date | None = None if reached else row.get("forventet_dato")
    is_late = bool(row.get("forsinkelse_dage") or row.get("overskredet")) and not reached
    end: date = reached or expected or row["aftalt_dato"]
    # What is overdue reaches at least to statusdato, whatever was once expected.
    end = max(end, statusdato) if is_late and row.get("overskredet") and statusdato else end
    text = layout.wrapped(str(row[name]), _NARROW_NAME if narrow else _NAME, 3)
    written = _TEXT * (text.count("<br>") + 1)
    height = written + 30 if narrow else max(_ROW, written + 8)
    return _Line(row, text, height, reached, expected, row.get("forsinkelse_dage") or 0, is_late, end)


def _places(
    lines: Sequence[_Line], group: str | None, narrow: bool
) -> tuple[list[float], list[tuple[str, float]], float]:
    """Where each milestone's marks and each heading stand, and the whole height, in px from the top."""
    places: list[float] = []
    heads: list[tuple[str, float]] = []
    y = 0.0
    for turn, line in enumerate(lines):
        if group and (turn == 0 or line.row[group] != lines[turn - 1].row[group]):
            y += _HEAD
            text = layout.wrapped(
                str(line.row[group] or "Ikke fordelt på område"), key.PHONE_BOLD if narrow else key.SCREEN
            )
            y += _TEXT * text.count("<br>")
            heads.append((text, y - 14 - _TEXT / 2 * text.count("<br>")))
        y += line.height
        places.append(y - (12 if narrow else line.height / 2))
    return places, heads, y


def _stroke(line: _Line, y: float) -> layout.Figure:
    colour, width = (colours.ROED, 3) if line.is_late else (colours.PLAN, 2)
    ends = {"x0": line.row["aftalt_dato"].isoformat(), "x1": line.end.isoformat(), "y0": y, "y1": y}
    return {"type": "line", **ends, "line": {"color": colour, "width": width}, "layer": "below"}


def _texts(line: _Line, y: float, narrow: bool) -> list[layout.Figure]:
    """Name and note: beside the line, or over it."""
    colour = colours.ROED if line.is_late else colours.QUIET
    if narrow:
        over = {"xref": "paper", "yanchor": "bottom", "yshift": 8}
        name = layout.label(0, y, line.name, xanchor="left", xshift=-8, **over)
        note = layout.label(1, y, line.note, colour=colour, xanchor="right", xshift=8, **over)
    else:
        beside = {"xref": "paper", "yanchor": "middle"}
        name = layout.label(0, y, line.name, xanchor="right", xshift=-8, **beside) | {"align": "right"}
        note = layout.label(1, y, line.note, colour=colour, xanchor="left", xshift=4, **beside)
    return [name, note] if line.note else [name]


def _at_left(text: str, y: float, left: float) -> layout.Figure:
    return layout.label(0, y, text, xref="paper", xanchor="left", yanchor="middle", xshift=-left)


def _points(lines: Sequence[_Line], places: Sequence[float], ids: Sequence[str]) -> list[dict[str, Any]]:
    """One trace a kind of day, so that its sign is its own: hollow agreed, diamond ahead, cross late, dot reached."""
    agreed = [(line, line.row["aftalt_dato"], y) for line, y in zip(lines, places, strict=True)]
    ahead = [(line, line.expected, y) for line, y in zip(lines, places, strict=True) if line.expected]
    expected = [(line, day, y) for line, day, y in ahead if not line.is_late]
    # A sign of its own: in grey print the red is the colour of the others.
    late = [(line, day, y) for line, day, y in ahead if line.is_late]
    reached = [(line, line.reached, y) for line, y in zip(lines, places, strict=True) if line.reached]
    kinds = (
        ("aftalt", "circle-open", colours.PLAN, agreed),
        ("forventet", "diamond-open", colours.OURS, expected),
        ("forsinket", "x-thin-open", colours.ROED, late),
        ("nået", "circle", colours.OURS, reached),
    )
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": word,
            "x": [day.isoformat() for _, day, _ in days],
            "y": [y for _, _, y in days],
            "marker": {
                "symbol": symbol,
                "size": 12,
                "opacity": 1,
                "color": colour,
                "line": {"width": 0 if word == "nået" else 2},
            },
            "hovertext": [line.told for line, _, _ in days],
            "hoverinfo": "text",
            "customdata": [[str(line.row[one]) for one in ids] for line, _, _ in days],
            "unselected": {"marker": {"opacity": 1}},
            "cliponaxis": False,
        }
        for word, symbol, colour, days in kinds
        if days
    ]
