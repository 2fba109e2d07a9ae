"""Sentences about activity, made of figures: what the year looks like, who reaches the target, when things happen.

Every sentence must hold in every case: nothing registered, small, hidden, no target, no year before, one line only.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from overblik.answers import maerker
from overblik.show import danish, units
from overblik.show.saetninger import is_told, untold

Row = Mapping[str, Any]


def year_to_date(statusdato: date) -> str:
    """2023 til og med marts; a whole year is just the year."""
    if statusdato.month == 12:
        return str(statusdato.year)
    return f"{statusdato.year} til og med {danish.month(statusdato).split()[0]}"


def attended(row: Row, column: str = "fremmoeder_aar") -> str:
    """1 fremmøde, ca. 4.812 fremmøder, under 5 fremmøder; only for what `is_told`."""
    return f"{units.of(row, column)} {'fremmøde' if row[column] == 1 else 'fremmøder'}"


def headline(row: Row, statusdato: date) -> str:
    """The page's answer: how many came this year, against the target and the same months the year before."""
    year = year_to_date(statusdato)
    if not is_told(row, "fremmoeder_aar"):
        return f"{untold(row, 'fremmoeder_aar')} i {year}"
    parts = [f"{danish.capitalised(attended(row))} i {year}"]
    if row["maal_pct"] is not None and row["maal_grundlag"] == "maal":
        parts.append(f"{share(row)} af målet til dato")
    parts.append(against_year_before(row))
    return ": ".join([parts[0], " og ".join(part for part in parts[1:] if part)]).removesuffix(": ")


def against_year_before(row: Row) -> str:
    """5,2 % flere end i de samme måneder året før; empty where the two cannot be compared."""
    change, mark = row["aendring_pct"], maerker.of(row, "aendring_pct")
    if change is None:
        return ""
    if not change:
        return f"{'omtrent' if mark else 'lige'} så mange som i de samme måneder året før"
    told = maerker.beside(danish.percent(abs(change)), mark)
    return f"{told} {'flere' if change > 0 else 'færre'} end i de samme måneder året før"


def share(row: Row, decimals: int = 0) -> str:
    """ca. 83 %: attendance against what it is measured by, or the word for why it is not told."""
    mark = maerker.of(row, "maal_pct")
    if row["maal_pct"] is None:
        return maerker.word(mark) if mark else absent(row)
    return maerker.beside(danish.percent(row["maal_pct"], decimals=decimals), mark)


def gaps(rows: Sequence[Row]) -> str:
    """Birkevej: Gadeplan og Mentorforløb har ingen tal efter oktober 2022. One sentence an area and month."""
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        groups.setdefault((row["omraade_navn"], row["nyeste_maaned"]), []).append(row["navn"])
    told = [
        f"{area}: {danish.names(names)} har ingen tal efter {danish.month(month)}."
        for (area, month), names in groups.items()
    ]
    return " ".join([*told, "Summer og sammenligninger, som de indgår i, er for lave."]) if told else ""


def left_out(row: Row) -> str:
    """How many registrations have no number, and why; empty where all have one."""
    hidden, missing = row["skjulte"], row["manglende"]
    told = [
        f"{danish.count(hidden)} skjult for at beskytte enkeltpersoner" if hidden else "",
        f"{danish.count(missing)} uden tal" if missing else "",
    ]
    counted = [part for part in told if part]
    if not counted:
        return ""
    return (
        f"Af periodens registreringer er {' og '.join(counted)}; de tæller ikke med, og det er ikke det samme som nul."
    )


def months(rows: Sequence[Row], column: str, one: str, many: str) -> str:
    """189 nye deltagere i marts 2023; flest i november 2021 (325)."""
    known = [row for row in rows if row[column] is not None]
    if not known:
        marked = next((mark for row in rows if (mark := maerker.of(row, column))), None)
        return _all_small_or_hidden(marked, many) if marked else f"Ingen {many} er registreret i perioden"
    most, last = max(known, key=lambda row: row[column]), known[-1]
    newest = danish.capitalised(
        f"{units.of(last, column)} {one if last[column] == 1 else many} i {danish.month(last['maaned'])}"
    )
    # Where part of a month is hidden, another may well have been higher.
    if len(known) == 1 or any(maerker.of(row, column) in (maerker.AT_LEAST, maerker.HIDDEN) for row in rows):
        return newest
    if most is last:
        return f"{newest}: det højeste i perioden"
    return f"{newest}; flest i {danish.month(most['maaned'])} ({units.of(most, column)})"


def _all_small_or_hidden(mark: str, many: str) -> str:
    """Of months none of which has a number: the first of them stands for all."""
    if mark == maerker.HIDDEN:
        return f"Antallet af {many} er skjult for at beskytte enkeltpersoner; skjult er ikke det samme som nul"
    if mark in ("mangler", "ikke_relevant"):
        return f"Antallet af {many} {'mangler i det leverede' if mark == 'mangler' else 'er ikke relevant'}"
    return f"Så få {many}, at antallet ikke vises måned for måned"


def nothing(rows: Sequence[Row]) -> str:
    """Why there is nothing to draw by month."""
    if any(row["skjulte"] for row in rows):
        return "Fremmødet i perioden er skjult for at beskytte enkeltpersoner; skjult er ikke det samme som nul"
    return "Ingen aktivitet er registreret i det valgte"


def most(rows: Sequence[Row], statusdato: date) -> str:
    """Flest fremmøder i 2023 til og med marts: Nordbyen, 4.945."""
    known = [row for row in rows if row["fremmoeder_aar"] is not None]
    year = year_to_date(statusdato)
    small = [row for row in rows if is_told(row, "fremmoeder_aar")]
    if not known and small:
        return f"Få fremmøder i {year}" if len(rows) > 1 else f"{small[0]['navn']}: {attended(small[0])} i {year}"
    if not known:
        first = next((row for row in rows if maerker.of(row, "fremmoeder_aar")), {"fremmoeder_aar": None})
        return f"{untold(first, 'fremmoeder_aar')} i {year}"
    top = max(known, key=lambda row: row["fremmoeder_aar"])
    if len(rows) == 1:
        told = f"{top['navn']}: {attended(top)} i {year}"
        return f"{told}, {before}" if (before := against_year_before(top)) else told
    return f"Flest fremmøder i {year}: {top['navn']}, {units.of(top, 'fremmoeder_aar')}"


def reaching(rows: Sequence[Row]) -> str:
    """Østbyen er under målet (94 %), de øvrige når det; what has no target is measured against the year before."""
    known = [row for row in rows if row["maal_pct"] is not None]
    if not known and any(maerker.of(row, "maal_pct") == maerker.HIDDEN for row in rows):
        return "Fremmødet er for lille til at holde op mod noget, eller skjult"
    if not known and any(row["maal_grundlag"] for row in rows):
        return "Der er intet registreret fremmøde i år at måle"
    if not known:
        return "Intet at måle fremmødet mod i år"
    word = "målet" if any(row["maal_grundlag"] == "maal" for row in known) else "niveauet fra året før"
    under = sorted((row for row in known if row["maal_pct"] < 100), key=lambda row: float(row["maal_pct"]))
    if len(known) == 1:
        return f"{known[0]['navn']}: {share(known[0], _decimals(known))} af {word}"
    if not under:
        return f"Alle {danish.count(len(known))}, der kan måles, når {word}"
    if len(under) > 3:
        return f"{danish.count(len(under))} af {danish.count(len(known))} er under {word}"
    named = [f"{row['navn']} ({share(row, _decimals([row]))})" for row in under]
    rest = "" if len(under) == len(known) else "; resten når det"
    return f"Under {word}: {danish.names(named)}{rest}"


def measured(row: Row) -> tuple[str, str, str]:
    """The key figure of attendance against what it is measured by: its name, the share, and what it is a share of."""
    basis = row["maal_grundlag"]
    if basis is None:
        return "I forhold til mål", "intet mål", "og intet år før at måle mod"
    if basis == "maal":
        return "I forhold til mål", share(row), "af målet til dato"
    return "Mod året før", share(row), "af samme måneder året før"


def _decimals(rows: Sequence[Row]) -> int:
    """99,7 % must not be told as 100 % and under the target in one breath."""
    return 1 if any(99 <= row["maal_pct"] < 100 for row in rows) else 0


def weekdays(rows: Sequence[Row]) -> str:
    """Det meste sker om tirsdagen (20,4 %), mindst om søndagen (1,0 %)."""
    known = [row for row in rows if row["antal_afholdt"]]
    if not known:
        return "Ingen aktiviteter er registreret på en dag i perioden"
    names = danish.weekdays()
    top, low = max(known, key=lambda row: row["antal_afholdt"]), min(known, key=lambda row: row["antal_afholdt"])
    day = f"{names[int(top['ugedag']) - 1]}en"
    if len(known) == 1:
        return f"Alt, der er registreret på en dag, sker om {day}"
    share, least = danish.percent(top["andel_pct"]), danish.percent(low["andel_pct"])
    return f"Der sker mest om {day} ({share}) og mindst om {names[int(low['ugedag']) - 1]}en ({least})"


def calendar_alt(rows: Sequence[Row]) -> str:
    """The weekdays with their counts, for someone who does not see the calendar."""
    names = danish.weekdays()
    told = [f"{names[int(row['ugedag']) - 1]} {danish.count(row['antal_afholdt'])}" for row in rows]
    return f"Afholdte aktiviteter i perioden: {danish.names(told)}." if told else "Ingen aktiviteter i perioden."


def absent(row: Row) -> str:
    """Why there is no attendance this year, in a word."""
    return units.shown(None, "antal", maerker.of(row, "fremmoeder_aar"))


def period(params: Mapping[str, Any]) -> str:
    """august 2021 – marts 2023: the chosen months."""
    months = months_between(params)
    if months < 1:
        return "ingen måneder er gået"
    first, last = danish.month(params["fra"]), danish.month(params["til"])
    return first if months == 1 else f"{first} – {last}"


def months_between(params: Mapping[str, Any]) -> int:
    """How many months the chosen period has."""
    first: date = params["fra"]
    last: date = params["til"]
    return (last.year - first.year) * 12 + last.month - first.month + 1
