"""Who may do what. In *lokal*, the only way to run so far, whoever sits at the machine may look at everything."""

from typing import Final

SEE: Final = "se"

_LOCAL: Final = frozenset({SEE})


def may(deed: str) -> bool:
    """True where the person at the screen may do this. What is not named is refused."""
    return deed in _LOCAL
