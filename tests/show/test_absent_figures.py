"""What is not there is drawn as what it is: not registered, hidden, not yet; and adjustments stand where they fell."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from overblik.answers import fetch
from overblik.show import aktivitet_linjer, charts, indsats_view

MONTHS = [
    {"maaned": "2023-01", "fremmoeder": 5, "fremmoeder_maerke": None},
    {"maaned": "2023-02", "fremmoeder": None, "fremmoeder_maerke": "skjult"},
    {"maaned": "2023-03", "fremmoeder": 7, "fremmoeder_maerke": "afrundet"},
    {"maaned": "2023-04", "fremmoeder": None, "fremmoeder_maerke": None},
    {"maaned": "2023-05", "fremmoeder": None, "fremmoeder_maerke": None},
]


def drawn(**more: object) -> charts.columns:
    return charts.columns(MONTHS, value="fremmoeder", name="Fremmøder", unit="antal", **more)


def marks_of(figure: dict) -> dict[str, str]:
    """The marks on the ground line, by month."""
    return {str(one["x"])[:7]: one["text"] for one in figure["layout"]["annotations"][1:]}


def test_a_hidden_month_and_a_missing_one_have_marks_of_their_own_to_the_end_of_the_period():
    figure = drawn(until=date(2023, 4, 30))
    assert marks_of(figure) == {"2023-02": "▒", "2023-04": "–"}
    key = figure["layout"]["annotations"][0]["text"]
    assert "skjult for at beskytte enkeltpersoner" in key
    assert "ikke registreret" in key
    assert figure["data"][-1]["hovertext"][1].startswith("Fremmøder: skjult")
    assert figure["data"][-1]["hovertext"][3] == "Fremmøder: ikke registreret"


def test_without_an_end_only_gaps_are_marked():
    assert marks_of(drawn()) == {"2023-02": "▒"}
    whole = charts.columns(MONTHS[:1], value="fremmoeder", name="Fremmøder", unit="antal", until=date(2023, 1, 31))
    assert marks_of(whole) == {}


def test_a_bar_says_why_it_is_not_there():
    rows = [{"navn": "2023", "kr": 1, "hvorfor": "endnu ikke"}, {"navn": "2024", "kr": None, "hvorfor": "endnu ikke"}]
    figure = charts.bars(rows, name="navn", value="kr", value_name="Forbrug", unit="kr", why="hvorfor")
    assert [text.strip() for text in figure["data"][1]["text"]] == ["1\u00a0kr.", "endnu ikke"]


def test_adjustments_are_numbered_as_in_the_list_and_only_those_inside_are_drawn():
    adjustments = [{"dato": date(2022, 9, 1)}, {"dato": date(2023, 3, 15)}, {"dato": date(2023, 6, 1)}]
    before = len(drawn()["layout"]["shapes"])
    figure = indsats_view.marked(drawn(), adjustments, MONTHS)
    assert len(figure["layout"]["shapes"]) == before + 1
    assert figure["layout"]["annotations"][-1]["text"] == "2"
    assert "justering" in figure["layout"]["annotations"][0]["text"]
    assert indsats_view.marked(drawn(), [], MONTHS) == drawn()


def test_an_indsats_that_does_not_run_says_so_beside_its_name():
    row = {
        "navn": "Café",
        "maal_grundlag": "aaret_foer",
        "status": "stoppet",
        "status_navn": "Stoppet",
    }
    told = aktivitet_linjer.told(row)
    assert (told["vist"], told["vist_maal"]) == ("Café (stoppet)", "Café (stoppet) (mod året før)")
    assert aktivitet_linjer.told(row | {"status": "aendret", "maal_grundlag": "maal"})["vist_maal"] == "Café"


def test_a_month_that_is_no_key_may_be_empty_and_a_year_ahead_is_not_yet(example_data: Path):
    # An indsats that has not begun has no newest month; its table must open all the same.
    assert any(row["nyeste_maaned"] is None for row in fetch("indsatser").rows())

    def both_tables() -> None:
        from overblik.answers import fetch
        from overblik.show import tables

        tables.table(fetch("indsatser"))
        tables.table(fetch("indsats_oekonomi_pr_aar", indsats="UDD-02"))

    app = AppTest.from_function(both_tables).run()
    assert not app.exception
    assert "endnu ikke" in str(app.table[1].proto)
