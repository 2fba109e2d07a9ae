"""An answer's rows as a table or a chart of a document: heads with their units, cells as the pages write them."""

from collections.abc import Mapping, Sequence
from typing import Any

from overblik.answers import Answer, Column, maerker
from overblik.export.blocks import Chart, Head, Table
from overblik.show import danish, units
from overblik.show.charts.layout import Figure

Row = Mapping[str, Any]


def cell(value: Any, unit: str, mark: str | None = None) -> str:
    """A cell as it is read: the unit stands in the head, what is not there or rounded says so by its mark."""
    if value is None:
        return units.exact(None, unit, mark)
    if unit == "kr":
        return danish.number(value, 2)
    text = units.exact(value, unit, mark)
    return text.removesuffix("%").rstrip() if unit == "pct" else text


def table(
    caption: str,
    rows: Sequence[Row],
    columns: Mapping[str, Column],
    *,
    wide: Mapping[str, float] | None = None,
    has_total: bool = False,
) -> Table:
    """The rows under their columns' heads. `wide`: columns that share the room that is left, by their share."""
    heads = tuple(
        Head(units.headed(column.label, column.unit), column.unit in units.NUMERIC, (wide or {}).get(name, 0))
        for name, column in columns.items()
    )
    cells = tuple(
        tuple(cell(row[name], column.unit, maerker.of(row, name)) for name, column in columns.items()) for row in rows
    )
    return Table(caption, heads, cells, has_total)


def columns_of(answer: Answer, *names: str, **labels: str) -> dict[str, Column]:
    """The answer's own columns in the order named; `labels` replace a label where room is short."""
    found = answer.question.columns
    return {name: Column(labels.get(name, found[name].label), found[name].unit) for name in names}


def chart(
    heading: str,
    figure: Figure | None,
    answer: Answer,
    *,
    alt: str,
    name: str,
    columns: Sequence[str],
    grid: Table | None = None,
) -> list[Chart]:
    """The chart with the numbers behind it, or nothing where there is nothing to draw."""
    if figure is None:
        return []
    told = answer.question.columns
    rows = tuple(tuple(row[column] for column in columns) for row in answer.rows())
    heads = tuple(units.headed(told[column].label, told[column].unit) for column in columns)
    return [Chart(heading, figure, alt, name, heads, rows, source(answer), grid)]


def source(answer: Answer) -> str:
    """Status pr. 31. marts 2023 · tal opdateret 12. april 2023."""
    statusdato = answer.params.get("statusdato")
    parts = [
        f"status pr. {danish.day(statusdato)}" if statusdato else "",
        f"tal opdateret {danish.day(answer.release.updated)}",
    ]
    return danish.capitalised(" · ".join(part for part in parts if part))
