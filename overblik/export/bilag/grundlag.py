"""What a pack rests on: the meeting, the release it is prepared from, and what the filters leave of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from overblik.answers import Choice, Release, current_release, fetch
from overblik.answers.since import Basis, basis
from overblik.errors import OverblikError
from overblik.release_history import release_at
from overblik.settings import settings, today
from overblik.show import danish, forside
from overblik.show.planen import chosen_plan

Row = Mapping[str, Any]


class MeetingUnknown(OverblikError):
    """A pack was asked for a meeting that the release does not have."""

    notice = "Mødet findes ikke i tallene. Vælg et af møderne på siden Beslutninger."


@dataclass(frozen=True)
class Grundlag:
    """`choice` has plan, statusdato and release given. `meeting` is None where no meeting was delivered.

    `since`: what to compare with since the meeting before; None where there was none.
    """

    choice: Choice
    release: Release
    meeting: Row | None
    since: Basis | None

    def named(self) -> str:
        """What the filters leave, in words."""
        return forside.chosen_part(self.choice) or "Hele planen"


def grundlag(moede: str | None, choice: Choice) -> Grundlag:
    """The basis of the pack of a meeting (None: the next, or the last). Raises MeetingUnknown and as `fetch`.

    A meeting whose data were locked gets the release that was in force then, unless the choice names one.
    """
    release = current_release(choice.release)
    meetings = fetch("moeder", choice, release=release.id).rows()
    meeting = _meeting(moede, meetings)
    locked = meeting["data_laas_dato"] if meeting else None
    if choice.release is None and locked and locked <= today():
        release = release_at(settings().data, locked) or release
    plan = choice.plan or release.default_plan
    seen = [choice.statusdato or release.default_statusdato(plan), release.default_statusdato(plan)]
    statusdato = min([*seen, meeting["statusdato"]] if meeting else seen)  # never later than what the meeting saw
    chosen = replace(choice, plan=plan, statusdato=statusdato, release=release.id)
    before = [row for row in meetings if meeting and row["dato"] < meeting["dato"]]
    last = max(before, key=lambda row: (row["dato"], row["moede_id"]), default=None)
    return Grundlag(chosen, release, meeting, basis(chosen, last) if last else None)


def _meeting(moede: str | None, meetings: list[dict[str, Any]]) -> Row | None:
    if moede is not None:
        found = [row for row in meetings if row["moede_id"] == moede]
        if not found:
            raise MeetingUnknown("no meeting of that id")
        return found[0]
    for name in ("er_naeste", "er_sidste"):
        for row in meetings:
            if row[name]:
                return row
    return None


def facts(rests: Grundlag) -> tuple[tuple[str, str], ...]:
    """What stands on the cover, label and value."""
    choice, meeting = rests.choice, rests.meeting
    shown = [
        ("Organ", danish.capitalised(meeting["organ"] if meeting else settings().organ)),
        ("Møde", f"{danish.day(meeting['dato'])} · {meeting['titel']}" if meeting else "Intet møde er leveret"),
        ("Helhedsplan", chosen_plan(choice)["navn"]),
        ("Valgt", rests.named()),
        ("Status pr.", danish.day(choice.statusdato)),
        ("Tal opdateret", danish.day(rests.release.updated)),
        ("Udgivelse", rests.release.id),
    ]
    return tuple(shown)


def foot(rests: Grundlag) -> str:
    """What stands on every page: Nordbyen · status pr. 31. marts 2023."""
    return f"{rests.named()} · status pr. {danish.day(rests.choice.statusdato)}"
