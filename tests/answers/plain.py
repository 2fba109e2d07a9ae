"""The example in plain Python, for what is compared with its raw rows."""

from functools import cache

from overblik.settings import EKSEMPEL
from tests.deliveries import Tables
from tests.naive import read


@cache
def example_tables() -> Tables:
    """The example's exports as lists of rows."""
    return read(EKSEMPEL)
