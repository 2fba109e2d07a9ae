"""A chart of the pages as SVG: a small writer for the part of Plotly's terms that our charts use.

No browser and no script: a test compares it with Plotly's own drawing (docs/decisions).
"""

from overblik.export.svg.drawing import Unknown, draw

__all__ = ["Unknown", "draw"]
