"""Which meetings the plan has figures for: the day that a meeting's figures ended lies within the plan's."""

from collections.abc import Mapping
from typing import Any

from overblik.answers import Choice, fetch
from overblik.show.planen import chosen_plan

Row = Mapping[str, Any]


def with_figures(choice: Choice) -> dict[str, Row]:
    """The meetings whose statusdato the plan has figures for, newest first, by their id."""
    plan = chosen_plan(choice)
    return {
        row["moede_id"]: row
        for row in fetch("moeder", choice).rows()
        if plan["start_dato"] <= row["statusdato"] <= plan["statusdato"]
    }
