"""All files together: filled columns, lists, references and keys of every table, and calm messages."""

import re
from datetime import date
from decimal import Decimal
from functools import cache
from time import monotonic

import pyarrow as pa
import pytest

from overblik import contract
from overblik.contract import Column, Table
from overblik.intake.breach import Breach
from overblik.intake.judging import Judgement, judge
from tests.contract.cases import CASES
from tests.contract.rows import TODAY, as_read, as_table, delivered, example, judged, rows_of

COLUMNS = [(table, column) for table in contract.tables().values() for column in table.columns]
SECRET = "HEMMELIG-9"


def each(chosen: list[tuple[Table, Column]]) -> pytest.MarkDecorator:
    ids = [f"{table.name}.{column.name}" for table, column in chosen]
    return pytest.mark.parametrize(("table", "column"), chosen, ids=ids)


@cache
def with_each(value: str | None) -> Judgement:
    """The example rows, and beside them one row per column with this value in it: all columns judged at once."""
    return judged(
        {
            table.name: [{}, *({c.name: value} for c in table.columns if value is None or c.values or c.references)]
            for table in contract.tables().values()
        }
    )


def told_of(table: Table, column: Column, code: str, value: str | None) -> tuple[list[Breach], list[Breach]]:
    """What is said of a column that holds the value: breaches and warnings of one code."""
    judgement = with_each(value)
    breaches, warnings = (
        [one for one in kind if (one.code, one.table, one.column) == (code, table.name, column.name)]
        for kind in (judgement.breaches, judgement.warnings)
    )
    return breaches, warnings


@each([(t, c) for t, c in COLUMNS])
def test_a_filled_column_must_be_filled_and_no_other(table: Table, column: Column):
    breaches, _ = told_of(table, column, "mangler_vaerdi", None)
    assert [one.rows for one in breaches] == ([1] if column.required else [])


@each([(t, c) for t, c in COLUMNS if c.values])
def test_a_value_outside_a_list_is_told_and_only_a_setting_lets_it_through(table: Table, column: Column):
    breaches, warnings = told_of(table, column, "ukendt_vaerdi", SECRET)
    (told,) = warnings if column.open_values else breaches
    assert all(value in told.message for value in column.values)
    assert (told.rows, bool(breaches)) == (1, not column.open_values)


def test_every_value_of_every_list_is_taken():
    rows = {t.name: [{c.name: value} for c in t.columns for value in c.values] or [{}] for t, _ in COLUMNS}
    judgement = judged(rows)
    assert "ukendt_vaerdi" not in {one.code for one in (*judgement.breaches, *judgement.warnings)}


@each([(t, c) for t, c in COLUMNS if c.references])
def test_a_key_that_nobody_knows_is_told(table: Table, column: Column):
    (told,), _ = told_of(table, column, "ukendt_noegle", SECRET)
    assert str(column.references).split(".")[0] in told.message
    assert told.rows == 1


@pytest.mark.parametrize("word", ["ALLE", "FAELLES"])
def test_only_where_the_contract_says_so_may_another_word_stand_for_a_key(word: str):
    rows = {t.name: [{}, *({c.name: word} for c in t.columns if c.references)] for t, _ in COLUMNS}
    told = {(one.table, one.column) for one in judged(rows).breaches if one.code == "ukendt_noegle"}
    assert told == {(t.name, c.name) for t, c in COLUMNS if c.references and word not in c.special}


def test_a_key_that_stands_twice_is_told_in_each_file_it_stands_in():
    again = [as_read(f"FOB/{one.file}", rows_of(one)) for one in delivered()]
    told = [one for one in judge([*delivered(), *again], TODAY).breaches if one.code == "dobbelt_noegle"]
    assert [(one.file, one.rows, one.first_rows) for one in told] == [
        (file, 1, (1,)) for name in contract.tables() for file in (f"{name}.parquet", f"FOB/{name}.parquet")
    ]


def test_a_core_table_that_nobody_delivered_is_told():
    core = [table.name for table in contract.tables().values() if table.core]
    assert [breach.table for breach in judge([], TODAY).breaches] == core
    optional = [one for one in delivered() if one.table in core]
    assert judge(optional, TODAY).breaches == ()


def test_a_delivery_without_a_single_plan_is_told():
    nothing = [as_read(one.file, rows_of(one).slice(0, 0)) for one in delivered()]
    assert [(breach.code, breach.table) for breach in judge(nothing, TODAY).breaches] == [
        ("for_faa_raekker", "helhedsplan")
    ]


def test_a_new_indsats_and_its_milepael_may_arrive_side_by_side():
    assert judged({"indsats": [{}, {"indsats_id": "ny"}], "milepael": [{"indsats_id": "ny"}]}).breaches == ()


def test_the_nearest_allowed_value_is_suggested():
    (told,) = judged({"milepael": [{"status": "I gang"}, {"milepael_id": "mp-2", "status": "xyz"}]}).breaches[:1]
    assert told.code == "ukendt_vaerdi"
    assert told.message == (
        "milepael.parquet: Kolonnen status har værdier uden for listen; "
        "tilladt er planlagt, i_gang, naaet og bortfaldet; nærmest ligger i_gang (2 rækker: 1 og 2). "
        "Ret kolonnen status i udtrækket, og aflever filen igen."
    )


def test_each_breach_names_its_own_file_and_rows():
    files = delivered()
    many = [example("milepael", milepael_id=f"m-{n}", spor=SECRET if n % 2 else "fysisk") for n in range(2500)]
    files.append(as_read("SB/milepael__2.parquet", as_table("milepael", many)))
    (told,) = judge(files, TODAY).breaches
    assert (told.file, told.rows, told.first_rows) == ("SB/milepael__2.parquet", 1250, (2, 4, 6, 8, 10))
    assert "(1.250 rækker, først 2, 4, 6, 8 og 10)" in told.message


def test_a_rule_of_the_contract_says_it_whole():
    (told,) = judged(CASES["milepael", "naaet_uden_dato"][1]).breaches
    assert told.message == (
        "milepael.parquet: status er naaet, men naaet_dato er tom (1 række: 1). "
        "Udfyld naaet_dato, eller ret status, og aflever filen igen."
    )


def every_message() -> list[Breach]:
    """A message of every check and rule there is."""
    judgements = [*(judged(bad) for _, bad in CASES.values()), with_each(SECRET), with_each(None), judge([], TODAY)]
    return [one for judgement in judgements for one in (*judgement.breaches, *judgement.warnings)]


def test_every_message_is_calm_danish_that_names_the_place_and_no_value():
    english = re.compile(r"\b(the|column|row|rows|error|file|value|must|not|null|nan|invalid|failed)\b", re.IGNORECASE)
    for told in every_message():
        assert told.message.startswith(told.file)
        assert told.column is None or told.column in told.message
        assert SECRET not in told.message
        assert "/" not in told.message.removeprefix(told.file)
        assert not english.search(told.message), told.message
        assert "!" not in told.message
        assert told.message.endswith(".")
        assert len(re.findall(r"[.?](?= [A-ZÆØÅ]|$)", told.message)) == 2, told.message  # what is wrong, what to do
        assert not told.rows or re.search(r"\(\d[\d.]* række", told.message)


def test_half_a_million_rows_are_judged_in_seconds():
    rows = 250_000
    numbers = pa.array([f"r-{number}" for number in range(rows)])
    files = [one for one in delivered() if one.table not in {"aktivitet", "oekonomi"}]
    for name in ("aktivitet", "oekonomi"):
        many = as_table(name, [example(name)]).take(pa.array([0] * rows))
        files.append(as_read(f"{name}.parquet", many.set_column(0, many.schema.field(0), numbers)))
    begun = monotonic()
    assert judge(files, TODAY).breaches == ()
    assert monotonic() - begun < 20


def test_hostile_text_is_only_text():
    hostile = "'); drop table milepael; --"
    told = judged({"milepael": [{"navn": hostile, "status": hostile, "indsats_id": hostile}]})
    assert {breach.code for breach in told.breaches} == {"ukendt_vaerdi", "ukendt_noegle", "naaet_dato_uden_status"}
    assert all(hostile not in breach.message for breach in told.breaches)


def test_the_day_decides_what_is_too_old_and_what_is_to_come():
    assert {w.table for w in judged(today=date(2026, 1, 1)).warnings} == {"oekonomi", "maaling", "aktivitet"}
    assert [b.code for b in judged(today=date(2025, 3, 11)).breaches] == ["naaet_i_fremtiden"]


def test_pay_given_back_is_no_breach():
    assert judged({"oekonomi": [{"beloeb_kr": Decimal("-500.00")}]}).breaches == ()
