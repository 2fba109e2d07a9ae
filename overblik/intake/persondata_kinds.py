"""The kinds of personal data that are looked for, with the codes under which they are told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind: `code` where it is sure, `doubt` where it only may be; Danish words for one and for several."""

    code: str
    doubt: str
    one: str
    many: str


CPR = Kind("persondata_cpr", "persondata_maaske_cpr", "et CPR-nummer", "CPR-numre")
MAIL = Kind("persondata_mail", "persondata_maaske_mail", "en e-mailadresse", "e-mailadresser")
PHONE = Kind("persondata_telefon", "persondata_maaske_telefon", "et telefonnummer", "telefonnumre")
NAME = Kind("persondata_navn", "persondata_maaske_navn", "navnet på en person", "navne på personer")

KINDS = (CPR, MAIL, PHONE, NAME)
