"""Text from the data, shown as it stands: no name of an indsats may become a link, a picture, a colour or a formula.

Streamlit reads Markdown in nearly every text it shows, headings, table cells and badges among them.
"""

import re
from typing import Final

_PUNCTUATION: Final = re.compile(r"([!-/:-@\\^_`{-~])")
# Emoji names, material icons and bare addresses are looked for after Markdown is read, so a backslash does not help:
# a word joiner, which has no width, does.
_LATE: Final = re.compile(r":(?=[\w+/-]+:)|w(?=ww\.)|://|@", re.IGNORECASE)
# All white space but the no-break space, which must stay between a number and its unit.
_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
_JOINER: Final = "\u2060"
# As entities, for a badge escapes brackets itself and would show our backslash.
_BRACKETS: Final = str.maketrans({"[": "&#91;", "]": "&#93;"})


def literal(text: object) -> str:
    """The text on one line, with everything that Markdown would read made harmless."""
    joined = _LATE.sub(lambda found: found.group() + _JOINER, _SPACES.sub(" ", str(text)).strip(" "))
    return _PUNCTUATION.sub(r"\\\1", joined).translate(_BRACKETS)
