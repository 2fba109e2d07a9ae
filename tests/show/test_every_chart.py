"""Every chart on every page reads itself: a message with a number, its words on it, whole words when touched."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1.element_tree import Block

from overblik.settings import ROOT, settings
from overblik.show import colours
from overblik.show.charts import CONFIG
from overblik.show.saetninger import NUMBERS
from tests.pages.opening import opened, plain

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# A choice that shows what a page has to show, where it asks for one.
CHOSEN = {"omraade": {"omraade": "RIN"}}
TOKENS = {f"#{index:06d}" for index in range(1, 31)}
# What a chart's own words may be looked for by, without the markup that Plotly reads.
MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Shown:
    """A figure as a page shows it: its heading, its forms (wide, narrow), its captions, and the keys under it."""

    page: str
    heading: str
    forms: tuple[dict[str, Any], ...]
    captions: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}: {self.heading}"


@pytest.fixture(scope="module")
def shown(published_example: Path) -> list[Shown]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", str(published_example))
        settings.cache_clear()
        found = [one for name in PAGES for one in figures_of(name, opened(name, **CHOSEN.get(name, {})).main)]
    assert len(found) > 30
    return found


def figures_of(page: str, block: Any) -> Iterator[Shown]:
    for child in block.children.values():
        if not isinstance(child, Block):
            continue
        charts = child.get("plotly_chart")
        if "-figur-" not in str(getattr(child.proto, "id", "")) or not charts:
            yield from figures_of(page, child)
            continue
        yield Shown(
            page,
            plain(child.get("subheader")[0].value),
            tuple(json.loads(chart.proto.spec) for chart in charts),
            " ".join(plain(one.value) for one in child.get("caption")),
            tuple(re.findall(r'label: "([^"]+)"', str([one.proto for one in blocks(child)]).replace("\\n", "\n"))),
        )


def blocks(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield child
            yield from blocks(child)


def words(form: dict[str, Any]) -> str:
    """Everything that is written on a chart."""
    layout = form["layout"]
    said = [one["text"] for one in layout.get("annotations", ())]
    said += [tick for axis in layout if "axis" in axis for tick in layout[axis].get("ticktext", ())]
    said += [text for trace in form["data"] for text in texts(trace.get("text"))]
    return MARKUP.sub(" ", " ".join(map(str, said))).replace("- ", "").replace("\u00a0", " ").casefold()


def texts(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def test_the_heading_states_a_message_with_its_number(shown: list[Shown]) -> None:
    number = re.compile(r"\d|\b(" + "|".join(NUMBERS) + r")\b", re.IGNORECASE)
    assert [str(one) for one in shown if not number.search(one.heading) or one.heading.endswith("?")] == []


def test_no_chart_has_a_legend_or_an_english_axis(shown: list[Shown]) -> None:
    assert CONFIG["locale"] == "da"
    for one in shown:
        for form in one.forms:
            layout = form["layout"]
            assert layout["showlegend"] is False, one
            titles = [layout[name]["title"]["text"] for name in layout if "axis" in name]
            assert not any(titles), one
            dates = [layout[name] for name in layout if "axis" in name and layout[name].get("type") == "date"]
            assert all(axis["tickformat"] == "%b\n%Y" for axis in dates), one


def test_what_is_drawn_is_named_where_it_stands(shown: list[Shown]) -> None:
    """Each series of several has its name on the chart or in the line of signs over or under it."""
    unnamed = [
        f"{one}: {name}"
        for one in shown
        for form in one.forms
        for name in series(form)
        if len(series(form)) > 1 and not named(name, words(form) + one.captions.casefold())
    ]
    assert unnamed == []


def series(form: dict[str, Any]) -> set[str]:
    return {trace["name"] for trace in form["data"] if trace.get("name")}


def named(name: str, said: str) -> bool:
    squeezed = re.sub(r"\W+", "", said)
    return re.sub(r"\W+", "", name.casefold()) in squeezed


def test_what_is_touched_answers_in_whole_words(shown: list[Shown]) -> None:
    for one in shown:
        for form in one.forms:
            for trace in form["data"]:
                if trace.get("hoverinfo") == "skip":
                    continue
                assert trace["hoverinfo"] == "text", one
                said = " ".join(str(text) for text in flat(trace["hovertext"]) if text)
                assert not re.search(r"None|nan|undefined|\d{4}-\d\d|\b[A-Z]{3,}_", said), one
                assert re.search("[a-zæøå]{3}", said, re.IGNORECASE), one


def flat(value: Any) -> list[Any]:
    return [text for one in value for text in flat(one)] if isinstance(value, list) else [value]


def test_table_and_definition_are_one_key_away(shown: list[Shown]) -> None:
    for one in shown:
        assert {"Vis som tabel", "Hvor kommer tallet fra?"} <= set(one.keys), one
        assert "Kilde: " in one.captions, one


def test_colours_are_of_the_one_palette_and_a_group_has_the_same_everywhere(shown: list[Shown]) -> None:
    of_group: dict[str, set[str]] = {}
    for one in shown:
        for form in one.forms:
            found = set(re.findall(r"#[0-9A-Fa-f]{6}\b", json.dumps(form)))
            assert found <= TOKENS, (one, found - TOKENS)
            for trace in form["data"]:
                colour = (trace.get("line") or {}).get("color") or (trace.get("marker") or {}).get("color")
                if trace.get("name") and isinstance(colour, str) and colour in colours.GROUPS:
                    of_group.setdefault(trace["name"], set()).add(colour)
    assert of_group
    assert {name: found for name, found in of_group.items() if len(found) > 1} == {}
