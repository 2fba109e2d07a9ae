"""The example in plain Python, for comparing one question at a time with the reference's own parts."""

from functools import cache
from typing import Any

from overblik.intake.protection_key import EXAMPLE_KEY
from overblik.settings import EKSEMPEL, today
from tests.answers.engine import betegnelser
from tests.deliveries import Tables
from tests.naive import protected, read
from tests.naive.valg import Valg, choose


@cache
def example_tables() -> Tables:
    """The example's exports as lists of rows, small numbers protected as in its release."""
    return protected(read(EKSEMPEL), EXAMPLE_KEY)


def example_choice(**asked: Any) -> Valg:
    """What is asked of the example, every default filled in."""
    return choose(example_tables(), today=today(), betegnelser=betegnelser(), **asked)


def example_areas() -> list[str]:
    """Ids of the example's areas."""
    return [row["omraade_id"] for row in example_tables()["boligomraade"]]
