"""Sentences about indsatser: the list in a line, the question of kernedrift, and what one indsats has done and cost."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from overblik.answers import maerker
from overblik.show import danish
from overblik.show.aktivitet_saetninger import absent, attended, nothing, share
from overblik.show.saetninger import in_words, is_told

Row = Mapping[str, Any]

UNTOLD: Final = "ikke oplyst"
_NAMED: Final = 4  # names that a heading carries; more are in the list below it


def headline(rows: Sequence[Row]) -> str:
    """18 indsatser: fire har overskredne milepæle, og én er under målet for fremmødet."""
    if not rows:
        return "Ingen indsatser i det valgte"
    late = sum(row["milepaele_overskredet"] > 0 for row in rows)
    under = sum(
        row["maal_pct"] is not None and row["maal_grundlag"] == "maal" and row["maal_pct"] < 100 for row in rows
    )
    hidden = sum(maerker.of(row, "maal_pct") == maerker.HIDDEN for row in rows)
    unseen = f"; for {in_words(hidden)} vises andelen af målet ikke" if hidden else ""
    told = [
        f"{in_words(late)} har overskredne milepæle",
        f"{in_words(under)} er under målet for fremmødet",
    ]
    if not late and not under:
        return f"{indsatser(len(rows))}: ingen har overskredne milepæle eller er under målet for fremmødet{unseen}"
    return f"{indsatser(len(rows))}: {', og '.join(told)}{unseen}"


def indsatser(count: int) -> str:
    """1 indsats, 18 indsatser."""
    return f"{danish.count(count)} {'indsats' if count == 1 else 'indsatser'}"


def kernedrift(answers: Sequence[Row], rows: Sequence[Row]) -> str:
    """To af 18 indsatser er uafklarede i forhold til kernedriften: Iværksætterstøtte og Praktik."""
    counts = {row["kernedrift"]: row["antal"] for row in answers}
    total = sum(counts.values())
    if not total:
        return "Ingen indsatser i det valgte"
    unsettled, untold = counts.get("uafklaret", 0), counts.get(None, 0)
    rest = f"; for {in_words(untold)} er det ikke oplyst" if untold else ""
    if not unsettled:
        known = "Ingen indsats er uafklaret i forhold til kernedriften"
        return f"{known}{rest}"
    names = [row["navn"] for row in rows if row["kernedrift"] == "uafklaret"]
    named = f": {danish.names(names)}" if len(names) <= _NAMED else ""
    which = "er uafklaret" if unsettled == 1 else "er uafklarede"
    told = f"{danish.capitalised(in_words(unsettled))} af {indsatser(total)} {which} i forhold til kernedriften"
    return f"{told}{named}{rest}"


def milestones(row: Row) -> tuple[str, str]:
    """3 af 4 milepæle nået, and below it 1 overskredet."""
    due, reached, late = (row[f"milepaele_{name}"] for name in ("til_dato", "naaet", "overskredet"))
    if not due:
        return "ingen milepæle til dato", ""
    noun = "milepæl" if due == 1 else "milepæle"
    told = f"{danish.count(reached)} af {danish.count(due)} {noun} nået"
    return told, f"{danish.count(late)} overskredet" if late else ""


def attendance(row: Row) -> tuple[str, str]:
    """1.886 fremmøder, and below it 104 % af målet; for what has not begun there is nothing to register."""
    if not is_told(row, "fremmoeder_aar"):
        untouched = row["status"] == "planlagt" and maerker.of(row, "fremmoeder_aar") is None
        return ("endnu ikke begyndt" if untouched else absent(row)), ""
    told = attended(row)
    if row["maal_grundlag"] is None:
        return told, "intet mål"
    if row["maal_pct"] is None:
        return told, "andelen er skjult" if maerker.of(row, "maal_pct") == maerker.HIDDEN else "intet mål"
    measure = "af målet" if row["maal_grundlag"] == "maal" else "af året før"
    return told, f"{share(row)} {measure}"


def period(row: Row) -> str:
    """aug. 21 – jul. 25."""
    return f"{danish.short_month(row['start_dato'])} – {danish.short_month(row['slut_dato'])}"


def money(row: Row) -> str:
    """Der er brugt 476.750 kr. af 1,2 mio. kr. (38,6 %)."""
    spent, budget = row["forbrug_kr"], row["budget_kr"]
    if not spent and not budget:
        return "Der er ikke ført penge på indsatsen for sig"
    if not budget:
        return f"Der er brugt {danish.short_kroner(spent)}; der er ikke ført et budget på indsatsen"
    share = f" ({danish.percent(row['forbrugsprocent'])})" if row["forbrugsprocent"] is not None else ""
    return f"Der er brugt {danish.short_kroner(spent)} af {danish.short_kroner(budget)}{share}".removesuffix(".")


def progress(rows: Sequence[Row]) -> str:
    """3 af 4 milepæle til dato er nået; én har overskredet fristen."""
    due = [row for row in rows if row["er_til_dato"]]
    reached, late = sum(row["er_naaet"] for row in due), sum(row["overskredet"] for row in due)
    if not rows:
        return "Ingen milepæle nævner indsatsen"
    if not due:
        first = min((row["aftalt_dato"] for row in rows if row["status"] != "bortfaldet"), default=None)
        return f"Den første milepæl er aftalt til {danish.day(first)}" if first else "Milepælene er bortfaldet"
    noun = "milepæl" if len(due) == 1 else "milepæle"
    told = f"{danish.count(reached)} af {danish.count(len(due))} {noun} til dato er nået"
    return f"{told}; {in_words(late)} har overskredet fristen" if late else told


def begun(row: Row, months: Sequence[Row], statusdato: date) -> str:
    """Why there is nothing to show by month."""
    if row["start_dato"] > statusdato:
        return f"Indsatsen begynder {danish.day(row['start_dato'])}; der er intet at registrere endnu."
    return f"{nothing(months)}."
