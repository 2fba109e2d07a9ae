"""Sentences made of figures: the front page's heading and cards, and Opmærksomhedspunkter.

Each is made from one row that the reader can look up; tone and word order are look.md's. Names stand first with a
colon, so that no sentence must know whether it is *på* Birkevej or *i* Nordbyen.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from overblik.answers import maerker
from overblik.show import danish, units

Row = Mapping[str, Any]

NUMBERS = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


def in_words(count: int) -> str:
    """én, to … tolv, then digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else danish.count(count)


def place(point: Row) -> str:
    """Where a point is: "Østbyen · Job", "Birkevej", or "Hele planen"."""
    area = {"ALLE": None, "FAELLES": "Ikke fordelt på område"}.get(str(point["omraade_id"]), point["omraade_navn"])
    effort = {"ALLE": None, "FAELLES": "Fælles"}.get(str(point["indsatsomraade_kode"]), point["indsatsomraade_navn"])
    return " · ".join(name for name in (area, effort) if name) or "Hele planen"


def what(point: Row, statusdato: date) -> str:
    """What is off course on statusdato, in one or two sentences: a row of opmaerksomhedspunkter in words."""
    return {
        "milepael": _milestone,
        "oekonomi": _money,
        "medfinansiering": _cofinancing,
        "aktivitet": _attendance,
        "aktivitet_aaret_foer": _attendance,
        "for_gamle_tal": _too_old,
        "beslutning": _decision,
        "godkendelse": _approval,
    }[point["art"]](point, statusdato)


def _milestone(point: Row, statusdato: date) -> str:
    name = f"Milepælen “{point['navn']}”"
    if point["siden_dato"] > statusdato:
        agreed = danish.day(point["siden_dato"])
        return f"{name} er aftalt til {agreed}, men ventes {danish.days(point['dage'])} senere." + _responsible(point)
    late = f"er {danish.days(point['dage'])} forsinket" if point["dage"] else "skulle være nået nu"
    date = f"ny dato er {danish.day(point['ny_dato'])}" if point["ny_dato"] else "har ingen ny dato"
    return f"{name} {late}{'; ' if point['ny_dato'] else ' og '}{date}." + _responsible(point)


def _money(point: Row, statusdato: date) -> str:
    deviation = expected(point["beloeb_kr"], point["pct"])
    if point["beloeb_kr"] < 0:
        return f"{deviation}; anvendelsen skal afklares med kommunen og Landsbyggefonden." + _responsible(point)
    return f"{deviation} ved planens udløb." + _responsible(point)


def expected(kroner: Any, pct: Any) -> str:
    """Der ventes et mindreforbrug på 640.000 kr. (7,1 %)."""
    word, _, rest = danish.deviation(kroner, pct).partition(" ")
    return f"Der ventes et {word} på {rest}"


def _cofinancing(point: Row, statusdato: date) -> str:
    year = point["siden_dato"].year
    demand = danish.percent(point["krav_pct"], decimals=0)
    return (
        f"Den lokale medfinansiering er {danish.percent(point['pct'])} af det bogførte forbrug i {year}; "
        f"kravet er mindst {demand}."
    )


def _attendance(point: Row, statusdato: date) -> str:
    measure = "målet" if point["art"] == "aktivitet" else "samme måneder året før"
    falls = point["fald_i_traek"] or 0
    trend = f" og er faldet {in_words(falls)} måneder i træk" if falls > 1 else ""
    share = maerker.beside(danish.percent(point["pct"], decimals=0), maerker.of(point, "pct"))
    return f"Fremmødet er {share} af {measure}{trend}." + _responsible(point)


def _too_old(point: Row, statusdato: date) -> str:
    return f"Aktiviteten kan ikke vurderes; de seneste tal er fra {danish.month(point['siden_dato'])}."


def _decision(point: Row, statusdato: date) -> str:
    return (
        f"Beslutningen “{point['navn']}” skulle være udført {danish.day(point['siden_dato'])}, "
        f"{danish.days(point['dage'])} før statusdatoen." + _responsible(point)
    )


def _approval(point: Row, statusdato: date) -> str:
    told = danish.day(point["siden_dato"])
    return f"“{point['navn']}” afventes (oplyst {told}; senere udfald er ikke registreret)."


def lasting(since: date | None) -> str:
    """Since when it has been so, told by the meetings' figures; nothing where it is new or tells its own date."""
    return f" Det har krævet opmærksomhed mindst siden status pr. {danish.day(since)}." if since else ""


def _responsible(point: Row) -> str:
    return f" Ansvarlig: {point['ansvarlig_rolle']}." if point["ansvarlig_rolle"] else " Ansvarlig er ikke oplyst."


def heading(
    figures: Row, money_status: str | None, points: Sequence[Row], to_discuss: int, missing: int, part: str = ""
) -> str:
    """The one sentence that the mayor takes along: the money, what is late, what must be discussed.

    `part` names what the filters leave of the plan, and then stands first.
    """
    told = _told(figures, money_status, points, to_discuss, missing, "Forbruget" if part else "Planen")
    return f"{part}: {told}" if part else told


def _told(
    figures: Row, money_status: str | None, points: Sequence[Row], to_discuss: int, missing: int, subject: str
) -> str:
    if figures["statusdato"] < figures["start_dato"]:
        return f"Planen begynder {danish.day(figures['start_dato'])}"
    if figures["statusdato"] >= figures["slut_dato"]:
        return _ended(figures)
    late = sum(point["art"] == "milepael" for point in points)
    under = sum(point["art"].startswith("aktivitet") for point in points)
    clauses = [_money_clause(figures, money_status, subject)]
    if late:
        clauses.append(f"{in_words(late)} {'milepæl' if late == 1 else 'milepæle'} er bagud")
    if under and not late:
        clauses.append(f"fremmødet er under målet {'ét sted' if under == 1 else f'{in_words(under)} steder'}")
    if to_discuss:
        clauses.append(f"{'ét punkt' if to_discuss == 1 else f'{in_words(to_discuss)} punkter'} skal drøftes")
    if not late and not under and not to_discuss and money_status == "groen" and not missing:
        return f"{subject} følger {'tidsplan og ' if subject == 'Planen' else ''}budget; alle tal er modtaget"
    if len(clauses) == 1:
        return clauses[0]
    return f"{clauses[0]}; {', og '.join(clauses[1:])}"


def _ended(figures: Row) -> str:
    spent, budget = figures["forbrug_kr"], figures["budget_kr"]
    rest = budget - spent
    left = f"{danish.short_kroner(abs(rest))} er {'uforbrugt' if rest >= 0 else 'brugt for meget'}"
    return (
        f"Planen udløb {danish.day(figures['slut_dato'])}: {danish.millions(spent, unit=False)} af "
        f"{danish.millions(budget)} er brugt, og {left}"
    )


def _money_clause(figures: Row, status: str | None, subject: str) -> str:
    if status == "groen":
        return f"{subject} følger budgettet"
    if status is None or status == "graa" or figures["prognoseafvigelse_kr"] is None:
        return "Økonomien kan ikke vurderes endnu"
    return expected(figures["prognoseafvigelse_kr"], figures["prognoseafvigelse_pct"])


def progress(figures: Row, points: Sequence[Row]) -> str:
    """36 af 42 milepæle til dato er nået; 6 har overskredet fristen, én uden ny dato."""
    due, reached, overdue = (figures[f"milepaele_{name}"] for name in ("til_dato", "naaet", "overskredet"))
    if not due:
        return "Ingen milepæle skulle være nået endnu."
    without = sum(
        point["art"] == "milepael" and point["ny_dato"] is None and point["siden_dato"] <= figures["statusdato"]
        for point in points
    )
    late = f"; {danish.count(overdue)} har overskredet fristen" if overdue else ""
    no_date = f", {in_words(without)} uden ny dato" if overdue and without else ""
    return f"{danish.count(reached)} af {danish.count(due)} milepæle til dato er nået{late}{no_date}."


def money(figures: Row) -> str:
    """12,6 af 33,1 mio. kr. er brugt (38,1 %); 41,6 % af tiden er gået. Forventet forbrug: 32,5 mio. kr."""
    share = f" ({danish.percent(figures['forbrugsprocent'])})" if figures["forbrugsprocent"] is not None else ""
    spent = f"{_of(figures['forbrug_kr'], figures['budget_kr'])} er brugt{share}"
    time = f"{danish.percent(figures['tidsprocent'])} af tiden er gået"
    method = " ved uændret takt" if figures["prognose_metode"] == "takt" else ""
    expected = f"Forventet forbrug{method}: {danish.short_kroner(figures['prognose_kr'])}"
    return f"{spent}; {time}. {expected.removesuffix('.')}."


def _of(part: Any, whole: Any) -> str:
    if abs(whole) >= 1_000_000:
        return f"{danish.millions(part, unit=False)} af {danish.millions(whole)}"
    return f"{danish.whole_kroner(part)} af {danish.whole_kroner(whole)}"


def activity(figures: Row) -> str:
    """13.073 fremmøder i 2023, 103 % af målet; ca. 13.073, where small figures are rounded in it."""
    year = figures["statusdato"].year
    if not is_told(figures, "fremmoeder_aar"):
        return f"{untold(figures, 'fremmoeder_aar')} i {year}."
    counted = danish.capitalised(f"{units.of(figures, 'fremmoeder_aar')} fremmøder i {year}")
    mark = maerker.of(figures, "fremmoeder_pct")
    if figures["fremmoeder_pct"] is None:
        hidden = mark == maerker.HIDDEN
        return f"{counted}; {'andelen af målet er skjult' if hidden else 'der er intet at sammenligne med'}."
    measure = "målet til dato" if figures["har_maal"] else "samme måneder året før"
    share = maerker.beside(danish.percent(figures["fremmoeder_pct"], decimals=0), mark)
    return f"{counted}, {share} af {measure}."


def is_told(row: Row, column: str) -> bool:
    """Is there a number of people, or is it at least known to be small?"""
    mark = maerker.of(row, column)
    return row[column] is not None or mark == maerker.FEW or (mark or "").startswith(maerker.UNDER)


def untold(row: Row, column: str) -> str:
    """Why there is no figure for the attendance, as the beginning of a sentence."""
    return {
        maerker.HIDDEN: "Fremmødet er skjult for at beskytte enkeltpersoner",
        "mangler": "Fremmødet mangler i det leverede",
        "ikke_relevant": "Fremmødet er ikke relevant",
    }.get(maerker.of(row, column) or "", "Ingen fremmøder er registreret")


def pace(figures: Row) -> str:
    """Forbruget er 0,5 mio. kr. bagud i forhold til budget til dato: the message of the money chart."""
    behind = figures["budget_til_dato_kr"] - figures["forbrug_kr"]
    if not figures["budget_til_dato_kr"] and not figures["forbrug_kr"]:
        return "Der er hverken budget eller forbrug til dato"
    if not behind:
        return "Forbruget følger budget til dato på kronen"
    direction = "bagud" if behind > 0 else "foran"
    return f"Forbruget er {danish.short_kroner(abs(behind))} {direction} i forhold til budget til dato"
