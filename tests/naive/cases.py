"""What the tests of the reference share: a few periods, and how a figure is looked up in an answer."""

from datetime import date

from tests.deliveries import Row, Tables
from tests.naive import answer

TODAY = date(2026, 1, 1)
DAY = date(2022, 6, 30)
YEAR = {"periode_start": date(2022, 1, 1), "periode_slut": date(2022, 12, 31)}
PLAN_2022 = {"start_dato": date(2022, 1, 1), "slut_dato": date(2022, 12, 31)}


def one(name: str, tables: Tables, **params: object) -> Row:
    """The only row of an answer."""
    rows = answer(name, tables, today=TODAY, **params)
    assert len(rows) == 1
    return rows[0]


def month(number: int) -> Row:
    """The period of one month of 2022."""
    ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return {"periode_start": date(2022, number, 1), "periode_slut": date(2022, number, ends[number - 1])}


def square(
    tables: Tables, dimension: str, line: str, column: str, /, **params: object
) -> tuple[str | None, str | None]:
    """Colour and reason of one square or total."""
    rows = answer("status", tables, today=TODAY, **params)
    found = [
        (row["status"], row["aarsag"])
        for row in rows
        if (row["dimension"], row["omraade_id"], row["indsatsomraade_kode"]) == (dimension, line, column)
    ]
    assert len(found) == 1
    return found[0]
