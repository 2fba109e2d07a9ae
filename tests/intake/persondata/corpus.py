"""Numbers of our own making: true CPR numbers, phones and addresses in every writing, and what only looks like them.

No number here is taken from a person; some may by chance have been given to one.
"""

from calendar import monthrange
from collections.abc import Callable
from random import Random

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
BETWEEN = ("-", "\N{EN DASH}", " ", "\N{NO-BREAK SPACE}", ".", "/", "\N{NON-BREAKING HYPHEN}", "\N{EM DASH}", " - ", "")
UNSEEN = ("\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NO-BREAK SPACE}")


def holds(digits: str) -> bool:
    """Modulus 11, written down a second time."""
    total = 0
    for place in range(10):
        total += WEIGHTS[place] * int(digits[place])
    return total % 11 == 0


def cpr(
    random: Random, *, modulus: bool | None = None, since: int = 1920, until: int = 2020, lent: bool = False
) -> str:
    """Ten digits of a birthday from 1 January `since`; with modulus 11, without, or as it falls."""
    while True:
        year, month = random.randint(since, until), random.randint(1, 12)
        day = random.randint(1, monthrange(year, month)[1]) + (60 if lent else 0)
        seventh = random.choice("0123" if year < 2000 else "4" if year < 2037 else "5")
        digits = f"{day:02}{month:02}{year % 100:02}{seventh}{random.randint(0, 999):03}"
        if year >= 1937 and year < 2000 and random.random() < 0.2:
            digits = digits[:6] + random.choice("49") + digits[7:]
        if modulus is None or holds(digits) == modulus:
            return digits


def parted(random: Random, digits: str, between: str) -> str:
    """The number as people write it."""
    return f"{digits[:6]}{between}{digits[6:]}"


def full_width(text: str) -> str:
    """The digits of a text in their wide forms."""
    return "".join(chr(0xFF10 + int(sign)) if sign.isdigit() else sign for sign in text)


def hidden(random: Random, text: str) -> str:
    """The text with signs between its own that take no room."""
    return "".join(sign + (random.choice(UNSEEN) if random.random() < 0.4 else "") for sign in text)


AROUND: tuple[Callable[[str], str], ...] = (
    lambda number: number,
    lambda number: f"Talt med {number} om lejligheden",
    lambda number: f"({number})",
    lambda number: f"borger {number}, ny aftale i maj",
    lambda number: f"Ring til pårørende; se også {number}.",
    lambda number: f"2. sal tv, {number}",
    lambda number: f"Mødt 12 gange\n{number}\n",
)


def sure_texts(random: Random, amount: int) -> list[str]:
    """Free texts in which a CPR number surely stands."""
    return [_sure_text(random, number) for number in range(amount)]


def _sure_text(random: Random, number: int) -> str:
    around = random.choice(AROUND)
    digits = cpr(random, lent=number % 11 == 0)
    way = number % 5
    if way == 0:
        return around(parted(random, digits, random.choice(BETWEEN[:-1])))
    if way == 1:
        return around(cpr(random, modulus=True))
    if way == 2:
        named = random.choice(("cpr {}", "CPR-nr.: {}", "{} (cpr)", "Cprnr {}", "personnummer {}", "CPR{}"))
        return around(named.format(digits))
    if way == 3:
        return around(full_width(parted(random, digits, "-")))
    return around(hidden(random, parted(random, digits, random.choice(BETWEEN[:-1]))))


def sure_contacts(random: Random, amount: int) -> list[str]:
    """Free texts with an e-mail address or a phone number that is written as one."""
    texts = []
    for number in range(amount):
        eight = f"{random.randint(2, 9)}{random.randint(0, 9_999_999):07}"
        pairs = " ".join(eight[place : place + 2] for place in range(0, 8, 2))
        ways = (
            f"+45 {eight}", f"+45{eight}", f"+45 {pairs}", f"0045 {eight}", f"(+45) {eight}", f"tlf. {eight}",
            f"Tlf.nr.: {pairs}", f"mobil {eight[:4]} {eight[4:]}", pairs, pairs.replace(" ", "\N{NO-BREAK SPACE}"),
            f"navn{number}@eksempel.dk", "for.efter+x@sub.eksempel.dk", "æble@øl.dk", full_width(f"tlf {eight}"),
        )  # fmt: skip
        texts.append(random.choice(AROUND)(ways[number % len(ways)]))
    return texts


def look_alike_texts(random: Random, amount: int) -> list[str]:
    """Free texts about other things, with numbers in them that must not be taken for a person's."""
    texts = []
    for number in range(amount):
        eight = f"{random.randint(10, 99)}{random.randint(0, 999_999):06}"
        day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(2015, 2026)
        ways = (
            f"CVR {eight}", f"CVR-nr. {eight[:2]} {eight[2:4]} {eight[4:6]} {eight[6:]}", f"cvr: DK{eight}",
            f"EAN 579{random.randint(0, 10**10 - 1):010}", f"konto 5{random.randint(0, 10**9 - 1):09} i regnskabet",
            f"reg. 5{random.randint(100, 999)} konto 00{random.randint(10**7, 10**8 - 1)}", f"sag {year}-{number:07}",
            f"bilag {random.randint(10**5, 10**6 - 1)}", f"{day:02}.{month:02}.{year}", f"{day:02}-{month:02}-{year}",
            f"{year}-{month:02}-{day:02}T12:30:00.123456", f"{year}{month:02}{day:02}123000", f"{year}{month:02}{day:02}",
            f"kl. 10.30-12.45 den {day}/{month} {year}", f"{random.randint(1, 99)}.250.000,00 kr.", "1.234.567.890 kr.",
            f"{random.randint(10**6, 10**8)},50", f"2.{random.randint(100, 999)} fremmøder i {year}-{year + 1}",
            f"29.09.04-G01-{number}-{year % 100}", f"23/{number:06}", f"§ 91 a, stk. 4, nr. {number}", f"DK-{eight}",
            f"4.-6. klasse, {day} børn og {month} voksne", "version 12.34.56", f"@{year} #motto", "3 hold a 12, 14, 16, 18",
            f"f47ac10b-58cc-4372-a567-0e02b2c3{number % 10000:04}", f"Slots Allé {day}-{month}, {random.randint(1000, 9990)} Byen",
        )  # fmt: skip
        texts.append(ways[number % len(ways)])
    return texts
