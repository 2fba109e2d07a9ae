"""Nothing that is written as SQL, or chosen as a parameter, reaches a file, changes a figure or stops the process."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from overblik.answers import fetch, questions
from overblik.answers.__main__ import main
from overblik.answers.database import ask, open_database
from overblik.errors import ChoiceWrong, OverblikError, QuestionWrong
from overblik.release import Release, manifest_path, object_path, pointer_path, read_release
from tests.answers.asked import STANDARD
from tests.answers.attacks_on_duckdb import ATTACKS, ONLY_BY_THE_DOOR, TEXTS, WEARS_OUT, Attack

SECRET = "NOEGLEN-TIL-DET-HELE"
HONEST = "select * from omraade order by all"


@dataclass(frozen=True)
class Store:
    """A release, a secret beside it, a folder where anybody may write, and the hashes of all of it."""

    release: Release
    secret: Path
    open_to_all: Path
    hashes: dict[str, str]

    def places(self) -> dict[str, Path]:
        """What the attacks call files."""
        release = self.release
        return {
            "objekt": object_path(release.folder, release.manifest["objects"]["omraade"]["sha256"]),
            "manifest": manifest_path(release.folder, release.id),
            "aktuel": pointer_path(release.folder),
            "mappe": release.folder,
            "hemmelig": self.secret,
            "ny": self.open_to_all / "ny",
        }

    def is_untouched(self) -> bool:
        """Every byte as it was, and no file more."""
        return _hashes(self.release.folder.parent) | _hashes(self.open_to_all) == self.hashes


@pytest.fixture(scope="module")
def store(published_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    open_to_all = tmp_path_factory.mktemp("aaben")
    secret = open_to_all / "hemmelig.txt"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    hashes = _hashes(published_example) | _hashes(open_to_all)
    return Store(read_release(published_example), secret, open_to_all, hashes)


@pytest.fixture(scope="module")
def database(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """The locked connection itself, past the door."""
    with open_database(store.release) as opened:
        yield opened


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_door_of_asking_refuses(attack: Attack, store: Store) -> None:
    with pytest.raises((QuestionWrong, duckdb.Error)):
        ask(store.release, _sql(attack, store), {})
    assert store.is_untouched()
    assert ask(store.release, HONEST, {}).num_rows == 3


@pytest.mark.parametrize(
    "attack", [each for each in ATTACKS if each.name not in ONLY_BY_THE_DOOR], ids=lambda attack: attack.name
)
def test_the_locked_connection_refuses(attack: Attack, store: Store, database: duckdb.DuckDBPyConnection) -> None:
    programmets_hemmelighed = [SECRET]  # a variable that a replacement scan would find
    with pytest.raises(duckdb.Error) as refused:
        _bare(database).execute(_sql(attack, store)).fetchall()
    assert SECRET not in str(refused.value)
    assert store.is_untouched()
    assert programmets_hemmelighed
    assert _bare(database).execute("select count(*) from omraade").fetchall() == [(3,)]


def test_what_the_bare_connection_lets_pass_touches_no_file_and_is_known_by_name(store: Store) -> None:
    for attack in [each for each in ATTACKS if each.name in ONLY_BY_THE_DOOR]:
        with open_database(store.release) as opened:
            _bare(opened).execute(_sql(attack, store))
        assert store.is_untouched(), attack.name
    assert {each.name for each in ATTACKS} > ONLY_BY_THE_DOOR
    assert len({each.name for each in (*ATTACKS, *WEARS_OUT)}) >= 150


@pytest.mark.parametrize("attack", WEARS_OUT, ids=lambda attack: attack.name)
def test_a_question_that_would_wear_the_machine_out_is_stopped(attack: Attack, store: Store) -> None:
    with open_database(store.release, longest_ms=700, memory="300MB") as opened:
        with pytest.raises(duckdb.Error):
            _bare(opened).execute(attack.sql).fetchall()
        assert _bare(opened).execute("select count(*) from omraade").fetchall() == [(3,)]
    assert store.is_untouched()


def test_the_database_is_closed_as_the_recipe_says(database: duckdb.DuckDBPyConnection) -> None:
    wanted = {
        "enable_external_access": "false", "lock_configuration": "true", "allowed_paths": "[]",
        "allowed_directories": "[]", "allowed_configs": "[]", "autoload_known_extensions": "false",
        "autoinstall_known_extensions": "false", "allow_community_extensions": "false",
        "allow_unsigned_extensions": "false", "allow_persistent_secrets": "false",
        "python_enable_replacements": "false", "temp_directory": "", "max_execution_time": "20000",
        "memory_limit": "1.8 GiB",
    }  # fmt: skip
    found = dict(_bare(database).execute("select name, value from duckdb_settings()").fetchall())
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_a_text_in_a_parameter_is_a_value_and_never_sql(text: str, store: Store, example_data: Path) -> None:
    for name, question in questions().items():
        own = [param for param in question.params if param not in STANDARD]
        for param in own:
            _asked_calmly(name, {param: text})
    for param in ("omraade", "indsatsomraade", "organisation"):
        with pytest.raises(ChoiceWrong):
            fetch("noegletal", **{param: (text,)})
    with pytest.raises(ChoiceWrong):
        fetch("noegletal", plan=text)
    with pytest.raises(OverblikError):
        fetch("noegletal", release=text)
    assert store.is_untouched()


@pytest.mark.parametrize("text", [text for text in TEXTS if "\x00" not in text], ids=repr)
def test_a_text_on_the_command_line_is_refused_in_a_sentence(
    text: str, example_data: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        [f"./{text}"],
        ["noegletal", f"--param=omraade={text}"],
        ["noegletal", f"--param=plan={text}"],
        ["noegletal", f"--param=statusdato={text}"],
        ["noegletal", f"--param=fra={text}"],
        ["noegletal", f"--param={text}={text}"],
        ["noegletal", f"--release={text}"],
    ):
        assert main(arguments) == 2, arguments
        told = capsys.readouterr()
        assert told.out == ""
        assert "Traceback" not in told.err
        assert told.err.strip().endswith((".", "?"))
    assert store.is_untouched()


def _asked_calmly(name: str, own: dict[str, Any]) -> None:
    needed = {"statusdato": date(2022, 12, 31)}
    try:
        answer = fetch(name, **needed, **own)
    except OverblikError:
        return
    assert SECRET not in str(answer.rows())


def _bare(opened: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """As database.cursor gives one."""
    bare = opened.cursor()
    bare.execute("begin transaction read only")
    return bare


def _sql(attack: Attack, store: Store) -> str:
    sql = attack.sql
    for name, place in store.places().items():
        sql = sql.replace(f"{{{name}}}", str(place))
    return sql


def _hashes(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    }
