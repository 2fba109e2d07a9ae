"""All settings, read in one place: environment first, then overblik.toml, then the default.

A wrong setting stops the start with a sentence that says how to set it. The README lists them all.
"""

import os
import tomllib
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from overblik.errors import SettingWrong

ROOT = Path(__file__).resolve().parent.parent
KONTRAKT = ROOT / "data" / "kontrakt"
EKSEMPEL = ROOT / "data" / "eksempel"
QUERIES = ROOT / "queries"

# Below three a count that is small can be no other number than one or two, which is no protection.
MINDSTE_GRAENSE = 3

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


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


@dataclass(frozen=True)
class Smtp:
    """The mail server that packs and notices are sent by, always over TLS. `ca`: a file of its own authority's
    certificate. `kode` is read from the environment alone."""

    vaert: str = ""
    port: int = 587
    bruger: str = ""
    kode: str = field(default="", repr=False)
    afsender: str = ""
    ca: str = ""


@dataclass(frozen=True)
class Settings:
    """What this installation has chosen.

    `data` holds indbakke/, afvist/, arkiv/ and udgivelser/. `eksempel`: publish the invented example when there is
    no release. `overvaag`: the dashboard starts a watcher of the inbox. `udgiv_fritekst`: free text that can
    describe a family leaves the publish step. `udgivelse`: what passes is released at once (straks) or waits for
    somebody (godkendes). `ro_sekunder`: how long a file in the inbox must have stood still.
    `afvist_persondata_dage`: how long a file refused for personal data is kept.
    """

    data: Path
    organ: str
    eksempel: bool
    overvaag: bool
    udgiv_fritekst: bool
    udgivelse: Literal["straks", "godkendes"]
    ro_sekunder: float
    afvist_persondata_dage: int
    direkte_kategorier: tuple[str, ...]
    graenser: Graenser
    diskretionering: Diskretionering = Diskretionering()
    laesefil_sider: tuple[str, ...] = ()  # empty: all of export/laesefil.py's
    vaert: str = "127.0.0.1"  # the address that the server listens on
    port: int = 0  # 0: 8501, or the next that is free
    aabn: bool = True  # opens the browser, where there is one
    adresse: str = ""  # where readers open the dashboard; stands in mails
    modtagere: tuple[tuple[str, tuple[str, ...]], ...] = ()  # lists by role, each with its addresses
    smtp: Smtp = Smtp()


@cache
def settings() -> Settings:
    """The settings of this process. Raises SettingWrong when one cannot be used."""
    return read_settings(dict(os.environ), ROOT / "overblik.toml")


def read_settings(environment: dict[str, str], file: Path) -> Settings:
    """Settings from an environment and a TOML file (which may be missing). Raises SettingWrong."""
    chosen = _from_file(file)
    inside = {"graenser", "diskretionering", "smtp"}
    known = {f.name for f in fields(Settings) if f.name not in inside}
    known |= {f.name for f in (*fields(Graenser), *fields(Diskretionering))} | {f"smtp_{f.name}" for f in fields(Smtp)}
    if "smtp_kode" in chosen:
        raise SettingWrong(
            "a password in a file", "smtp_kode må ikke stå i overblik.toml. Sæt den i miljøet: OVERBLIK_SMTP_KODE."
        )
    for name in known:
        if (value := environment.get(f"OVERBLIK_{name.upper()}")) is not None:
            chosen[name] = value
    if unknown := sorted(set(chosen) - known):
        raise SettingWrong(
            f"unknown settings in {file.name}: {unknown}",
            f"overblik.toml har ukendte indstillinger: {', '.join(unknown)}. Kendte er: {', '.join(sorted(known))}.",
        )
    graenser = {
        f.name: _number(f.name, chosen[f.name], whole=f.type is int) for f in fields(Graenser) if f.name in chosen
    }
    return Settings(
        data=Path(str(chosen.get("data", ROOT / "data"))).expanduser().resolve(),
        organ=str(chosen.get("organ", "styregruppen")),
        eksempel=_yes("eksempel", chosen.get("eksempel", True)),
        overvaag=_yes("overvaag", chosen.get("overvaag", True)),
        udgiv_fritekst=_yes("udgiv_fritekst", chosen.get("udgiv_fritekst", False)),
        udgivelse=_udgivelse(chosen.get("udgivelse", "straks")),
        ro_sekunder=float(_number("ro_sekunder", chosen.get("ro_sekunder", 5), whole=False)),
        afvist_persondata_dage=int(
            _number("afvist_persondata_dage", chosen.get("afvist_persondata_dage", 7), whole=True)
        ),
        direkte_kategorier=_names(chosen.get("direkte_kategorier", "LOEN_MEDARBEJDER,AKTIVITET")),
        graenser=Graenser(**graenser),  # type: ignore[arg-type]  # _number gives int where the field is int
        diskretionering=_diskretionering(chosen),
        laesefil_sider=_names(chosen.get("laesefil_sider", "")),
        vaert=str(chosen.get("vaert", "127.0.0.1")),
        port=int(_number("port", chosen.get("port", 0), whole=True)),
        aabn=_yes("aabn", chosen.get("aabn", True)),
        adresse=str(chosen.get("adresse", "")),
        modtagere=_lists(chosen.get("modtagere", {})),
        smtp=_smtp(chosen),
    )


def today() -> date:
    """Today in Copenhagen, or the day that OVERBLIK_I_DAG sets: the one clock that figures depend on."""
    if chosen := os.environ.get("OVERBLIK_I_DAG"):
        try:
            return date.fromisoformat(chosen)
        except ValueError:
            raise SettingWrong(
                "OVERBLIK_I_DAG is no date", "OVERBLIK_I_DAG skal være en dato som 2023-04-12."
            ) from None
    return datetime.now(COPENHAGEN).date()


def _from_file(file: Path) -> dict[str, object]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingWrong(f"{file.name} is no TOML: {error}", "overblik.toml kan ikke læses som TOML.") from error


def _names(value: object) -> tuple[str, ...]:
    """A list, in TOML or with commas in the environment."""
    names = value if isinstance(value, list) else str(value).split(",")
    return tuple(str(name).strip() for name in names if str(name).strip())


def _lists(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Lists of addresses by role: a table in TOML; in the environment styregruppe=a@x,b@x;bestyrelse=c@x."""
    if isinstance(value, str):
        parts = [part.partition("=") for part in value.split(";") if part.strip()]
        value = {name.strip(): addresses for name, _, addresses in parts}
    lists = {str(name): _names(addresses) for name, addresses in value.items()} if isinstance(value, dict) else {"": ()}
    if any(not name or not addresses or any("@" not in one for one in addresses) for name, addresses in lists.items()):
        raise SettingWrong(
            "modtagere is no table of lists",
            'Indstillingen modtagere skal være lister af mailadresser: [modtagere] styregruppe = ["navn@eksempel.dk"].',
        )
    return tuple(lists.items())


def _smtp(chosen: dict[str, object]) -> Smtp:
    found = {f.name: chosen[f"smtp_{f.name}"] for f in fields(Smtp) if f"smtp_{f.name}" in chosen}
    port = int(_number("smtp_port", found.pop("port", 587), whole=True))
    return Smtp(port=port, **{name: str(value) for name, value in found.items()})


def _number(name: str, value: object, *, whole: bool) -> float | int:
    try:
        number = int(str(value)) if whole else float(str(value))
    except ValueError:
        number = -1
    if not 0 <= number < 1_000_000:
        kind = "et helt tal" if whole else "et tal"
        raise SettingWrong(
            f"setting {name} is no usable number",
            f"Indstillingen {name} skal være {kind} fra 0, skrevet med punktum (OVERBLIK_{name.upper()}).",
        )
    return number


def _diskretionering(chosen: dict[str, object]) -> Diskretionering:
    """The thresholds that protect people; none may be so low that a rounded count tells the true one."""
    named = [f.name for f in fields(Diskretionering) if f.name in chosen]
    graenser = Diskretionering(**{name: int(_number(name, chosen[name], whole=True)) for name in named})
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


def _udgivelse(value: object) -> Literal["straks", "godkendes"]:
    if value == "straks" or value == "godkendes":
        return value
    raise SettingWrong(
        "setting udgivelse is neither straks nor godkendes",
        "Indstillingen udgivelse skal være straks (det, der kan udgives, udgives med det samme) eller godkendes "
        "(det venter på en godkendelse) (OVERBLIK_UDGIVELSE).",
    )


def _yes(name: str, value: object) -> bool:
    words = {"ja": True, "true": True, "1": True, "nej": False, "false": False, "0": False}
    if (answer := words.get(str(value).lower())) is None:
        raise SettingWrong(
            f"setting {name} is neither ja nor nej",
            f"Indstillingen {name} skal være ja eller nej (OVERBLIK_{name.upper()}).",
        )
    return answer
