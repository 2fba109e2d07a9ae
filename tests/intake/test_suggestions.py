"""Whoever writes a name or a listed value nearly right is told the right one, for every column and every list there is."""

import pytest

from overblik import contract
from overblik.contract import Column, Table
from overblik.intake.checks import nearest_value
from overblik.intake.columns import compare_names

TABLES = list(contract.tables().values())
LISTS = [(table, column) for table in TABLES for column in table.columns if column.values]
EACH = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def danish(name: str) -> str:
    """As a Dane writes it: Forløb for forloeb."""
    return name.replace("ae", "æ").replace("oe", "ø").replace("aa", "å").replace("_", " ").capitalize()


def variants(name: str) -> set[str]:
    """Ways of writing a name that are nearly right: case, Danish letters, a letter too few, too many, two swapped."""
    middle = len(name) // 2
    slips = {name[:middle] + name[middle + 1 :], name[:middle] + "x" + name[middle:]} if len(name) >= 5 else set()
    swapped = name[:middle] + name[middle + 1 : middle + 2] + name[middle : middle + 1] + name[middle + 2 :]
    return {
        name.upper(),
        danish(name),
        name.replace("_", "-"),
        f" {name}",
        *slips,
        *({swapped} if len(name) >= 7 else ()),
    } - {name}


@EACH
def test_every_column_is_suggested_for_what_is_nearly_its_name(table: Table):
    names = [column.name for column in table.columns]
    for name in names:
        for written in variants(name) - set(names):
            given = [written if each == name else each for each in names]
            (told,) = compare_names("fil.parquet", table, given, 1).breaches
            assert f"mangler, men filen har kolonnen {written}" in told.message, told.message
            assert f"Omdøb {written} til {name} i udtrækket" in told.message


@pytest.mark.parametrize(("table", "column"), LISTS, ids=lambda each: each.name)
def test_every_listed_value_is_suggested_for_what_is_nearly_it(table: Table, column: Column):
    for value in column.values:
        for written in variants(value) - set(column.values):
            assert nearest_value(written, column.values) == value, written
        label = dict(column.value_labels)[value]
        assert nearest_value(label, column.values) in {value, None}, label  # never another one


def test_what_is_nothing_like_it_is_not_suggested():
    for _, column in LISTS:
        assert nearest_value("qqqqqqqqqq", column.values) is None
