"""The matrix: område × indsatsområde, three shapes in each square, status told by mark and colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from overblik.show import colours, marks
from overblik.show.charts import layout

_ROW: Final = 72  # px from area to area
_LIST_ROW: Final = 34  # px from line to line in the narrow form
_AIR: Final = 1.1  # beside the shapes of a square, in shapes
_CHARACTERS: Final = 84  # that fit across the matrix where it stands beside other things


@dataclass(frozen=True)
class Head:
    """A row or column of the matrix, in the common order: its id in the answer and the name people use."""

    id: str
    name: str


@dataclass(frozen=True)
class _Spot:
    x: float
    y: float
    row: layout.Row


def matrix(data: layout.Data, omraader: Sequence[Head], indsatsomraader: Sequence[Head]) -> layout.Figure | None:
    """Areas down, indsatsområder across. Customdata: omraade_id, indsatsomraade_kode, dimension."""
    squares = _squares(data)
    down = [head for head in omraader if any(area == head.id for area, _ in squares)]
    across = [head for head in indsatsomraader if any(code == head.id for _, code in squares)]
    if not down or not across:
        return None
    middles, edges = _columns([_slots(squares, code.id) for code in across])
    names = [layout.wrapped(head.name, 18) for head in down]
    room = [(right - left) / edges[-1] * _CHARACTERS for left, right in pairwise(edges)]
    heads = [layout.wrapped(head.name, max(8, int(width))) for head, width in zip(across, room, strict=True)]
    top = 10 + 17 * max(text.count("<br>") + 1 for text in heads)
    step = max(_ROW, 17 * max(text.count("<br>") + 1 for text in names) + 10)
    left = max(layout.width_of(text) for text in names) + 14
    figure = layout.base(top + step * len(down) + 4, left=left, top=top, bottom=4)
    spots = [
        _Spot(middle + shift, y, row)
        for y, area in enumerate(down)
        for middle, code in zip(middles, across, strict=True)
        for shift, row in _placed(squares.get((area.id, code.id), {}), _slots(squares, code.id))
    ]
    figure["data"] = _traces(spots, _named(down, across), 24 if edges[-1] < 15 else 20)
    figure["layout"]["xaxis"] |= {"range": [0, edges[-1]], "tickvals": []}
    figure["layout"]["yaxis"] |= {"range": [len(down) - 0.5, -0.5], "tickvals": []}
    figure["layout"]["annotations"] += [_row_name(y, name) for y, name in enumerate(names)]
    figure["layout"]["annotations"] += [
        layout.label(x, 1, text, colour=colours.QUIET, yref="paper", yanchor="bottom", xanchor="center", align="center")
        for x, text in zip(middles, heads, strict=True)
    ]
    figure["layout"]["shapes"] = _grid(edges[1:-1], len(down))
    figure["layout"]["hovermode"] = "closest"
    return figure


def matrix_narrow(data: layout.Data, omraader: Sequence[Head], indsatsomraader: Sequence[Head]) -> layout.Figure | None:
    """The same for a phone: a block an area, a line an indsatsområde with its whole name."""
    squares = _squares(data)
    figure = layout.base(right=4, top=4, bottom=4)
    spots: list[_Spot] = []
    y = 0.0
    for area in omraader:
        codes = [head for head in indsatsomraader if (area.id, head.id) in squares]
        if not codes:
            continue
        figure["layout"]["annotations"].append(_line_name(y, f"<b>{layout.wrapped(area.name, 44, 2)}</b>"))
        for code in codes:
            y += 1
            figure["layout"]["annotations"].append(_line_name(y, layout.wrapped(code.name, 34, 2), colours.QUIET))
            placed = _placed(squares[area.id, code.id], list(marks.DIMENSIONS))
            spots += [_Spot(0.84 + shift * 0.1, y, row) for shift, row in placed]
        figure["layout"]["shapes"].append(_rule(y + 0.55))
        y += 1.2
    if not spots:
        return None
    figure["data"] = _traces(spots, _named(omraader, indsatsomraader), 22)
    figure["layout"]["height"] = int(y * _LIST_ROW) + 12
    figure["layout"]["xaxis"] |= {"range": [0, 1], "tickvals": []}
    figure["layout"]["yaxis"] |= {"range": [y - 0.6, -0.6], "tickvals": []}
    figure["layout"]["hovermode"] = "closest"
    return figure


def _squares(data: layout.Data) -> dict[tuple[str, str], dict[str, layout.Row]]:
    """Rows with a status by square and dimension; the totals have squares of their own when they carry one."""
    squares: dict[tuple[str, str], dict[str, layout.Row]] = {}
    for row in layout.rows_of(data):
        if row["status"] in marks.STATUSES:
            squares.setdefault((row["omraade_id"], row["indsatsomraade_kode"]), {})[row["dimension"]] = row
    return squares


def _slots(squares: Mapping[tuple[str, str], Mapping[str, layout.Row]], code: str) -> list[str]:
    """The dimensions that a column has anywhere, in the common order: each keeps its place down the column."""
    return [one for one in marks.DIMENSIONS if any(one in square for (_, of), square in squares.items() if of == code)]


def _columns(slots: Sequence[Sequence[str]]) -> tuple[list[float], list[float]]:
    """Middles and edges of the columns, a shape being 1 wide: one with fewer shapes takes less room."""
    edges = [0.0]
    for one in slots:
        edges.append(edges[-1] + max(len(one), 1.6) + _AIR)
    return [(left + right) / 2 for left, right in pairwise(edges)], edges


def _placed(square: Mapping[str, layout.Row], slots: Sequence[str]) -> list[tuple[float, layout.Row]]:
    """The shapes of a square and where they stand, counted from its middle."""
    return [(place - (len(slots) - 1) / 2, square[one]) for place, one in enumerate(slots) if one in square]


def _traces(spots: Sequence[_Spot], names: Mapping[str, str], size: int) -> list[dict[str, Any]]:
    """One trace a dimension, so that a screen reader and a test find them by name."""
    traces = []
    for dimension in marks.DIMENSIONS.values():
        mine = [spot for spot in spots if spot.row["dimension"] == dimension.code]
        if not mine:
            continue
        statuses = [marks.STATUSES[spot.row["status"]] for spot in mine]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": dimension.word,
                "x": [spot.x for spot in mine],
                "y": [spot.y for spot in mine],
                "marker": {
                    "symbol": dimension.symbol,
                    "size": size,
                    "color": [status.colour for status in statuses],
                    "opacity": 1,
                    "line": {"width": 0},
                },
                "text": [f"<b>{status.mark}</b>" for status in statuses],
                "textfont": {"size": 12, "color": colours.ON_STATUS},
                "hovertext": [_told(spot.row, names) for spot in mine],
                "hoverinfo": "text",
                "customdata": [_ids(spot.row) for spot in mine],
                "cliponaxis": False,
                "unselected": {"marker": {"opacity": 1}, "textfont": {"color": colours.ON_STATUS}},
            }
        )
    return traces


def _told(row: layout.Row, names: Mapping[str, str]) -> str:
    """Nordbyen · Job / økonomi: følger planen / why."""
    place = " · ".join(names.get(row[column], row[column]) for column in ("omraade_id", "indsatsomraade_kode"))
    status = marks.STATUSES[row["status"]]
    rounded = "; små tal indgår afrundet" if row.get("status_maerke") else ""
    why = marks.reason(row.get("aarsag")) + rounded
    head = f"<b>{layout.clean(place)}</b><br>{marks.DIMENSIONS[row['dimension']].word}: {status.name}, {status.word}"
    return f"{head}<br>{why}" if why else head


def _ids(row: layout.Row) -> list[str]:
    return [row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]]


def _named(*heads: Sequence[Head]) -> dict[str, str]:
    return {head.id: head.name for group in heads for head in group}


def _row_name(y: int, name: str) -> layout.Figure:
    return layout.label(0, y, name, xref="paper", xanchor="right", yanchor="middle", xshift=-12, align="right")


def _line_name(y: float, name: str, colour: str = colours.TEXT) -> layout.Figure:
    return layout.label(0, y, name, colour=colour, xref="paper", xanchor="left", yanchor="middle")


def _rule(y: float) -> layout.Figure:
    line = {"color": colours.LINE, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}


def _grid(edges: Sequence[float], down: int) -> list[layout.Figure]:
    upright = [
        {
            "type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": edge, "x1": edge,
            "line": {"color": colours.LINE, "width": 1}, "layer": "below",
        }
        for edge in edges
    ]  # fmt: skip
    return upright + [_rule(y - 0.5) for y in range(1, down)]
