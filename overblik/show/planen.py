"""The plan that is chosen: its name, its days, its statusdato."""

from collections.abc import Mapping
from typing import Any

from overblik.answers import Choice, fetch


def chosen_plan(choice: Choice) -> Mapping[str, Any]:
    """The row of `valg_plan` of a choice whose plan is given."""
    return next(row for row in fetch("valg_plan", choice).rows() if row["helhedsplan_id"] == choice.plan)
