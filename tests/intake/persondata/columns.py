"""Whole columns of our own making: of numbers that only look like CPR numbers, and of CPR numbers."""

from collections.abc import Callable
from random import Random

import duckdb
import pyarrow as pa

from overblik.intake.breach import Breach
from overblik.intake.checks import ROW
from overblik.intake.persondata import Examined, find
from tests.intake.persondata.corpus import cpr, parted

KEYS = ("post_id", "registrering_id", "milepael_id")
Column = list[str]
Kind = Callable[[Random, int], Column]


def _series(start: int, step: int, rows: int, digits: int = 10) -> Column:
    return [f"{(start + step * row) % 10**digits:0{digits}}" for row in range(rows)]


def accounts(random: Random, rows: int) -> Column:
    """Account numbers of ten digits: by chance, or in a series."""
    if random.random() < 0.3:
        return _series(random.randrange(10**10), random.choice((1, 1, 3, 10, 11, 97)), rows)
    return [f"{random.randrange(10**10):010}" for _ in range(rows)]


def bank_accounts(random: Random, rows: int) -> Column:
    """A bank's four digits and up to ten more."""
    between = random.choice((" ", "-", ""))
    return [f"{random.randrange(400, 9999):04}{between}{random.randrange(10**10):010}" for _ in range(rows)]


def ledger_accounts(random: Random, rows: int) -> Column:
    """Ledger accounts written as six and four."""
    between = random.choice(("-", ".", " "))
    return [f"{random.randrange(10**6):06}{between}{random.randrange(10**4):04}" for _ in range(rows + 40)]


def cases(random: Random, rows: int) -> Column:
    """Case numbers in the forms of the municipalities' systems."""
    form = random.choice(
        ("{y}-{n:07}", "{s:02}/{n:06}", "{k}-G01-{n}-{s:02}", "EMN-{y}-{n:05}", "{y}{n:06}", "S{s:02}{n:08}")
    )
    year = random.randint(2001, 2026)
    key = f"{random.randint(0, 99):02}.{random.randint(0, 99):02}.00"
    start = random.randrange(9 * 10**5)
    return [form.format(y=year, s=year % 100, n=start + row, k=key) for row in range(rows)]


def eans(random: Random, rows: int) -> Column:
    """EAN numbers of thirteen digits."""
    return [f"57{random.randrange(10**11):011}" for _ in range(rows)]


def orders(random: Random, rows: int) -> Column:
    """Order numbers: by day and number, in a series, or by chance."""
    way = random.randrange(4)
    if way == 0:
        year = random.randint(10, 26)
        return [
            f"{year}{random.randint(1, 12):02}{random.randint(1, 28):02}{random.randrange(10**4):04}"
            for _ in range(rows)
        ]
    if way == 1:
        return _series(random.randrange(10**10), 1, rows)
    if way == 2:
        return _series(random.choice((10, 20, 30)) * 10**8 + random.randrange(12) * 10**6, 1, rows)
    return [f"45{random.randrange(10**8):08}" for _ in range(rows)]


def dated_orders(random: Random, rows: int) -> Column:
    """Order numbers that begin with the day in Danish order: all of them look like CPR numbers."""
    year = random.randint(15, 25)
    return [
        f"{random.randint(1, 28):02}{random.randint(1, 12):02}{year + random.randint(0, 3):02}{random.randrange(2000):04}"
        for _ in range(rows)
    ]


def parted_orders(random: Random, rows: int) -> Column:
    """Order numbers by year, month, day, and a number after a dash."""
    year = random.randint(15, 25)
    return [f"{year}{random.randint(1, 12):02}{random.randint(1, 28):02}-{row:04}" for row in range(rows + 20)]


def places_of_work(random: Random, rows: int) -> Column:
    """P-numbers: ten digits from 1000000000 and up."""
    return [f"{1_000_000_000 + random.randrange(31_000_000):010}" for _ in range(rows)]


def seconds(random: Random, rows: int) -> Column:
    """Seconds since 1970, in years when they look like dates."""
    start = random.choice((1_601_000_000, 1_701_000_000, 1_801_000_000))
    return [str(start + random.randrange(9_000_000)) for _ in range(rows)]


def companies(random: Random, rows: int) -> Column:
    """CVR numbers, some in pairs."""
    eights = [f"{random.randrange(10**7, 10**8)}" for _ in range(rows)]
    return eights if random.random() < 0.5 else [" ".join(e[i : i + 2] for i in range(0, 8, 2)) for e in eights]


# The kinds that the issue bounds by one in a thousand, each under names that such columns have.
BOUNDED: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "konto": (accounts, ("kontonr", "konto", "finanskonto", "kontonummer", "post_id")),
    "bank": (bank_accounts, ("bankkonto", "kontonummer", "registrering_id")),
    "artskonto": (ledger_accounts, ("artskonto", "konto")),
    "sag": (cases, ("sagsnr", "sagsnummer", "journalnr", "milepael_id")),
    "ean": (eans, ("ean", "ean_nr", "eannummer", "note")),
    "ordre": (orders, ("ordrenr", "ordrenummer", "fakturanr", "post_id")),
    "ordredato": (dated_orders, ("ordrenr", "fakturanummer")),
    "ordredag": (parted_orders, ("ordrenr", "bilagsnr")),
}
OTHERS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "pnr": (places_of_work, ("p_nr", "produktionsenhed_nr")),
    "tid": (seconds, ("tidspunkt", "timestamp", "oprettet")),
    "cvr": (companies, ("cvr", "cvr_nr", "cvrnummer")),
}


def columns_of(kind: Kind, names: tuple[str, ...], amount: int, seed: int) -> list[tuple[str, Column]]:
    """So many columns of one to four hundred rows, each under a name of its own."""
    random = Random(seed)
    sizes = (1, 2, 3, 4, 5, 8, 13, 30, 100, 400)
    return [(f"{random.choice(names)}_{number}", kind(random, random.choice(sizes))) for number in range(amount)]


def refused_of(columns: list[tuple[str, Column]]) -> list[str]:
    """The names of those columns for which a file would be refused, each judged by itself."""
    refused = []
    longest = max(len(values) for _, values in columns)
    rows = pa.array(range(1, longest + 1), pa.int64())
    with duckdb.connect() as connection:
        for start in range(0, len(columns), 100):
            some = columns[start : start + 100]
            padded = {
                name: pa.array([*values, *[None] * (longest - len(values))], pa.string()) for name, values in some
            }
            connection.register("bred", pa.table({**padded, ROW: rows}))
            connection.execute("create or replace table indhold as select * from bred")
            asked = [Examined(name, "key" if name.startswith(KEYS) else "text") for name, _ in some]
            breaches, _ = find(connection, "indhold", "f.parquet", "oekonomi", asked)
            refused += [str(one.column) for one in breaches]
    return refused


def birthdays(random: Random, rows: int) -> Column:
    """CPR numbers of a whole column, as they were given out: nine of ten hold modulus 11."""
    return [cpr(random, modulus=True if random.random() < 0.9 else None) for _ in range(rows)]


def birthdays_without_modulus(random: Random, rows: int) -> Column:
    """CPR numbers of which modulus 11 says nothing."""
    return [cpr(random) for _ in range(rows)]


def one_among_keys(random: Random, rows: int) -> Column:
    """Ordinary keys and one CPR number with a dash."""
    return [*(f"P{random.randrange(10**6):06}" for _ in range(rows)), parted(random, cpr(random), "-")]


def found_in_column(
    name: str, values: list[str] | list[int] | list[float], kind: str = "text", called: str | None = None
) -> tuple[list[Breach], list[Breach]]:
    """What is told of a file with this one column."""
    content = pa.table({name: pa.array(values), ROW: pa.array(range(1, len(values) + 1), pa.int64())})
    with duckdb.connect() as connection:
        connection.register("indhold", content)
        return find(connection, "indhold", "f.parquet", "oekonomi", [Examined(name, kind, called)])
