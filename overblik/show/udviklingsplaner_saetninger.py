"""Sentences about the physical plans: how far the homes are, what runs beside what, and how the limits lie."""

from collections.abc import Mapping, Sequence
from typing import Any

from overblik.show import danish, saetninger

Row = Mapping[str, Any]


def headline(plans: Sequence[Row]) -> str:
    """Tre udviklingsplaner: længst fra målet er Nordbyen med 52,0 pct.-point igen."""
    if not plans:
        return "Ingen udviklingsplaner i det valgte"
    if len(plans) == 1:
        return share(plans[0])
    count = f"{danish.capitalised(saetninger.in_words(len(plans)))} udviklingsplaner"
    known = [row for row in plans if row["afstand_pct"] is not None]
    if not known:
        return f"{count}: boligerne er ikke opgjort"
    left = [row for row in known if row["afstand_pct"] > 0]
    if not left:
        return f"{count}: {'målet er nået' if len(known) == len(plans) else 'målet er nået, hvor boligerne er opgjort'}"
    farthest = max(left, key=lambda row: row["afstand_pct"])
    return f"{count}: længst fra målet er {farthest['omraade_navn']} med {danish.points(farthest['afstand_pct'])} igen"


def share(row: Row) -> str:
    """Nordbyen: 88,0 % almene familieboliger, målet er højst 40,0 % 1. januar 2030."""
    goal = f"målet er højst {danish.percent(row['maal_andel_pct'])} {danish.day(row['frist_dato'])}"
    if row["andel_pct"] is None:
        return f"{row['omraade_navn']}: andelen er ikke opgjort, {goal}"
    return f"{row['omraade_navn']}: {danish.percent(row['andel_pct'])} almene familieboliger, {goal}"


def homes(rows: Sequence[Row]) -> str:
    """Størst ændring: Nordbyen, 418 færre almene familieboliger og 478 flere andre boliger."""
    known = [row for row in rows if row["familie_forskel"] is not None]
    if not known:
        return "Boligerne er ikke opgjort både nu og som planlagt"
    if len(known) == 1:
        row = known[0]
        return (
            f"{row['omraade_navn']}: {change(row['familie_forskel'])} almene familieboliger og "
            f"{change(row['andre_forskel'])} andre boliger er planlagt"
        )
    most = min(known, key=lambda row: row["familie_forskel"])
    if most["familie_forskel"] >= 0:
        return "Ingen af planerne har færre almene familieboliger end i dag"
    return (
        f"Størst ændring: {most['omraade_navn']}, {change(most['familie_forskel'])} almene familieboliger og "
        f"{change(most['andre_forskel'])} andre boliger"
    )


def change(count: int) -> str:
    """418 færre, 478 flere, lige så mange."""
    if count == 0:
        return "lige så mange"
    return f"{danish.count(abs(count))} {'færre' if count < 0 else 'flere'}"


def together(efforts: Sequence[Row], physical: Sequence[Row]) -> str:
    """Nordbyen: 16 af 17 boligsociale indsatser løber; to af to fysiske milepæle til dato er nået."""
    areas = list(dict.fromkeys(row["omraade_navn"] for row in [*physical, *efforts]))
    if not areas:
        return "Hverken indsatser, milepæle eller udviklingsplaner i det valgte"
    ids = {row["indsats_id"]: row["loeber"] for row in efforts}
    part = f"{areas[0]}: " if len(areas) == 1 else ""
    text = f"{part}{_running(ids)}; {milestones(physical)}"
    return danish.capitalised(text)


def _running(ids: Mapping[str, bool]) -> str:
    if not ids:
        return "ingen boligsociale indsatser"
    runs = sum(ids.values())
    verb = "løber" if runs else "løber på statusdatoen"
    whole = f"{danish.count(runs) if runs else 'ingen'} af {danish.count(len(ids))} boligsociale indsatser"
    return f"{whole} {verb}"


def milestones(physical: Sequence[Row]) -> str:
    """1 af 2 fysiske milepæle til dato er nået, 1 overskredet."""
    due, reached, overdue = (
        sum(row[f"milepaele_{name}"] for row in physical) for name in ("til_dato", "naaet", "overskredet")
    )
    if not sum(row["milepaele"] for row in physical):
        return "ingen fysiske milepæle er registreret"
    if not due:
        return "ingen fysiske milepæle skulle være nået endnu"
    late = f", {danish.count(overdue)} overskredet" if overdue else ""
    return f"{danish.count(reached)} af {danish.count(due)} fysiske milepæle til dato er nået{late}"


def after_the_plan(physical: Sequence[Row]) -> str:
    """Where the social plan ends before the physical one is due, and how long before; else nothing is said."""
    told = {row["maaneder_efter_plan"]: row for row in physical if (row["maaneder_efter_plan"] or 0) > 0}
    if not told:
        return ""
    row = told[max(told)]
    first = "Den boligsociale plan slutter"
    return (
        f"{first} {danish.day(row['plan_slut_dato'])}; udviklingsplanens frist er {danish.day(row['frist_dato'])}, "
        f"{months(row['maaneder_efter_plan'])} senere."
    )


def months(count: int) -> str:
    """4 år og 5 måneder."""
    years, rest = divmod(count, 12)
    parts = [f"{years} år"] if years else []
    parts += [f"{rest} {'måned' if rest == 1 else 'måneder'}"] if rest else []
    return danish.names(parts)


def next_milestone(row: Row) -> str:
    """“Skitseforslag til uderum drøftet”, aftalt til 29. september 2023."""
    if row["naeste_navn"] is None:
        return "alle er nået" if row["milepaele"] else "ingen er registreret"
    late = f", {danish.days(row['naeste_forsinket'])} forsinket" if row["naeste_forsinket"] else ""
    return f"“{row['naeste_navn']}”, aftalt til {danish.day(row['naeste_aftalt'])}{late}"


def criterion(rows: Sequence[Row]) -> str:
    """Kun grundskole: nærmest grænsen er Nordbyen, 3,4 fra den. `rows` are one criterion, each area's newest."""
    name = rows[0]["kriterium"]
    met = [row for row in rows if row["opfyldt"]]
    if len(rows) == 1:
        row = rows[0]
        side = "opfyldt" if row["opfyldt"] else "ikke opfyldt"
        return (
            f"{name}: {danish.plain(row['vaerdi'])} mod grænsen {danish.plain(row['graense'])}; "
            f"kriteriet er {side} på listen fra {danish.day(row['liste_dato'])}"
        )
    if met:
        return f"{name}: opfyldt af {danish.names(row['omraade_navn'] for row in met)}"
    nearest = min(rows, key=lambda row: row["afstand"])
    return f"{name}: nærmest grænsen er {nearest['omraade_navn']}, {danish.plain(nearest['afstand'])} fra den"


def moved(row: Row) -> str:
    """Afstanden er vokset 0,9 siden listen før; nothing to compare with is said."""
    if row["aendring"] is None:
        return "Der er ingen tidligere liste at sammenligne med."
    if danish.plain(abs(row["aendring"])) == danish.plain(0):
        return "Afstanden er den samme som på listen før."
    size = danish.plain(abs(row["aendring"]))
    told = f"vokset med {size}" if row["aendring"] > 0 else f"blevet {size} mindre"
    return f"Afstanden til grænsen er {told} siden listen før."
