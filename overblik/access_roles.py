"""From what a login says (the ID token's claims) to a reader with a role. Least first: an unknown group gives nothing.

The provider's signature and nonce have been checked by then (Authlib). What is checked here is what nobody else checks:
that the token is meant for us (Authlib lets another audience pass where `azp` is ours), and that it is still in force.
"""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from overblik.access import ADMINISTRATOR, ANALYTIKER, LAESER, UDGIVER, Reader
from overblik.settings_login import Login


def reader_from(claims: Mapping[str, Any], login: Login, now: float) -> Reader | None:
    """The reader that these claims make; None where they are not for us, not whole or no longer in force."""
    sub, nonce = claims.get("sub"), claims.get("nonce", "")
    begun, expires = _time(claims.get("iat")), _time(claims.get("exp"))
    if (
        not isinstance(sub, str)
        or not sub
        or not isinstance(nonce, str)
        or not _is_for(login.klient, claims.get("aud"))
    ):
        return None
    if begun is None or expires is None:
        return None
    until = min(expires, begun + login.timer * 3600)
    if now >= until:
        return None
    return _with_role(_groups(claims.get(login.felt)), login, pseudonym(sub, login), until, session_of(claims))


def pseudonym(sub: str, login: Login) -> str:
    """What the log calls a person: the same as long as the cookie's key is, and not to be worked back."""
    return hmac.new(login.cookie.encode(), sub.encode(), hashlib.sha256).hexdigest()[:12]


def session_of(claims: Mapping[str, Any]) -> str:
    """The name of one login: other claims, other name; the nonce makes two logins in one second two."""
    parts = [str(claims.get(name, "")) for name in ("iss", "sub", "iat", "exp", "nonce")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _with_role(groups: frozenset[str], login: Login, hvem: str, until: float, session: str) -> Reader:
    """Somebody with several groups may do what each of them may; the role named is the highest."""
    organisations = sorted({one for group, named in login.analytiker if group in groups for one in named})
    has = {
        LAESER: groups & set(login.laeser),
        UDGIVER: groups & set(login.udgiver),
        ANALYTIKER: organisations,
        ADMINISTRATOR: groups & set(login.administrator),
    }
    roller = tuple(rolle for rolle, why in has.items() if why)
    everybodys = ADMINISTRATOR in roller
    return Reader(hvem, roller, None if everybodys else tuple(organisations), until=until, session=session)


def _groups(claim: object) -> frozenset[str]:
    """The groups of a claim; a provider may write a single one without a list."""
    listed = claim if isinstance(claim, list) else [claim]
    return frozenset(one for one in listed if isinstance(one, str))


def _is_for(klient: str, audience: object) -> bool:
    return klient in (audience if isinstance(audience, list) else [audience])


def _time(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
