"""The course of the money, from the plan's first month to its last: one figure and its words, for screen and paper."""

from collections.abc import Mapping
from typing import Any

from overblik.answers import Answer
from overblik.show import charts, danish
from overblik.show import oekonomi_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.charts.layout import Figure

Row = Mapping[str, Any]


def figure(course: Answer, key: Row) -> Figure | None:
    """Budget, forbrug and what is expected; None where there is no money at all."""
    if not any_money(key):
        return None
    expected = "Ventet, uændret takt" if key["prognose_metode"] == "takt" else "Ventet"
    series = [
        charts.Series("budget_akkumuleret_kr", "Korrigeret budget", "plan"),
        charts.Series("forventet_akkumuleret_kr", expected, "forecast"),
        charts.Series("forbrug_akkumuleret_kr", "Forbrug"),
    ]
    status = charts.Marker(key["statusdato"], f"status pr. {danish.day(key['statusdato'])}")
    return charts.lines(course, series, unit="kr", markers=[status], height=320)


def in_words(course: Answer, key: Row) -> str:
    """The same for one who hears it."""
    spent = alt_words.over_time(
        course, what="Forbrug siden planens begyndelse", column="forbrug_akkumuleret_kr", unit="kr"
    )
    return f"{spent} {words.headline(key)}."


def any_money(row: Row) -> bool:
    return bool(row["budget_kr"] or row["forbrug_kr"] or row["prognose_kr"])
