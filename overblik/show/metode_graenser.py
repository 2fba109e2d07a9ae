"""Where a status turns, in words: the settings of this installation, beside what they decide."""

from collections.abc import Mapping
from typing import Any, Final

from overblik.answers import Column, Question
from overblik.settings import settings
from overblik.settings_limits import Graenser
from overblik.show import danish, marks

COLUMNS: Final = {"dimension": Column("Dimension", "tekst")} | {
    code: Column(f"{status.mark} {danish.capitalised(status.name)} – {status.word}", "tekst")
    for code in ("groen", "gul", "roed", "graa")
    for status in (marks.STATUSES[code],)
}


def limits(graenser: Graenser) -> list[dict[str, str]]:
    """A row a dimension: what makes its square green, yellow, red or grey."""
    yellow_days, red_days = danish.days(graenser.fremdrift_gul_dage), danish.days(graenser.fremdrift_roed_dage)
    yellow_kr, red_kr = _pct(graenser.oekonomi_gul_pct), _pct(graenser.oekonomi_roed_pct)
    green_act, yellow_act = _pct(graenser.aktivitet_groen_pct), _pct(graenser.aktivitet_gul_pct)
    shortfall = f"lokal medfinansiering under {_pct(graenser.medfinansiering_pct)}"
    pace = f"takt af under {danish.count(graenser.takt_mindst_maaneder)} måneder"
    old = f"tal over {danish.count(graenser.for_gamle_maaneder)} måneder gamle"
    return [
        {
            "dimension": _dimension("fremdrift"),
            "groen": f"Den mest forsinkede åbne milepæl er højst {yellow_days} forsinket.",
            "gul": f"Over {yellow_days}, højst {red_days}.",
            "roed": f"Over {red_days}, eller overskredet uden ny dato.",
            "graa": "Ingen milepæl.",
        },
        {
            "dimension": _dimension("oekonomi"),
            "groen": f"Forventet forbrug er højst {yellow_kr} over eller under budgettet.",
            "gul": f"Over {yellow_kr}, højst {red_kr}; hele planen også ved {shortfall} i året.",
            "roed": f"Over {red_kr}; hele planen også ved {shortfall} i det seneste hele år.",
            "graa": f"Intet budget, ingen prognose, {pace}, {old}.",
        },
        {
            "dimension": _dimension("aktivitet"),
            "groen": f"Fremmødet er mindst {green_act} af målet; uden mål: af samme måneder året før.",
            "gul": f"Mindst {yellow_act}, under {green_act}.",
            "roed": f"Under {yellow_act}.",
            "graa": f"Intet at sammenligne med, {old}.",
        },
    ]


def settings_of(question: Question) -> Mapping[str, str]:
    """The settings that a question rests on, each with its meaning and its value here."""
    chosen = settings()
    values: dict[str, Any] = vars(chosen.graenser) | {"direkte_kategorier": danish.names(chosen.direkte_kategorier)}
    return {
        name: f"{meaning}: {values[name] if isinstance(values[name], str) else danish.plain(values[name])}"
        for name, meaning in question.settings.items()
    }


def _dimension(code: str) -> str:
    dimension = marks.DIMENSIONS[code]
    return f"{dimension.sign}{danish.NBSP}{danish.capitalised(dimension.word)}"


def _pct(value: float) -> str:
    return f"{danish.plain(value)}{danish.NBSP}%"
