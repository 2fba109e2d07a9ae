"""Two tracks on one time axis: what runs as a bar from start to end, what happens once as a point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from overblik.show import colours, danish
from overblik.show.charts import key, layout

_NAME: Final = 34  # characters of a lane's name beside it
_NARROW_NAME: Final = 44  # and over it
_LANE: Final = 28  # px of a lane with a name of one line
_TEXT: Final = 17  # px of a line of text
_HEAD: Final = 36  # px of a heading
_DAY: Final = 86_400_000  # milliseconds: Plotly's unit of a bar along a time axis

# What a point says: its sign on the chart, the same sign in the line that explains it, its colour, its word.
_SIGNS: Final = {
    "naaet": ("circle", "●", colours.OURS, "nået"),
    "aftalt": ("circle-open", "○", colours.OURS, "aftalt eller ventet"),
    "overskredet": ("x-thin-open", "✕", colours.ROED, "overskredet"),
    "trin": ("diamond-open", "◇", colours.PLAN, "planlagt trin"),
    "frist": ("diamond", "◆", colours.PLAN, "frist"),
}


@dataclass(frozen=True)
class Bar:
    """Something that runs from a day to a day, both counted."""

    start: date
    end: date
    runs: bool  # on statusdato
    told: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Point:
    """Something that happens once; `kind` is one of naaet, aftalt, overskredet, trin, frist."""

    day: date
    kind: str
    told: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A line of the chart: its heading, its name, and what lies on it."""

    group: str
    name: str
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()


def tracks(lanes: Sequence[Lane], *, statusdato: date | None = None, narrow: bool = False) -> layout.Figure | None:
    """The lanes in the order given, under their headings; None where nothing lies on any. `narrow` is for a phone."""
    days = [day for lane in lanes for bar in lane.bars for day in (bar.start, bar.end)]
    days += [point.day for lane in lanes for point in lane.points]
    if not days:
        return None
    days += [statusdato] if statusdato else []
    names = [layout.wrapped(lane.name, _NARROW_NAME if narrow else _NAME, 2) for lane in lanes]
    places, heads, total = _places(lanes, names, narrow)
    left = 8 if narrow else max(layout.width_of(name) for name in names) + 12
    figure = layout.base(int(total) + 96, left=left, right=14, top=52, bottom=44)
    drawn = figure["layout"]
    room = timedelta(days=max(15, (max(days) - min(days)).days // 40))
    drawn["xaxis"] |= layout.time_axis(min(days) - room, max(days) + room)
    drawn["xaxis"] |= {"showgrid": True, "gridcolor": colours.LINE}
    drawn["yaxis"] |= {"range": [total, 0], "tickvals": []}
    drawn |= {"hovermode": "closest", "barmode": "overlay"}
    figure["data"] = _bars(lanes, places) + _points(lanes, places)
    if statusdato:
        shape, word = layout.day_line(statusdato, f"status pr. {danish.day(statusdato)}")
        late = statusdato - min(days) < (max(days) - min(days)) / 4
        drawn["shapes"].append(shape)
        drawn["annotations"].append(word | {"xanchor": "left" if late else "center"})
    drawn["annotations"] += [_name(name, y, narrow) for name, y in zip(names, places, strict=True)]
    drawn["annotations"] += [
        layout.label(0, y, f"<b>{text}</b>", xref="paper", xanchor="left", xshift=-left) for text, y in heads
    ]
    key.add(figure, _key(lanes), room=key.PHONE_WIDE if narrow else key.SCREEN, xshift=-left, yshift=26)
    return figure


def _places(
    lanes: Sequence[Lane], names: Sequence[str], narrow: bool
) -> tuple[list[float], list[tuple[str, float]], float]:
    """Where each lane and each heading stand, and the whole height, in px from the top."""
    places: list[float] = []
    heads: list[tuple[str, float]] = []
    y = 0.0
    for turn, (lane, name) in enumerate(zip(lanes, names, strict=True)):
        if turn == 0 or lane.group != lanes[turn - 1].group:
            y += _HEAD
            text = layout.wrapped(lane.group, key.PHONE_BOLD if narrow else key.SCREEN)
            y += _TEXT * text.count("<br>")
            heads.append((text, y - 16 - _TEXT / 2 * text.count("<br>")))
        written = _TEXT * (name.count("<br>") + 1)
        height = written + 26 if narrow else max(_LANE, written + 6)
        y += height
        places.append(y - (11 if narrow else height / 2))
    return places, heads, y


def _name(text: str, y: float, narrow: bool) -> layout.Figure:
    if narrow:
        return layout.label(0, y, text, xref="paper", xanchor="left", yanchor="bottom", xshift=-8, yshift=8)
    beside = layout.label(0, y, text, xref="paper", xanchor="right", yanchor="middle", xshift=-8)
    return beside | {"align": "right"}


def _key(lanes: Sequence[Lane]) -> list[tuple[str, str, str]]:
    """Only the signs that are on the chart."""
    running = {bar.runs for lane in lanes for bar in lane.bars}
    kinds = {point.kind for lane in lanes for point in lane.points}
    entries = [("■", colours.OURS, "løber")] if True in running else []
    entries += [("□", colours.PLAN, "løber ikke")] if False in running else []
    return entries + [(sign, colour, word) for kind, (_, sign, colour, word) in _SIGNS.items() if kind in kinds]


def _lines(told: str) -> str:
    return "<br>".join(layout.clean(line) for line in told.split("\n"))


def _bars(lanes: Sequence[Lane], places: Sequence[float]) -> list[dict[str, Any]]:
    """One trace a state, thin enough to stand behind the points of its lane."""
    traces = []
    # Filled and hollow: they stay apart in grey print, too.
    hollow = {"color": colours.CLEAR, "line": {"color": colours.PLAN, "width": 1.5}}
    filled = {"color": colours.OURS, "line": {"width": 0}}
    for runs, look, word in ((True, filled, "løber"), (False, hollow, "løber ikke")):
        found = [(bar, y) for lane, y in zip(lanes, places, strict=True) for bar in lane.bars if bar.runs is runs]
        if found:
            traces.append({
                "type": "bar",
                "orientation": "h",
                "name": word,
                "base": [bar.start.isoformat() for bar, _ in found],
                "x": [((bar.end - bar.start).days + 1) * _DAY for bar, _ in found],
                "y": [y for _, y in found],
                "width": 12,
                "marker": {**look, "opacity": 1},
                "hovertext": [_lines(bar.told) for bar, _ in found],
                "hoverinfo": "text",
                "textposition": "none",
                "customdata": [list(bar.ids) for bar, _ in found],
                "unselected": {"marker": {"opacity": 1}},
            })  # fmt: skip
    return traces


def _points(lanes: Sequence[Lane], places: Sequence[float]) -> list[dict[str, Any]]:
    """One trace a kind."""
    traces = []
    for kind, (symbol, _, colour, word) in _SIGNS.items():
        found = [
            (point, y) for lane, y in zip(lanes, places, strict=True) for point in lane.points if point.kind == kind
        ]
        if found:
            traces.append({
                "type": "scatter",
                "mode": "markers",
                "name": word,
                "x": [point.day.isoformat() for point, _ in found],
                "y": [y for _, y in found],
                "marker": {
                    "symbol": symbol,
                    "size": 13,
                    "opacity": 1,
                    "color": colour,
                    "line": {"width": 2.5, "color": colour},
                },
                "hovertext": [_lines(point.told) for point, _ in found],
                "hoverinfo": "text",
                "customdata": [list(point.ids) for point, _ in found],
                "unselected": {"marker": {"opacity": 1}},
                "cliponaxis": False,
            })  # fmt: skip
    return traces
