"""The data contract: which tables and columns analysts may hand in, and the rules they are judged by.

This is the door; the files themselves are read in contract_files.py.
"""

from functools import cache
from pathlib import Path

from overblik.contract_files import read_contract, wrong
from overblik.contract_types import Column, Rule, Table, arrow_schema
from overblik.settings import KONTRAKT

__all__ = ["Column", "Rule", "Table", "arrow_schema", "load", "tables"]


@cache
def tables() -> dict[str, Table]:
    """All tables by name, those that others refer to first. Raises ContractWrong."""
    return load(KONTRAKT)


def load(folder: Path) -> dict[str, Table]:
    """The contract in a folder, one file per table. Raises ContractWrong with file and reason."""
    ordered = sorted(
        (read_contract(file) for file in sorted(folder.glob("*.yaml"))), key=lambda pair: (pair[0], pair[1].name)
    )
    found = {table.name: table for _, table in ordered}
    if not found:
        raise wrong(folder.name, "there are no contract files")
    columns = {f"{table.name}.{column.name}" for table in found.values() for column in table.columns}
    for table in found.values():
        for column in table.columns:
            if column.references and column.references not in columns:
                raise wrong(f"{table.name}.yaml", f"{column.name} refers to unknown {column.references}")
    return found
