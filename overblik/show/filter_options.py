"""What can be chosen in a release, and what an address's values mean there. Nothing is guessed: unknown is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from overblik.answers import Release, fetch
from overblik.answers.choice import month_end, nearest_month_end
from overblik.show import danish
from overblik.show.address import Values

# Money that belongs to no single indsatsområde (domain.md): a choice of its own, so that links can lead to it.
SHARED: Final = "FAELLES"


@dataclass(frozen=True)
class Options:
    """The choices of one plan, in the order shown: id → name; months "YYYY-MM"; statusdatoer newest first.

    `plan` is the one they belong to, `own_plan` the one that applies when none is chosen.
    """

    plan: str
    own_plan: str
    planer: Mapping[str, str]
    omraade: Mapping[str, str]
    indsatsomraade: Mapping[str, str]
    organisation: Mapping[str, str]
    maaneder: tuple[str, ...]
    statusdatoer: tuple[str, ...]
    statusdato: str

    def known(self, name: str) -> tuple[str, ...]:
        """Every value that a filter may hold."""
        if name in ("fra", "til"):
            return self.maaneder
        if name == "statusdato":
            return self.statusdatoer
        return tuple({"plan": self.planer}.get(name) or getattr(self, name))


def options_of(release: Release, plan: str | None) -> Options:
    """The choices in a release under a plan; the plan that applies by itself where that one is not known."""
    plans = {row["helhedsplan_id"]: row for row in fetch("valg_plan", release=release.id).rows()}
    chosen = plans[plan if plan in plans else release.default_plan]
    plan_id = chosen["helhedsplan_id"]
    areas = fetch("valg_omraade", release=release.id, plan=plan_id).rows()
    codes = fetch("valg_indsatsomraade", release=release.id, plan=plan_id).rows()
    organisations = fetch("valg_organisation", release=release.id, plan=plan_id).rows()
    newest = chosen["statusdato"]
    ends = [month_end(month) for month in _months(chosen["start_dato"], newest)]
    return Options(
        plan=plan_id,
        own_plan=release.default_plan,
        planer={id_: row["navn"] for id_, row in plans.items()},
        omraade={row["omraade_id"]: row["navn"] for row in areas},
        indsatsomraade={row["indsatsomraade_kode"]: row["navn"] for row in codes} | {SHARED: "Fælles"},
        organisation={row["organisation_id"]: row["kortnavn"] or row["navn"] for row in organisations},
        maaneder=tuple(f"{month:%Y-%m}" for month in _months(chosen["start_dato"], chosen["slut_dato"])),
        statusdatoer=tuple(end.isoformat() for end in reversed(ends)) or (newest.isoformat(),),
        statusdato=newest.isoformat(),
    )


_UNKNOWN: Final = {
    "plan": "Linket nævner en plan, som ikke findes i tallene; den nyeste plan vises.",
    "omraade": "Linket nævner et område, som ikke findes i tallene; det er udeladt.",
    "indsatsomraade": "Linket nævner et indsatsområde, som planen ikke har; det er udeladt.",
    "organisation": "Linket nævner en boligorganisation, som ikke findes i tallene; den er udeladt.",
    "fra": "Linket nævner en måned, som ligger uden for planen; den er udeladt.",
    "til": "Linket nævner en måned, som ligger uden for planen; den er udeladt.",
    "statusdato": "Linket nævner en statusdato, som der ikke er tal for; den nyeste vises.",
}


def understood(values: Values, options: Options) -> tuple[Values, list[str]]:
    """The filters that an address means in a release, and a Danish sentence for each thing that it cannot mean."""
    found: Values = {}
    notices: list[str] = []
    for name, sentence in _UNKNOWN.items():
        wanted = values.get(name, ())
        if name == "statusdato" and (nearest := _nearest(wanted, options)):
            wanted = (nearest,)
            notices.append(
                f"Status gøres op ved månedens udgang; {danish.day(date.fromisoformat(nearest))} ligger nærmest."
            )
        known = options.known(name)
        usable = tuple(value for value in wanted if value in known)
        if len(usable) < len(wanted):
            notices.append(sentence)
        if name in ("plan", "fra", "til", "statusdato"):
            usable = usable[-1:]
        if usable:
            found[name] = usable
    if found.get("fra", ("",))[0] > found.get("til", ("9999",))[0]:
        notices.append("Linkets første måned ligger efter den sidste; perioden er udeladt.")
        del found["fra"], found["til"]
    return found, list(dict.fromkeys(notices))


def _nearest(wanted: tuple[str, ...], options: Options) -> str | None:
    """The month end nearest to a statusdato that is a date, but not a month's last; None for all else."""
    try:
        day = date.fromisoformat(wanted[-1])
        nearest = nearest_month_end(day).isoformat()
    except (IndexError, ValueError, OverflowError):
        return None
    return nearest if day.isoformat() != nearest and nearest in options.statusdatoer else None


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)
