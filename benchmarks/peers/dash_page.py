"""Plotly Dash over DuckDB: the same charts as dicts, answers remembered, one callback for the whole page.

python -m benchmarks.peers.dash_page PORT TABLES-AS-JSON
"""

import json
import sys
from datetime import date
from functools import lru_cache
from typing import Any

import dash
from dash import Input, Output, dcc, html
from waitress import serve

from benchmarks.peers.numbers import Rows, Source

MEASURED = ("fremmoeder", "nye_deltagere", "frivillige", "frivilligtimer", "medarbejdertimer")
LINES = ("omraader", "indsatsomraader", "indsatser")
DAYS = ("2023-03-31", "2023-02-28", "2023-01-31")
KEY_FIGURES, CHARTS = 6, 12


def layout(organisations: list[str]) -> html.Div:
    """Two filters, six key figures, twelve charts."""
    numbers = [html.Div(id=f"tal-{n}", className="noegletal") for n in range(KEY_FIGURES)]
    charts = [dcc.Graph(id=f"graf-{n}", style={"height": 220 if 0 < n < 5 else 320}) for n in range(CHARTS)]
    small = {"display": "grid", "gridTemplateColumns": "1fr 1fr"}
    filters = [
        dcc.Checklist(organisations, [], id="organisation", inline=True),
        dcc.Dropdown(list(DAYS), DAYS[0], id="statusdato", clearable=False),
    ]
    return html.Div(
        [html.H1("Aktivitet"), *filters, *numbers, charts[0], html.Div(charts[1:11], style=small), charts[11]]
    )


def figures(found: dict[str, Rows], day: date) -> tuple[list[str], list[dict[str, Any]]]:
    """Key figures as text and charts as dicts, in the order of the layout."""
    months = {row["maaned"]: row | hours for row, hours in zip(found["maaneder"], found["timer"], strict=True)}
    lines = found["indsatsomraader"]
    year, wanted = sum(row["aar"] for row in lines), sum(100 * row["aar"] / row["pct"] for row in lines if row["pct"])
    numbers = [f"Fremmøder i år: {year:,}", f"Af målet: {100 * year / wanted:.1f} %" if wanted else "–"]
    numbers += [
        f"{name}: {sum(row[name] or 0 for row in months.values()):,.0f}" for name in MEASURED if name != "frivillige"
    ]
    charts = [_columns(months, name) for name in MEASURED]
    for name in LINES:
        charts += _bars(found[name])
    return numbers, [*charts, _calendar(found["kalender"])]


def _columns(months: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    before = [months.get(f"{int(month[:4]) - 1}{month[4:]}", {}).get(name) for month in months]
    now = [row[name] for row in months.values()]
    drawn = [{"type": "bar", "x": list(months), "y": values} for values in (now, before)]
    return {"data": drawn, "layout": {"title": {"text": name}, "margin": {"t": 30}}}


def _bars(rows: Rows) -> list[dict[str, Any]]:
    names = [row["navn"] for row in rows]

    def of(*columns: str) -> dict[str, Any]:
        drawn = [{"type": "bar", "orientation": "h", "y": names, "x": [row[name] for row in rows]} for name in columns]
        return {"data": drawn, "layout": {"height": max(220, 22 * len(rows) + 60), "margin": {"t": 30}}}

    return [of("aar", "foer"), of("pct")]


def _calendar(rows: Rows) -> dict[str, Any]:
    x, y, z = ([row[name] for row in rows] for name in ("maaned", "ugedag", "antal_afholdt"))
    return {"data": [{"type": "heatmap", "x": x, "y": y, "z": z}], "layout": {"margin": {"t": 30}}}


def main() -> None:
    """Serves until it is stopped."""
    source = Source.cube(json.loads(sys.argv[2]))
    organisations = [
        row[0] for row in source.connection.execute("select distinct organisation_id from ejer order by all").fetchall()
    ]

    @lru_cache(maxsize=4096)
    def shown(organisation: tuple[str, ...], day: date) -> tuple[list[str], list[dict[str, Any]]]:
        return figures(source.ask_all(organisation, day), day)

    app = dash.Dash(title="Aktivitet")
    app.layout = layout(organisations)

    @app.callback(
        [Output(f"tal-{n}", "children") for n in range(KEY_FIGURES)]
        + [Output(f"graf-{n}", "figure") for n in range(CHARTS)],
        Input("organisation", "value"),
        Input("statusdato", "value"),
    )
    def choose(organisation: list[str], statusdato: str) -> list[Any]:
        numbers, charts = shown(tuple(sorted(organisation)), date.fromisoformat(statusdato))
        return [*numbers, *charts]

    serve(app.server, host="127.0.0.1", port=int(sys.argv[1]), threads=8)


if __name__ == "__main__":
    main()
