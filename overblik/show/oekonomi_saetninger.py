"""Sentences about money: headings that say what the chart or table below them shows, each made of one answer.

Names stand first with a colon (look.md); what is behind or ahead is told in kroner and in percent.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from overblik.show import danish

Row = Mapping[str, Any]

SHARED: Final = "Fælles"
NOT_ON_AREA: Final = "Ikke fordelt på område"

# A line may break after a dash, but not before or after a word joiner.
_TO: Final = "\u2060–\u2060"


def headline(figures: Row) -> str:
    """The page's answer, from noegletal: how much is spent, and where it is expected to end."""
    spent, budget = figures["forbrug_kr"], figures["budget_kr"]
    if not spent and not budget:
        return "Der er hverken budget eller forbrug i det valgte"
    if not budget:
        return f"Der er brugt {danish.short_kroner(spent)}, men der er intet budget i det valgte"
    if figures["statusdato"] < figures["start_dato"]:
        return f"Planen begynder {danish.day(figures['start_dato'])}; budgettet er {danish.short_kroner(budget)}"
    used = f"{spent_of(spent, budget)} er brugt"
    if figures["statusdato"] >= figures["slut_dato"]:
        rest = "" if figures["prognose_kr"] is None else f"; det er {expected(figures)}"
        return f"Planen udløb {danish.day(figures['slut_dato'])}: {used}{rest}"
    if figures["prognose_kr"] is None:
        return f"{used}; det forventede forbrug kan ikke beregnes endnu"
    pace = ", hvis takten er uændret" if figures["prognose_metode"] == "takt" else ""
    return f"{used}; ved planens udløb ventes {expected(figures)}{pace}"


def spent_of(part: Any, whole: Any) -> str:
    """12,6 af 33,1 mio. kr., or both in whole kroner where the whole is under a million."""
    if abs(whole) >= 1_000_000:
        return f"{danish.millions(part, unit=False)} af {danish.millions(whole)}"
    return f"{danish.whole_kroner(part)} af {danish.whole_kroner(whole)}"


def expected(row: Row) -> str:
    """et mindreforbrug på 639.200 kr. (7,1 %), from prognoseafvigelse_kr (there is one) and _pct."""
    kroner, share = row["prognoseafvigelse_kr"], row["prognoseafvigelse_pct"]
    if not kroner:
        return "hverken mer- eller mindreforbrug"
    return f"et {'merforbrug' if kroner > 0 else 'mindreforbrug'} på {amount(kroner, share)}"


def to_date(rows: Sequence[Row]) -> str:
    """The line that is farthest from its budget to date, in kroner: what directors compare."""
    known = [row for row in rows if row["budget_til_dato_kr"] or row["forbrug_kr"]]
    if not known:
        return "Der er hverken budget eller forbrug til dato"
    worst = max(known, key=lambda row: abs(row["til_dato_afvigelse_kr"]))
    kroner = worst["til_dato_afvigelse_kr"]
    if not kroner:
        return "Forbruget følger budget til dato på hver linje"
    direction = "foran" if kroner > 0 else "bagud"
    told = f"Forbruget er {amount(kroner, worst['til_dato_afvigelse_pct'])} {direction}"
    return f"{worst['navn']}: {told} i forhold til budget til dato"


def at_the_end(rows: Sequence[Row], limit: float) -> str:
    """Who is expected to end more than `limit` percent from the budget: the farthest in full, the others by name.

    Without a budget any amount is far from it.
    """
    known = [row for row in rows if row["prognoseafvigelse_kr"] is not None]
    if not known:
        return "Ved planens udløb: afvigelsen kan ikke beregnes"
    off = farthest([row for row in known if _isfarthest(row, limit)], "prognoseafvigelse_pct")
    within = danish.percent(limit, decimals=0)
    if not off:
        return f"Ved planens udløb ventes ingen mere end {within} fra budgettet"
    told = f"{off[0]['navn']}: Der ventes {expected(off[0])}"
    if len(off) > 1:
        names = danish.names(str(row["navn"]) for row in off[1:])
        return f"{told}; også {names} ventes mere end {within} fra budgettet"
    return told if len(known) == 1 else f"{told}; de øvrige ventes højst {within} fra budgettet"


def _isfarthest(row: Row, limit: float) -> bool:
    share = row["prognoseafvigelse_pct"]
    return bool(row["prognoseafvigelse_kr"]) if share is None else bool(abs(share) > limit)


def direct_work(rows: Sequence[Row]) -> str:
    """The share of the work with the residents."""
    direct = next(row for row in rows if row["er_direkte"])
    if direct["andel_forbrug_pct"] is None:
        return "Andelen af direkte boligsocialt arbejde kan ikke beregnes endnu"
    return f"{danish.percent(direct['andel_forbrug_pct'])} af forbruget går til direkte boligsocialt arbejde"


def largest(rows: Sequence[Row]) -> str:
    """The category that most is spent on."""
    spent = [row for row in rows if row["forbrug_kr"] > 0]
    if not spent:
        return "Der er intet forbrug til dato"
    first = max(spent, key=lambda row: row["forbrug_kr"])
    return f"{first['navn']} er den største post: {danish.short_kroner(first['forbrug_kr'])} er brugt til dato"


def months(rows: Sequence[Row]) -> str:
    """The newest month with a figure: forbrug beside budget."""
    known = [row for row in rows if row["forbrug_kr"] is not None]
    if not known:
        return "Måned for måned: der er intet forbrug i perioden"
    last = known[-1]
    spent, budget = danish.short_kroner(last["forbrug_kr"]), danish.short_kroner(last["budget_kr"])
    return f"{danish.capitalised(danish.month(last['maaned']))}: {spent} er brugt; budgettet var {budget}"


def year(row: Row) -> str:
    """2021 (aug.–dec.), 2022, or 1. planår (aug. 21–jul. 22); kept on one line in a narrow column."""
    first, last = danish.short_month(row["foerste_maaned"]), danish.short_month(row["sidste_maaned"])
    if row["inddeling"] == "planaar":
        return f"{row['aar']}. planår ({first}{_TO}{last})".replace(" ", danish.NBSP)
    if (row["foerste_maaned"][5:], row["sidste_maaned"][5:]) == ("01", "12"):
        return str(row["aar"])
    months = dict.fromkeys((first.split()[0], last.split()[0]))
    return f"{row['aar']} ({_TO.join(months)})".replace(" ", danish.NBSP)


def amount(kroner: Any, share: float | None) -> str:
    """639.200 kr. (7,1 %), without sign: the words around it say which way."""
    return danish.short_kroner(abs(kroner)) + ("" if share is None else f" ({danish.percent(abs(share))})")


def farthest(rows: Sequence[Row], column: str) -> list[Row]:
    """The rows by size of a percentage, the largest first, those without one last."""
    return sorted(rows, key=lambda row: (row[column] is None, -abs(row[column] or 0)))
