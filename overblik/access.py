"""Who may do what. In *lokal*, the only way to run so far, whoever sits at the machine may do everything."""

from typing import Final

SEE: Final = "se"
UPLOAD: Final = "aflever"
RELEASE: Final = "udgiv"

_LOCAL: Final = frozenset({SEE, UPLOAD, RELEASE})


def may(deed: str) -> bool:
    """True where the person at the screen may do this. What is not named is refused."""
    return deed in _LOCAL


def who() -> str:
    """The role or pseudonym of the person at the screen, as the log of releases names it."""
    return "lokal"
