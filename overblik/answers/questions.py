"""Reads the questions in queries/: one .sql file is one question, and its header is the measure's record.

A file whose header and SQL disagree is refused, so that what the method page says is what is computed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from overblik.answers.syntax import writes
from overblik.errors import QuestionUnknown, QuestionWrong
from overblik.settings import QUERIES

UNITS = frozenset(
    "antal aar dage dato ja_nej kode kr maaned maerke pct status tekst tidspunkt timer vaerdi".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Column:
    """One column of an answer: what readers call it, and its unit.

    One of UNITS; `vaerdi` is the indicator's own unit, `maerke` says of the column it is named after what a null or a
    rounded figure is (see maerker).
    """

    label: str
    unit: str


@dataclass(frozen=True)
class Question:
    """One question: its words, its parameters and columns, and the one SELECT that answers it."""

    name: str
    title: str
    question: str
    definition: str
    key: tuple[str, ...]
    params: dict[str, str]
    settings: dict[str, str]
    columns: dict[str, Column]
    sql: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every named value that the SQL needs."""
        return (*self.params, *self.settings)


@dataclass(frozen=True)
class BuildingBlock:
    """A piece of SQL that questions share: queries/faelles/<name>.sql, a macro with arguments."""

    name: str
    definition: str
    arguments: tuple[str, ...]
    scalar: bool
    sql: str


@cache
def questions() -> dict[str, Question]:
    """All questions by name. Raises QuestionWrong for the first file that breaks the rules."""
    return {path.stem: read_question(path) for path in sorted(QUERIES.glob("*.sql"))}


@cache
def building_blocks() -> tuple[BuildingBlock, ...]:
    """All shared pieces of SQL, in the order of their names. Raises QuestionWrong."""
    return tuple(_read_block(path) for path in sorted((QUERIES / "faelles").glob("*.sql")))


def question_of(name: str) -> Question:
    """The question of that name. Raises QuestionUnknown, naming those there are."""
    if name not in questions():
        raise QuestionUnknown(
            "no such question", "Det spørgsmål findes ikke. Vælg et af: " + ", ".join(questions()) + "."
        )
    return questions()[name]


def read_question(path: Path) -> Question:
    """One question from its file; header, parameters and statement checked. Raises QuestionWrong."""
    header, sql = _split(path)
    try:
        question = Question(
            name=path.stem,
            title=header.pop("title"),
            question=header.pop("question"),
            definition=header.pop("definition"),
            key=tuple(header.pop("key")),
            params=header.pop("params", {}),
            settings=header.pop("settings", {}),
            columns={name: Column(**column) for name, column in header.pop("columns").items()},
            sql=sql,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise QuestionWrong(f"{path.name}: the header lacks or misspells {error}") from error
    if header:
        raise QuestionWrong(f"{path.name}: unknown in the header: {sorted(header)}")
    if unknown := {column.unit for column in question.columns.values()} - UNITS:
        raise QuestionWrong(f"{path.name}: unknown units {sorted(unknown)}")
    if missing := set(question.key) - set(question.columns):
        raise QuestionWrong(f"{path.name}: key names no column: {sorted(missing)}")
    wanted = _named_parameters(path, sql)
    if wanted != set(question.names):
        raise QuestionWrong(f"{path.name}: header and SQL differ in parameters: {sorted(wanted ^ set(question.names))}")
    return question


def check_columns(question: Question, found: list[str]) -> None:
    """Raises QuestionWrong unless the SQL gives exactly the header's columns, in its order."""
    if found != list(question.columns):
        raise QuestionWrong(f"{question.name}.sql: header says {list(question.columns)}, the SQL gives {found}")


def _named_parameters(path: Path, sql: str) -> set[str]:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QuestionWrong(f"{path.name}: {error}") from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT or writes(sql):
        raise QuestionWrong(f"{path.name}: not exactly one SELECT")
    return set(statements[0].named_parameters)


def _read_block(path: Path) -> BuildingBlock:
    header, sql = _split(path)
    if unknown := sorted(set(header) - {"title", "definition", "arguments", "scalar"}):
        raise QuestionWrong(f"{path.name}: unknown in the header: {unknown}")
    try:
        block = BuildingBlock(
            path.stem, header["definition"], tuple(header["arguments"]), header.get("scalar", False), sql
        )
    except (KeyError, TypeError) as error:
        raise QuestionWrong(f"{path.name}: the header lacks or misspells {error}") from error
    if named := _named_parameters(path, f"select {sql}" if block.scalar else sql):
        raise QuestionWrong(f"{path.name}: shared SQL takes arguments, not parameters: {sorted(named)}")
    return block


def _split(path: Path) -> tuple[dict[str, Any], str]:
    try:
        head, mark, sql = path.read_text(encoding="utf-8").partition("*/")
    except UnicodeDecodeError as error:
        raise QuestionWrong(f"{path.name}: not UTF-8") from error
    if not mark or not head.startswith("/*"):
        raise QuestionWrong(f"{path.name}: no header between /* and */")
    try:
        return tomllib.loads(head.removeprefix("/*")), sql.strip()
    except tomllib.TOMLDecodeError as error:
        raise QuestionWrong(f"{path.name}: the header is no TOML: {error}") from error
