"""Charts: functions from an answer's rows to a plain Plotly figure, or None when there is nothing to draw."""

from overblik.show.charts.bars import bars, compare
from overblik.show.charts.calendar import calendar, month_calendar
from overblik.show.charts.columns import columns
from overblik.show.charts.lines import Marker, Series, lines
from overblik.show.charts.locale_da import CONFIG
from overblik.show.charts.matrix import Head, matrix, matrix_narrow
from overblik.show.charts.path import path
from overblik.show.charts.timeline import timeline
from overblik.show.charts.tracks import Bar, Lane, Point, tracks

__all__ = [
    "CONFIG", "Bar", "Head", "Lane", "Marker", "Point", "Series",
    "bars", "calendar", "columns", "compare", "lines", "matrix", "matrix_narrow", "month_calendar", "path", "timeline",
    "tracks",
]  # fmt: skip
