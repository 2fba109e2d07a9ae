"""What must hold, and whether it does: one line a goal, with this run's figure. Nothing measured is no goal met."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

MET, MISSED, UNKNOWN = "nået", "ikke nået", "ikke målt"


@dataclass(frozen=True)
class Goal:
    """A figure and its limit. `at_least`: the figure must not be below, else not above. None: not measured."""

    what: str
    limit: float
    found: float | None
    unit: str = ""
    at_least: bool = False
    digits: int = 2

    @property
    def verdict(self) -> str:
        """In one of three words."""
        if self.found is None or math.isnan(self.found):
            return UNKNOWN
        met = self.found >= self.limit if self.at_least else self.found <= self.limit
        return MET if met else MISSED


def table(goals: Sequence[Goal]) -> str:
    """Markdown; what was not reached stands out."""
    lines = ["| mål | grænse | målt | |", "|---|--:|--:|---|"]
    for goal in goals:
        sign = "≥" if goal.at_least else "≤"
        word = goal.verdict if goal.verdict == MET else f"**{goal.verdict}**"
        lines.append(f"| {goal.what} | {sign} {_number(goal, goal.limit)} | {_number(goal, goal.found)} | {word} |")
    return "\n".join(lines)


def _number(goal: Goal, value: float | None) -> str:
    if value is None or math.isnan(value):
        return "–"
    told = f"{value:.{goal.digits}f}".replace(".", ",")
    return f"{told} {goal.unit}".strip()
