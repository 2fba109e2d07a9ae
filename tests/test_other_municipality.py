"""Nothing of one municipality stands in code: another one's exports are published, asked and shown without a change.

And a municipality that delivers only what must be delivered is shown that, too.
"""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from overblik import contract
from overblik.answers import Choice, fetch, questions
from overblik.intake.publishing import publish_folder
from overblik.release import read_release
from overblik.settings import ROOT, settings
from tests.answers.asked import asked
from tests.other_municipality import AREAS, CODES, INDSATSER, PLAN, STATUSDATO, TODAY, core, optional, write_exports
from tests.pages.opening import is_calm, opened, said, title

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
OPTIONAL = [name for name, table in contract.tables().items() if not table.core]
# Every page offers all areas and indsatsområder by name, but for those without filters.
FILTERED = [*AREAS.values(), *CODES.values()]
MUST_SHOW = {
    "indsatser": [*FILTERED, *(name for _, name in INDSATSER.values())],
    "data_og_metode": ["XKOM"],
    "dataleverancer": ["XKOM"],
    "vaegvisning": ["Ærøbyplanen"],
    # They tell of no figures.
    "hjaelp": [],
    "tilgaengelighedserklaering": [],
    # Neither has the filter on indsatsområde: the areas are what they are about.
    "organisationer": [*AREAS.values()],
    "udviklingsplaner": [*AREAS.values()],
}


@contextmanager
def published(left_out: list[str]) -> Iterator[Path]:
    """A data folder in use, with the municipality's release but for some of the optional tables."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as temporary:
        place = Path(temporary)
        patch.setenv("OVERBLIK_DATA", str(place / "data"))
        patch.setenv("OVERBLIK_I_DAG", TODAY.isoformat())
        settings.cache_clear()
        tables = core() | {name: rows for name, rows in optional().items() if name not in left_out}
        outcome = publish_folder(write_exports(place / "leverance", tables), place / "data")
        assert outcome.release, [breach.message for breach in outcome.rejected]
        yield place / "data"
    settings.cache_clear()


@pytest.fixture(scope="module")
def municipality() -> Iterator[Path]:
    with published([]) as data:
        yield data


@pytest.fixture(scope="module")
def bare_municipality() -> Iterator[Path]:
    with published(OPTIONAL) as data:
        yield data


@pytest.fixture
def in_use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that the test names, whatever other fixtures have set."""
    data: Path = request.getfixturevalue(request.param)
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    monkeypatch.setenv("OVERBLIK_I_DAG", TODAY.isoformat())
    settings.cache_clear()
    return data


WHOLE = pytest.mark.parametrize("in_use", ["municipality"], indirect=True)
EITHER = pytest.mark.parametrize("in_use", ["municipality", "bare_municipality"], indirect=True)


def everything_in(app: AppTest) -> str:
    """All that a page sends: words, tables, options of filters, and what its charts are drawn from."""
    found: list[str] = []

    def walk(node: Any) -> None:
        found.append(str(getattr(node, "proto", "")))
        for child in getattr(node, "children", {}).values():
            walk(child)

    walk(app._tree)
    octal = re.compile(rb"(?:\\[0-3][0-7]{2})+")  # as protobuf writes what is no ASCII
    text = octal.sub(lambda m: bytes(int(o, 8) for o in m.group().decode().split("\\")[1:]), "\n".join(found).encode())
    return html.unescape(text.decode(errors="replace")).replace("\\", "").replace("\N{SOFT HYPHEN}", "")


def test_every_optional_table_is_in_these_exports() -> None:
    assert set(optional()) == set(OPTIONAL)
    assert set(core()) | set(OPTIONAL) == set(contract.tables())
    assert {len(name) for name in AREAS.values()} == {60}


@WHOLE
def test_its_release_is_its_own(in_use: Path) -> None:
    release = read_release(in_use)
    assert not release.is_example
    assert (release.default_plan, release.default_statusdato(PLAN)) == (PLAN, STATUSDATO)
    assert {row["omraade_id"] for row in fetch("valg_omraade").rows()} == set(AREAS)
    assert [row["indsatsomraade_kode"] for row in fetch("valg_indsatsomraade").rows()][:5] == list(CODES)
    squares = {
        (row["omraade_id"], row["indsatsomraade_kode"])
        for row in fetch("status").rows()
        if row["omraade_id"] in AREAS and row["indsatsomraade_kode"] in CODES
    }
    assert len(squares) == 8 * 5


@EITHER
@pytest.mark.parametrize("name", list(questions()))
def test_every_question_answers(name: str, in_use: Path) -> None:
    area = Choice(omraade=(next(iter(AREAS)),), indsatsomraade=("T1",))
    for choice in (Choice(), area, Choice(plan="AEROE-2")):
        for answer in asked(name, choice):
            assert answer.table.column_names == list(answer.question.columns)


@EITHER
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens(name: str, in_use: Path) -> None:
    app = opened(name)
    assert is_calm(app), [error.value for error in (*app.exception, *app.error)]
    assert title(app)
    assert "opdigtede tal" not in said(app)
    assert not re.search(r"\bNaN\b|\bNone\b|\bnan\b", said(app))


@WHOLE
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("address", [{"omraade": "kv6"}, {"plan": "AEROE-2"}], ids=["one area", "a plan not begun"])
def test_every_page_opens_with_a_choice(name: str, address: dict[str, str], in_use: Path) -> None:
    app = opened(name, **address)
    assert is_calm(app), [error.value for error in (*app.exception, *app.error)]


@WHOLE
@pytest.mark.parametrize("name", PAGES)
def test_its_names_stand_on_the_page_whole(name: str, in_use: Path) -> None:
    text = everything_in(opened(name))
    for word in MUST_SHOW.get(name, FILTERED):
        assert word in text, word


@pytest.mark.parametrize("left_out", OPTIONAL)
def test_any_one_optional_table_may_be_missing(left_out: str) -> None:
    # Tables that rest on the missing one cannot be delivered without it: the contract refuses their keys.
    missing = without(left_out)
    with published(missing):
        for name in questions():
            asked(name)


@pytest.mark.long
@pytest.mark.parametrize("left_out", OPTIONAL)
def test_every_page_opens_without_any_one_optional_table(left_out: str) -> None:
    with published(without(left_out)):
        for name in PAGES:
            app = opened(name)
            assert is_calm(app), (name, [error.value for error in (*app.exception, *app.error)])


def without(table: str) -> list[str]:
    """A table and those that refer to it."""
    referring = {
        other.name
        for other in contract.tables().values()
        for column in other.columns
        if not other.core and column.references and column.references.split(".")[0] == table
    }
    return [table, *sorted(referring - {table})]


QUOTED = re.compile(r"""["'](?:UDD|BES|KRI|SAM|HP-2021|SLAGELSE|BOLIGKORSOER|FOB)["']""")
NAMES = re.compile(
    r"slagelse|motalavej|ringparken|sydbyen|kors[øo]e?r|uddannelse og livschancer|beskæftigelse|kriminalpræventi"
    r"|sammenhængskraft",
    re.IGNORECASE,
)


def sources() -> list[Path]:
    """Everything that runs: Python and SQL."""
    folders = [ROOT / "overblik", ROOT / "pages", ROOT / "queries"]
    return [
        ROOT / "dashboard.py",
        *(path for f in folders for path in sorted(f.rglob("*")) if path.suffix in (".py", ".sql")),
    ]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_or_key_of_the_example_stands_in_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if QUOTED.search(line) or NAMES.search(line)]
    assert not lines, f"{path.relative_to(ROOT)}: lines {lines}"
