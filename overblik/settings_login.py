"""The settings of *fælles*: who vouches for people (OIDC), which of its groups may do what, how long a login lasts.

None of them set: *lokal*, where nobody logs in. Some of them set: all that login needs must be, or nothing starts.
The secrets stand in the environment, never in the file: two are the web server's alone, and the key of requests
(mailbox_requests.py) is shared with the watcher of the inbox and nobody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from overblik.errors import SettingWrong
from overblik.settings_values import names, number, table

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")

SECRETS: Final = ("login_hemmelighed", "login_cookie", "anmodning_noegle")
# Any of the first makes it *fælles*; the rest say how, and may stand there before.
_DECIDE: Final = (
    "login_metadata",
    "login_klient",
    *SECRETS,
    "rolle_laeser",
    "rolle_analytiker",
    "rolle_udgiver",
    "rolle_administrator",
)
NAMES: Final = (*_DECIDE, "login_felt", "login_scope", "login_prompt", "login_timer", "login_mappe")

SHORTEST_KEY: Final = 32
_LONGEST_SESSION: Final = 24


@dataclass(frozen=True)
class Login:
    """How people log in. `adresse` is where readers open the dashboard, without a slash at its end.

    `metadata`: the provider's openid-configuration. `felt`: the claim of the ID token that holds the groups.
    `timer`: the longest a session lasts. `mappe`: where ended sessions are remembered (access_sessions.py).
    `cookie`: the key that the session's cookie is signed with. `anmodning`: the key that the web server signs what a
    reader asks the watcher for with; the watcher does nothing that is not signed. `analytiker`: a group and the
    organisations (folders of the inbox) that it may hand in for.
    """

    adresse: str
    metadata: str
    klient: str
    hemmelighed: str = field(repr=False)
    cookie: str = field(repr=False)
    anmodning: str = field(default="", repr=False)
    felt: str = "groups"
    scope: str = "openid profile"
    prompt: str = "select_account"
    timer: float = 8
    mappe: Path | None = None
    laeser: tuple[str, ...] = ()
    analytiker: tuple[tuple[str, tuple[str, ...]], ...] = ()
    udgiver: tuple[str, ...] = ()
    administrator: tuple[str, ...] = ()


def read_login(chosen: Mapping[str, object], adresse: str) -> Login | None:
    """The login that is set up; None where none is. Raises SettingWrong where it is half set up or unsafe."""
    if not any(name in chosen for name in _DECIDE):
        return None
    if missing := [name for name in ("login_metadata", "login_klient") if not chosen.get(name)]:
        raise _half(missing)
    login = Login(
        adresse=_origin(adresse),
        metadata=_over_tls("login_metadata", str(chosen["login_metadata"])),
        klient=str(chosen["login_klient"]),
        hemmelighed=str(chosen.get("login_hemmelighed", "")),
        cookie=str(chosen.get("login_cookie", "")),
        anmodning=str(chosen.get("anmodning_noegle", "")),
        felt=str(chosen.get("login_felt", "groups")),
        scope=str(chosen.get("login_scope", "openid profile")),
        prompt=str(chosen.get("login_prompt", "select_account")),
        timer=_timer(chosen.get("login_timer", 8)),
        mappe=Path(str(chosen["login_mappe"])).expanduser().resolve() if chosen.get("login_mappe") else None,
        laeser=names(chosen.get("rolle_laeser", "")),
        analytiker=_organisations(chosen.get("rolle_analytiker", {})),
        udgiver=names(chosen.get("rolle_udgiver", "")),
        administrator=names(chosen.get("rolle_administrator", "")),
    )
    if not (login.laeser or login.analytiker or login.udgiver or login.administrator):
        raise SettingWrong(
            "no group has a role",
            "Ingen kan komme ind: sæt mindst én gruppe i rolle_laeser, rolle_analytiker, rolle_udgiver eller "
            "rolle_administrator.",
        )
    return login


def check_secrets(login: Login) -> None:
    """What the web server must have; who publishes has the same file of settings, and of these the last alone.

    Raises SettingWrong.
    """
    given = dict(zip(SECRETS, (login.hemmelighed, login.cookie, login.anmodning), strict=True))
    if missing := [name for name, value in given.items() if not value]:
        raise _half(missing)
    for name in ("login_cookie", "anmodning_noegle"):
        if len(given[name]) < SHORTEST_KEY:
            raise SettingWrong(
                f"{name} is too short",
                f"OVERBLIK_{name.upper()} skal være mindst {SHORTEST_KEY} tilfældige tegn: "
                "python -c 'import secrets; print(secrets.token_hex(32))'.",
            )


def _half(missing: list[str]) -> SettingWrong:
    named = ", ".join(f"OVERBLIK_{name.upper()}" for name in missing)
    return SettingWrong(f"login is half set up: {missing}", f"Login er kun sat halvt op. Der mangler: {named}.")


def _over_tls(name: str, address: str) -> str:
    """Login is worth nothing in clear text; on this machine alone nobody listens."""
    found = urlsplit(address)
    if not found.hostname or not (found.scheme == "https" or (found.scheme == "http" and found.hostname in LOOPBACK)):
        raise SettingWrong(
            f"{name} is no https address",
            f"Indstillingen {name} skal være en adresse, der begynder med https:// (OVERBLIK_{name.upper()}).",
        )
    return address


def _origin(adresse: str) -> str:
    found = urlsplit(_over_tls("adresse", adresse))
    if found.path.strip("/") or found.query or found.fragment or found.username:
        raise SettingWrong(
            "adresse is more than a host",
            "Indstillingen adresse skal være dashboardets egen adresse uden sti: https://overblik.eksempel.dk.",
        )
    return f"{found.scheme}://{found.netloc}"


def _timer(value: object) -> float:
    hours = number("login_timer", value, whole=False)
    if not 0 < hours <= _LONGEST_SESSION:
        raise SettingWrong(
            "login_timer is not within a day",
            f"Indstillingen login_timer skal være mere end 0 og højst {_LONGEST_SESSION} timer (OVERBLIK_LOGIN_TIMER).",
        )
    return hours


def _organisations(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = table(value)
    if any(not group or not organisations for group, organisations in found.items()):
        raise SettingWrong(
            "rolle_analytiker is no table of lists",
            "Indstillingen rolle_analytiker skal sige, hvilke organisationer hver gruppe afleverer for: "
            '[rolle_analytiker] gruppe = ["ORG1"] (OVERBLIK_ROLLE_ANALYTIKER=gruppe=ORG1,ORG2;anden=ORG3).',
        )
    return tuple(found.items())
