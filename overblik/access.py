"""Who may do what. Roles govern deeds, not figures: all who may look see the same.

Pure: who somebody is, is worked out of their login (access_roles.py); in *lokal* whoever sits at the machine is
everybody. What is not named is refused. The web server asks here, and so does whoever publishes (intake/entitled.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

SEE: Final = "se"
UPLOAD: Final = "aflever"
RELEASE: Final = "udgiv"
ADMINISTER: Final = "administrer"

LAESER: Final = "laeser"
UDGIVER: Final = "udgiver"
ANALYTIKER: Final = "analytiker"
ADMINISTRATOR: Final = "administrator"
NONE: Final = "ingen"  # somebody whom the provider knows, and we do not
LOKAL: Final = "lokal"  # whoever sits at the machine, where nobody logs in

DEEDS: Final[Mapping[str, frozenset[str]]] = {
    LAESER: frozenset({SEE}),
    UDGIVER: frozenset({SEE, RELEASE}),
    ANALYTIKER: frozenset({SEE, UPLOAD}),
    ADMINISTRATOR: frozenset({SEE, UPLOAD, RELEASE, ADMINISTER}),
    LOKAL: frozenset({SEE, UPLOAD, RELEASE, ADMINISTER}),
}


@dataclass(frozen=True)
class Reader:
    """Somebody at the door, known: what they may do, and until when (seconds since 1970; None: as long as they like).

    `hvem` is what the log of releases names: a role or a pseudonym, never a name. `roller` are all that they have, the
    highest last. `organisationer` are those that they may hand in for, None all. `session` names this one login, for
    ending it.
    """

    hvem: str
    roller: tuple[str, ...]
    organisationer: tuple[str, ...] | None = ()
    until: float | None = None
    session: str = ""

    @property
    def rolle(self) -> str:
        """The highest of their roles."""
        return self.roller[-1] if self.roller else NONE

    @property
    def deeds(self) -> frozenset[str]:
        """What each of their roles may, together."""
        return deeds_of(self.roller)


LOCAL: Final = Reader(LOKAL, (LOKAL,), None)


def deeds_of(roller: Iterable[str]) -> frozenset[str]:
    """What these roles may, together; a role that is none may nothing."""
    return frozenset().union(*(DEEDS.get(rolle, frozenset()) for rolle in roller))


def may(reader: Reader | None, deed: str, organisation: str | None = None) -> bool:
    """True where this reader may do this; a stranger (None) may do nothing.

    With an organisation ('' is what all share): only where they may hand in for that one.
    """
    if reader is None or deed not in reader.deeds:
        return False
    return organisation is None or reader.organisationer is None or organisation in reader.organisationer
