"""The chart of two tracks: lanes in order, signs that are explained, and text that is only text."""

from datetime import date

from overblik.show.charts import Bar, Lane, Point, tracks

START, END, DAY = date(2021, 8, 1), date(2025, 7, 31), date(2023, 3, 31)
LANES = [
    Lane("Socialt", "Café <b>", bars=(Bar(START, END, True, "Café <b>\nI gang", ("indsats", "I1")),)),
    Lane("Socialt", "Dans", bars=(Bar(START, START, False, "Dans", ("indsats", "I2")),)),
    Lane("Fysisk", "Stien", points=(Point(date(2030, 1, 1), "frist", "Frist"), Point(DAY, "overskredet", "Stien"))),
]


def test_without_anything_on_a_lane_there_is_no_chart():
    assert tracks([]) is None
    assert tracks([Lane("Socialt", "Tom")]) is None


def test_a_bar_covers_its_first_and_its_last_day():
    figure = tracks(LANES, statusdato=DAY)
    assert figure is not None
    runs, stands = (trace for trace in figure["data"] if trace["type"] == "bar")
    assert (runs["base"], runs["customdata"]) == (["2021-08-01"], [["indsats", "I1"]])
    assert runs["x"] == [((END - START).days + 1) * 86_400_000]
    assert stands["x"] == [86_400_000]


def test_lanes_lie_below_each_other_and_the_axis_reaches_the_last_day():
    figure = tracks(LANES, statusdato=DAY)
    assert figure is not None
    places = [place for trace in figure["data"] if trace["type"] == "bar" for place in trace["y"]]
    points = [place for trace in figure["data"] if trace["type"] == "scatter" for place in trace["y"]]
    assert places == sorted(places)
    assert max(places) < min(points)
    assert figure["layout"]["xaxis"]["range"][1] > "2030-01-01"
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == ["2023-03-31"]


def test_only_the_signs_that_are_drawn_are_explained_and_names_are_never_markup():
    for narrow in (False, True):
        figure = tracks(LANES, statusdato=DAY, narrow=narrow)
        assert figure is not None
        texts = " ".join(one["text"] for one in figure["layout"]["annotations"])
        assert "frist" in texts
        assert "overskredet" in texts
        assert "planlagt trin" not in texts
        assert "Café &lt;b&gt;" in texts
        assert figure["data"][0]["hovertext"] == ["Café &lt;b&gt;<br>I gang"]
