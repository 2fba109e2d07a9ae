"""Lying bars: one or two a line (forbrug beside budget til dato), or one against a target."""

from collections.abc import Sequence
from typing import Any, Final

from overblik.answers import maerker
from overblik.show import colours, units
from overblik.show.charts import key, layout

NAME_WIDTH: Final = 20  # characters of a line's name before it is wrapped
_LINE: Final = 17  # px a line of text takes


def bars(
    data: layout.Data,
    *,
    name: str,
    value: str,
    value_name: str,
    unit: str,
    against: str | None = None,
    against_name: str = "",
    ids: Sequence[str] = (),
    why: str | None = None,
    name_width: int = NAME_WIDTH,
) -> layout.Figure | None:
    """A bar a row, with a thinner grey one for what it is compared with; the value stands at the bar's end.

    `ids` are the columns that name the row to `figure(links=…)`; `why` is the column that says in a word why a row has
    no value ("endnu ikke") where no mark does; `name_width` is for long names on a wide screen, in characters.
    """
    rows = list(layout.rows_of(data))
    shown = [column for column in (value, against) if column]
    if not any(row[column] is not None or maerker.of(row, column) for row in rows for column in shown):
        return None
    names = [layout.wrapped(str(row[name]), name_width) for row in rows]
    step = _step(names, 44 if against else 34)
    labels = [_value(row, column, unit, why) for row in rows for column in shown]
    numbers = [float(row[column]) for row in rows for column in shown if row[column] is not None]
    figure = _frame(names, numbers, step, top=34 if against else 8, right=max(map(layout.width_of, labels)) + 8)
    offset = 0.18 if against else 0.0
    figure["data"] += _bar(rows, name, value, value_name, unit, colours.OURS, -offset, 18 / step, ids, why)
    if against:
        figure["data"] += _bar(rows, name, against, against_name, unit, colours.PLAN, offset, 8 / step, ids)
        entries = [("■", colours.OURS, value_name), ("■", colours.PLAN, against_name)]
        _explain(figure, entries)
    return figure


def compare(
    data: layout.Data,
    *,
    name: str,
    value: str,
    unit: str,
    target: float | str,
    target_name: str,
    ids: Sequence[str] = (),
    name_width: int = NAME_WIDTH,
) -> layout.Figure | None:
    """A bar a row against one target for all (a number: the 25 % line) or each its own (a column's name)."""
    rows = list(layout.rows_of(data))
    if not any(row[value] is not None or maerker.of(row, value) for row in rows):
        return None
    names = [layout.wrapped(str(row[name]), name_width) for row in rows]
    goals = [row[target] if isinstance(target, str) else target for row in rows]
    step = _step(names, 36)
    labels = [_value(row, value, unit, None) for row in rows]
    numbers = [float(number) for number in [*(row[value] for row in rows), *goals] if number is not None]
    figure = _frame(names, numbers, step, top=34, right=max(map(layout.width_of, labels)) + 12)
    bars_alone = _bar(rows, name, value, "", unit, colours.OURS, 0, 18 / step, ids)[0]
    bars_alone["hovertext"] = [
        f"{told}<br>{layout.clean(target_name)}: {units.shown(goal, unit)}" if goal is not None else told
        for told, goal in zip(bars_alone["hovertext"], goals, strict=True)
    ]
    figure["data"].append(bars_alone)
    # The values stand in a column of their own: at the bar's end they would lie on the target's line.
    figure["layout"]["annotations"] = [
        layout.label(1, place, text, xref="paper", xanchor="left", xshift=8) for place, text in enumerate(labels)
    ]
    figure["layout"]["shapes"] = [
        {
            "type": "line", "x0": float(goal), "x1": float(goal), "y0": place - 0.44, "y1": place + 0.44,
            "line": {"color": colours.TEXT, "width": 2},
        }
        for place, goal in enumerate(goals)
        if goal is not None
    ]  # fmt: skip
    word = target_name if isinstance(target, str) else f"{target_name} {units.shown(target, unit)}"
    _explain(figure, [("┃", colours.TEXT, word)])
    return figure


def _step(names: Sequence[str], least: int) -> int:
    """From line to line, in px: room for the longest name."""
    return max(least, _LINE * max(text.count("<br>") + 1 for text in names) + 8)


def _explain(figure: layout.Figure, entries: Sequence[key.Entry]) -> None:
    """The key begins where the names do."""
    key.add(figure, entries, room=key.PHONE_WIDE, xshift=-figure["layout"]["margin"]["l"])


def _frame(names: Sequence[str], numbers: Sequence[float], step: int, top: int, right: float) -> layout.Figure:
    """The empty chart: names on the left, room for values on the right, no axis, for the values are written."""
    left = max(map(layout.width_of, names)) + 10
    figure = layout.base(step * len(names) + top + 8, left=left, right=right, top=top, bottom=8)
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    figure["layout"]["yaxis"] |= {
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": list(names),
        "tickfont": {"size": layout.SIZE, "color": colours.TEXT},
    }
    figure["layout"]["xaxis"] |= {
        "range": [low, high if high > low else low + 1],
        "tickvals": [],
        "zeroline": True,
        "zerolinecolor": colours.PLAN,
    }
    figure["layout"] |= {"bargap": 0, "barmode": "overlay", "hovermode": "closest"}
    return figure


def _bar(
    rows: Sequence[layout.Row],
    name: str,
    column: str,
    word: str,
    unit: str,
    colour: str,
    offset: float,
    width: float,
    ids: Sequence[str],
    why: str | None = None,
) -> list[dict[str, Any]]:
    """The bars, and their values at the right of each: beside nought where a correction runs to the left."""
    values = [row[column] for row in rows]
    # What is not there has no bar at all, not even one of nought; its word stands where the bar would begin.
    lengths = [None if value is None else float(value) for value in values]
    places = [place + offset for place in range(len(rows))]
    prefix = f"{layout.clean(word)}: " if word else ""
    told = [_value(row, column, unit, why) for row in rows]
    drawn = {
        "type": "bar",
        "orientation": "h",
        "name": layout.clean(word),
        "x": lengths,
        "y": places,
        "width": width,
        "marker": {"color": colour, "opacity": 1, "line": {"width": 0}},
        "customdata": [[str(row[one]) for one in ids] for row in rows] if ids else None,
        "hovertext": [
            f"<b>{layout.clean(row[name])}</b><br>{prefix}{text}" for row, text in zip(rows, told, strict=True)
        ],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }
    written = {
        "type": "scatter",
        "mode": "text",
        "x": [max(length or 0, 0) for length in lengths],
        "y": places,
        "text": [f" {text}" for text in told],
        "textposition": "middle right",
        "textfont": {"size": layout.SIZE, "color": colours.TEXT if colour == colours.OURS else colours.QUIET},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": colours.TEXT if colour == colours.OURS else colours.QUIET}},
    }
    return [drawn, written]


def _value(row: layout.Row, column: str, unit: str, why: str | None) -> str:
    """The value as it stands at the bar's end, or the word for why there is none."""
    if row[column] is None and why and row[why] and not maerker.of(row, column):
        return layout.clean(row[why])
    return layout.clean(units.of(row, column, unit))
