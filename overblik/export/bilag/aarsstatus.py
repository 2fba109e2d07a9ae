"""Årsstatus: one calendar year per indsatsområde, as the basis for the yearly report to Landsbyggefonden.

Every indsatsområde has the fund's own table: målsætning | målepunkt | mål | opnået.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from overblik.answers import Choice, Column, current_release, fetch
from overblik.errors import ChoiceWrong
from overblik.export.bilag import penge
from overblik.export.bilag.grundlag import Grundlag, facts, foot
from overblik.export.blocks import Block, Document, Heading, Paragraph, sentence
from overblik.export.listing import table
from overblik.show import danish, fremdrift_saetninger, units
from overblik.show import indikator_saetninger as words
from overblik.show import oekonomi_saetninger as money

Row = Mapping[str, Any]

_TARGETS: Final = {
    "maalsaetning": Column("Målsætning", "tekst"),
    "maalepunkt": Column("Målepunkt", "tekst"),
    "maal": Column("Mål", "tekst"),
    "opnaaet": Column("Opnået", "tekst"),
}
_WIDE: Final = {"maalsaetning": 4, "maalepunkt": 4, "maal": 2, "opnaaet": 3}


def aarsstatus(aar: int, choice: Choice | None = None) -> Document:
    """The status of a calendar year, as it stands at its end or at the newest whole month in it. Raises ChoiceWrong."""
    chosen = choice or Choice()
    release = current_release(chosen.release)
    plan = chosen.plan or release.default_plan
    statusdato = min(date(aar, 12, 31), chosen.statusdato or release.default_statusdato(plan))
    if statusdato.year != aar:
        raise ChoiceWrong(
            "no figures of that year", f"Der er ingen tal for {aar}; de seneste er fra {statusdato.year}."
        )
    rests = Grundlag(replace(chosen, plan=plan, statusdato=statusdato, release=release.id), release, None, None)
    return Document(
        title=f"Årsstatus {aar}",
        subtitle=f"Status pr. {danish.day(statusdato)}",
        facts=tuple(fact for fact in facts(rests) if fact[0] != "Møde"),
        day=release.updated,
        release=release.id,
        is_example=release.is_example,
        blocks=tuple(_blocks(rests, aar)),
        foot=foot(rests),
    )


def _blocks(rests: Grundlag, aar: int) -> Iterator[Block]:
    chosen = rests.choice.indsatsomraade
    for row in fetch("valg_indsatsomraade", rests.choice).rows():
        if not chosen or row["indsatsomraade_kode"] in chosen:
            here = replace(rests.choice, indsatsomraade=(row["indsatsomraade_kode"],))
            yield from _one(replace(rests, choice=here), row["navn"], aar)
    yield from penge.money(rests)


def _one(rests: Grundlag, name: str, aar: int) -> Iterator[Block]:
    """An indsatsområde: its money in a sentence, its targets, its milestones of the year."""
    yield Heading(name)
    yield Paragraph(sentence(money.headline(fetch("noegletal", rests.choice).one())))
    targets = [*_indicators(rests), *_attendance(rests, aar)]
    if targets:
        yield table(f"Mål og resultater {aar}", targets, _TARGETS, wide=_WIDE)
    else:
        yield Paragraph("Ingen mål er leveret for indsatsområdet.")
    agreed = [row for row in fetch("milepaele", rests.choice).rows() if row["aftalt_dato"].year == aar]
    if agreed:
        told = [_milestone(row) for row in agreed if row["status"] != "bortfaldet"]
        yield table(f"Milepæle aftalt til {aar}", told, _TARGETS, wide=_WIDE)


def _indicators(rests: Grundlag) -> Iterator[dict[str, str]]:
    for row in fetch("indikatorer", rests.choice).rows():
        kind = words.unit(row)
        yield {
            "maalsaetning": f"{row['navn']} ({words.place(row)})",
            "maalepunkt": row["definition"],
            "maal": f"{words.written(row['maal_vaerdi'], kind)} {danish.day(row['maal_dato'], missing='')}".strip(),
            "opnaaet": words.newest(row),
        }


def _attendance(rests: Grundlag, aar: int) -> Iterator[dict[str, str]]:
    """Each effort's attendance against the year's own target."""
    for row in fetch("aktivitet_pr_indsats", rests.choice).rows():
        if row["maal_aar"] is not None:
            yield {
                "maalsaetning": f"{row['navn']} ({row['omraade_navn']})",
                "maalepunkt": f"Fremmøder i {aar}",
                "maal": danish.count(row["maal_aar"]),
                "opnaaet": units.of(row, "fremmoeder_aar"),
            }


def _milestone(row: Row) -> dict[str, str]:
    reached = f"nået {danish.day(row['naaet_dato'])}" if row["er_naaet"] else "ikke nået"
    late = f", {danish.days(row['forsinkelse_dage'])} forsinket" if row["forsinkelse_dage"] else ""
    return {
        "maalsaetning": f"{row['navn']} ({fremdrift_saetninger.place(row)})",
        "maalepunkt": "Milepælen er nået",
        "maal": danish.day(row["aftalt_dato"]),
        "opnaaet": f"{reached}{late}",
    }
