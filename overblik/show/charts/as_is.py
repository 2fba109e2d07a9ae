"""A chart handed to Streamlit as it stands.

Given a plain dict, Streamlit lets Plotly build an object of every part in order to check it, at every rerun: half the
time of a page of charts. A figure object it takes as checked, so it gets one that is nothing but the dict. That Plotly
takes every kind of chart is what the tests of charts are for.
"""

from plotly.basedatatypes import BaseFigure

from overblik.show.charts.layout import Figure


class AsIs(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure that is not looked into."""

    def __init__(self, figure: Figure) -> None:
        self._as_is = figure

    def to_dict(self) -> Figure:
        """The dict it was made of."""
        return self._as_is
