"""Every chart comes with heading, text alternative, source and date, and its table and origin one key away."""

from pathlib import Path

from streamlit.testing.v1 import AppTest


def run(page: object) -> AppTest:
    app = AppTest.from_function(page).run()  # type: ignore[arg-type]
    assert not app.exception
    return app


def economy() -> None:
    from overblik.answers import fetch
    from overblik.show import charts
    from overblik.show.figures import figure

    answer = fetch("oekonomi_pr_maaned")
    series = [charts.Series("forbrug_akkumuleret_kr", "forbrug")]
    drawn = charts.lines(answer, series, unit="kr")
    figure("Forbruget *følger* [budgettet](x)", drawn, answer, unit="mio. kr.", alt="Det stiger.", key="forbrug")


def nothing() -> None:
    from overblik.answers import fetch
    from overblik.show.figures import NOT_DELIVERED, figure

    answer = fetch("indikatorer")
    figure("Indikatorer", None, answer, unit="", alt="", key="tom")
    figure("Indikatorer", None, answer, unit="", alt="", key="mangler", empty=NOT_DELIVERED)


def matrix() -> None:
    from overblik.answers import fetch
    from overblik.show import charts
    from overblik.show.figures import Target, figure

    answer = fetch("status")
    down = [charts.Head(row["omraade_id"], row["navn"]) for row in fetch("valg_omraade").rows()]
    across = [charts.Head(row["indsatsomraade_kode"], row["navn"]) for row in fetch("valg_indsatsomraade").rows()]
    figure(
        "Hvor er vi?", charts.matrix(answer, down, across), answer, unit="status", alt="Alt er grønt.", key="m",
        narrow=charts.matrix_narrow(answer, down, across), links=lambda ids: Target("pages/x.py", {"omraade": ids[0]}),
    )  # fmt: skip


def test_a_figure_carries_unit_source_and_both_dates(example_data: Path) -> None:
    caption = run(economy).caption[0].value.replace("\\", "")
    assert caption.startswith("mio. kr. · Kilde: ")
    assert " · status pr. 31. marts 2023 · tal opdateret " in caption


def test_a_heading_made_from_data_is_no_markup(example_data: Path) -> None:
    assert "*følger*" not in run(economy).subheader[0].value


def test_the_chart_has_a_text_alternative_with_heading_and_numbers(example_data: Path) -> None:
    (chart,) = run(economy).get("plotly_chart")
    assert chart.proto.alt.startswith("Forbruget *følger* [budgettet](x). Det stiger. Forbrug: højest ")


def test_where_there_is_nothing_to_draw_a_calm_line_says_why(example_data: Path) -> None:
    app = run(nothing)
    assert [info.value.replace("\\", "") for info in app.info] == [
        "Ingen tal i det valgte.",
        "Ikke leveret: tallene er ikke modtaget endnu.",
    ]
    assert not app.get("plotly_chart")


def test_a_matrix_has_a_form_for_the_phone_and_can_be_clicked(example_data: Path) -> None:
    wide, narrow = run(matrix).get("plotly_chart")
    assert wide.proto.selection_mode
    assert narrow.proto.selection_mode


def test_table_and_origin_are_not_made_before_they_are_opened(example_data: Path) -> None:
    app = run(economy)
    assert len(app.table) == 0
    assert len(app.code) == 0
