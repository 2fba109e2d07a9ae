"""Plotly's Danish: its own package's locale `da` (which has no words for buttons), with Babel's lower-case names."""

from typing import Any, Final

from babel.dates import get_day_names, get_month_names

from overblik.show.danish import LOCALE


def _days(width: str) -> list[str]:
    names = get_day_names(width, context="stand-alone", locale=LOCALE)  # type: ignore[arg-type, unused-ignore]
    return [str(names[index]) for index in (6, 0, 1, 2, 3, 4, 5)]


def _months(width: str) -> list[str]:
    names = get_month_names(width, locale=LOCALE)  # type: ignore[arg-type, unused-ignore]
    return [str(names[index]) for index in range(1, 13)]


DA: Final[dict[str, Any]] = {
    "moduleType": "locale",
    "name": "da",
    "dictionary": {},
    "format": {
        "days": _days("wide"),
        "shortDays": _days("abbreviated"),
        "months": _months("wide"),
        "shortMonths": [name.rstrip(".") for name in _months("abbreviated")],
        "date": "%d-%m-%Y",
        "decimal": ",",
        "thousands": ".",
    },
}

CONFIG: Final[dict[str, Any]] = {
    "locale": "da",
    "locales": {"da": DA},
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
}
