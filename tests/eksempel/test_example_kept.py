"""The example keeps the contract: on the day it was exported there is nothing to reject and nothing to warn about."""

from pathlib import Path

from overblik import contract
from overblik.intake.judging import judge
from overblik.intake.sandbox import read
from tests.eksempel.example_rows import DATADATO, EXAMPLE


def test_no_file_of_the_example_breaks_the_contract_or_asks_for_a_warning(tmp_path: Path):
    taken, said = [], []
    for path in sorted(EXAMPLE.rglob("*.parquet")):
        name = path.relative_to(EXAMPLE).as_posix()
        table = contract.tables()[path.stem.split("__")[0]]
        reading = read(path, name, table, tmp_path)
        said += [*reading.breaches, *reading.warnings]
        if reading.content is not None:
            taken.append(reading.content)
    judgement = judge(taken, DATADATO)
    assert [breach.message for breach in (*said, *judgement.breaches, *judgement.warnings)] == []
