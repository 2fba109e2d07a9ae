"""The contract's files: all tables of the design, valid under the standard, and refused with a reason when wrong."""

import json
from pathlib import Path

import jsonschema
import pyarrow as pa
import pytest
import yaml
from open_data_contract_standard.model import OpenDataContractStandard

from overblik import contract
from overblik.errors import ContractWrong
from overblik.intake.dataleverance import PLACE, render
from overblik.settings import KONTRAKT

FILES = sorted(KONTRAKT.glob("*.yaml"))
EACH_TABLE = pytest.mark.parametrize("name", [file.stem for file in FILES])
UNITS = {"kr", "pct", "antal", "dage", "timer", "dato", "maaned", "tekst", "kode", "status", "ja_nej", "vaerdi", "aar"}
CORE = ["helhedsplan", "boligomraade", "organisation", "indsatsomraade", "indsats", "oekonomi", "milepael", "aktivitet"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_contract_file_is_valid_under_the_standard(file: Path):
    schema = json.loads(OpenDataContractStandard.json_schema())
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert document["apiVersion"] == "v3.1.0"
    assert [error.message for error in jsonschema.Draft201909Validator(schema).iter_errors(document)] == []


def test_the_tables_without_which_there_is_no_release():
    assert [table.name for table in contract.tables().values() if table.core] == CORE


def test_a_table_stands_after_those_it_refers_to():
    seen: set[str] = set()
    for table in contract.tables().values():
        seen.add(table.name)
        assert {column.references.split(".")[0] for column in table.columns if column.references} <= seen


@EACH_TABLE
def test_every_column_says_what_it_is(name: str):
    for column in contract.tables()[name].columns:
        assert column.name.isascii()
        assert column.name == column.name.lower()
        assert column.label
        assert column.definition.endswith(".")
        assert column.unit in UNITS
        assert column.example is not None
        assert not column.values or column.example in column.values


@EACH_TABLE
def test_the_schema_holds_the_example(name: str):
    table = contract.tables()[name]
    schema = contract.arrow_schema(table)
    row = {column.name: column.example for column in table.columns}
    assert pa.Table.from_pylist([row], schema=schema).to_pylist() == [row]
    assert [field.name for field in schema if not field.nullable] == [c.name for c in table.columns if c.required]


def test_kroner_are_exact_and_counts_whole():
    types = {
        c.kind: f.type
        for t in contract.tables().values()
        for c, f in zip(t.columns, contract.arrow_schema(t), strict=True)
    }
    assert types == {
        "key": pa.string(), "text": pa.string(), "int": pa.int64(), "decimal": pa.decimal128(15, 2),
        "double": pa.float64(), "date": pa.date32(), "bool": pa.bool_(),
    }  # fmt: skip


WRONG = {
    "no YAML": ("apiVersion: v3.1.0", "apiVersion: [", "not an ODCS document"),
    "no mapping": (None, "- en liste", "not an ODCS document"),
    "unknown word": ("status: active", "statis: active", "not an ODCS document"),
    "another version": ("apiVersion: v3.1.0", "apiVersion: v2.2.2", "apiVersion"),
    "another table's name": ("- name: moede\n", "- name: moder\n", "named moede"),
    "unknown type": ("physicalType: DATE", "physicalType: TIMESTAMP", "unknown logicalType or physicalType"),
    "no label": ("businessName: Titel", "businessName: ''", "businessName of titel"),
    "no example": ("          - Styregruppemøde\n", "          - null\n", "exactly one example"),
    "example of another type": ("- '2025-05-20'", "- i går", "ArrowInvalid|ValueError"),
    "list and labels differ": ("              styregruppe: Styregruppe\n", "", "betegnelser of organ"),
    "column twice": ("- name: titel", "- name: dato", "stands twice"),
    "no key": ("primaryKey: true", "primaryKey: false", "key"),
    "no place in the order": ("property: raekkefoelge", "property: nummer", "raekkefoelge"),
}


@pytest.mark.parametrize("case", list(WRONG))
def test_a_wrong_contract_file_stops_with_file_and_reason(case: str, tmp_path: Path):
    old, new, reason = WRONG[case]
    text = (KONTRAKT / "moede.yaml").read_text(encoding="utf-8")
    assert old is None or old in text
    (tmp_path / "moede.yaml").write_text(text.replace(old, new) if old else new, encoding="utf-8")
    with pytest.raises(ContractWrong, match=reason) as stopped:
        contract.load(tmp_path)
    assert "moede.yaml" in str(stopped.value)
    assert "moede.yaml" in stopped.value.notice
    assert str(tmp_path) not in str(stopped.value)


def test_a_reference_to_a_table_that_is_not_there_stops(tmp_path: Path):
    (tmp_path / "beslutning.yaml").write_bytes((KONTRAKT / "beslutning.yaml").read_bytes())
    with pytest.raises(ContractWrong, match=r"refers to unknown moede\.moede_id"):
        contract.load(tmp_path)


def test_an_empty_folder_is_no_contract(tmp_path: Path):
    with pytest.raises(ContractWrong, match="no contract files"):
        contract.load(tmp_path)


def test_the_page_for_analysts_is_not_stale():
    assert PLACE.read_text(encoding="utf-8") == render(), "run: python -m overblik.intake.dataleverance"


@EACH_TABLE
def test_the_page_for_analysts_names_every_column_and_rule(name: str):
    table = contract.tables()[name]
    section = render().split(f"### {name}\n")[1].split("\n### ")[0]
    for column in table.columns:
        assert f"| `{column.name}` |" in section
        assert all(f"`{value}`" in section for value in column.values)
    assert all(rule.message in section and rule.remedy in section for rule in table.rules)
