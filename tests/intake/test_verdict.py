"""What a reader says is believed only in the one right shape: it may have been taken over by the file it read."""

import json
from typing import Any

import pytest

from overblik import contract
from overblik.intake.breach import breach
from overblik.intake.verdict import Verdict, from_json, to_json

MOEDE = contract.tables()["moede"]
WRONG = breach("ugyldig_noegle", "moede.parquet", "moede", "moede_id", "Kolonnen moede_id er gal", "Ret den.", 3, [5])
TAKEN = Verdict(7, (), (), ("lokale", ""))
REFUSED = Verdict(None, (WRONG,), (WRONG,))


def said(**changed: Any) -> bytes:
    return json.dumps(json.loads(to_json(REFUSED)) | changed).encode() + b"\n"


def broken(**changed: Any) -> bytes:
    one = json.loads(to_json(REFUSED))["breaches"][0]
    return said(breaches=[one | changed])


@pytest.mark.parametrize("verdict", [TAKEN, REFUSED])
def test_a_verdict_comes_through_as_it_was(verdict: Verdict) -> None:
    assert from_json(to_json(verdict), "moede.parquet", MOEDE) == verdict


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"\n", b"{}", b"{}\n", b"null\n", b"[]\n", b"\xff\xfe\n", b"[" * 100_000 + b"\n", b"Traceback (most recent)\n",
        to_json(REFUSED) * 2, to_json(REFUSED).rstrip(), to_json(REFUSED) + b"x",
        said(rows=7), said(breaches=[]), said(rows=-1, breaches=[]), said(rows=True, breaches=[]),
        said(rows=2**60, breaches=[]), said(rows=1.5, breaches=[]), said(rows="7", breaches=[]),
        said(more=1), said(breaches=None), said(breaches=[None]), said(breaches={}), said(warnings=[[]]),
        said(extra=["x"]), said(extra=None), said(rows=7, breaches=[], extra=["a\nb"]), said(rows=7, breaches=[], extra=[1]),
        said(rows=7, breaches=[], extra=["x" * 65]), said(rows=7, breaches=[], extra=[""] * 1001),
        broken(code="Kode med ord"), broken(code="x" * 65), broken(code=1), broken(column="findes_ikke"),
        broken(rows=-1), broken(rows=None), broken(first_rows=[1, 2, 3, 4, 5, 6]), broken(first_rows=["1"]),
        broken(first_rows=[-1]), broken(message="andet.parquet: hej."), broken(message="moede.parquet: \x1b[2J"),
        broken(message="moede.parquet: " + "x" * 4000), broken(message=None), broken(file="andet.parquet"),
    ],
)  # fmt: skip
def test_all_else_is_no_verdict(answer: bytes) -> None:
    assert from_json(answer, "moede.parquet", MOEDE) is None
