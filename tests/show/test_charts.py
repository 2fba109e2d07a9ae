"""Charts: every kind from empty to crowded gives a figure that Plotly takes, and says what it shows in words."""

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest

from overblik.show import charts, colours, marks
from overblik.show.charts import layout, words

LONG = "Boligområdet ved den gamle banegård og skovbrynet i Nordre By"
MONTHS = [f"{2021 + (7 + turn) // 12}-{(7 + turn) % 12 + 1:02d}" for turn in range(48)]
SERIES = [charts.Series("budget", "budget", "plan"), charts.Series("forbrug", "forbrug")]


def money(months: int) -> list[dict[str, Any]]:
    """Twenty months are booked, the rest are planned."""
    return [
        {"maaned": month, "budget": Decimal(turn) * 690_000, "forbrug": Decimal(turn) * 650_000 if turn < 20 else None}
        for turn, month in enumerate(MONTHS[:months])
    ]


def groups(count: int) -> list[dict[str, Any]]:
    """Corrections may make what is spent negative, and a share may be missing."""
    return [
        {"id": f"A{turn}", "navn": f"{LONG} {turn}", "forbrug": Decimal(turn - 1) * 90_000, "budget": Decimal(200_000),
         "andel": None if turn == 2 else 20.0 + turn}
        for turn in range(count)
    ]  # fmt: skip


def squares(areas: int) -> list[dict[str, Any]]:
    return [
        {"omraade_id": f"A{area}", "indsatsomraade_kode": code, "dimension": dimension, "status": status, "aarsag": "x"}
        for area in range(areas)
        for code in ("UDD", "BES")
        for dimension, status in zip(marks.DIMENSIONS, ("groen", "gul", "roed"), strict=True)
    ]


def milestones(count: int) -> list[dict[str, Any]]:
    return [
        {"milepael_id": f"M{turn}", "navn": LONG, "omraade": f"A{turn % 2}", "aftalt_dato": date(2022, 1, 1 + turn),
         "forventet_dato": None, "naaet_dato": date(2022, 6, 1) if turn else None, "forsinkelse_dage": 112,
         "overskredet": not turn}
        for turn in range(count)
    ]  # fmt: skip


def measurements(count: int) -> list[dict[str, Any]]:
    return [
        {"periode_slut": date(2022, 1, 31) + timedelta(days=90 * turn), "vaerdi": None if turn == 1 else 30.0 + turn,
         "vaerdi_status": "skjult" if turn == 1 else "ok"}
        for turn in range(count)
    ]  # fmt: skip


def held(count: int) -> list[dict[str, Any]]:
    return [{"dato": date(2022, 4, 1) + timedelta(days=3 * turn), "n": turn + 1} for turn in range(count)]


def weekdays(count: int) -> list[dict[str, Any]]:
    return [{"maaned": MONTHS[turn], "ugedag": 1 + turn % 7, "n": turn} for turn in range(count)]


HEADS = [charts.Head(f"A{turn}", f"{LONG} {turn}") for turn in range(8)]
CODES = [charts.Head("UDD", "Uddannelse og livschancer"), charts.Head("BES", "Beskæftigelse")]
TARGET = {"nul_dato": date(2021, 8, 1), "nul_vaerdi": 20.0, "maal_dato": date(2025, 7, 31), "maal_vaerdi": 50.0}

KINDS = {
    "lines": lambda n: charts.lines(money(6 * n), SERIES, unit="kr", markers=[charts.Marker(date(2023, 3, 31), "nu")]),
    "columns": lambda n: charts.columns(
        money(6 * n), value="forbrug", name="forbrug", unit="kr", against="budget", against_name="budget"
    ),
    "bars": lambda n: charts.bars(
        groups(n), name="navn", value="forbrug", value_name="forbrug", unit="kr", against="budget", ids=("id",)
    ),
    "compare": lambda n: charts.compare(
        groups(n), name="navn", value="andel", unit="pct", target=25.0, target_name="krav"
    ),
    "matrix": lambda n: charts.matrix(squares(n), HEADS, CODES),
    "matrix_narrow": lambda n: charts.matrix_narrow(squares(n), HEADS, CODES),
    "timeline": lambda n: charts.timeline(milestones(n), group="omraade", statusdato=date(2023, 3, 31)),
    "timeline_narrow": lambda n: charts.timeline(milestones(n), narrow=True),
    "path": lambda n: charts.path(measurements(n), **TARGET, unit="pct"),
    "calendar": lambda n: charts.calendar(held(n), value="n", unit="antal", word="afholdt"),
    "month_calendar": lambda n: charts.month_calendar(weekdays(n), value="n", unit="antal", word="afholdt"),
}


@pytest.mark.parametrize("count", [1, 2, 8])
@pytest.mark.parametrize("kind", KINDS)
def test_plotly_takes_every_kind_from_one_row_to_eight_long_names(kind: str, count: int) -> None:
    figure = KINDS[kind](count)
    assert figure is not None
    json.dumps(figure, allow_nan=False)
    go.Figure(figure)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"path"}))
def test_nothing_to_draw_gives_no_figure(kind: str) -> None:
    assert KINDS[kind](0) is None


def test_an_indicator_without_target_or_measurement_gives_no_figure() -> None:
    nothing = {"nul_dato": None, "nul_vaerdi": None, "maal_dato": None, "maal_vaerdi": None}
    assert charts.path([], **nothing) is None
    assert charts.path(measurements(1), **nothing) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_from_the_data_becomes_markup(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "LONG", '<a href="http://evil.dk">x</a> & <b>y</b>')
    monkeypatch.setitem(globals(), "HEADS", [charts.Head(f"A{turn}", globals()["LONG"]) for turn in range(8)])
    text = json.dumps(KINDS[kind](2))
    assert "<a" not in text
    assert "<b>y" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_tokens_so_that_both_modes_have_their_own(kind: str) -> None:
    text = json.dumps(colours.painted(KINDS[kind](3)))
    assert "#0000" not in text
    assert "rgb(" not in text


def test_status_is_told_by_shape_and_mark_without_the_colour() -> None:
    figure = charts.matrix(squares(1), HEADS, CODES)
    assert figure is not None
    told = [(trace["marker"]["symbol"], trace["text"][0]) for trace in figure["data"]]
    assert told == [("circle", "<b>✓</b>"), ("square", "<b>!</b>"), ("diamond", "<b>✕</b>")]


def test_a_click_on_a_square_or_a_bar_says_what_was_clicked() -> None:
    matrix, bars = KINDS["matrix"](1), KINDS["bars"](1)
    assert matrix is not None
    assert bars is not None
    assert matrix["data"][1]["customdata"][0] == ["A0", "UDD", "oekonomi"]
    assert bars["data"][0]["customdata"][0] == ["A0"]


def test_a_hidden_measurement_is_marked_and_has_no_value() -> None:
    figure = charts.path(measurements(3), **TARGET)
    assert figure is not None
    hidden = figure["data"][-1]
    assert "skjult" in hidden["hovertext"][0]
    assert hidden["text"] == ["▒"]
    assert "skjult for at beskytte" in figure["layout"]["annotations"][0]["text"]


def test_a_month_without_a_number_is_marked_but_not_one_to_come() -> None:
    rows = [{"maaned": month, "n": value} for month, value in zip(MONTHS, (3, None, 0, None, None), strict=False)]
    figure = charts.columns(rows, value="n", name="fremmøder", unit="antal")
    assert figure is not None
    assert [text["x"] for text in figure["layout"]["annotations"] if text["text"] == "–"] == ["2021-09-16"]


def test_what_is_reached_after_statusdato_is_not_reached_yet() -> None:
    row = milestones(2)[1] | {"naaet_dato": date(2023, 6, 1)}
    figure = charts.timeline([row], statusdato=date(2023, 3, 31))
    assert figure is not None
    assert [trace["name"] for trace in figure["data"]] == ["aftalt"]


def test_long_compounds_break_at_their_joints() -> None:
    assert layout.wrapped("Kriminalitetsforebyggelse", 16) == "Kriminalitets-<br>forebyggelse"
    assert layout.wrapped("Sammenhængskraft og medborgerskab", 13) == "Sammenhængs-<br>kraft og<br>medborgerskab"
    assert max(map(len, layout.wrapped("x" * 90, 20, 9).split("<br>"))) <= 20


def test_labels_are_moved_apart_and_keep_their_order() -> None:
    moved = layout.spread([100, 98, 10], 16)
    assert moved[0] - moved[1] >= 16
    assert moved[1] > moved[2]


def test_axes_have_round_danish_ticks() -> None:
    assert layout.value_axis([33_100_000], "kr")["ticktext"] == [
        "0",
        "10\u00a0mio.",
        "20\u00a0mio.",
        "30\u00a0mio.",
        "40\u00a0mio.",
    ]
    assert layout.value_axis([-3, 8], "antal")["tickvals"][0] < 0
    assert layout.value_axis([0, 1], "antal")["ticktext"] == ["0", "1"]


def test_months_on_the_axis_are_danish_and_small() -> None:
    names = charts.CONFIG["locales"]["da"]["format"]
    assert names["shortMonths"][4] == "maj"
    assert names["months"][2] == "marts"
    assert names["days"][0] == "søndag"


def test_a_chart_is_told_in_sentences_made_from_its_numbers() -> None:
    told = words.over_time(money(20), what="Forbrug", column="forbrug", unit="kr").replace("\u00a0", " ")
    assert told == (
        "Forbrug i kroner fra august 2021 til marts 2023: højest 12,4 mio. kr. i marts 2023, "
        "lavest 0 kr. i august 2021, senest 12,4 mio. kr. Det er steget tre måneder i træk."
    )
    told = words.of_matrix(squares(1), {"A0": "Ringparken", "UDD": "Uddannelse", "BES": "Beskæftigelse"})
    assert "2 røde, 2 gule, 2 grønne. Rød: Ringparken, Uddannelse: aktivitet" in told
    assert "2 milepæle aftalt fra 1. januar 2022" in words.of_timeline(milestones(2))
    assert "1 måling er skjult. Målet er 50" in words.of_path(
        measurements(3), what="Trivsel", unit="vaerdi", maal_vaerdi=50.0
    )
    assert words.by_group([], what="Forbrug", name="navn", column="forbrug", unit="kr") == f"Forbrug. {words.EMPTY}"
