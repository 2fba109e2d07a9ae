"""How a page ends before its last line, so that the foot still comes: after st.stop it would not."""

from typing import NoReturn


class PageEnded(Exception):
    """Not an error: a page has shown all that it has to show. The frame catches it."""


def end() -> NoReturn:
    """Ends the page here."""
    raise PageEnded
