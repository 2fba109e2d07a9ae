"""A text as a reader sees it, so that no way of writing hides a number: wide digits, unseen signs, long dashes."""

import unicodedata
from functools import cache

_UNSEEN = {"Cf", "Cc", "Mn", "Me"}  # signs that take no room of their own


def plain(text: str) -> str:
    """The text in NFKC without unseen signs, with ASCII digits, plain dashes and slashes, every blank one space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_sign, unicodedata.normalize("NFKC", text)))


@cache
def _sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in "\t\n\r\v\f\x85" or category.startswith("Z"):
        return " "
    if category in _UNSEEN:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    return "/" if sign in "\N{FRACTION SLASH}\N{DIVISION SLASH}" else sign
