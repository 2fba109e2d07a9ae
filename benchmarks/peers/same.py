"""Do all give the same numbers? Compared number by number, before anything is timed."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from benchmarks.dataset import Dataset
from benchmarks.peers.numbers import TABLES, Rows, Source
from overblik.answers import Choice, fetch
from overblik.settings import settings

Numbers = Mapping[str, Mapping[str, tuple[Any, ...]]]

_MONTHS = ("maaneder", "timer")


class Differ(Exception):
    """Two that should show the same show different numbers. Names who and where, and no number."""


def checked(dataset: Dataset, choices: Sequence[tuple[str, ...]], days: Sequence[date]) -> int:
    """How many numbers were compared, of ours, the cube's and the raw rows'. Raises Differ."""
    raw = Source.raw(dataset.handed_in)
    cube = Source.cube({name: str(dataset.table(name)) for name in TABLES})
    count = 0
    for organisation in choices:
        for day in days:
            of_raw = of_peer(raw.ask_all(organisation, day))
            for who, other in (
                ("cube", of_peer(cube.ask_all(organisation, day))),
                ("Overblik", ours(organisation, day)),
            ):
                count += compared(who, of_raw, other)
    return count


def of_peer(found: Mapping[str, Rows]) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The peers' rows, each by its name."""
    named = {
        question: {str(row["navn"]): (row["aar"], row["foer"], _near(row["pct"])) for row in rows}
        for question, rows in found.items()
        if question not in (*_MONTHS, "kalender")
    }
    for question in _MONTHS:
        named[question] = {row["maaned"]: tuple(row.values())[1:] for row in found[question]}
    named["kalender"] = {f"{row['maaned']} {row['ugedag']}": (row["antal_afholdt"],) for row in found["kalender"]}
    return named


def ours(organisation: tuple[str, ...], day: date) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The same numbers as Overblik's own questions give them."""
    chosen = Choice(organisation=organisation, statusdato=day)

    def lines(question: str, name: str) -> dict[str, tuple[Any, ...]]:
        rows = fetch(question, chosen).rows()
        told = {
            row[name]: (row["fremmoeder_aar"], row["fremmoeder_aaret_foer"], _near(row["maal_pct"])) for row in rows
        }
        return {each: numbers for each, numbers in told.items() if numbers != (None, None, None)}

    months = [row for row in fetch("aktivitet_pr_maaned", chosen).rows() if row["fremmoeder"] is not None]
    calendar = fetch("aktivitet_kalender", chosen).rows()
    return {
        "maaneder": {
            row["maaned"]: (row["fremmoeder"], row["nye_deltagere"], row["frivillige"]) for row in months
        },
        "timer": {row["maaned"]: (row["frivilligtimer"], row["medarbejdertimer"]) for row in months},
        "omraader": lines("aktivitet_pr_omraade", "omraade_id"),
        "indsatsomraader": lines("aktivitet_pr_indsatsomraade", "indsatsomraade_kode"),
        "indsatser": lines("indsatser", "indsats_id"),
        "kalender": {f"{row['maaned']} {row['ugedag']}": (row["antal_afholdt"],) for row in calendar},
    }  # fmt: skip


def compared(who: str, right: Numbers, other: Numbers) -> int:
    """How many numbers were the same. Raises Differ, which names who and where and no number."""
    wrong = [question for question in right if right[question] != other.get(question)]
    if wrong:
        raise Differ(f"{who} and the raw rows differ in {', '.join(wrong)}")
    return sum(len(values) for rows in right.values() for values in rows.values())


def _near(share: float | None) -> float | None:
    """A share is a quotient of the same two integers, taken in another order: the last bits may differ."""
    return None if share is None else round(share, 9)


def use(dataset: Dataset) -> None:
    """From now on this process reads that data set."""
    os.environ["OVERBLIK_DATA"] = str(dataset.data)
    settings.cache_clear()
