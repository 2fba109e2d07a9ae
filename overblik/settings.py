"""All settings, read in one place: environment first, then overblik.toml, then the default.

A wrong setting stops the start with a sentence that says how to set it. The README lists them all.
"""

import os
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from overblik.errors import SettingWrong
from overblik.settings_limits import Diskretionering, Graenser, read_diskretionering, read_graenser
from overblik.settings_login import NAMES, SECRETS, Login, read_login
from overblik.settings_mail import Smtp, read_lists, read_smtp
from overblik.settings_values import from_file, names, number, yes

ROOT = Path(__file__).resolve().parent.parent
KONTRAKT = ROOT / "data" / "kontrakt"
EKSEMPEL = ROOT / "data" / "eksempel"
QUERIES = ROOT / "queries"

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Settings:
    """What this installation has chosen.

    `data` holds indbakke/, afvist/, arkiv/ and udgivelser/. `eksempel`: publish the invented example when there is
    no release. `overvaag`: the dashboard starts a watcher of the inbox, in *lokal* unless told not to.
    `udgiv_fritekst`: free text that can describe a family leaves the publish step. `udgivelse`: what passes is
    released at once (straks) or waits for somebody (godkendes). `ro_sekunder`: how long a file in the inbox must
    have stood still. `afvist_persondata_dage`: how long a file refused for personal data is kept.
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
    diskretionering: Diskretionering = Diskretionering()  # noqa: RUF009  # immutable
    laesefil_sider: tuple[str, ...] = ()  # empty: all of export/laesefil.py's
    vaert: str = "127.0.0.1"  # the address that the server listens on
    port: int = 0  # 0: 8501, or the next that is free
    aabn: bool = True  # opens the browser, where there is one
    adresse: str = ""  # where readers open the dashboard; stands in mails
    ansvarlig: str = ""  # the organisation that answers for the site, and how to reach it: the accessibility statement
    kontakt: str = ""
    modtagere: tuple[tuple[str, tuple[str, ...]], ...] = ()  # lists by role, each with its addresses
    smtp: Smtp = Smtp()  # noqa: RUF009  # immutable
    maalinger_kode: str = field(default="", repr=False)  # with it Prometheus may read /maalinger
    login: Login | None = None  # None: lokal

    @property
    def faelles(self) -> bool:
        """True where people log in; else only whoever sits at this machine gets in."""
        return self.login is not None


@cache
def settings() -> Settings:
    """The settings of this process. Raises SettingWrong when one cannot be used."""
    return read_settings(dict(os.environ), ROOT / "overblik.toml")


def read_settings(environment: dict[str, str], file: Path) -> Settings:
    """Settings from an environment and a TOML file (which may be missing). Raises SettingWrong."""
    chosen = from_file(file)
    inside = {"graenser", "diskretionering", "smtp", "login"}
    known = {f.name for f in fields(Settings) if f.name not in inside} | set(NAMES)
    known |= {f.name for f in (*fields(Graenser), *fields(Diskretionering))} | {f"smtp_{f.name}" for f in fields(Smtp)}
    for secret in ("smtp_kode", "maalinger_kode", *SECRETS):
        if secret in chosen:
            raise SettingWrong(
                "a password in a file",
                f"{secret} må ikke stå i overblik.toml. Sæt den i miljøet: OVERBLIK_{secret.upper()}.",
            )
    for name in known:
        if (value := environment.get(f"OVERBLIK_{name.upper()}")) is not None:
            chosen[name] = value
    if unknown := sorted(set(chosen) - known):
        raise SettingWrong(
            f"unknown settings in {file.name}: {unknown}",
            f"overblik.toml har ukendte indstillinger: {', '.join(unknown)}. Kendte er: {', '.join(sorted(known))}.",
        )
    adresse = str(chosen.get("adresse", ""))
    login = read_login(chosen, adresse)
    return Settings(
        data=Path(str(chosen.get("data", ROOT / "data"))).expanduser().resolve(),
        organ=str(chosen.get("organ", "styregruppen")),
        eksempel=yes("eksempel", chosen.get("eksempel", True)),
        overvaag=yes("overvaag", chosen.get("overvaag", login is None)),
        udgiv_fritekst=yes("udgiv_fritekst", chosen.get("udgiv_fritekst", False)),
        udgivelse=_udgivelse(chosen.get("udgivelse", "straks")),
        ro_sekunder=float(number("ro_sekunder", chosen.get("ro_sekunder", 5), whole=False)),
        afvist_persondata_dage=int(
            number("afvist_persondata_dage", chosen.get("afvist_persondata_dage", 7), whole=True)
        ),
        direkte_kategorier=names(chosen.get("direkte_kategorier", "LOEN_MEDARBEJDER,AKTIVITET")),
        graenser=read_graenser(chosen),
        diskretionering=read_diskretionering(chosen),
        laesefil_sider=names(chosen.get("laesefil_sider", "")),
        vaert=str(chosen.get("vaert", "127.0.0.1")),
        port=int(number("port", chosen.get("port", 0), whole=True)),
        aabn=yes("aabn", chosen.get("aabn", True)),
        adresse=adresse,
        ansvarlig=str(chosen.get("ansvarlig", "")),
        kontakt=str(chosen.get("kontakt", "")),
        modtagere=read_lists(chosen.get("modtagere", {})),
        smtp=read_smtp(chosen),
        login=login,
        maalinger_kode=str(chosen.get("maalinger_kode", "")),
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


def _udgivelse(value: object) -> Literal["straks", "godkendes"]:
    if value == "straks" or value == "godkendes":
        return value
    raise SettingWrong(
        "setting udgivelse is neither straks nor godkendes",
        "Indstillingen udgivelse skal være straks (det, der kan udgives, udgives med det samme) eller godkendes "
        "(det venter på en godkendelse) (OVERBLIK_UDGIVELSE).",
    )
