"""The colours: the config shows what the palette says, and everybody can tell them apart from the ground."""

import tomllib
from pathlib import Path

import pytest
from streamlit.elements.lib import streamlit_plotly_theme

from overblik.show import colours

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
MODES = {"light": colours.LIGHT, "dark": colours.DARK}


@pytest.mark.parametrize("mode", MODES)
def test_the_theme_paints_tokens_in_the_palettes_colours(mode: str) -> None:
    theme, palette = CONFIG["theme"][mode], MODES[mode]
    assert tuple(theme["chartCategoricalColors"]) == palette.categorical
    assert tuple(theme["chartSequentialColors"]) == palette.sequential
    assert tuple(theme["chartDivergingColors"]) == palette.diverging
    assert theme["backgroundColor"] == palette.colour(colours.GROUND)


def test_the_tokens_are_still_streamlits_placeholders() -> None:
    assert colours.OURS == streamlit_plotly_theme.CATEGORY_0
    assert colours.GROUPS[-1] == streamlit_plotly_theme.CATEGORY_9
    assert colours.RAMP[0] == streamlit_plotly_theme.SEQUENTIAL_0
    assert colours.GROEN == streamlit_plotly_theme.DIVERGING_0
    assert colours.BAND == streamlit_plotly_theme.DIVERGING_9


@pytest.mark.parametrize("mode", MODES)
def test_everything_that_carries_meaning_stands_out_from_the_ground(mode: str) -> None:
    palette = MODES[mode]
    ground = palette.colour(colours.GROUND)
    shapes = [colours.OURS, colours.PLAN, *colours.GROUPS, *colours.RAMP]
    shapes += [colours.GROEN, colours.GUL, colours.ROED, colours.GRAA]
    assert {token for token in shapes if colours.contrast(palette.colour(token), ground) < 3} == set()
    texts = [colours.TEXT, colours.QUIET, colours.OURS, colours.ROED, *colours.GROUPS]
    assert {token for token in texts if colours.contrast(palette.colour(token), ground) < 4.5} == set()


@pytest.mark.parametrize("mode", MODES)
def test_a_caption_can_be_read_at_the_strength_streamlit_gives_it(mode: str) -> None:
    theme = CONFIG["theme"][mode]
    text, ground = theme["textColor"], theme["backgroundColor"]
    pairs = [(int(text[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    caption = "#" + "".join(f"{round(0.6 * over + 0.4 * under):02X}" for over, under in pairs)
    assert colours.contrast(caption, ground) >= 4.5


def test_a_figure_for_paper_has_no_token_left() -> None:
    figure = {
        "data": [{"marker": {"color": [colours.GROEN, colours.ROED]}}],
        "layout": {"font": {"color": colours.TEXT}},
    }
    assert "#0000" not in str(colours.painted(figure))
