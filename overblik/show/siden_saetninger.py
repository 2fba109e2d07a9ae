"""Sentences about what has changed since a meeting; each made of the rows it stands on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from overblik.answers import maerker
from overblik.answers.since import Basis, Source
from overblik.show import danish, marks, saetninger, units

Row = Mapping[str, Any]

_UNCHANGED: Final = "ingen status er vendt, ingen milepæl er nået eller nu over fristen, og forbruget er uændret"
_RANK: Final = {"roed": 0, "gul": 1, "groen": 2}  # grey is no rank: it is not known


def meeting(row: Row) -> str:
    """1. februar 2023 · Opfølgning, 4. kvartal 2022."""
    return " · ".join(str(part) for part in (danish.day(row["dato"]), row["titel"] or row["organ"]) if part)


def compared(since: Basis, shown_then: date) -> str:
    """What the meeting's figures are, plainly; `shown_then` is the day that their release was made."""
    day = danish.day(since.seen)
    if since.source is Source.OWN:
        return f"Sammenlignet med tallene fra mødet: status pr. {day}, tal opdateret {danish.day(shown_then)}."
    if since.source is Source.SAME:
        return f"Der er ikke udgivet nye tal siden mødet. Sammenlignet med de samme tal pr. {day}."
    if since.source is Source.UNKNOWN_CHOICE:
        return f"Udgivelsen fra før mødet kender ikke det valgte; sammenlignet med de nuværende tal pr. {day}."
    if since.source is Source.UNREADABLE:
        return f"Udgivelsen fra før mødet er trukket tilbage eller beskadiget; sammenlignet med de samme tal pr. {day}."
    return f"Der findes ingen udgivelse fra før mødet; sammenlignet med de samme tal pr. {day}."


def heading(
    seen: date, part: str, changes: Sequence[Row], reached: Sequence[Row], late: Sequence[Row], figures: Sequence[Row]
) -> str:
    """Nordbyen siden mødets status pr. 31. december 2022: to statusser er vendt, én milepæl er nået, og …

    Named by the day of the figures, for something may have been reached between that day and the meeting itself.
    """
    clauses = [
        _counted(len(changes), "status er vendt", "statusser er vendt") + _for_the_worse(changes),
        _counted(len(reached), "milepæl er nået", "milepæle er nået"),
        _counted(len(late), "milepæl har nu overskredet fristen", "milepæle har nu overskredet fristen"),
        _spent(figures),
    ]
    told = [clause for clause in clauses if clause]
    since = f"siden mødets status pr. {danish.day(seen)}: {danish.names(told) if told else _UNCHANGED}"
    return f"{part} {since}" if part else danish.capitalised(since)


def _counted(count: int, one: str, many: str) -> str:
    """én milepæl er nået; nothing for none."""
    return f"{saetninger.in_words(count)} {one if count == 1 else many}" if count else ""


def _for_the_worse(changes: Sequence[Row]) -> str:
    count = sum(is_worse(row) for row in changes)
    return f" ({saetninger.in_words(count)} til det værre)" if count else ""


def is_worse(row: Row) -> bool:
    """Has the status turned towards red? To and from grey is neither way."""
    before, now = _RANK.get(row["foer"]), _RANK.get(row["nu"])
    return before is not None and now is not None and now < before


def rank(row: Row) -> tuple[bool, int]:
    """What has turned to the worse first, then by how bad it is now."""
    return not is_worse(row), _RANK.get(row["nu"], len(_RANK))


def _spent(figures: Sequence[Row]) -> str:
    difference = next(row["forskel"] for row in figures if row["maal"] == "forbrug_kr")
    if not difference:
        return ""
    way = "steget" if difference > 0 else "faldet"
    return f"forbruget er {way} med {danish.short_kroner(abs(difference))}"


def square(row: Row, part: str) -> str:
    """Søparken · Job; Hele planen, or what the filters leave of it."""
    return part if part and row["omraade_id"] == "ALLE" else saetninger.place(row)


def status(code: str | None) -> str:
    """✕ kræver handling; what is not among the squares is no status."""
    return f"{marks.STATUSES[code].mark} {marks.STATUSES[code].word}" if code else "– intet at vurdere"


def turned(changes: Sequence[Row]) -> str:
    """Tre statusser er vendt."""
    if not changes:
        return "Ingen status er vendt"
    return danish.capitalised(_counted(len(changes), "status er vendt", "statusser er vendt"))


def milestones(count: int, what: str) -> str:
    """Fire milepæle er nået; Ingen milepæle er nået."""
    return danish.capitalised(f"{saetninger.in_words(count)} {'milepæl' if count == 1 else 'milepæle'} {what}")


def happened(day: date, seen: date) -> str:
    """3. januar 2023; of a day that the meeting could have seen: 3. december 2022, registreret siden."""
    return danish.day(day).replace(" ", danish.NBSP) + (", registreret siden" if day <= seen else "")


def unseen(what: str) -> str:
    """Rettelser kan ikke ses: what only two releases can tell."""
    return f"{what} kan ikke ses: der er ingen tal for det valgte, udgivet før mødet, at sammenligne med."


def moved(row: Row) -> str:
    """14 dage senere; har fået en dato; har ikke længere en dato."""
    if row["dage"] is None:
        return "har fået en dato" if row["forventet_dato"] else "har ikke længere en dato"
    return f"{danish.days(abs(row['dage']))} {'senere' if row['dage'] > 0 else 'tidligere'}"


def decisions(rows: Sequence[Row]) -> str:
    """To beslutninger er udført."""
    count = len(rows)
    return danish.capitalised(
        f"{saetninger.in_words(count)} {'beslutning' if count == 1 else 'beslutninger'} er udført"
    )


def corrections(name: str, rows: Sequence[Row]) -> str:
    """Forbruget er rettet i to måneder."""
    if not rows:
        return f"{name} er ikke rettet"
    return f"{name} er rettet i {saetninger.in_words(len(rows))} {'måned' if len(rows) == 1 else 'måneder'}"


def measure(name: str, label: str, then: Row, now: Row) -> str:
    """A figure's name with what it rests on, where that is not the same everywhere."""
    if name == "prognose_kr" and then["prognose_metode"] != now["prognose_metode"]:
        return f"{label} (beregnet på en anden måde nu)"
    if name == "prognose_kr" and now["prognose_metode"] == "takt":
        return f"{label} (ved uændret takt)"
    if name == "fremmoeder":
        return "Fremmøder siden planens start"
    if name == "fremmoeder_pct":
        return "Årets fremmøder i forhold til " + {
            (True, True): "mål",
            (False, False): "samme måneder året før",
        }.get((then["har_maal"], now["har_maal"]), "mål, ellers til året før")
    return label


def value(name: str, found: Any, unit: str, mark: str | None = None) -> str:
    """A figure as it stands in the table; a deviation says in words which way it goes."""
    if name == "prognoseafvigelse_kr":
        return danish.deviation(found)
    return units.shown(found, unit, mark)


def difference(found: Any, unit: str, mark: str | None = None) -> str:
    """+2,2 mio. kr.; −3,2 pct.-point; uændret; of rounded figures ca. +12."""
    if found is None:
        return maerker.word(mark) if mark else danish.MISSING
    if not found:
        return "næsten uændret" if mark else "uændret"
    written = {"kr": danish.short_kroner, "pct": danish.points}.get(unit, danish.count)(found)
    if not any(sign in "123456789" for sign in written):
        return "næsten uændret"
    return maerker.beside(f"+{written}" if found > 0 else written, mark)
