"""The colours: one palette for light, one for dark, and the tokens by which figures name them.

A figure does not know whether the reader sits in light or dark. It names a token; Streamlit swaps its theme's own
placeholders (the hexadecimal numbers below, from its Plotly theme) for the colours of `.streamlit/config.toml` in the
browser, also when the reader changes mode. `painted` does the same for paper. A test keeps palette, config and
placeholders equal, and every pair that carries meaning at 3:1 against the ground, text at 4.5:1.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

# Placeholders of chartCategoricalColors: what is ours, what was planned, then one a group by its sorting order.
OURS: Final = "#000001"
PLAN: Final = "#000002"
GROUPS: Final = tuple(f"#{index:06d}" for index in range(3, 11))

# Placeholders of chartSequentialColors: little to much, for the calendar.
RAMP: Final = tuple(f"#{index:06d}" for index in range(11, 21))

# Placeholders of chartDivergingColors, which no chart of ours uses as a scale.
GROEN, GUL, ROED, GRAA = "#000021", "#000022", "#000023", "#000024"
TEXT: Final = "#000025"
QUIET: Final = "#000026"
LINE: Final = "#000027"
ON_STATUS: Final = "#000028"
GROUND: Final = "#000029"
BAND: Final = "#000030"

CLEAR: Final = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Palette:
    """The colours of one mode, in the order of the tokens."""

    categorical: tuple[str, ...]
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]

    def colour(self, token: str) -> str:
        """The colour a token stands for."""
        return (self.categorical + self.sequential + self.diverging)[int(token[1:]) - 1]


LIGHT: Final = Palette(
    categorical=(
        "#0B5C6B", "#6F7C84",
        "#0072B2", "#B35A00", "#7B3F98", "#3D7A1F", "#B0326B", "#5B6B00", "#3B4CC0", "#8A4B2F",
    ),
    sequential=(
        "#479DAF", "#3B90A2", "#308595", "#267889", "#1E6D7C", "#176170", "#115664", "#0C4A57", "#083F4B", "#05343D",
    ),
    diverging=(
        "#1B7F5C", "#B7791F", "#B42318", "#76838C",
        "#16222B", "#52616B", "#E3E8EA", "#FFFFFF", "#FFFFFF", "#EEF2F3",
    ),
)  # fmt: skip

DARK: Final = Palette(
    categorical=(
        "#5CC4D6", "#9AA7AE",
        "#6CB6F0", "#F0A35C", "#C79BE0", "#8FCB6B", "#F08DB8", "#C5CC5A", "#9DA9FF", "#D9A38A",
    ),
    sequential=(
        "#316E77", "#317A85", "#328794", "#3295A4", "#32A3B4", "#31B2C6", "#41C1D5", "#61D0E1", "#8ADFEB", "#B4ECF4",
    ),
    diverging=(
        "#4CC38A", "#E5A93C", "#FF8072", "#97A4AC",
        "#E8EDF0", "#A9B5BC", "#2B373E", "#0F171C", "#0F171C", "#1A242A",
    ),
)  # fmt: skip


def group(order: int) -> str:
    """The token of a group (indsatsområde, area) by its place in the common order, never by its name."""
    return GROUPS[order % len(GROUPS)]


def painted(figure: dict[str, Any], palette: Palette = LIGHT) -> dict[str, Any]:
    """The figure with its tokens turned into colours: for paper, and wherever no theme does it."""
    text = json.dumps(figure)
    for index in range(1, 31):
        token = f"#{index:06d}"
        text = text.replace(token, palette.colour(token))
    painted_figure: dict[str, Any] = json.loads(text)
    return painted_figure


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
