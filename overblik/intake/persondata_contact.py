"""E-mail addresses and Danish phone numbers in a text.

Eight digits alone are no phone number: CVR numbers and dates have eight too. Sure are only those that are written as
phone numbers are: with the country's code, after the word, or in pairs.
"""

import re

_MAIL = re.compile(r"[\w.+%'-]*\w@(?:\w[\w-]*\.)+[^\W\d_]{2,}")
_EIGHT = r"[2-9](?:[ .-]?[0-9]){7}(?![0-9])"
_ABROAD = re.compile(rf"(?<![0-9])(?:\+|00) ?45[ .)-]{{0,3}}{_EIGHT}")
_CALLED = re.compile(
    rf"(?<![^\W\d_])(?:tlf|telefon|mobil|mobiltlf|mobiltelefon|phone|sms)(?:nr|nummer)?(?![^\W\d_])[^0-9+]{{0,16}}{_EIGHT}",
    re.IGNORECASE,
)
_PAIRS = re.compile(r"(?<![0-9])(?<![0-9] )[2-9][0-9](?: [0-9]{2}){3}(?! ?[0-9])")
_OTHER = re.compile(
    r"(?<![^\W\d_])(?:cvr|se-?nr|ean|gln|konto|reg)(?:-?(?:nr|nummer))?[\s.:#-]{0,3}(?:(?:nr|nummer)[\s.:#]{0,3})?\Z",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*(?:(?:\+|00)45 ?)?{_EIGHT}\s*\Z")


def mail_in(text: str) -> bool:
    """Whether an e-mail address stands in a plain text."""
    return "@" in text and _MAIL.search(text) is not None


def phone_in(text: str, *, named: bool = False, numbers: bool = False) -> bool:
    """Whether a Danish phone number surely stands in a plain text.

    `named`: the column's name says that it holds them. `numbers`: it says that it holds numbers of another kind.
    """
    if named and _ALONE.match(text):
        return True
    if _CALLED.search(text):
        return True
    if any("+" in match[0] or not text.strip().isdigit() for match in _ABROAD.finditer(text)):
        return True
    return not numbers and any(
        not _OTHER.search(text, max(0, match.start() - 24), match.start()) for match in _PAIRS.finditer(text)
    )
