"""Milestones and indicators: what was agreed, what is reached, what is late; how far from zero point to target."""

from collections.abc import Iterator, Mapping
from typing import Any

from overblik.answers import Column, fetch
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Heading, Paragraph, sentence
from overblik.export.listing import table
from overblik.show import danish, fremdrift_saetninger
from overblik.show import indikator_saetninger as words

Row = Mapping[str, Any]

_MILESTONES = {
    "navn": Column("Milepæl", "tekst"),
    "sted": Column("Område", "tekst"),
    "aftalt_dato": Column("Aftalt", "dato"),
    "forventet": Column("Forventet", "tekst"),
    "naaet": Column("Nået", "tekst"),
    "forsinkelse_dage": Column("Dage forsinket", "antal"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
}
_WIDE_MILESTONES = {
    "navn": 5, "sted": 2.5, "aftalt_dato": 2.6, "forventet": 2.6, "naaet": 2.6, "forsinkelse_dage": 1.6,
    "ansvarlig_rolle": 3,
}  # fmt: skip
_WIDE_INDICATORS = {
    "navn": 5, "sted": 2.5, "nul": 1.6, "seneste": 2, "maal": 1.6, "maal_dato": 2.4, "maalopfyldelse_pct": 2,
}  # fmt: skip
_INDICATORS = {
    "navn": Column("Indikator", "tekst"),
    "sted": Column("Område", "tekst"),
    "nul": Column("Nulpunkt", "tekst"),
    "seneste": Column("Seneste måling", "tekst"),
    "maal": Column("Mål", "tekst"),
    "maal_dato": Column("Målets dato", "dato"),
    "maalopfyldelse_pct": Column("Målopfyldelse", "pct"),
}


def milestones(rests: Grundlag) -> Iterator[Block]:
    """Every milestone, the late ones first in each track."""
    answer = fetch("milepaele", rests.choice)
    key = fetch("noegletal", rests.choice).one()
    late = fetch("milepaele_forsinkede", rests.choice).rows()
    yield Heading("Milepæle")
    yield Paragraph(sentence(fremdrift_saetninger.headline(key, late)), "lead")
    rows = [row for row in answer.rows() if row["status"] != "bortfaldet"]
    told = [_placed(row) for row in rows]
    for track in ("boligsocial", "fysisk"):
        mine = [row for row in told if row["spor"] == track]
        mine.sort(key=lambda row: (-(row["forsinkelse_dage"] or 0), row["aftalt_dato"], row["navn"]))
        if mine:
            name = danish.capitalised(fremdrift_saetninger.track_name(track))
            yield table(name, mine, _MILESTONES, wide=_WIDE_MILESTONES)
    gone = len(answer.rows()) - len(rows)
    if gone:
        yield Paragraph(f"{danish.count(gone)} bortfaldne milepæle er ikke med.", "quiet")


def indicators(rests: Grundlag) -> Iterator[Block]:
    """Indicators by their level, which are never mixed."""
    rows = fetch("indikatorer", rests.choice).rows()
    yield Heading("Indikatorer")
    if not rows:
        yield Paragraph("Ingen indikatorer er leveret for det valgte.")
    for level, name in words.LEVEL_NAMES.items():
        mine = [_told(row) for row in rows if row["niveau"] == level]
        if mine:
            yield table(name, mine, _INDICATORS, wide=_WIDE_INDICATORS)
            yield Paragraph(words.LEVELS[level], "quiet")


def _placed(row: Row) -> dict[str, Any]:
    """A milestone with its place in words; a date that there is none of is a dash."""
    dates = {name: danish.day(row[f"{name}_dato"], missing="–") for name in ("forventet", "naaet")}
    return {**row, **dates, "sted": fremdrift_saetninger.place(row)}


def _told(row: Row) -> dict[str, Any]:
    kind = words.unit(row)
    return {
        **row,
        "sted": words.place(row),
        "nul": words.written(row["nul_vaerdi"], kind),
        "seneste": words.newest(row),
        "maal": words.written(row["maal_vaerdi"], kind),
    }
