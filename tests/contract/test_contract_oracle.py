"""The contract as another program reads it: datacontract-cli judges the same rows and must agree with us.

It is slow, heavy and blind to types in Parquet, so it lives in an environment of its own: install
`datacontract-cli[duckdb]` there and set OVERBLIK_DATACONTRACT_CLI to its executable.
"""

import json
import os
import subprocess
import warnings
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from overblik import contract
from overblik.settings import KONTRAKT
from tests.contract.cases import CASES, Changes
from tests.contract.rows import TODAY, delivered, judged, rows_of

CLI = os.environ.get("OVERBLIK_DATACONTRACT_CLI")
LACK = "NOT RUN: datacontract-cli as oracle of the contract. Set OVERBLIK_DATACONTRACT_CLI to its executable."
pytestmark = pytest.mark.skipif(CLI is None, reason=LACK)
if CLI is None:
    warnings.warn(LACK, stacklevel=1)

Found = set[tuple[str, str | None, str]]
OURS = {  # what each of its checks is called here
    "field_required": "mangler_vaerdi",
    "field_invalid_values": "ukendt_vaerdi",
    "field_relationships": "ukendt_noegle",
    "primary_key_unique": "dobbelt_noegle",
    "field_primary_key_unique": "dobbelt_noegle",
}


def whole_contract(folder: Path) -> dict[str, Any]:
    """All tables in one document, over the Parquet files of a folder, with today written out."""
    documents = [yaml.safe_load((KONTRAKT / f"{name}.yaml").read_text(encoding="utf-8")) for name in contract.tables()]
    text = json.dumps([document["schema"][0] for document in documents]).replace("$i_dag", f"date '{TODAY}'")
    place = {"server": "lokal", "type": "local", "path": str(folder / "{model}.parquet"), "format": "parquet"}
    return documents[0] | {"schema": json.loads(text), "servers": [place]}


def oracle(changes: Changes, folder: Path) -> Found:
    """The checks that datacontract-cli finds broken: table, column, and our code or its text."""
    for one in delivered(changes):
        rows = rows_of(one)
        loose = pa.schema([field.with_nullable(True) for field in rows.schema])
        pq.write_table(rows.cast(loose), folder / one.file)
    (folder / "alt.yaml").write_text(yaml.safe_dump(whole_contract(folder)), encoding="utf-8")
    command = [str(CLI), "test", "alt.yaml", "--server", "lokal", "--output", "svar.json", "--output-format", "json"]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    checks = json.loads((folder / "svar.json").read_text(encoding="utf-8"))["checks"]
    broken = [check for check in checks if check["result"] != "passed" and check["type"] != "field_type"]
    return {(c["model"], c["field"], OURS.get(c["type"], c["type"])) for c in broken} | {
        (c["model"], None, c["name"]) for c in broken if c["type"] == "model_quality_sql"
    }


def test_the_oracle_takes_the_example_rows(tmp_path: Path):
    assert oracle({}, tmp_path) == set()


def test_the_oracle_sees_the_same_nulls_lists_keys_and_references(tmp_path: Path):
    rows: Changes = {
        "milepael": [{}, {"milepael_id": "m-2", "navn": None}, {"milepael_id": "m-3", "spor": "x"}],
        "aktivitet": [{}, {"indsats_id": "x"}],
        "maaling": [{}, {}],
    }
    ours = {(b.table, b.column, b.code) for b in judged(rows).breaches}
    assert oracle(rows, tmp_path) == ours


@pytest.mark.parametrize(("table", "code"), list(CASES), ids=lambda word: str(word))
def test_the_oracle_sees_each_rule_broken(table: str, code: str, tmp_path: Path):
    rule = next(rule for rule in contract.tables()[table].rules if rule.code == code)
    names = {name for model, _, name in oracle(CASES[table, code][1], tmp_path) if model == table}
    assert any(code in name or rule.message in name for name in names)
