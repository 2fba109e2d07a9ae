"""Sentences about a boligorganisation: what it contributes against what was agreed, and how residents take part."""

from collections.abc import Mapping, Sequence
from typing import Any

from overblik.answers import maerker
from overblik.show import danish, saetninger, units
from overblik.show.oekonomi_saetninger import amount

Row = Mapping[str, Any]


def headline(organisations: Sequence[Row], contributions: Sequence[Row]) -> str:
    """Tre boligorganisationer: SB er længst bagud med bidraget, 136.431 kr. (35,3 %)."""
    if not organisations:
        return "Ingen boligorganisationer i det valgte"
    if len(organisations) == 1:
        one = organisations[0]
        mine = [row for row in contributions if row["organisation_id"] == one["organisation_id"]]
        return f"{one['navn']}: {contributed(mine)}"
    count = f"{danish.capitalised(saetninger.in_words(len(organisations)))} boligorganisationer"
    ids = {row["organisation_id"] for row in organisations}
    agreed = [row for row in contributions if row["organisation_id"] in ids and row["afvigelse_i_alt_pct"] is not None]
    if not agreed:
        return f"{count}: der er ikke aftalt bidrag til dato"
    worst = min(agreed, key=lambda row: row["afvigelse_i_alt_pct"])
    if worst["afvigelse_i_alt_kr"] >= 0:
        return f"{count}: ingen er bagud med bidraget"
    return f"{count}: {worst['navn']} er længst bagud med bidraget, {_deviation(worst)}"


def contributed(rows: Sequence[Row]) -> str:
    """bidraget er 136.431 kr. (35,3 %) bagud i forhold til det aftalte til dato. `rows` are one organisation's."""
    if not rows:
        return "intet bidrag er aftalt eller bogført"
    row = rows[0]
    if not row["afvigelse_i_alt_kr"]:
        return "bidraget er som aftalt til dato, på kronen"
    way = "bagud i forhold til" if row["afvigelse_i_alt_kr"] < 0 else "foran"
    return f"bidraget er {_deviation(row)} {way} det aftalte til dato"


def _deviation(row: Row) -> str:
    return amount(row["afvigelse_i_alt_kr"], row["afvigelse_i_alt_pct"])


def forms(rows: Sequence[Row]) -> str:
    """Kontant: 180.000 af 300.000 kr.; naturalier: …: each form of one organisation against what was agreed."""
    told = [
        f"{row['form_navn'].lower()}: {danish.short_kroner(row['bidraget_kr'])} "
        f"(aftalt {danish.short_kroner(row['aftalt_kr'])})"
        for row in rows
    ]
    return danish.capitalised("; ".join(told))


def behind(rows: Sequence[Row]) -> str:
    """SB, naturalier: 36.000 kr. mindre end aftalt til dato: the contribution that lacks most."""
    if not rows:
        return "Ingen bidrag er aftalt eller bogført"
    worst = min(rows, key=lambda row: row["afvigelse_kr"])
    if worst["afvigelse_kr"] >= 0:
        return "Alle har bidraget mindst det aftalte til dato"
    missing = danish.short_kroner(-worst["afvigelse_kr"])
    return f"Mest mangler {worst['navn']}, {worst['form_navn'].lower()}: {missing} mindre end aftalt til dato"


def residents(rows: Sequence[Row]) -> str:
    """Flest frivilligtimer i Nordbyen: 312 timer. `rows` are one an area."""
    known = [row for row in rows if row["frivilligtimer"] is not None]
    if not known:
        hidden = any(maerker.of(row, "frivilligtimer") for row in rows)
        return f"{'Frivilligtimerne er skjult' if hidden else 'Ingen frivilligtimer er registreret'} i perioden"
    if len(known) == 1:
        return f"{known[0]['navn']}: {units.of(known[0], 'frivilligtimer', 'timer')} fra frivillige"
    most = max(known, key=lambda row: row["frivilligtimer"])
    return f"Flest frivilligtimer: {most['navn']}, {units.of(most, 'frivilligtimer', 'timer')}"


def areas(names: Sequence[str]) -> str:
    """Områder: Nordbyen og Søparken."""
    if not names:
        return "Ingen områder i det valgte"
    return f"{'Område' if len(names) == 1 else 'Områder'}: {danish.names(names)}"


def held(activity: Row) -> str:
    """412 afholdte aktiviteter og 1.204 timer fra frivillige i perioden; frivillige var med 96 gange."""
    counted, hours, volunteers = (activity[name] for name in ("antal_afholdt", "frivilligtimer", "frivillige"))
    parts = [f"{units.of(activity, 'antal_afholdt')} afholdte aktiviteter"] if counted is not None else []
    parts += [f"{units.of(activity, 'frivilligtimer', 'timer')} fra frivillige"] if hours is not None else []
    if not parts:
        hidden = maerker.of(activity, "antal_afholdt") or maerker.of(activity, "frivilligtimer")
        return f"{'Aktiviteterne er skjult' if hidden else 'Ingen aktiviteter er registreret'} i perioden."
    more = f"; frivillige var med {units.of(activity, 'frivillige')} gange" if volunteers is not None else ""
    return danish.capitalised(f"{danish.names(parts)} i perioden{more}.")
