"""SECURITY.md names, for every promise, what upholds it and which test shows it; all of these exist."""

import re

import pytest

from overblik.settings import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w./@-]+/[\w./@-]*(?:::\w+)?|[\w.-]+\.(?:md|txt|py))`", TEXT)))
PROMISES = [line for line in TEXT.splitlines() if line.count("|") == 4 and "`" in line]


def test_there_is_much_to_look_up() -> None:
    assert len(PROMISES) >= 30
    assert sum("::" in name for name in NAMED) >= 40


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_exists(name: str) -> None:
    file, _, test = name.partition("::")
    assert (ROOT / file).exists(), f"{file} is not there any more"
    if test:
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file} has no test of that name"


@pytest.mark.parametrize("promise", PROMISES, ids=lambda line: line.split("|")[1].strip()[:40])
def test_every_promise_has_something_that_upholds_it_and_a_test_that_shows_it(promise: str) -> None:
    _, _, upholds, shown, _ = promise.split("|")
    assert "`" in upholds
    assert "`tests/" in shown
    assert "tests/" not in upholds
