"""One file of data/kontrakt/, read with the standard's own model and made into a Table, or refused with a reason.

The files follow the Open Data Contract Standard 3.1, so that other tools read them too. What we add stands in
`customProperties`: unit, labels of list values, values that may stand instead of a key, a rule's code and remedy.
"""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import yaml
from open_data_contract_standard.model import (
    CustomProperty,
    DataQuality,
    OpenDataContractStandard,
    SchemaObject,
    SchemaProperty,
)

from overblik.contract_types import ARROW, Column, Rule, Table
from overblik.errors import ContractWrong

COUNT = "select count(*) from {object}"  # how the query of a rule begins: the rows it counts are the bad ones
_KINDS = {
    ("string", "VARCHAR"): "text",
    ("integer", "BIGINT"): "int",
    ("number", "DECIMAL(15,2)"): "decimal",
    ("number", "DOUBLE"): "double",
    ("date", "DATE"): "date",
    ("boolean", "BOOLEAN"): "bool",
}


def read_contract(file: Path) -> tuple[int, Table]:
    """The table of a contract file and its place in the order of tables. Raises ContractWrong."""
    try:
        # By libyaml: every process reads all contracts when it starts, and the model's own way is eight times as slow.
        document = OpenDataContractStandard(**yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader))
    except (ValueError, TypeError, OSError, yaml.YAMLError) as error:
        raise wrong(file.name, f"not an ODCS document: {error}") from error
    if document.kind != "DataContract" or not (document.apiVersion or "").startswith("v3.1."):
        raise wrong(file.name, "kind must be DataContract and apiVersion v3.1.x")
    if len(document.schema_ or []) != 1 or document.schema_[0].name != file.stem:  # type: ignore[index]  # one, just seen
        raise wrong(file.name, f"schema must hold exactly one object, named {file.stem}")
    own = _custom(document.customProperties)
    try:
        table = _table(document, document.schema_[0], own)  # type: ignore[index]
        return int(str(own["raekkefoelge"])), table
    except (KeyError, ValueError, ArithmeticError) as error:
        raise wrong(file.name, f"{type(error).__name__}: {error}") from error


def _table(document: OpenDataContractStandard, found: SchemaObject, own: dict[str, object]) -> Table:
    properties = found.properties or []
    columns = tuple(_column(one) for one in properties)
    names = [column.name for column in columns]
    if len(set(names)) != len(names):
        raise ValueError("a column stands twice")
    keys = sorted((one.primaryKeyPosition or 0, str(one.name)) for one in properties if one.primaryKey)
    if not keys or not all(column.required for column in columns if column.name in {name for _, name in keys}):
        raise ValueError("a key of required columns is missing")
    checks = found.quality or []
    rules = tuple(_rule(check, str(found.name)) for check in checks if check.type == "sql")
    if len({rule.code for rule in rules}) != len(rules) or not {r.column for r in rules if r.column} <= set(names):
        raise ValueError("a rule's code stands twice, or its kolonne is no column")
    return Table(
        name=_text(found.name, "name"),
        label=_text(found.businessName, "businessName"),
        definition=_text(found.description, "description"),
        core=own["kerne"] is True,
        key=tuple(name for _, name in keys),
        columns=columns,
        rules=rules,
        owner=_text(getattr(document.team, "name", None), "team.name"),
        grain=found.dataGranularityDescription or "",
        group=str(own["gruppe"]),
        min_rows=max([int(c.mustBeGreaterOrEqualTo or 0) for c in checks if c.metric == "rowCount"], default=0),
    )


def _column(found: SchemaProperty) -> Column:
    name = _text(found.name, "name")
    own, options = _custom(found.customProperties), found.logicalTypeOptions or {}
    if (kind := _KINDS.get((found.logicalType or "", found.physicalType or ""))) is None:
        raise ValueError(f"{name} has an unknown logicalType or physicalType")
    kind = "key" if kind == "text" and "pattern" in options else kind
    lists = [check for check in found.quality or [] if check.metric == "invalidValues"]
    values = tuple(str(value) for check in lists for value in (check.arguments or {})["validValues"])
    special, labels = _mapping(own.get("saerligeVaerdier")), _mapping(own.get("betegnelser"))
    if set(labels) != set(values):
        raise ValueError(f"betegnelser of {name} are not those of its list")
    return Column(
        name=name,
        kind=kind,
        required=found.required is True,
        values=values,
        open_values=any(check.severity == "warning" for check in lists),
        value_labels=(*labels.items(), *special.items()),
        label=_text(found.businessName, f"businessName of {name}"),
        unit=_text(own.get("enhed"), f"enhed of {name}"),
        definition=_text(found.description, f"description of {name}"),
        example=_example(name, kind, found.examples or []),
        references=str(found.relationships[0].to) if found.relationships else None,
        special=tuple(special),
        minimum=options.get("minimum"),
        maximum=options.get("maximum"),
        max_length=options.get("maxLength"),
        pattern=options.get("pattern"),
    )


def _example(name: str, kind: str, given: list[object]) -> object:
    if len(given) != 1 or given[0] is None:
        raise ValueError(f"{name} must have exactly one example")
    value = Decimal(str(given[0])).quantize(Decimal("0.01")) if kind == "decimal" else given[0]
    if kind == "date":
        return pa.scalar(str(value)).cast(pa.date32()).as_py()
    try:
        return pa.scalar(value, ARROW[kind]).as_py()
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"the example of {name} is no {kind}") from error


def _rule(check: DataQuality, table: str) -> Rule:
    own = _custom(check.customProperties)
    code = _text(own.get("kode"), "kode of a rule")
    query = _text(check.query, f"query of {code}").strip()
    if not query.startswith(COUNT) or check.mustBe != 0 or check.severity not in {"error", "warning"}:
        raise ValueError(f"{code} must begin with '{COUNT}', say mustBe: 0, and have severity error or warning")
    return Rule(
        code=code,
        severity="A" if check.severity == "error" else "W",
        table=table,
        column=str(own["kolonne"]) if "kolonne" in own else None,
        query=query,
        message=_text(check.description, f"description of {code}"),
        remedy=_text(own.get("afhjaelpning"), f"afhjaelpning of {code}"),
        why=check.businessImpact or "",
    )


def _custom(given: list[CustomProperty] | None) -> dict[str, object]:
    return {str(one.property): one.value for one in given or []}


def _mapping(given: object) -> dict[str, str]:
    return {str(key): str(value) for key, value in given.items()} if isinstance(given, dict) else {}


def _text(given: object, what: str) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f"{what} is missing")
    return given


def wrong(file: str, reason: str) -> ContractWrong:
    """The error for a contract file: the log gets the reason."""
    return ContractWrong(
        f"contract {file}: {reason}",
        f"Filen {file} i data/kontrakt/ kan ikke bruges. Årsagen står i loggen; ret filen, og start igen.",
    )
