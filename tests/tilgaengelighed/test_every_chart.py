"""Every chart on every page: told to those who do not see it, and told apart by those who see colours otherwise."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest

from overblik.settings import settings
from overblik.show import charts, colours, danish, marks
from overblik.show.charts import told
from tests.tilgaengelighed import seeing
from tests.tilgaengelighed.figures_shown import Shown, every_figure

PALETTES = {"light": colours.LIGHT, "dark": colours.DARK}
TREND = re.compile(r"steget|faldet|uændret|ingen entydig retning")


@pytest.fixture(scope="module")
def figures(published_example: Any) -> Iterator[list[Shown]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", str(published_example))
        settings.cache_clear()
        yield list(every_figure())
    settings.cache_clear()


def read_off(trace: dict[str, Any]) -> list[tuple[float, str, Any]]:
    """Each number of a trace, as its pointer tells it, and where it stands; written apart from the charts' own."""
    if trace["type"] == "heatmap":
        cells = [cell for line in zip(trace["z"], trace["hovertext"], strict=True) for cell in zip(*line, strict=True)]
        return [(value, text.split(": ")[1], None) for value, text in cells if value]
    if "lines" not in trace.get("mode", "") and (trace["type"] != "bar" or trace["marker"]["color"] != colours.OURS):
        return []
    numbers, places = (trace["x"], trace["y"]) if trace.get("orientation") == "h" else (trace["y"], trace["x"])
    return [
        (number, text.split(": ")[-1].replace("&lt;", "<"), place)
        for number, text, place in zip(numbers, trace["hovertext"], places, strict=True)
        if number is not None and "base" not in trace
    ]


def test_every_page_with_figures_is_asked_for_them(figures: list[Shown]) -> None:
    kinds = {trace["type"] for shown in figures for trace in shown.figure["data"]}
    assert kinds == {"bar", "scatter", "heatmap"}
    assert len({shown.page for shown in figures}) >= 8
    assert len(figures) > 60


def test_a_chart_is_told_with_the_highest_and_the_lowest_of_every_series(figures: list[Shown]) -> None:
    lacking = [
        f"{shown}: {text}"
        for shown in figures
        for trace in shown.figure["data"]
        if (points := read_off(trace))
        for text in {max(points, key=lambda point: point[0])[1], min(points, key=lambda point: point[0])[1]}
        if text not in shown.alt
    ]
    assert not lacking, lacking


def test_a_chart_over_time_is_told_with_its_trend_and_when_it_was_highest(figures: list[Shown]) -> None:
    told_of = 0
    for shown in figures:
        for trace in shown.figure["data"]:
            points = read_off(trace)
            if len(points) < 2 or not isinstance(points[0][2], str):
                continue
            told_of += 1
            assert TREND.search(shown.alt), str(shown)
            values = [value for value, _, _ in points]
            highest = max(points, key=lambda point: point[0])
            if min(values) == max(values):
                assert f"uændret {highest[1]}" in shown.alt, str(shown)
            else:
                assert danish.month(date.fromisoformat(highest[2])) in shown.alt, str(shown)
    assert told_of > 20


def test_the_trend_that_is_told_is_the_figures_own() -> None:
    def course(*values: float) -> str:
        rows = [{"maaned": f"2022-{place:02d}", "n": value} for place, value in enumerate(values, 1)]
        figure = charts.lines(rows, [charts.Series("n", "fremmøder")], unit="antal")
        assert figure
        return told.whole(figure, "Fremmøder pr. måned")

    assert course(1, 2, 5, 9) == (
        "Fremmøder pr. måned. Fremmøder: højest 9 i april 2022, lavest 1 i januar 2022; steget fra 1 til 9."
    )
    assert "faldet fra 9 til 2" in course(9, 1, 2)
    assert "uændret fra 4 til 4" in course(4, 7, 4)
    assert course(4, 4) == "Fremmøder pr. måned. Fremmøder: uændret 4."


def test_what_is_hidden_in_a_chart_is_hidden_in_what_is_told_of_it() -> None:
    rows = [
        {"maaned": "2022-01", "n": 7, "n_maerke": None},
        {"maaned": "2022-02", "n": None, "n_maerke": "under_5"},
        {"maaned": "2022-03", "n": 12, "n_maerke": "afrundet"},
    ]
    figure = charts.columns(rows, value="n", name="fremmøder", unit="antal")
    assert figure
    assert told.whole(figure, "Fremmøder.").replace("\u00a0", " ") == (
        "Fremmøder. Fremmøder: højest ca. 12 i marts 2022, lavest 7 i januar 2022; steget fra 7 til ca. 12."
    )


def test_what_the_sentence_tells_already_is_not_told_twice() -> None:
    rows = [{"maaned": "2022-01", "n": 7}, {"maaned": "2022-02", "n": 12}]
    figure = charts.columns(rows, value="n", name="fremmøder", unit="antal")
    assert figure
    alt = "Højest 12 i februar 2022, lavest 7 i januar 2022."
    assert told.whole(figure, alt) == alt


def test_nothing_on_a_chart_is_told_apart_by_colour_alone_where_somebody_cannot_see_it(figures: list[Shown]) -> None:
    wrong = {f"{shown}: {pair}" for shown in figures for pair in seeing.mixed_up(shown.figure)}
    assert not wrong, sorted(wrong)


def test_every_fill_and_stroke_stands_out_from_the_ground(figures: list[Shown]) -> None:
    wrong = {f"{shown}: {sign}" for shown in figures for sign in seeing.pale(shown.figure)}
    assert not wrong, sorted(wrong)


def test_signs_of_one_form_and_two_colours_that_look_alike_are_found() -> None:
    points = {"type": "scatter", "mode": "markers", "x": [1, 2], "text": ["", ""]}
    marker = {"symbol": "circle", "color": [colours.ROED, colours.GROEN]}
    figure = {"data": [points | {"marker": marker}], "layout": {"shapes": []}}
    assert [text for text in seeing.mixed_up(figure) if "grey print" in text]
    assert not seeing.mixed_up({"data": [points | {"marker": marker, "text": ["✕", "✓"]}], "layout": {"shapes": []}})
    assert seeing.pale({"data": [points | {"marker": marker | {"color": colours.LINE}}], "layout": {"shapes": []}})


@pytest.mark.parametrize("mode", PALETTES)
def test_a_calendar_goes_from_little_to_much_to_every_eye(mode: str) -> None:
    palette = PALETTES[mode]
    for eye in ("", *seeing.COLOUR_BLIND, "grayscale"):
        assert seeing.distance(palette.colour(colours.BAND), palette.colour(colours.RAMP[0]), eye) > seeing.APART
        assert (
            seeing.distance(palette.colour(colours.RAMP[0]), palette.colour(colours.RAMP[-1]), eye) > 3 * seeing.APART
        )
        steps = [seeing.distance(palette.colour(colours.BAND), palette.colour(token), eye) for token in colours.RAMP]
        assert all(before < after for before, after in pairwise(steps)), eye


def test_statuses_and_dimensions_have_a_mark_and_a_shape_each_beside_the_colour() -> None:
    assert len({status.mark for status in marks.STATUSES.values()}) == len(marks.STATUSES) == 4
    assert len({one.symbol for one in marks.DIMENSIONS.values()}) == len(marks.DIMENSIONS) == 3
    for palette in PALETTES.values():
        for one, other in combinations(marks.STATUSES.values(), 2):
            assert seeing.distance(palette.colour(one.colour), palette.colour(other.colour), "") > seeing.APART
