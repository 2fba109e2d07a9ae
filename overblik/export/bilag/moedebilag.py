"""The pack's sections in the order of the meeting, put together as one document."""

from collections.abc import Iterator

from overblik.answers import Choice
from overblik.export.bilag import data, fremdrift, minut, penge, sager, siden, status
from overblik.export.bilag.grundlag import Grundlag, MeetingUnknown, facts, foot, grundlag
from overblik.export.blocks import Block, Document
from overblik.show import danish

__all__ = ["MeetingUnknown", "moedebilag"]


def moedebilag(moede: str | None = None, choice: Choice | None = None) -> Document:
    """The pack of a meeting (None: the next one, else the last). Raises MeetingUnknown, and as `fetch`."""
    rests = grundlag(moede, choice or Choice())
    return Document(
        title="Mødebilag",
        subtitle=_subtitle(rests),
        facts=facts(rests),
        day=rests.release.updated,
        release=rests.release.id,
        is_example=rests.release.is_example,
        blocks=tuple(_blocks(rests)),
        foot=foot(rests),
    )


def _subtitle(rests: Grundlag) -> str:
    if rests.meeting is None:
        return f"Status pr. {danish.day(rests.choice.statusdato)}"
    return f"{danish.capitalised(rests.meeting['organ'])}, {danish.day(rests.meeting['dato'])}"


def _blocks(rests: Grundlag) -> Iterator[Block]:
    yield from minut.minute(rests)
    yield from minut.on_the_table(rests)
    yield from sager.wanted(rests)
    yield from sager.followed_up(rests)
    yield from minut.attention(rests)
    yield from status.per_indsatsomraade(rests)
    yield from status.per_omraade(rests)
    yield from penge.money(rests)
    yield from fremdrift.milestones(rests)
    yield from fremdrift.indicators(rests)
    yield from siden.changed(rests)
    yield from sager.adjusted(rests)
    yield from data.deliveries(rests)
    yield from data.definitions()
