"""What has changed since the meeting before: what turned, was reached, became late, moved, was carried out."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from overblik.answers import Column, comparing
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Heading, Paragraph, sentence
from overblik.export.listing import table
from overblik.show import danish, fremdrift_saetninger, marks, siden
from overblik.show import siden_saetninger as words

_TURNED: Final = {
    "hvor": Column("Hvor", "tekst"),
    "dimension": Column("Dimension", "tekst"),
    "foer_vist": Column("Dengang", "tekst"),
    "nu_vist": Column("Nu", "tekst"),
}
_MILESTONES: Final = {
    "navn": Column("Milepæl", "tekst"),
    "sted": Column("Sted", "tekst"),
    "aftalt": Column("Aftalt", "tekst"),
    "naaet": Column("Nået", "tekst"),
    "forventet": Column("Ventes nu", "tekst"),
}
_WIDE: Final = {"navn": 4, "sted": 3, "aftalt": 2, "naaet": 2, "forventet": 2}
_FIGURES: Final = {
    "maalt": Column("Mål", "tekst"),
    "foer_vist": Column("Dengang", "tekst"),
    "nu_vist": Column("Nu", "tekst"),
    "forskel_vist": Column("Forskel", "tekst"),
}


def changed(rests: Grundlag) -> Iterator[Block]:
    """The whole section; where there was no meeting before, it says so."""
    yield Heading("Siden sidste møde")
    since = rests.since
    if since is None:
        yield Paragraph("Der er intet tidligere møde at sammenligne med.")
        return
    (then, now), milestones = since.both("noegletal"), [answer.rows() for answer in since.both("milepaele")]
    turned = siden.turned(since)
    reached, late = comparing.reached(*milestones), comparing.newly_late(*milestones)
    figures = comparing.figures(then.one(), now.one())
    part = siden.part(since.now)
    yield Paragraph(sentence(words.heading(since.seen, part, turned, reached, late, figures)), "lead")
    yield Paragraph(words.compared(since, then.release.updated), "quiet")
    if turned:
        told = [
            {
                "hvor": words.square(row, part),
                "dimension": marks.DIMENSIONS[row["dimension"]].word,
                "foer_vist": words.status(row["foer"]),
                "nu_vist": words.status(row["nu"]),
            }
            for row in turned
        ]
        yield table(words.turned(turned), told, _TURNED, wide={"hvor": 2, "foer_vist": 1, "nu_vist": 1})
    columns = now.question.columns
    shown = [
        {
            "maalt": words.measure(row["maal"], columns[row["maal"]].label, then.one(), now.one()),
            "foer_vist": words.value(row["maal"], row["foer"], columns[row["maal"]].unit, row["foer_maerke"]),
            "nu_vist": words.value(row["maal"], row["nu"], columns[row["maal"]].unit, row["nu_maerke"]),
            "forskel_vist": words.difference(row["forskel"], columns[row["maal"]].unit, row["forskel_maerke"]),
        }
        for row in figures
    ]
    yield table("Dengang og nu", shown, _FIGURES, wide={"maalt": 2, "foer_vist": 1, "nu_vist": 1, "forskel_vist": 1})
    for caption, rows in (("nået", reached), ("over fristen", late)):
        if rows:
            listed = [_placed(row) for row in rows]
            name = words.milestones(len(rows), f"er nu {caption}")
            yield table(name, listed, _MILESTONES, wide=_WIDE)
    done = comparing.done(*(answer.rows() for answer in since.both("beslutninger")))
    if done:
        names = danish.names(f"“{row['emne']}”" for row in done)
        yield Paragraph(f"{words.decisions(done)}: {names}.")


def _placed(row: Mapping[str, Any]) -> dict[str, Any]:
    dates = {name: danish.short_day(row[f"{name}_dato"]) for name in ("aftalt", "naaet", "forventet")}
    return {**row, **dates, "sted": fremdrift_saetninger.place(row)}
