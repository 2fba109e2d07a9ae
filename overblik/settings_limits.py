"""The settings that are limits: where a status turns, and how many people must stand behind what is shown."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from overblik.errors import SettingWrong
from overblik.settings_values import number

# Below three a count that is small can be no other number than one or two, which is no protection.
MINDSTE_GRAENSE = 3


@dataclass(frozen=True)
class Graenser:
    """Where a status turns (domain.md, Status: valg). Days, percent of budget or target, months."""

    fremdrift_gul_dage: int = 30
    fremdrift_roed_dage: int = 90
    oekonomi_gul_pct: float = 5.0
    oekonomi_roed_pct: float = 10.0
    aktivitet_groen_pct: float = 100.0
    aktivitet_gul_pct: float = 80.0
    medfinansiering_pct: float = 25.0
    for_gamle_maaneder: int = 4
    takt_mindst_maaneder: int = 3


@dataclass(frozen=True)
class Diskretionering:
    """How many people must stand behind what is shown (domain.md, Small numbers: valg).

    A count of fewer than `graense_personer` is small; `graense_sensitiv` where the indsatsområde is sensitive. A share
    of fewer than `graense_naevner` people is hidden, and so is every rate of an area of fewer than `graense_beboere`.
    """

    graense_personer: int = 5
    graense_sensitiv: int = 10
    graense_naevner: int = 10
    graense_beboere: int = 100


def read_graenser(chosen: Mapping[str, object]) -> Graenser:
    """The limits of a status that are chosen, beside the defaults. Raises SettingWrong."""
    found = {f.name: number(f.name, chosen[f.name], whole=f.type is int) for f in fields(Graenser) if f.name in chosen}
    return Graenser(**found)  # type: ignore[arg-type]  # `number` gives int where the field is int


def read_diskretionering(chosen: Mapping[str, object]) -> Diskretionering:
    """The thresholds that protect people; none may be so low that a rounded count tells the true one.

    Raises SettingWrong.
    """
    named = [f.name for f in fields(Diskretionering) if f.name in chosen]
    graenser = Diskretionering(**{name: int(number(name, chosen[name], whole=True)) for name in named})
    least = dict.fromkeys(asdict(graenser), MINDSTE_GRAENSE)
    least["graense_sensitiv"] = max(MINDSTE_GRAENSE, graenser.graense_personer)
    for name, mindst in least.items():
        if getattr(graenser, name) < mindst:
            raise SettingWrong(
                f"setting {name} is below {mindst}",
                f"Indstillingen {name} skal være mindst {mindst}, for at små tal er beskyttet "
                f"(OVERBLIK_{name.upper()}).",
            )
    return graenser
