"""Each rule of the contract stops what it should and lets the nearest good rows through."""

import pytest

from overblik import contract
from tests.contract.cases import CASES
from tests.contract.rows import judged

RULES = {(rule.table, rule.code): rule for table in contract.tables().values() for rule in table.rules}
EACH_RULE = pytest.mark.parametrize(("table", "code"), list(RULES), ids=lambda word: str(word))


def test_every_rule_of_the_contract_has_a_case():
    assert set(CASES) == set(RULES)


@EACH_RULE
def test_rows_that_just_keep_a_rule_pass(table: str, code: str):
    judgement = judged(CASES[table, code][0])
    assert judgement.breaches == ()
    assert (table, code) not in {(one.table, one.code) for one in judgement.warnings}


@EACH_RULE
def test_rows_that_just_break_a_rule_are_told(table: str, code: str):
    judgement = judged(CASES[table, code][1])
    rejecting = RULES[table, code].severity == "A"
    found = {(one.table, one.code): one for one in (judgement.breaches if rejecting else judgement.warnings)}
    assert (table, code) in found
    assert set(found) == {(table, code)} or not rejecting  # a rule that rejects does so alone here
    assert rejecting or judgement.breaches == ()
    told = found[table, code]
    assert (told.file, told.column) == (f"{table}.parquet", RULES[table, code].column)
    assert 1 <= told.rows == len(told.first_rows)


def test_the_example_rows_of_the_contract_are_a_valid_set():
    judgement = judged()
    assert (judgement.breaches, judgement.warnings) == ((), ())
