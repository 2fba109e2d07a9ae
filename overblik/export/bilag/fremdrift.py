"""Milestones and indicators: what was agreed, what is reached, what is late; how far from zero point to target."""

from collections.abc import Iterator, Mapping, Sequence
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
    "aftalt": Column("Aftalt", "tekst"),
    "forventet": Column("Forventet", "tekst"),
    "naaet": Column("Nået", "tekst"),
    "forsinkelse_dage": Column("Forsinket (dage)", "antal"),
    "ansvarlig_rolle": Column("Ansvarlig", "tekst"),
}
_WIDE_MILESTONES = {
    "navn": 5, "sted": 2.5, "aftalt": 2.4, "forventet": 2.4, "naaet": 2.4, "forsinkelse_dage": 2,
    "ansvarlig_rolle": 3.4,
}  # fmt: skip
_WIDE_INDICATORS = {
    "navn": 5, "sted": 2.5, "nul": 1.8, "seneste": 2.8, "maal": 1.6, "maal_dag": 2.4, "maalopfyldelse_pct": 2.4,
}  # fmt: skip
_INDICATORS = {
    "navn": Column("Indikator", "tekst"),
    "sted": Column("Område", "tekst"),
    "nul": Column("Nulpunkt", "tekst"),
    "seneste": Column("Seneste måling", "tekst"),
    "maal": Column("Mål", "tekst"),
    "maal_dag": Column("Målets dato", "tekst"),
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
            yield table(name, mine, _MILESTONES, wide=_roomy(_WIDE_MILESTONES, mine))
    gone = len(answer.rows()) - len(rows)
    if gone:
        name = "bortfaldet milepæl" if gone == 1 else "bortfaldne milepæle"
        yield Paragraph(f"{danish.count(gone)} {name} er ikke med.", "quiet")


def indicators(rests: Grundlag) -> Iterator[Block]:
    """Indicators by their level, which are never mixed."""
    rows = fetch("indikatorer", rests.choice).rows()
    yield Heading("Indikatorer")
    if not rows:
        yield Paragraph("Ingen indikatorer er leveret for det valgte.")
    for level, name in words.LEVEL_NAMES.items():
        mine = [_told(row) for row in rows if row["niveau"] == level]
        if mine:
            yield table(name, mine, _INDICATORS, wide=_roomy(_WIDE_INDICATORS, mine))
            yield Paragraph(words.LEVELS[level], "quiet")


def _roomy(wide: Mapping[str, float], rows: Sequence[Row]) -> dict[str, float]:
    """More room for the place where its name is long."""
    longest = max(len(row["sted"]) for row in rows)
    return {**wide, "sted": min(wide["navn"], max(wide["sted"], longest / 9))}


def _placed(row: Row) -> dict[str, Any]:
    """A milestone with its place in words; a date that there is none of is a dash."""
    dates = {name: danish.short_day(row[f"{name}_dato"]) for name in ("aftalt", "forventet", "naaet")}
    return {**row, **dates, "sted": fremdrift_saetninger.place(row)}


def _told(row: Row) -> dict[str, Any]:
    kind = words.unit(row)
    return {
        **row,
        "sted": words.place(row),
        "maal_dag": danish.short_day(row["maal_dato"]),
        "nul": words.written(row["nul_vaerdi"], kind),
        "seneste": words.newest(row),
        "maal": words.written(row["maal_vaerdi"], kind),
    }
