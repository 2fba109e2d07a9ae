"""The example keeps the contract: on the day it was exported there is nothing to reject and nothing to warn about."""

from overblik import contract
from overblik.intake.judging import ReadFile, judge
from overblik.intake.reading import read
from tests.eksempel.example_rows import DATADATO, EXAMPLE


def test_no_file_of_the_example_breaks_the_contract_or_asks_for_a_warning():
    taken, said = [], []
    for path in sorted(EXAMPLE.rglob("*.parquet")):
        name = path.relative_to(EXAMPLE).as_posix()
        table = contract.tables()[path.stem.split("__")[0]]
        data, breaches, warnings = read(path, name, table)
        said += [*breaches, *warnings]
        if data is not None:
            taken.append(ReadFile(name, table.name, data))
    judgement = judge(taken, DATADATO)
    assert [breach.message for breach in (*said, *judgement.breaches, *judgement.warnings)] == []
