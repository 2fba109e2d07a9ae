"""SQL as DuckDB itself reads it: what a SELECT is made of, without running it."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import duckdb

# Anything else that ends so (COPY_QUERY_NODE, INSERT_QUERY_NODE) is a write in a CTE: SELECT is not read-only.
READING = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})


@cache
def names_in(sql: str) -> frozenset[str]:
    """Names of tables and functions in a SELECT; names of its CTEs left out."""
    nodes = _nodes_of(sql)
    tables = {str(node["table_name"]) for node in nodes if node.get("type") == "BASE_TABLE"}
    functions = {str(node["function_name"]) for node in nodes if node.get("function_name")}
    ctes = {str(entry["key"]) for node in nodes for entry in node.get("cte_map", {}).get("map", [])}
    return frozenset((tables - ctes) | functions)


def writes(sql: str) -> bool:
    """Whether a statement does anything but read."""
    kinds = {str(node.get("type")) for node in _nodes_of(sql)}
    steps = {kind for kind in kinds if kind.endswith("_NODE")}
    return not steps or not steps <= READING


def _nodes_of(sql: str) -> list[Mapping[str, Any]]:
    asked = _parser().cursor().execute("select json_serialize_sql($sql::varchar)", {"sql": sql})
    (tree,) = asked.fetchone() or ("{}",)
    return list(_nodes(json.loads(tree)))


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def _nodes(tree: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for part in tree.values():
            yield from _nodes(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _nodes(part)
