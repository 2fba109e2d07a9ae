"""Money with the standard columns: per indsatsområde, per area, over time; and what the parties contribute."""

from collections.abc import Iterator
from typing import Final

from overblik.answers import Answer, fetch
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Heading, Paragraph, sentence
from overblik.export.listing import chart, columns_of, table
from overblik.settings import settings
from overblik.show import oekonomi_forloeb, parter_saetninger, saetninger
from overblik.show import oekonomi_saetninger as words

# What directors read first: what was agreed, what is used, what is expected, and the difference.
STANDARD: Final = (
    "navn", "budget_oprindeligt_kr", "budget_kr", "forbrug_kr", "prognose_kr", "prognoseafvigelse_kr",
    "prognoseafvigelse_pct",
)  # fmt: skip


def money(rests: Grundlag) -> Iterator[Block]:
    """The whole section: the message, the course, the tables."""
    key, course = fetch("noegletal", rests.choice), fetch("oekonomi_forloeb", rests.choice)
    yield Heading("Økonomi")
    yield Paragraph(sentence(words.headline(key.one())), "lead")
    yield from _course(key, course)
    efforts = fetch("oekonomi_pr_indsatsomraade", rests.choice)
    areas = fetch("oekonomi_pr_omraade", rests.choice)
    yield _standard("Pr. indsatsområde", efforts, key, "Indsatsområde", "Fælles")
    yield _standard("Pr. område", areas, key, "Område", "Ikke fordelt på område")
    yield Paragraph(
        "Forventet afvigelse er forventet forbrug minus korrigeret budget; plus er merforbrug, minus er mindreforbrug. "
        "Anvendelsen af et mindreforbrug skal afklares med kommunen og Landsbyggefonden.",
        "quiet",
    )
    yield Heading("Medfinansiering", 2)
    yield Paragraph(sentence(parter_saetninger.cofinancing(key.one(), settings().graenser.medfinansiering_pct)))
    years = fetch("medfinansiering_pr_aar", rests.choice)
    assert rests.choice.statusdato  # grundlag has given it
    begun = [row for row in years.rows() if row["aar"] <= rests.choice.statusdato.year]
    columns = columns_of(
        years, "aar", "forbrug_kr", "lokalt_forbrug_kr", "lokalt_kontant_kr", "lokalt_naturalier_kr",
        "medfinansiering_forbrug_pct", medfinansiering_forbrug_pct="Lokal andel",
    )  # fmt: skip
    yield table("Lokal medfinansiering pr. kalenderår", begun, columns, wide=dict.fromkeys(columns, 1))


def _course(key: Answer, course: Answer) -> Iterator[Block]:
    yield from chart(
        saetninger.pace(key.one()),
        oekonomi_forloeb.figure(course, key.one()),
        course,
        alt=oekonomi_forloeb.in_words(course, key.one()),
        name="oekonomi-forloeb",
        columns=tuple(course.question.columns),
    )


def _standard(caption: str, answer: Answer, key: Answer, label: str, without: str) -> Block:
    rows = [{**row, "navn": row["navn"] or without} for row in answer.rows()]
    whole = [{**key.one(), "navn": "I alt"}] if rows else []
    columns = columns_of(
        answer, *STANDARD, navn=label, budget_oprindeligt_kr="Oprindeligt budget", prognoseafvigelse_kr="Afvigelse",
        prognoseafvigelse_pct="Afvigelse", prognose_kr="Prognose", budget_kr="Korrigeret budget",
    )  # fmt: skip
    wide = {name: 2 if name == "navn" else 1 for name in columns}
    return table(caption, [*rows, *whole], columns, wide=wide, has_total=bool(whole))
