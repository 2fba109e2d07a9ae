"""Who may do what. Roles govern deeds, not figures: all who may look see the same.

Pure: who somebody is, is worked out of their login (access_roles.py); in *lokal* whoever sits at the machine is
everybody. What is not named is refused.
"""

from dataclasses import dataclass
from typing import Final

SEE: Final = "se"
UPLOAD: Final = "aflever"
RELEASE: Final = "udgiv"
ADMINISTER: Final = "administrer"


@dataclass(frozen=True)
class Reader:
    """Somebody at the door, known: what they may do, and until when (seconds since 1970; None: as long as they like).

    `hvem` is what the log of releases names: a role or a pseudonym, never a name. `organisationer` are those that
    they may hand in for, None all. `session` names this one login, for ending it.
    """

    hvem: str
    rolle: str
    deeds: frozenset[str]
    organisationer: tuple[str, ...] | None = ()
    until: float | None = None
    session: str = ""


LOCAL: Final = Reader("lokal", "lokal", frozenset({SEE, UPLOAD, RELEASE, ADMINISTER}), None)


def may(reader: Reader | None, deed: str, organisation: str | None = None) -> bool:
    """True where this reader may do this; a stranger (None) may do nothing.

    With an organisation ('' is what all share): only where they may hand in for that one.
    """
    if reader is None or deed not in reader.deeds:
        return False
    return organisation is None or reader.organisationer is None or organisation in reader.organisationer
