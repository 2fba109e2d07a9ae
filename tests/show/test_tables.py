"""Tables: labels and units from the question, Danish numbers, words for what is not there."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from overblik.answers import Column
from overblik.show.tables import _styled
from overblik.show.text import literal

COLUMNS = {
    "navn": Column("Område", "tekst"),
    "maaned": Column("Måned", "maaned"),
    "forbrug_kr": Column("Forbrug", "kr"),
    "andel": Column("Andel", "pct"),
    "fremmoeder": Column("Fremmøder", "antal"),
    "frist": Column("Frist", "dato"),
}
ROWS = [
    {"navn": "Å", "maaned": "2023-03", "forbrug_kr": Decimal("1234567.89"), "andel": 25.44, "fremmoeder": 4812,
     "frist": date(2023, 5, 3)},
    {"navn": "[x](http://y)", "maaned": "2023-04", "forbrug_kr": None, "andel": None, "fremmoeder": None,
     "frist": None},
]  # fmt: skip


def cells(later: tuple[int, ...] = ()) -> list[list[str]]:
    shown: dict[str, Any] = _styled(ROWS, COLUMNS, later, markdown=True)._translate(False, False)
    return [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in shown["body"]]


def test_numbers_are_danish_to_the_oere() -> None:
    assert cells()[0] == ["Å", "marts\u00a02023", "1.234.567,89", "25,4", "4.812", "3.\u00a0maj\u00a02023"]


def test_what_is_not_there_is_told_in_words() -> None:
    assert cells()[1][2:] == ["kan ikke beregnes", "kan ikke beregnes", "ikke registreret", "ikke oplyst"]


def test_what_lies_ahead_is_not_called_missing() -> None:
    assert cells(later=(1,))[1][2] == "endnu ikke"
    assert cells(later=(1,))[0][2] == "1.234.567,89"


def test_labels_carry_their_unit_and_numbers_stay_numbers() -> None:
    frame = _styled(ROWS, COLUMNS, (), markdown=False).data
    assert list(frame.columns) == ["Område", "Måned", "Forbrug (kr.)", "Andel (%)", "Fremmøder", "Frist"]
    assert [kind.kind for kind in frame.dtypes][1:] == ["M", "f", "f", "f", "M"]


def test_text_from_the_data_is_no_markup() -> None:
    assert cells()[1][0] == literal("[x](http://y)")
    for nasty in ("[a](b)", "![a](b)", "**a**", "$x$", "<b>", "`a`", ":red[a]", "~~a~~", "a_b_"):
        assert nasty not in literal(nasty)
    assert literal("# a") == "\\# a"
    assert ":x:" not in literal(":x:").replace("\\", "")
    assert "www." not in literal("www.evil.dk").replace("\\", "")
    assert "\n" not in literal("a\n# b")


def test_a_real_answer_is_shown_without_a_word_from_the_page(example_data: Path) -> None:
    def page() -> None:
        from overblik.answers import fetch
        from overblik.show.tables import table

        table(fetch("oekonomi_pr_omraade"))
        table(fetch("oekonomi_pr_omraade"), rows=[])

    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    assert len(app.table) == 1
    assert "omraade_id" not in str(app.table[0].value.columns)
    assert [info.value for info in app.info] == ["Ingen tal i det valgte."]


def test_a_table_that_was_drawn_before_is_drawn_again_and_another_never_in_its_place() -> None:
    """The same rows thrice, in two places; other rows, another name, another head and what lies ahead beside them."""

    def page() -> None:
        import streamlit as st

        from overblik.answers import Column
        from overblik.show.tables import rows_table

        rows = [{"navn": "Nord", "antal": 4}, {"navn": "Øst", "antal": None}]
        columns = {"navn": Column("Område", "tekst"), "antal": Column("Fremmøder", "antal")}
        rows_table(rows, columns, alt="En")
        with st.container():
            rows_table(rows, columns, alt="En")
        rows_table(rows, columns, alt="To")
        rows_table(rows, columns, alt="En", later=[1])
        rows_table([rows[1], rows[0]], columns, alt="En")
        rows[0]["navn"] = "Syd"
        rows_table(rows, columns, alt="En")
        rows_table(rows, columns | {"antal": Column("Timer", "timer")}, alt="En")

    expected = [
        ("En", "Fremmøder", [["Nord", "4"], ["Øst", "ikke registreret"]]),
        ("En", "Fremmøder", [["Nord", "4"], ["Øst", "ikke registreret"]]),
        ("To", "Fremmøder", [["Nord", "4"], ["Øst", "ikke registreret"]]),
        ("En", "Fremmøder", [["Nord", "4"], ["Øst", "endnu ikke"]]),
        ("En", "Fremmøder", [["Øst", "ikke registreret"], ["Nord", "4"]]),
        ("En", "Fremmøder", [["Syd", "4"], ["Øst", "ikke registreret"]]),
        ("En", literal("Timer (timer)"), [["Syd", "4"], ["Øst", "ikke registreret"]]),
    ]
    for _reader in range(3):
        app = AppTest.from_function(page, default_timeout=60).run()
        assert not app.exception
        assert [drawn(table.proto) for table in app.table] == expected


def drawn(proto: Any) -> tuple[str, str, list[list[str]]]:
    """A table's name for a screen reader, its second head, and its cells as they are read."""
    shown = pa.ipc.open_stream(proto.arrow_data.styler.display_values).read_all()
    cells = [list(row.values())[:2] for row in shown.to_pylist()]
    return proto.alt, shown.column_names[1], cells
