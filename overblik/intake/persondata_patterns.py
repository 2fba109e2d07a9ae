"""Regular expressions (RE2, as DuckDB and Arrow have it) that point at the few texts that may hold personal data.

What they leave out, the exact rule of persondata_text.py would not have found (a test compares them); what they let
through is looked at by it. A text with a sign that may stand for another one (full-width digits, unseen signs) is
always let through.
"""

from overblik.intake.persondata_column import Said

_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
DATE = f"{_DAY}(?:0[1-9]|1[0-2])[0-9]{{2}}"
GAP = "[^0-9A-Za-z]{1,6}"
_PLAIN = (  # what stands for nothing but itself: all else may be a digit or an unseen sign
    r"\t\n\v\f\r\x20-\x7e\x{A0}-\x{A9}\x{AB}\x{AC}\x{AE}-\x{B1}\x{B4}-\x{B8}\x{BB}\x{BF}-\x{17E}\x{180}-\x{24F}"
    r"\x{2000}-\x{200A}\x{2010}-\x{2027}\x{202F}-\x{205E}\x{20AC}"
)


def _always(date: str, country: str) -> list[str]:
    return [
        "@",
        f"[^{_PLAIN}]",
        f"(?:^|[^0-9]){date}{GAP}[0-9]{{4}}(?:$|[^0-9])",
        "[cC][pP][rR]|[pP][eE][rR][sS][oO][nN](?:[^0-9A-Za-z]{0,2})[nN][rRuU]",
        rf"(?:\+|(?:^|[^0-9])00)[^0-9A-Za-z]{{0,3}}{country}[^A-Za-z]{{8}}",
        "(?i:tlf|telefon|mobil|phone|sms)[^0-9]{0,36}[0-9]",
    ]


def _bare(date: str) -> str:
    return f"(?:^|[^0-9]){date}[0-9]{{4}}(?:$|[^0-9])"


def _pairs(ten: str) -> str:
    return f"{ten}[0-9](?:{GAP}[0-9]{{2}}){{3}}"


def _lost_zero(day_and_month: str) -> str:
    return rf"^\s*{day_and_month}[0-9]{{6}}(?:\.0)?\s*$"


_LOST_ZERO = _lost_zero("[1-9](?:0[1-9]|1[0-2])")
AMONG_NUMBERS = "|".join(_always(DATE, "45"))
IN_TEXT = "|".join([AMONG_NUMBERS, _bare(DATE), _pairs("[2-9]")])
ANYTHING = "|".join([IN_TEXT, _LOST_ZERO])
# The same for texts whose digits are all written 0: what no form of a text matches, the text does not match either.
ANY_FORM = "|".join([*_always("0{6}", "00"), _bare("0{6}"), _pairs("0"), _lost_zero("0{3}")])


def pattern_for(said: Said) -> str:
    """What to look for in a column whose name says that."""
    if named(said):
        return "(?s:.)"
    return f"{AMONG_NUMBERS}|{_LOST_ZERO}|{_bare(DATE)}" if said.cpr else AMONG_NUMBERS if said.numbers else IN_TEXT


def named(said: Said) -> bool:
    """Whether every value of the column is to be looked at."""
    return said.names or said.persons or said.roles or said.phone
