"""Names without what people write differently, so that a near miss is known for what was meant."""

import re
import unicodedata


def fold(name: str) -> str:
    """A name without what people write differently: case, æ/ø/å, accents, spaces, hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    for letter, written in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ä", "ae"), ("ö", "oe")):
        plain = plain.replace(letter, written)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
