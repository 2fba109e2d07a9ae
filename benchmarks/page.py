"""Writes what was measured into docs/hastighed.md, between two marks; the rest of the page is written by hand."""

from pathlib import Path

from overblik.settings import ROOT

PAGE = ROOT / "docs" / "hastighed.md"
_BEGIN, _END = "<!-- målt af make bench: begynder -->", "<!-- målt af make bench: slutter -->"


def write(measured: str, page: Path = PAGE) -> None:
    """Replaces what the last run wrote. Raises ValueError where the marks are not there, in their order, once."""
    before, begun, rest = page.read_text(encoding="utf-8").partition(_BEGIN)
    _, ended, after = rest.partition(_END)
    if not (begun and ended):
        raise ValueError(f"{page.name} has lost the marks between which figures are written")
    page.write_text(f"{before}{_BEGIN}\n{measured}\n{_END}{after}", encoding="utf-8")
