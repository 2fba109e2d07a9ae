"""The marks beside figures: what a figure that is not there is, and which figures hold something rounded or hidden.

The SQL decides which mark a figure has (`<column>_maerke`, unit `maerke`); here it gets its word, once, for pages,
charts, sentences and the command line alike.
"""

from collections.abc import Mapping
from typing import Any, Final

UNIT: Final = "maerke"
ENDING: Final = "_maerke"
UNDER: Final = "under_"
ROUNDED: Final = "afrundet"
AT_LEAST: Final = "mindst"
HIDDEN: Final = "skjult"
FEW: Final = "faa"

# Marks of figures that are there come before them; all others stand instead of a figure.
_BEFORE: Final = {ROUNDED: "ca.", AT_LEAST: "mindst"}
_INSTEAD: Final = {FEW: "få", HIDDEN: "skjult", "mangler": "mangler", "ikke_relevant": "ikke relevant"}


def of(row: Mapping[str, Any], column: str) -> str | None:
    """The mark of a figure in a row; None for what is exact, not registered, or has no marks at all."""
    mark: str | None = row.get(f"{column}{ENDING}")
    return mark


def word(mark: str) -> str:
    """under 5, få, skjult, mangler, ikke relevant: what is read where no figure is. Raises KeyError."""
    return f"under {mark.removeprefix(UNDER)}" if mark.startswith(UNDER) else _INSTEAD[mark]


def beside(text: str, mark: str | None) -> str:
    """ca. 120, mindst 30 timer: a figure that is there, with what must be said of it."""
    return f"{_BEFORE[mark]}\u00a0{text}" if mark in _BEFORE else text


def together(*marks: str | None) -> str | None:
    """The mark of what is reckoned from several figures that are there: rounded where one is."""
    return next((mark for mark in (ROUNDED, AT_LEAST) if mark in marks), None)


def is_mark(column: str) -> bool:
    """Does a column hold marks?"""
    return column.endswith(ENDING)
