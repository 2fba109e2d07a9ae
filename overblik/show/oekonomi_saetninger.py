"""Sentences about money, made of one answer each: headings that say what the chart or table below them shows.

Names stand first with a colon (look.md); what is behind or ahead is told in kroner and in percent.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from overblik.show import danish
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]

SHARED = "Fælles"
NOT_ON_AREA = "Ikke fordelt på område"


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
    return f"et {'merforbrug' if kroner > 0 else 'mindreforbrug'} på {_amount(kroner, share)}"


def to_date(rows: Sequence[Row], what: str = "Forbruget") -> str:
    """The line that is farthest from its budget to date, in kroner: what directors compare."""
    known = [row for row in rows if row["budget_til_dato_kr"] or row["forbrug_kr"]]
    if not known:
        return "Der er hverken budget eller forbrug til dato"
    farthest = max(known, key=lambda row: abs(row["til_dato_afvigelse_kr"]))
    kroner = farthest["til_dato_afvigelse_kr"]
    if not kroner:
        return f"{what} følger budget til dato på hver linje"
    amount = _amount(kroner, farthest["til_dato_afvigelse_pct"])
    direction = "foran" if kroner > 0 else "bagud"
    return f"{farthest['navn']}: {what} er {amount} {direction} i forhold til budget til dato"


def at_the_end(rows: Sequence[Row], limit: float) -> str:
    """Who is expected to end more than `limit` percent from the budget: the farthest in full, the others by name."""
    known = [row for row in rows if row["prognoseafvigelse_pct"] is not None]
    if not known:
        return "Ved planens udløb: afvigelsen kan ikke beregnes"
    off = _far([row for row in known if abs(row["prognoseafvigelse_pct"]) > limit], "prognoseafvigelse_pct")
    within = danish.percent(limit, decimals=0)
    if not off:
        return f"Ved planens udløb ventes ingen mere end {within} fra budgettet"
    told = f"{off[0]['navn']}: Der ventes {expected(off[0])}"
    if len(off) > 1:
        names = danish.names(str(row["navn"]) for row in off[1:])
        return f"{told}; også {names} ventes mere end {within} fra budgettet"
    return told if len(known) == 1 else f"{told}; de øvrige ventes højst {within} fra budgettet"


def contributed(rows: Sequence[Row], limit: float) -> str:
    """Which parties have contributed less than agreed to date, by more than `limit` percent."""
    known = [row for row in rows if row["til_dato_afvigelse_pct"] is not None]
    if not known:
        return "Der er ikke aftalt bidrag til dato"
    behind = _far([row for row in known if row["til_dato_afvigelse_pct"] < -limit], "til_dato_afvigelse_pct")
    within = danish.percent(limit, decimals=0)
    if not behind:
        return f"Ingen bidragyder er mere end {within} bag det aftalte til dato"
    worst = behind[0]
    told = f"{worst['navn']}: Bidraget er {_amount(worst['til_dato_afvigelse_kr'], worst['til_dato_afvigelse_pct'])}"
    others = danish.names(str(row["navn"]) for row in behind[1:])
    also = f"; også {others} er mere end {within} bagud" if others else ""
    return f"{told} bagud i forhold til det aftalte til dato{also}"


def cofinancing(figures: Row, demand: float) -> str:
    """The local share of what is booked, against the demand."""
    share = danish.percent(figures["medfinansiering_forbrug_pct"])
    wanted = f"kravet er mindst {danish.percent(demand, decimals=0)}"
    if figures["medfinansiering_forbrug_pct"] is None:
        return f"Den lokale medfinansiering kan ikke beregnes endnu; {wanted}"
    return f"Den lokale medfinansiering er {share} af det bogførte forbrug; {wanted}"


def in_kind(rows: Sequence[Row]) -> str:
    """How much of the local contribution is naturalier."""
    local = {row["form"]: row for row in rows if row["er_lokal"]}
    spent = [row for row in local.values() if row["forbrug_kr"]]
    if not spent:
        return "Der er ikke bogført lokale bidrag til dato"
    if "naturalier" not in local:
        return "Hele det lokale bidrag til dato er kontant"
    if local["naturalier"]["andel_forbrug_pct"] is None:
        return "Andelen af naturalier i det lokale bidrag kan ikke beregnes"
    return f"{danish.percent(local['naturalier']['andel_forbrug_pct'])} af det lokale bidrag til dato er naturalier"


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


def grants(rows: Sequence[Row]) -> str:
    """A grant that is told more than once, each amount with its day; else how many parties have promised."""
    if not rows:
        return "Tilsagn: ikke leveret"
    first = rows[0]
    if first["gange_oplyst"] < 2:
        count = len({row["organisation_id"] for row in rows})
        return f"Tilsagn fra {in_words(count)} bidragyder{'' if count == 1 else 'e'}"
    own = [row for row in rows if row["organisation_id"] == first["organisation_id"]]
    told = danish.names(f"{danish.short_kroner(row['beloeb_kr'])} ({danish.day(row['oplyst_dato'])})" for row in own)
    return f"{first['navn']}: Tilsagnet er oplyst {in_words(len(own))} gange: {told}"


def shares(figures: Row) -> str:
    """The local share of forbrug and of the whole budget: the two that a year's share is read against."""
    spent, agreed = (danish.percent(figures[f"medfinansiering_{of}_pct"]) for of in ("forbrug", "budget"))
    return f"Hele planen: {spent} af forbruget til dato og {agreed} af budgettet er lokalt."


def months(rows: Sequence[Row]) -> str:
    """The newest month with a figure: forbrug beside budget."""
    known = [row for row in rows if row["forbrug_kr"] is not None]
    if not known:
        return "Måned for måned: der er intet forbrug i perioden"
    last = known[-1]
    spent, budget = danish.short_kroner(last["forbrug_kr"]), danish.short_kroner(last["budget_kr"])
    return f"{danish.capitalised(danish.month(last['maaned']))}: {spent} er brugt; budgettet var {budget}"


def year(row: Row) -> str:
    """2021 (aug.–dec.), 2022, or 1. planår (aug. 21–jul. 22)."""
    first, last = danish.short_month(row["foerste_maaned"]), danish.short_month(row["sidste_maaned"])
    if row["inddeling"] == "planaar":
        return f"{row['aar']}. planår ({first}–{last})"
    if (row["foerste_maaned"][5:], row["sidste_maaned"][5:]) == ("01", "12"):
        return str(row["aar"])
    months = dict.fromkeys((first.split()[0], last.split()[0]))
    return f"{row['aar']} ({'–'.join(months)})"


def _amount(kroner: Any, share: float | None) -> str:
    return danish.short_kroner(abs(kroner)) + ("" if share is None else f" ({danish.percent(abs(share))})")


def _far(rows: Sequence[Row], column: str) -> list[Row]:
    """The farthest first."""
    return sorted(rows, key=lambda row: -abs(float(row[column])))
