"""Which deliveries an answer rests on: read off the SQL itself, so that it cannot be told wrongly.

A question reads release tables, directly or through shared SQL; a release table is made from delivered tables.
"""

from functools import cache
from pathlib import Path

from overblik.answers.questions import Question, building_blocks
from overblik.answers.syntax import names_in
from overblik.settings import KONTRAKT, QUERIES


def delivered_tables(question: Question) -> frozenset[str]:
    """Names of the contract's tables that a question's answer rests on (builds on DuckDB's own reading of the SQL)."""
    made = _release_tables()
    found = frozenset().union(*(made[name] for name in _reads(question.sql) if name in made))
    return found & _delivered()


@cache
def _delivered() -> frozenset[str]:
    """The contract's tables: its files' names. To read the files takes half a second, of the first reader's time."""
    return frozenset(path.stem for path in KONTRAKT.glob("*.yaml"))


@cache
def _release_tables() -> dict[str, frozenset[str]]:
    """The delivered tables behind each release table; steps in between are followed to their own."""
    folder = QUERIES / "udgiv"
    # A recursive step reads itself, which tells nothing of where it comes from.
    steps = {path.stem: _read_by(path) - {path.stem} for path in (folder / "mellemregning").glob("*.sql")}

    def followed(name: str) -> frozenset[str]:
        # A step that goes over its rows again and again names itself.
        parts = steps.get(name, frozenset()) - {name}
        return frozenset().union(*map(followed, parts)) if name in steps else frozenset({name})

    return {path.stem: frozenset().union(*map(followed, _read_by(path))) for path in folder.glob("*.sql")}


@cache
def _reads(sql: str) -> frozenset[str]:
    """Tables that a SELECT reads, through shared SQL too."""
    blocks = {block.name: block.sql if not block.scalar else f"select {block.sql}" for block in building_blocks()}
    seen: set[str] = set()
    waiting = set(names_in(sql))
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name in blocks:
            waiting |= names_in(blocks[name]) - seen
    return frozenset(seen)


def _read_by(path: Path) -> frozenset[str]:
    return names_in(path.read_text(encoding="utf-8"))
