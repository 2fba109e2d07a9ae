"""Hostile and tricky files: the right verdict on each, in time, and whoever reads them lives on."""

import re
import resource
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from overblik.intake import sandbox
from overblik.intake.limits import MEMORY
from tests.intake.corpus import bombs, damaged, promises, tricky
from tests.intake.corpus.reading import told_of

CASES = {case.name: case for case in chain(damaged.cases(), promises.cases(), bombs.cases(), tricky.cases())}
NAMES = [case.name for module in (damaged, promises, bombs, tricky) for case in module.cases()]
ENGLISH = re.compile(
    r"\b(the|column|row|rows|error|file|value|must|not|null|nan|invalid|failed|parquet::)\b", re.IGNORECASE
)


@pytest.fixture(scope="module", autouse=True)
def most_memory_of_any_reader() -> Iterator[None]:
    """After the last file: no process that came from this one held more at once than a reader of a file may."""
    yield
    while sandbox._idle:
        sandbox._stop(sandbox._idle.pop())  # its readers' use is counted as ours once it has ended
    assert 0 < 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= MEMORY


def test_the_corpus_is_as_large_as_it_should_be_and_each_file_in_it_is_another():
    assert len(NAMES) == len(CASES)
    assert len(CASES) >= 100
    refused = [case for case in CASES.values() if case.expected]
    assert len(refused) >= 100
    assert sum(name.startswith("bad_data") for name in NAMES) == 10


@pytest.mark.parametrize("name", CASES)
def test_each_file_gets_the_verdict_it_should(name: str, tmp_path: Path):
    case = CASES[name]
    told = told_of(case.content(), tmp_path, case.table, case.limits)
    assert told.codes <= case.expected, told.messages
    assert told.codes or not case.expected or case.or_taken, "taken"
    if told.rows is not None and case.rows is not None:
        assert told.rows.equals(case.rows().cast(told.rows.schema))
    assert not list(tmp_path.rglob("skrevet-af-filen"))
    for message in told.messages:
        assert message.startswith(f"{case.table}.parquet")
        assert not ENGLISH.search(message.replace("row groups", "")), message  # what their program calls it
        assert str(tmp_path) not in message
        assert len(message) < 1_000
