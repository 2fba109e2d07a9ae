"""Sentences about who pays: each party against what was agreed, the local share against the demand, grants as told."""

from collections.abc import Mapping, Sequence
from typing import Any

from overblik.show import danish
from overblik.show.oekonomi_saetninger import amount, farthest
from overblik.show.saetninger import in_words

Row = Mapping[str, Any]


def contributed(rows: Sequence[Row], limit: float) -> str:
    """Which parties have contributed less than agreed to date, by more than `limit` percent."""
    known = [row for row in rows if row["til_dato_afvigelse_pct"] is not None]
    if not known:
        return "Der er ikke aftalt bidrag til dato"
    behind = farthest([row for row in known if row["til_dato_afvigelse_pct"] < -limit], "til_dato_afvigelse_pct")
    within = danish.percent(limit, decimals=0)
    if not behind:
        return f"Ingen bidragyder er mere end {within} bag det aftalte til dato"
    worst = behind[0]
    told = f"{worst['navn']}: Bidraget er {amount(worst['til_dato_afvigelse_kr'], worst['til_dato_afvigelse_pct'])}"
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


def shares(figures: Row) -> str:
    """The local share of forbrug and of the whole budget: the two that a year's share is read against."""
    spent, agreed = (danish.percent(figures[f"medfinansiering_{of}_pct"]) for of in ("forbrug", "budget"))
    return f"Hele planen: {spent} af forbruget til dato og {agreed} af budgettet er lokalt."


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
