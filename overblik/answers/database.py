"""One locked, read-only DuckDB per release: its objects verified by hash, in memory, with nothing else in reach.

The recipe is threats.md's, one notch tighter: DuckDB reads no file at all, not even the release's own, so no path is
allowed (docs/decisions/0002). What SQL alone cannot be kept from is kept from it by the operating system.
"""

import threading
import warnings
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from overblik.answers.questions import BuildingBlock, building_blocks
from overblik.answers.syntax import writes
from overblik.errors import QuestionWrong
from overblik.release import Release

# A release in force, the one before it, and two that links may be pinned to.
KEPT_OPEN = 4

# Of one question; and of one release with all that is asked of it at once. A page's questions take milliseconds, and a
# release is month sums: it does not grow with what was handed in.
LONGEST_MS = 20_000
MEMORY = "2GB"

_open: "OrderedDict[str, duckdb.DuckDBPyConnection]" = OrderedDict()
_turn = threading.Lock()

# Said of every answer by `execute`; a copy of some hundred rows costs nothing beside planning a question twice.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


def ask(release: Release, sql: str, params: Mapping[str, object]) -> pa.Table:
    """The rows of one SELECT. Raises ReleaseDamaged; QuestionWrong for any other SQL.

    Nearly all the time goes to reading and planning the SQL. `sql()` plans it twice, once for the columns' types;
    `execute` once, and a statement read before is not read again (docs/hastighed.md).
    """
    return cursor(release).execute(_statement(sql), dict(params) or None).to_arrow_table()


@cache
def _statement(sql: str) -> duckdb.Statement:
    """The one SELECT that a text holds. A cursor would take more: several statements, temporary tables, commit."""
    try:
        statements = duckdb.extract_statements(sql)
        kinds = [statement.type for statement in statements]
    except (duckdb.Error, ValueError) as error:  # ValueError: a kind of statement that Python has no name for
        raise QuestionWrong(f"no SELECT: {error.__class__.__name__}") from error
    if kinds != [duckdb.StatementType.SELECT] or writes(sql):
        raise QuestionWrong("not exactly one SELECT")
    return statements[0]


def cursor(release: Release) -> duckdb.DuckDBPyConnection:
    """A cursor of its own (a connection shared by threads gives wrong answers). Raises ReleaseDamaged."""
    with _turn:
        if release.id not in _open:
            _open[release.id] = open_database(release)
            while len(_open) > KEPT_OPEN:
                _open.popitem(last=False)  # closed when the last cursor on it is gone
        _open.move_to_end(release.id)
        opened = _open[release.id].cursor()
    opened.execute("begin transaction read only")  # a SELECT may hold an insert in a CTE
    return opened


def is_open(release: Release) -> bool:
    """True where a release is in memory, every byte of it checked."""
    return release.id in _open


def open_database(release: Release, longest_ms: int = LONGEST_MS, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """Loads every object of a release, defines the shared SQL, and locks the door, in an order that matters.

    A limit of time that is set later would not reach the cursors. Raises ReleaseDamaged.
    """
    connection = duckdb.connect(
        config={
            "threads": 2,
            "temp_directory": "",
            "max_execution_time": longest_ms,
            "memory_limit": memory,
            "autoload_known_extensions": False,
            "autoinstall_known_extensions": False,
            "allow_community_extensions": False,
            "allow_unsigned_extensions": False,
            "allow_persistent_secrets": False,
            "python_enable_replacements": False,
        }
    )
    for name in release.manifest["objects"]:
        content = pq.read_table(pa.BufferReader(release.object_bytes(name)), page_checksum_verification=True)
        connection.register("indhold", content)
        connection.execute(f'create table "{_identifier(name)}" as select * from indhold')
        connection.unregister("indhold")
    for block in in_order(building_blocks()):
        connection.execute(_definition(block))
    connection.execute("set allowed_paths = []")
    connection.execute("set allowed_directories = []")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def in_order(blocks: tuple[BuildingBlock, ...]) -> list[BuildingBlock]:
    """Blocks sorted so that each comes after those it uses: DuckDB binds a macro's names when it is made."""
    waiting = {block.name: block for block in blocks}
    ordered: list[BuildingBlock] = []
    while waiting:
        ready = [
            block
            for block in waiting.values()
            if not any(f"{other}(" in block.sql for other in waiting if other != block.name)
        ]
        if not ready:
            raise QuestionWrong(f"queries/faelles: these use each other in a ring: {sorted(waiting)}")
        ordered += ready
        for block in ready:
            del waiting[block.name]
    return ordered


def _definition(block: BuildingBlock) -> str:
    kind = "" if block.scalar else "table "
    arguments = ", ".join(_identifier(argument) for argument in block.arguments)
    return f"create macro {_identifier(block.name)}({arguments}) as {kind}{block.sql}"


def _identifier(name: str) -> str:
    if not name.isidentifier():
        raise QuestionWrong("a table or macro has a name that is no identifier")
    return name
