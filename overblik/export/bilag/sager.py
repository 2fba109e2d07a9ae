"""What is to be decided, what became of what was decided, what is awaited, and what was adjusted."""

from collections.abc import Iterator
from typing import Any, Final

from overblik.answers import Column, fetch
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Heading, Paragraph, sentence
from overblik.export.listing import columns_of, table
from overblik.show import beslutninger_saetninger as words
from overblik.show import danish
from overblik.show.saetninger import in_words

KINDS: Final = {"B": "Beslutning", "D": "Drøftelse", "O": "Orientering"}

_AGENDA: Final = {
    "nr": Column("Nr.", "antal"),
    "art_navn": Column("Art", "tekst"),
    "emne": Column("Emne", "tekst"),
    "hvem": Column("Hvem afgør", "tekst"),
}
_WIDE_ADJUSTED: Final = {"dato": 1.7, "indsats_navn": 2, "aendring": 3, "begrundelse": 3, "besluttet_af": 1.7}
_OPEN: Final = {
    "moede_dato": Column("Besluttet", "dato"),
    "emne": Column("Emne", "tekst"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
    "frist": Column("Frist", "tekst"),
}


def agenda(rests: Grundlag) -> list[dict[str, Any]]:
    """The decisions of this meeting, in the agenda's order."""
    rows = fetch("beslutninger", rests.choice).rows()
    mine = [row for row in rows if rests.meeting and row["moede_id"] == rests.meeting["moede_id"]]
    return sorted(mine, key=lambda row: (row["nr"] is None, row["nr"], row["emne"]))


def wanted(rests: Grundlag) -> Iterator[Block]:
    """The decisions of this meeting's agenda: B, D and O, with who decides."""
    yield Heading("Sager på mødet")
    mine = agenda(rests)
    if not mine:
        yield Paragraph("Der er ingen sager på mødet i det valgte.")
        return
    told = [{**row, "art_navn": KINDS.get(row["art"], row["art"]), "hvem": words.who_decides(row)} for row in mine]
    yield Paragraph(sentence(danish.capitalised(words.kinds(mine))), "lead")
    yield table(
        "Til beslutning, drøftelse og orientering",
        told,
        _AGENDA,
        wide={"nr": 0.5, "art_navn": 1.3, "emne": 3, "hvem": 3.5},
    )


def followed_up(rests: Grundlag) -> Iterator[Block]:
    """Decisions of earlier meetings that are still open, the overdue first."""
    yield Heading("Opfølgning på tidligere beslutninger")
    rows = fetch("beslutninger", rests.choice).rows()
    day = rests.meeting["dato"] if rests.meeting else rests.choice.statusdato
    still = [row for row in rows if row["er_aaben"] and row["moede_dato"] < day]
    yield Paragraph(sentence(words.open_ones(still)), "lead")
    if still:
        still.sort(key=lambda row: (not row["er_forsinket"], row["frist_dato"] is None, row["frist_dato"], row["emne"]))
        told = [{**row, "frist": words.deadline(row)} for row in still]
        yield table(
            "Åbne beslutninger", told, _OPEN, wide={"moede_dato": 1.7, "emne": 3, "ansvarlig_rolle": 2.2, "frist": 3}
        )
    waiting = fetch("godkendelser", rests.choice)
    awaited = [row for row in waiting.rows() if row["afventes"]]
    if awaited:
        columns = columns_of(
            waiting, "genstand", "organ", "omraade_navn", "planlagt_dato", "oplyst_dato", omraade_navn="Område"
        )
        wide = {"genstand": 3, "organ": 2, "omraade_navn": 1.5, "planlagt_dato": 1.5, "oplyst_dato": 1.5}
        yield table("Godkendelser, der afventes", awaited, columns, wide=wide)


def adjusted(rests: Grundlag) -> Iterator[Block]:
    """What was adjusted, when, why, and by whom it was decided."""
    answer = fetch("justeringer", rests.choice)
    yield Heading("Justeringer")
    rows = [row for row in answer.rows() if not row["efter_statusdato"]]
    if not rows:
        yield Paragraph(f"Ingen justeringer er registreret til og med {danish.day(rests.choice.statusdato)}.")
        return
    columns = columns_of(
        answer, "dato", "indsats_navn", "aendring", "begrundelse", "besluttet_af", indsats_navn="Indsats"
    )
    newest = danish.day(max(row["dato"] for row in rows))
    told = f"{in_words(len(rows))} {'justering' if len(rows) == 1 else 'justeringer'}, senest {newest}"
    yield Paragraph(sentence(danish.capitalised(told)), "lead")
    yield table("Justeringer af indsatser", rows, columns, wide=_WIDE_ADJUSTED)
