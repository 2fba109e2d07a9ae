"""Our SVG writer against Plotly's own drawing in Chromium: the same ink in the same places, on every page's charts."""

import base64
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import plotly
import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page

from overblik.export.svg import Unknown, draw
from overblik.export.svg.drawing import left_margin
from overblik.settings import ROOT
from overblik.show import colours
from overblik.show.charts.locale_da import CONFIG
from tests.pages.opening import opened

WIDTH = 700
FONTS = ROOT / "overblik" / "export" / "fonts"
NEAR = 7  # px: ink within three px of ink counts as the same; letters are set a little differently
ALIKE = 0.97  # the share of the ink that must lie where the other has ink

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]


@pytest.fixture(scope="module")
def figures(published_example: Path) -> dict[str, dict[str, Any]]:
    """Every chart that the pages show on the example, as they hand it to Plotly."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", str(published_example))
        return {
            f"{name}_{place}": _plain(json.loads(chart.proto.spec))
            for name in PAGES
            for place, chart in enumerate(opened(name).get("plotly_chart"))
        }


@pytest.fixture(scope="module")
def sheet(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A tab with Plotly and our font, and nothing else."""
    folder = tmp_path_factory.mktemp("ark")
    shutil.copy(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", folder / "plotly.js")
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{_coded(FONTS / file)})}}"
        for family, weight, file in (
            ("Source Sans 3", "normal", "SourceSans3-Regular.ttf"),
            ("Source Sans 3", "bold", "SourceSans3-Bold.ttf"),
            ("DejaVu Sans", "normal", "DejaVuSans-Tegn.ttf"),
        )
    )
    (folder / "ark.html").write_text(
        f"<!doctype html><meta charset=utf-8><style>{faces}body{{margin:0}}div{{width:{WIDTH}px}}</style>"
        "<script src=plotly.js></script><div id=ours></div><div id=theirs></div>"
    )
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    page.goto((folder / "ark.html").as_uri())
    page.evaluate("Promise.all(['13px', 'bold 13px'].map(f => document.fonts.load(f + ' \"Source Sans 3\"')))")
    yield page
    page.close()


@pytest.mark.browser
def test_every_chart_of_every_page_is_drawn_where_plotly_draws_it(
    figures: dict[str, dict[str, Any]], sheet: Page
) -> None:
    assert len(figures) >= 30
    alike = {name: _alike(sheet, figure, figure) for name, figure in figures.items()}
    assert {name: round(share, 3) for name, share in alike.items() if share < ALIKE} == {}


@pytest.mark.browser
def test_a_chart_with_other_figures_is_told_apart(figures: dict[str, dict[str, Any]], sheet: Page) -> None:
    figure = next(each for each in figures.values() if each["data"][0].get("orientation") == "h")
    wrong = json.loads(json.dumps(figure))
    wrong["data"][0]["x"] = [value * 0.8 for value in wrong["data"][0]["x"]]
    assert _alike(sheet, wrong, figure) < ALIKE


def test_a_term_that_the_writer_does_not_know_is_refused_and_not_drawn_wrong(
    figures: dict[str, dict[str, Any]],
) -> None:
    figure = json.loads(json.dumps(next(iter(figures.values()))))
    figure["data"][0]["type"] = "pie"
    with pytest.raises(Unknown):
        draw(figure, WIDTH, title="")


def test_the_same_figure_gives_the_same_bytes(figures: dict[str, dict[str, Any]]) -> None:
    for name, figure in figures.items():
        assert draw(figure, WIDTH, title=name) == draw(figure, WIDTH, title=name)


def _alike(page: Page, ours: dict[str, Any], theirs: dict[str, Any]) -> float:
    """The smaller share of either drawing's ink that lies where the other has ink."""
    page.evaluate("svg => document.getElementById('ours').innerHTML = svg", draw(ours, WIDTH, title="figur"))
    painted = colours.painted(theirs)
    painted["layout"] |= {"width": WIDTH}
    # Room for the tick labels is measured otherwise in a browser: both get ours, and are compared from there.
    painted["layout"]["margin"]["l"] = left_margin(painted["layout"], painted["layout"]["margin"]["l"])
    painted["layout"]["yaxis"]["automargin"] = False
    painted["layout"]["font"] |= {"family": "'Source Sans 3', 'DejaVu Sans'"}
    page.evaluate(
        "f => Plotly.newPlot('theirs', f.data, f.layout, {...f.config, staticPlot: true})",
        {"data": painted["data"], "layout": painted["layout"], "config": CONFIG},
    )
    one, other = (_ink(page.locator(place).screenshot()) for place in ("#ours > svg", "#theirs"))
    high = min(one.size[1], other.size[1])
    one, other = (image.crop((0, 0, WIDTH, high)) for image in (one, other))
    return min(_covered(one, other), _covered(other, one))


def _ink(picture: bytes) -> Image.Image:
    """White where there is ink: what differs from the white ground."""
    grey = Image.open(io.BytesIO(picture)).convert("L")
    return grey.point(lambda shade: 255 if shade < 200 else 0)


def _covered(ink: Image.Image, by: Image.Image) -> float:
    drawn = np.asarray(ink) > 0
    near = np.asarray(by.filter(ImageFilter.MaxFilter(NEAR))) > 0
    return float((drawn & near).sum() / max(1, drawn.sum()))


def _plain(value: Any) -> Any:
    """Plotly's packed arrays as lists."""
    if isinstance(value, dict):
        if {"dtype", "bdata"} <= value.keys():
            packed = np.frombuffer(base64.b64decode(value["bdata"]), dtype=np.dtype(value["dtype"]))
            shape = [int(part) for part in str(value.get("shape", packed.size)).split(",")]
            return packed.reshape(shape).tolist()
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _coded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()
