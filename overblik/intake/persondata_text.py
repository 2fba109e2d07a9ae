"""What personal data stands in one text: surely, or perhaps."""

import re
from dataclasses import dataclass

from overblik.intake.persondata_column import Said
from overblik.intake.persondata_contact import mail_in, phone_in
from overblik.intake.persondata_cpr import holds_modulus_11, numbers_in
from overblik.intake.persondata_kinds import CPR, MAIL, NAME, PHONE, Kind
from overblik.intake.persondata_names import looks_like_a_name, looks_like_somebody
from overblik.intake.persondata_plain import plain

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOBODY = re.compile(
    r"\s*(?:ukendt|anonym\w*|ikke oplyst|skjult|mangler|ingen|n/?a|null|none|nan|slettet|x+)\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """Kinds of personal data in a text. `parted`: the CPR number is sure only for being written as six and four."""

    sure: tuple[Kind, ...] = ()
    perhaps: tuple[Kind, ...] = ()
    parted: bool = False


def found_in(text: str, said: Said) -> Found:
    """What stands in one value of a column whose name says what `said` says.

    A bare number among numbers of another kind is never told here: only the whole column can show what it is.
    """
    shown = plain(text)
    sure, perhaps = [], []
    numbers = list(numbers_in(shown, named=said.cpr))
    certain = [one for one in numbers if (one.parted or one.named if said.numbers else one.sure)]
    if certain:
        sure.append(CPR)
    elif not said.numbers and any(not one.other or holds_modulus_11(one.digits) for one in numbers):
        perhaps.append(CPR)
    if mail_in(shown):
        sure.append(MAIL)
    if phone_in(shown, named=said.phone, numbers=said.numbers):
        sure.append(PHONE)
    name, maybe = _name_in(shown, said)
    sure += [NAME] if name else []
    perhaps += [NAME] if maybe else []
    parted = bool(certain) and all(one.parted and not one.named for one in certain)
    return Found(tuple(sure), tuple(perhaps), parted)


def _name_in(shown: str, said: Said) -> tuple[bool, bool]:
    """Whether a person is named surely, and perhaps."""
    if said.names and _LETTERS.search(shown) and not _NOBODY.fullmatch(shown):
        coded = any(sign.isdigit() for sign in shown)
        return not coded, coded
    if said.persons and (looks_like_a_name(shown) or looks_like_somebody(shown)):
        return True, False
    return False, said.roles and looks_like_somebody(shown)
