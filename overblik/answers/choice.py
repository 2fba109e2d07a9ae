"""What a reader chose, and what it means in a release: defaults filled in, impossible values refused with a hint."""

import calendar
import difflib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from overblik.errors import ChoiceWrong
from overblik.release import Release


@dataclass(frozen=True)
class Choice:
    """A reader's filters. None and the empty tuple mean: not chosen.

    `fra` and `til` are a first and a last month (any day in them), `statusdato` the last day of a month, `release`
    an id; without it the release in force answers.
    """

    plan: str | None = None
    omraade: tuple[str, ...] = ()
    indsatsomraade: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    fra: date | None = None
    til: date | None = None
    statusdato: date | None = None
    release: str | None = None


@dataclass(frozen=True)
class Plan:
    """A plan's own days, as the release has them."""

    start_dato: date
    slut_dato: date


def resolve(choice: Choice, release: Release, plans: dict[str, Plan]) -> dict[str, Any]:
    """Every standard parameter with a value: plan, omraade, indsatsomraade, organisation, fra, til, statusdato.

    `fra` becomes the first day of its month, `til` the last of its. Raises ChoiceWrong.
    """
    plan = choice.plan or release.default_plan
    if plan not in plans:
        raise ChoiceWrong("unknown plan", f"Planen findes ikke i tallene. Vælg en af: {', '.join(plans)}.")
    statusdato = choice.statusdato or release.default_statusdato(plan)
    if statusdato != month_end(statusdato):
        nearest = nearest_month_end(statusdato)
        raise ChoiceWrong(
            "statusdato is not a month's end",
            f"Statusdatoen skal være den sidste dag i en måned. Den nærmeste er {nearest.isoformat()}.",
        )
    fra = (choice.fra or plans[plan].start_dato).replace(day=1)
    til = month_end(choice.til or statusdato)
    if choice.fra and choice.til and fra > til:  # a plan not begun has no month to statusdato, and that is no mistake
        raise ChoiceWrong("fra after til", "Periodens første måned ligger efter den sidste. Byt om på de to.")
    return {
        "plan": plan,
        "omraade": tuple(sorted(set(choice.omraade))),
        "indsatsomraade": tuple(sorted(set(choice.indsatsomraade))),
        "organisation": tuple(sorted(set(choice.organisation))),
        "fra": fra,
        "til": til,
        "statusdato": statusdato,
    }


def check_known(name: str, chosen: tuple[str, ...], known: list[str]) -> None:
    """Raises ChoiceWrong where an id was chosen that the release does not have, naming the nearest or all there are."""
    for value in chosen:
        if value not in known:
            near = difflib.get_close_matches(value, known, n=1)
            hint = f"Mente du {near[0]}?" if near else f"Mulige er: {', '.join(known)}."
            raise ChoiceWrong(f"unknown {name}", f"Et valgt {name} findes ikke i tallene. {hint}")


def month_end(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def nearest_month_end(day: date) -> date:
    """The month end with the fewest days between; of two equally near ones the earlier."""
    after = month_end(day)
    if (day.year, day.month) == (1, 1):  # no day lies before it
        return after
    before = day.replace(day=1) - timedelta(days=1)
    return before if day - before <= after - day else after
