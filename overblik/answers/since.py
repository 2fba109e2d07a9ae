"""What a meeting saw, and what there is to see now: the two choices that *Siden sidste møde* compares.

The figures of a meeting are those of the release that was in force on its day, at the meeting's statusdato. Where no
release was kept from then, the present one answers for both; corrections cannot be known in that case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from overblik.answers import Answer, Choice, current_release, fetch
from overblik.errors import ChoiceWrong, ReleaseDamaged, ReleaseWithdrawn
from overblik.release import Release
from overblik.release_history import release_at
from overblik.settings import settings


class Source(Enum):
    """Where the figures of the meeting come from."""

    OWN = "the release of the time"
    SAME = "the release of the time, which is still the one shown"
    NO_RELEASE = "the present release: there was none then"
    UNREADABLE = "the present release: the one of the time has been withdrawn or is damaged"
    UNKNOWN_CHOICE = "the present release: the one of the time does not know what is chosen"


@dataclass(frozen=True)
class Basis:
    """`then` and `now` as choices with plan, statusdato and release given; the period filter is lifted in both.

    `seen` is the statusdato of `then`.
    """

    then: Choice
    now: Choice
    seen: date
    source: Source

    @property
    def is_own(self) -> bool:
        """True where the meeting's figures are those that were shown then."""
        return self.source in (Source.OWN, Source.SAME)

    def both(self, name: str) -> tuple[Answer, Answer]:
        """A question asked of the meeting's figures and of those of now."""
        return fetch(name, self.then), fetch(name, self.now)

    def same_months(self, name: str) -> tuple[Answer, Answer]:
        """A monthly series asked of both releases for the months that the meeting saw; differences are corrections."""
        shown = fetch(name, self.then)
        return shown, fetch(name, self.then, release=self.now.release, fra=shown.params["fra"])


def basis(chosen: Choice, moede: Mapping[str, Any]) -> Basis:
    """What to compare since a meeting (a row of `moeder`). Raises as `fetch`.

    A meeting whose data were locked saw the release of that day. The meeting's statusdato, or the newest that its
    release could show; never later than the chosen one.
    """
    release = current_release(chosen.release)
    plan = chosen.plan or release.default_plan
    statusdato = chosen.statusdato or release.default_statusdato(plan)
    now = replace(chosen, plan=plan, statusdato=statusdato, release=release.id, fra=None, til=None)
    seen: date = min(moede["statusdato"], statusdato)
    try:
        past = _shown_on(moede.get("data_laas_dato") or moede["dato"], release)
    except (ReleaseDamaged, ReleaseWithdrawn):
        return Basis(replace(now, statusdato=seen), now, seen, Source.UNREADABLE)
    if past is None:
        return Basis(replace(now, statusdato=seen), now, seen, Source.NO_RELEASE)
    if plan not in past.plans or not _answers(then := replace(now, release=past.id)):
        return Basis(replace(now, statusdato=seen), now, seen, Source.UNKNOWN_CHOICE)
    seen = min(seen, past.default_statusdato(plan))
    return Basis(replace(then, statusdato=seen), now, seen, Source.SAME if past == release else Source.OWN)


def _shown_on(day: date, release: Release) -> Release | None:
    """The release that was in force on a day, every byte of it checked."""
    past = release_at(settings().data, day, release.id)
    return None if past is None else current_release(past.id)


def _answers(choice: Choice) -> bool:
    """Does the release of a choice know all that is chosen?"""
    try:
        fetch("moeder", choice)
    except ChoiceWrong:
        return False
    return True
