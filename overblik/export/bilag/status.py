"""Status per indsatsområde, and per area with the social and the physical track side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from overblik.answers import Answer, Column, fetch
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.bilag.minut import squares
from overblik.export.blocks import Block, Heading, Paragraph, Point, Points, sentence
from overblik.export.listing import table
from overblik.show import danish, forside, marks, omraade_saetninger
from overblik.show import udviklingsplaner_saetninger as physical

Row = Mapping[str, Any]

_DIMENSIONS = {
    "navn": Column("Indsatsområde", "tekst"),
    **{name: Column(danish.capitalised(dimension.word), "tekst") for name, dimension in marks.DIMENSIONS.items()},
}


def per_indsatsomraade(rests: Grundlag) -> Iterator[Block]:
    """Every indsatsområde in the three dimensions, and the matrix."""
    yield Heading("Status pr. indsatsområde")
    status = fetch("status", rests.choice)
    efforts = fetch("valg_indsatsomraade", rests.choice).rows()
    rows = [
        {"navn": row["navn"], **{name: _told(status, row["indsatsomraade_kode"], name) for name in marks.DIMENSIONS}}
        for row in efforts
    ]
    wide = {name: 1.6 if name == "navn" else 1.0 for name in _DIMENSIONS}
    found = forside.matrix(rests.choice)
    told = marks.tally(dict(found.counts))
    yield Paragraph(f"{danish.count(len(found.squares))} felter: {told}." if told else "Intet at vurdere.", "lead")
    yield table("Status pr. indsatsområde", [row for row in rows if any(row.values())], _DIMENSIONS, wide=wide)
    yield from squares(rests)


def per_omraade(rests: Grundlag) -> Iterator[Block]:
    """Area by area: its sentence, its three dimensions, and the physical plan beside them."""
    yield Heading("Status pr. område")
    plans = fetch("udviklingsplaner", rests.choice).rows()
    tracks = fetch("fysisk_overblik", rests.choice).rows()
    chosen = rests.choice.omraade
    for area in fetch("valg_omraade", rests.choice).rows():
        if chosen and area["omraade_id"] not in chosen:
            continue
        here = replace(rests.choice, omraade=(area["omraade_id"],))
        key = fetch("noegletal", here).one()
        yield Heading(area["navn"], 2)
        yield Paragraph(sentence(forside.sentence(here)))
        yield Points(
            (
                Point(omraade_saetninger.milestones(key), "Fremdrift"),
                Point(omraade_saetninger.money(key), "Økonomi"),
                Point(omraade_saetninger.attendance(key), "Aktivitet"),
                *_physical(area["omraade_id"], plans, tracks),
            )
        )


def _physical(area: str, plans: list[dict[str, Any]], tracks: list[dict[str, Any]]) -> Iterator[Point]:
    """The physical track: the development plan on its way, and the next milestone."""
    mine = [plan for plan in plans if plan["omraade_id"] == area]
    if not mine:
        yield Point("Ingen udviklingsplan er leveret for området.", "Fysisk spor")
    for plan in mine:
        yield Point(sentence(physical.share(plan)), "Fysisk spor")
    for row in tracks:
        if row["omraade_id"] == area:
            yield Point(physical.next_milestone(row), "Næste fysiske milepæl")


def _told(status: Answer, code: str, dimension: str) -> str:
    """✓ følger planen; of fremdrift, which has no total, how many squares are what."""
    for row in status.rows():
        if (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]) == ("ALLE", code, dimension):
            if row["status"]:
                return f"{marks.STATUSES[row['status']].mark} {marks.STATUSES[row['status']].word}"
            return marks.tally(forside.counts(row)) or "ingen milepæle"
    return ""
