"""A table of a page as a file that a spreadsheet opens: Excel, Danish CSV, international CSV."""

from overblik.regneark.ark import Ark, Head, csv_danish, csv_international

__all__ = ["Ark", "Head", "csv_danish", "csv_international"]
