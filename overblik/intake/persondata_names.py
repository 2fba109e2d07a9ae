"""Names of persons: columns whose name says that they hold them, and texts that look like one."""

import re

from overblik.intake.folding import fold

# Who a column may be about. `navn` of an indsats or an area is no person's.
_PERSONS = (
    "borger|deltager|medarbejder|beboer|person|barn|barne|foraelder|mor|far|mors|fars|kontaktperson|elev|ung|unge"
    "|klient|lejer|frivillig|ansat|kursist|leder|konsulent|projektleder|sagsbehandler|paaroerende|vaerge|patient"
    "|aegtefaelle|familie|mentor|mentee|raadgiver|radgiver|kontakt|bruger|formand"
)
_HOLDS_NAMES = re.compile(
    rf"(?:^|_)(?:(?:{_PERSONS})(?:en|ens|s|e|er|ere|nes|ernes|ne)?_?(?:fulde_?)?navne?"
    r"|for_?navne?|efter_?navne?|mellem_?navne?|kalde_?navne?|fulde_?navne?|fuldt_?navn|person_?navne?|first_?name"
    r"|last_?name|full_?name|sur_?name)(?:_|$)"
)
_ABOUT_PERSONS = re.compile(rf"^(?:{_PERSONS})(?:en|s)?(?:_?[0-9]+)?$")
_ROLES = re.compile(r"(?:^|_)rolle(?:_|$)")
_WORD = r"[^\W\d_a-zæøåäöüéèáóíñç](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?"
_PARTICLE = r"(?:af|van|von|de|del|der|da|la|el|al|bin|ibn|abu)"
_NAME = re.compile(rf"\s*({_WORD})((?:\s+{_PARTICLE})*\s+{_WORD}){{1,4}}\s*")
# What is written with capitals as names are, but is an office or a place of work.
_OFFICE = re.compile(
    r"leder|chef|konsulent|koordinat|medarbejder|direkt|sekret|kommun|forvaltning|afdeling|bolig|forening|fonden"
    r"|center|centre|udvalg|styre|gruppe|bestyr|borgmester|formand|kvinde|råd|team|projekt|vejled|pædagog|lærer"
    r"|social|politi|skole|bibliotek|jobcenter|klub|byråd|organisation|ansvarlig|mentor|ung|børn|kultur|fritid"
    r"|beskæftig|økonomi|drift|by\b|områd|plan|helheds|kreds|ministeri|styrelse|region|bydel|netværk|indsats|rolle",
    re.IGNORECASE,
)
# First names most often borne in Denmark (Danmarks Statistik): enough to know a name by.
_FIRST_NAMES = """
aage abdi abdul abdullah adam agnes ahmad ahmed aisha aksel albert alberte alexander alfred ali alma amalie amina amir
anders andrea andreas ane anette anja ann anna anne annette anni anton arne arthur asger astrid august aya ayse
barbara benjamin bent bente betina birgit birgitte birthe bjarne bjørn bo bodil brian britt britta caroline casper
cecilie charlotte christian christina christine christoffer clara claus daniel david dennis ditte dorte dorthe ebbe
edith elias elin elisabeth ella ellen else emil emilie emily emma erik ernst esther eva fatima fatma finn flemming
frank frederik frederikke freja frida georg gerda gitte grethe gudrun gunnar gustav halima hamza hanna hanne hans
hassan heidi helen helena helene helga helle henning henriette henrik henry holger hussein ibrahim ida inga inge
ingelise inger ingrid irene isabella ivan jacob jakob jan jane janne jannie jens jeppe jesper jette jim jimmy joan
johan johanne johannes john johnny jonas jonathan jytte jørgen jørn kaj karen karin karina karl karla kasper kate
katrine kenneth khadija khalid kim kirsten kirstine kjeld klaus knud kristian kristina kristine kurt lars lasse laura
laurits lea leif leila lena lene leo linda line lis lisa lisbeth lise lone lotte louise lucas lukas luna mads magnus
mahmoud maja malene malou malthe margit margrethe maria mariam marianne marie marius mark martin maryam mathias
mathilde merete mette mia michael michelle mikael mikkel mogens mohamad mohamed mohammad mohammed monica morten
mustafa nadia nanna niels nikolaj nina noah nora nour olav ole oliver oluf omar oscar osman otto palle patrick paul
peder per pernille peter pia poul preben randi rasmus rebecca regitze rene rikke robert rolf rosa rune ruth safia
sandra sanne sara sarah sebastian selma signe silas simon sine sofia sofie solveig sonja steen steffen sten stig stine
susan susanne sven svend søren tage tanja tenna theodor theresa thomas thorkild tim tina tobias tom tommy tone torben
tove trine troels ulla ulrik ursula valdemar verner vibeke victor victoria viggo viktor vilhelm villads villy vivi
william yasmin yusuf zahra zeinab åse
"""
_FIRST = frozenset(_FIRST_NAMES.split())


def holds_names(column: str) -> bool:
    """Whether a column's name says that it holds names of persons: `borger_navn`, `efternavn`."""
    return _HOLDS_NAMES.search(fold(column)) is not None


def about_persons(column: str) -> bool:
    """Whether a column is called by persons alone: `deltager`. It may as well hold their number."""
    return _ABOUT_PERSONS.match(fold(column)) is not None


def holds_roles(column: str) -> bool:
    """Whether a column is to hold roles, where a person's name has no business."""
    return _ROLES.search(fold(column)) is not None


def looks_like_a_name(text: str) -> bool:
    """Whether a plain text is built as a person's name and names no office: "Fornavn Efternavn"."""
    return _NAME.fullmatch(text) is not None and _OFFICE.search(text) is None


def looks_like_somebody(text: str) -> bool:
    """As above, and the first word is a common first name or the last a common kind of surname. For role columns."""
    words = text.replace(",", " ").split()
    if not words or _OFFICE.search(text):
        return False
    first, last = words[0].split("-")[0].casefold(), words[-1].casefold()
    if len(words) == 1:
        return first in _FIRST
    named = looks_like_a_name(" ".join(words))
    return named and (first in _FIRST or re.fullmatch(r"\w{2,}(?:sen|ssøn|zadeh|oglu|ović)", last) is not None)
