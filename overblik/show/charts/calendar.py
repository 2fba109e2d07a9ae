"""The calendar: weekdays down, weeks or months across, the stronger the more; a day without anything stays grey."""

from datetime import date, timedelta
from typing import Any, Final

from overblik.show import colours, danish, units
from overblik.show.charts import key, layout

_CELL: Final = 24  # px


def calendar(data: layout.Data, *, value: str, unit: str, word: str, day: str = "dato") -> layout.Figure | None:
    """A square a day: rows (dato, value), one for each day that has something; best for a year or less."""
    rows = [row for row in layout.rows_of(data) if row[value] is not None]
    if not rows:
        return None
    weeks = _weeks(min(row[day] for row in rows), max(row[day] for row in rows))
    by_day = {row[day]: row[value] for row in rows}
    grid = [[by_day.get(week + timedelta(days=turn)) for week in weeks] for turn in range(7)]
    told = [
        [
            _told(danish.weekday_and_day(week + timedelta(days=turn)), value, unit, word)
            for week, value in zip(weeks, line, strict=True)
        ]
        for turn, line in enumerate(grid)
    ]
    figure = _frame(grid, told, [week.isoformat() for week in weeks], word)
    figure["layout"]["xaxis"] |= layout.time_axis(weeks[0] - timedelta(days=4), weeks[-1] + timedelta(days=4))
    return figure


def month_calendar(
    data: layout.Data, *, value: str, unit: str, word: str, month: str = "maaned", weekday: str = "ugedag"
) -> layout.Figure | None:
    """A square a month and weekday (1 mandag … 7 søndag): rows (maaned, ugedag, value); for several years."""
    rows = [row for row in layout.rows_of(data) if row[value] is not None]
    if not rows:
        return None
    months = sorted({danish.first_of_month(row[month]) for row in rows})
    cells = {(danish.first_of_month(row[month]), int(row[weekday])): row[value] for row in rows}
    grid = [[cells.get((one, turn)) for one in months] for turn in range(1, 8)]
    told = [
        [_told(f"{name}e i {danish.month(one)}", value, unit, word) for one, value in zip(months, line, strict=True)]
        for name, line in zip(danish.weekdays(), grid, strict=True)
    ]
    figure = _frame(grid, told, [one.isoformat() for one in months], word)
    figure["layout"]["xaxis"] |= layout.time_axis(months[0] - timedelta(days=15), months[-1] + timedelta(days=15))
    return figure


def _weeks(first: date, last: date) -> list[date]:
    """The Mondays of all weeks from the first day's to the last day's."""
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(days=7 * turn) for turn in range((last - monday).days // 7 + 1)]


def _told(place: str, value: Any, unit: str, word: str) -> str:
    return (
        f"{place}: intet registreret" if value is None else f"{place}: {units.shown(value, unit)} {layout.clean(word)}"
    )


def _frame(grid: list[list[Any]], told: list[list[str]], across: list[str], word: str) -> layout.Figure:
    figure = layout.base(7 * _CELL + 80, left=44, top=34, bottom=44)
    numbers = [float(value) for line in grid for value in line if value is not None]
    largest = max(numbers)
    figure["data"] = [
        {
            "type": "heatmap",
            "x": across,
            "y": list(range(7)),
            "z": [[float(value or 0) for value in line] for line in grid],
            "zmin": 0,
            "zmax": largest or 1,
            "colorscale": _scale(min(filter(None, numbers), default=1) / (largest or 1)),
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
            "hovertext": told,
            "hoverinfo": "text",
        }
    ]
    figure["layout"]["yaxis"] |= {
        "range": [6.5, -0.5],
        "tickvals": list(range(7)),
        "ticktext": [name[:3] for name in danish.weekdays()],
    }
    key.add(
        figure,
        [
            ("■", colours.BAND, "intet registreret"),
            ("■", colours.RAMP[0], "færrest"),
            ("■", colours.RAMP[9], f"op til {danish.plain(largest)} {word}"),
        ],
    )
    return figure


def _scale(least: float) -> list[tuple[float, str]]:
    """Nothing is the band's grey, and even the least of something is far from it."""
    start = min(least, 1) / 2
    *ramp, most = [(start + (1 - start) * place / 9, token) for place, token in enumerate(colours.RAMP)]
    # Plotly drops a scale that does not end at exactly 1 and draws its own, from blue to red.
    return [(0, colours.BAND), (start, colours.BAND), *ramp, (1, most[1])]
