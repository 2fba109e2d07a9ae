"""One mark for each thing a figure can be: small, few, rounded, hidden, missing, not registered, not relevant, nought.

It reads the same in a table, a chart, the chart's text and under them; charts draw none of them as nought.
"""

from typing import Any

import pytest

from overblik.answers import Column, maerker
from overblik.show import charts, marks, units
from overblik.show.charts import words
from overblik.show.tables import _styled

# Mark, value, what is read in a cell; a nought and what nobody registered have no mark at all.
READ = [
    ("under_5", None, "under 5"),
    ("under_10", None, "under 10"),
    ("faa", None, "få"),
    ("skjult", None, "skjult"),
    ("mangler", None, "mangler"),
    ("ikke_relevant", None, "ikke relevant"),
    ("afrundet", 12, "ca.\u00a012"),
    ("mindst", 12, "mindst\u00a012"),
    (None, None, "ikke registreret"),
    (None, 0, "0"),
    (None, 12, "12"),
]
ABSENT = [mark for mark, value, _ in READ if value is None]
COLUMNS = {"navn": Column("Område", "tekst"), "antal": Column("Fremmøder", "antal")}


def row(mark: str | None, value: int | None, name: str = "Nord") -> dict[str, Any]:
    return {"navn": name, "antal": value, "antal_maerke": mark}


@pytest.mark.parametrize(("mark", "value", "read"), READ)
def test_a_table_shows_the_mark_in_the_figures_own_cell(mark: str | None, value: int | None, read: str):
    rows = [row(None, 3, "Syd"), row(mark, value)]
    body = _styled(rows, COLUMNS, (), markdown=True)._translate(False, False)["body"]
    assert [cell["display_value"] for cell in body[1] if cell["type"] == "td"] == ["Nord", read]


@pytest.mark.parametrize(("mark", "value", "read"), READ)
def test_a_bar_is_drawn_for_a_number_only_and_its_word_is_the_tables(mark: str | None, value: int | None, read: str):
    rows = [row(None, 3, "Syd"), row(mark, value)]
    figure = charts.bars(rows, name="navn", value="antal", value_name="Fremmøder", unit="antal")
    assert figure["data"][0]["x"][1] == value
    assert figure["data"][0]["hovertext"][1] == f"<b>Nord</b><br>Fremmøder: {read}"
    assert figure["data"][1]["text"][1].strip() == read


@pytest.mark.parametrize("mark", ABSENT)
def test_a_month_that_is_not_told_has_a_mark_on_the_ground_line_and_no_column(mark: str | None):
    rows = [{"maaned": "2023-01", **row(None, 3)}, {"maaned": "2023-02", **row(mark, None)}]
    rows.append({"maaned": "2023-03", **row(None, 4)})
    figure = charts.columns(rows, value="antal", name="Fremmøder", unit="antal")
    assert figure["data"][-1]["y"] == [3.0, None, 4.0]
    key, *ground = figure["layout"]["annotations"]
    assert [one["text"] for one in ground] == [marks.absence(mark).mark.replace("<", "&lt;")]
    assert marks.absence(mark).short in key["text"].replace("&lt;", "<")


def test_every_mark_on_the_ground_line_is_another_one():
    signs = [marks.absence(mark).mark for mark in ABSENT if mark != "under_10"]
    assert len(set(signs)) == len(signs)
    assert len({absence.mark for absence in marks.ABSENCES}) == len(marks.ABSENCES)


def test_a_chart_of_small_months_alone_is_drawn_with_its_marks_and_one_of_nothing_is_not():
    months = [{"maaned": f"2023-0{number}", **row("under_5", None)} for number in (1, 2)]
    figure = charts.columns(months, value="antal", name="Fremmøder", unit="antal")
    assert len(figure["layout"]["annotations"]) == 3
    nothing = [one | {"antal_maerke": None} for one in months]
    assert charts.columns(nothing, value="antal", name="Fremmøder", unit="antal") is None


def test_the_legend_names_the_marks_that_occur_and_no_others():
    told = marks.legend(["afrundet", None, "under_10", "under_5", "afrundet"])
    assert [part.split(":")[0] for part in told.split(" · ")] == ["under 5", "under 10", "ca."]
    assert marks.legend([None, None]) == ""
    every = marks.legend(mark for mark, _, _ in READ)
    assert [part.split(":")[0] for part in every.split(" · ")] == [
        "under 5", "under 10", "få", "skjult", "mangler", "ikke relevant", "ca.", "mindst",
    ]  # fmt: skip


def test_the_charts_text_says_what_is_not_drawn():
    rows = [row(None, 12, "Nord"), row("under_5", None, "Syd"), row("skjult", None, "Øst"), row("afrundet", 30, "Vest")]
    told = words.by_group(rows, what="Fremmøder", name="navn", column="antal", unit="antal")
    assert "højest er Vest med ca.\u00a030" in told
    assert told.endswith("Syd er under 5 og Øst er skjult.")
    months = [{"maaned": f"2023-0{place}", **one} for place, one in enumerate(rows, start=1)]
    told = words.over_time(months, what="Fremmøder pr. måned", column="antal", unit="antal")
    assert told.endswith("1 måned er under 5 og 1 måned er skjult.")


def test_a_trend_skips_no_month_and_is_told_with_care_where_months_are_rounded():
    def said(*marked: tuple[str | None, int | None]) -> str:
        rows = [{"maaned": f"2023-0{place}", **row(*one)} for place, one in enumerate(marked, start=1)]
        return words.over_time(rows, what="Fremmøder", column="antal", unit="antal")

    exact = [(None, 9), (None, 8), (None, 7), (None, 6)]
    assert "Det er faldet tre måneder i træk." in said(*exact)
    assert "ser ud til at være faldet tre måneder i træk" in said(*exact[:3], ("afrundet", 6))
    assert "ingen entydig retning" in said(*exact[:2], ("under_5", None), *exact[2:])


def test_a_figure_with_its_mark_is_one_text_everywhere():
    assert units.of({"timer": 30.5, "timer_maerke": "mindst"}, "timer", "timer") == "mindst\u00a030,5\u00a0timer"
    assert units.of({"pct": None, "pct_maerke": "skjult"}, "pct", "pct") == "skjult"
    assert maerker.together(None, "mindst", "afrundet") == "afrundet"
    assert maerker.together(None, None) is None
