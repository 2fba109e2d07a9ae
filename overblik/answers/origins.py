"""Which deliveries an answer rests on: read off the SQL itself, so that it cannot be told wrongly.

A question reads release tables, directly or through shared SQL; a release table is made from delivered tables.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from overblik import contract
from overblik.answers.questions import Question, building_blocks
from overblik.settings import QUERIES


def delivered_tables(question: Question) -> frozenset[str]:
    """Names of the contract's tables that a question's answer rests on (builds on DuckDB's own reading of the SQL)."""
    made = _release_tables()
    found = frozenset().union(*(made[name] for name in _reads(question.sql) if name in made))
    return found & frozenset(contract.tables())


@cache
def _release_tables() -> dict[str, frozenset[str]]:
    """The delivered tables behind each release table; steps in between are followed to their own."""
    folder = QUERIES / "udgiv"
    steps = {path.stem: _names(path.read_text(encoding="utf-8")) for path in (folder / "mellemregning").glob("*.sql")}

    def followed(name: str) -> frozenset[str]:
        return frozenset().union(*(followed(part) for part in steps[name])) if name in steps else frozenset({name})

    return {path.stem: frozenset().union(*map(followed, _names_in(path))) for path in folder.glob("*.sql")}


def _reads(sql: str) -> frozenset[str]:
    """Tables that a SELECT reads, through shared SQL too."""
    blocks = {block.name: block.sql if not block.scalar else f"select {block.sql}" for block in building_blocks()}
    seen: set[str] = set()
    waiting = set(_names(sql))
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name in blocks:
            waiting |= _names(blocks[name]) - seen
    return frozenset(seen)


def _names_in(path: Path) -> frozenset[str]:
    return _names(path.read_text(encoding="utf-8"))


@cache
def _names(sql: str) -> frozenset[str]:
    """Names of tables and functions in a SELECT, by DuckDB's own parser; names of its CTEs left out."""
    with duckdb.connect() as connection:
        (tree,) = connection.execute("select json_serialize_sql($sql::varchar)", {"sql": sql}).fetchone() or ("{}",)
    parsed = json.loads(tree)
    nodes = list(_nodes(parsed))
    tables = {str(node["table_name"]) for node in nodes if node.get("type") == "BASE_TABLE"}
    functions = {str(node["function_name"]) for node in nodes if node.get("function_name")}
    ctes = {str(entry["key"]) for node in nodes for entry in node.get("cte_map", {}).get("map", [])}
    return frozenset((tables - ctes) | functions)


def _nodes(tree: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for part in tree.values():
            yield from _nodes(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _nodes(part)
