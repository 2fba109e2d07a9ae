"""Sentences about one area: what it is, how it goes, what its development plan aims at, what is awaited."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from overblik.answers import maerker
from overblik.show import danish, saetninger

Row = Mapping[str, Any]

UNTOLD: Final = "ikke oplyst"
_NAMED: Final = 4  # names that a heading carries; more stand in the list below it


def chooser(rows: Sequence[Row]) -> str:
    """Planen arbejder i tre områder: Birkevej, Nordbyen og Østbyen."""
    if not rows:
        return "Ingen områder i det valgte"
    count = "ét område" if len(rows) == 1 else f"{saetninger.in_words(len(rows))} områder"
    named = f": {danish.names(row['navn'] for row in rows)}" if len(rows) <= _NAMED else ""
    return f"Planen arbejder i {count}{named}"


def facts(row: Row) -> str:
    """Byen · 900 boliger · 2.000 beboere (1. januar 2023) · boligorganisationer: AB og CD."""
    owners = danish.names(row["boligorganisationer"].split(", ")) if row["boligorganisationer"] else UNTOLD
    parts = [
        str(row["by"]),
        f"{danish.count(row['boliger'])} boliger" if row["boliger"] is not None else "antal boliger er ikke oplyst",
        residents(row),
        f"boligorganisationer: {owners}",
    ]
    return " · ".join(parts)


def residents(row: Row) -> str:
    """2.000 beboere (1. januar 2023)."""
    if row["beboere"] is None:
        return "antal beboere er ikke oplyst"
    day = f" ({danish.day(row['beboere_dato'])})" if row["beboere_dato"] else ""
    return f"{danish.count(row['beboere'])} beboere{day}"


def summary(key: Row) -> str:
    """12 af 13 milepæle nået, 1 overskredet · merforbrug 221.900 kr. (2,6 %) · fremmødet er 107 % af målet."""
    return " · ".join((milestones(key), money(key), attendance(key)))


def milestones(key: Row) -> str:
    """12 af 13 milepæle til dato er nået, 1 overskredet."""
    due, reached, overdue = (key[f"milepaele_{name}"] for name in ("til_dato", "naaet", "overskredet"))
    if not due:
        return "ingen milepæle til dato"
    late = f", {danish.count(overdue)} overskredet" if overdue else ""
    return f"{danish.count(reached)} af {danish.count(due)} milepæle til dato er nået{late}"


def money(key: Row) -> str:
    """40 % af budgettet på 8,5 mio. kr. er brugt, der ventes merforbrug 221.900 kr. (2,6 %)."""
    if not key["budget_kr"]:
        return "intet budget ført på området"
    spent = (
        f"{danish.percent(key['forbrugsprocent'], decimals=0)} af budgettet på {danish.short_kroner(key['budget_kr'])}"
    )
    if key["prognoseafvigelse_kr"] is None:
        return f"{spent} er brugt, det forventede forbrug kan ikke beregnes"
    deviation = danish.deviation(key["prognoseafvigelse_kr"], key["prognoseafvigelse_pct"])
    return f"{spent} er brugt, der ventes {deviation}"


def attendance(key: Row) -> str:
    """fremmødet er 107 % af målet."""
    mark = maerker.of(key, "fremmoeder_pct")
    if key["fremmoeder_pct"] is None:
        return "fremmødet er skjult" if mark == maerker.HIDDEN else "fremmødet har intet at måles mod"
    measure = "målet" if key["har_maal"] else "samme måneder året før"
    return f"fremmødet er {maerker.beside(danish.percent(key['fremmoeder_pct'], decimals=0), mark)} af {measure}"


def share(row: Row) -> str:
    """Almene familieboliger: 88,0 % i dag, målet er 40,0 % 1. januar 2030; 48,0 pct.-point igen."""
    goal = f"målet er {danish.percent(row['maal_andel_pct'])} {danish.day(row['frist_dato'])}"
    if row["andel_pct"] is None:
        return f"Almene familieboliger: andelen er ikke opgjort; {goal}"
    now = f"{danish.percent(row['andel_pct'])} ({danish.day(row['opgjort_dato'])})"
    left = row["afstand_pct"]
    way = f"{danish.points(left)} igen" if left > 0 else "målet er nået"
    return f"Almene familieboliger: {now}; {goal}, {way}"


def development_plan(row: Row) -> Mapping[str, str]:
    """What there is to know of a development plan, by label; a missing approval is told as missing."""
    return {
        "Godkendt": danish.day(row["godkendt_dato"], missing="godkendelse er ikke registreret"),
        "Frist": danish.day(row["frist_dato"]),
        "Mål": f"højst {danish.percent(row['maal_andel_pct'])} almene familieboliger",
        "Udviklingsplanen selv": _planned(row),
        "Metode": row["metode"] or UNTOLD,
    }


def _planned(row: Row) -> str:
    if row["plan_andel_pct"] is None:
        return UNTOLD
    return f"{danish.percent(row['plan_andel_pct'])} {danish.day(row['plan_dato'])}"


def criteria(rows: Sequence[Row]) -> str:
    """Ingen af tre kriterier er opfyldt på listen fra 1. december 2022."""
    met = sum(bool(row["opfyldt"]) for row in rows)
    day = danish.day(rows[0]["liste_dato"])
    count = saetninger.in_words(met)
    total = saetninger.in_words(len(rows))
    return f"{danish.capitalised(count)} af {total} kriterier er opfyldt på listen fra {day}"


def approvals(rows: Sequence[Row]) -> str:
    """Afventes: “Boligsocial helhedsplan: afstemning” (oplyst 5. maj 2021) og tre mere."""
    if not rows:
        return "Ingen godkendelser er registreret for området"
    waiting = [row for row in rows if row["afventes"]]
    if not waiting:
        return "Intet afventes: det seneste udfald er registreret"
    first = waiting[0]
    told = f"“{first['genstand']}” (oplyst {danish.day(first['oplyst_dato'])})"
    more = f" og {saetninger.in_words(len(waiting) - 1)} mere" if len(waiting) > 1 else ""
    return f"Afventes: {told}{more}"


def approval(row: Row) -> str:
    """Afventer (oplyst 5. maj 2021; senere udfald er ikke registreret)."""
    outcome = str(row["udfald_navn"])
    if row["afventes"]:
        return f"{outcome} (oplyst {danish.day(row['oplyst_dato'])}; senere udfald er ikke registreret)"
    if not row["er_seneste"]:
        return f"{outcome} (oplyst {danish.day(row['oplyst_dato'])}; siden er der oplyst et senere udfald)"
    return f"{outcome} (oplyst {danish.day(row['oplyst_dato'])})"


def decisions(rows: Sequence[Row]) -> str:
    """To åbne beslutninger, én over fristen."""
    still = [row for row in rows if row["er_aaben"]]
    if not rows:
        return "Ingen beslutninger er registreret for området"
    if not still:
        return "Ingen beslutning om området er åben"
    late = sum(bool(row["er_forsinket"]) for row in still)
    word = "åben beslutning" if len(still) == 1 else "åbne beslutninger"
    told = f", {saetninger.in_words(late)} over fristen" if late else ""
    return f"{danish.capitalised(saetninger.in_words(len(still)))} {word}{told}"


def decision_state(row: Row) -> str:
    """åben, frist 3. maj 2023; udført 8. april 2022; bortfaldet."""
    if row["er_aaben"]:
        late = ", overskredet" if row["er_forsinket"] else ""
        return f"åben, frist {danish.day(row['frist_dato'])}{late}"
    return "bortfaldet" if row["udfoert_dato"] is None else f"udført {danish.day(row['udfoert_dato'])}"


def adjustments(rows: Sequence[Row]) -> str:
    """Justeret fire gange, senest 16. januar 2023."""
    if not rows:
        return "Ingen justeringer er registreret for området"
    times = "én gang" if len(rows) == 1 else f"{saetninger.in_words(len(rows))} gange"
    return f"Justeret {times}, senest {danish.day(rows[0]['dato'])}"
