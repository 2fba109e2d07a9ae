"""Imports point down, each library has one home, and no municipality stands in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from overblik.settings import ROOT

SOURCES = [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "overblik").rglob("*.py"))]

# Who may import whom: a room imports itself and what is named here, nothing else of ours.
MAY_IMPORT = {
    "dashboard": {"pages", "show", "settings"},
    "web": {"measured", "log", "show", "export", "answers", "access", "release", "settings", "errors"},
    "pages": {"log", "show", "export", "answers"},
    "show": {
        "measured",
        "log",
        "answers",
        "arbejdsbog",
        "regneark",
        "contract",
        "access",
        "release",
        "mailbox",
        "settings",
        "errors",
    },
    "export": {"log", "show", "regneark", "answers", "contract", "access", "release", "settings", "errors"},
    "answers": {"contract", "release", "mailbox", "settings", "errors"},
    "intake": {"log", "access", "arbejdsbog", "contract", "release", "mailbox", "settings", "errors"},
    "regneark": set(),
    "arbejdsbog": {"contract", "release", "settings", "errors"},
    "contract": {"settings", "errors"},
    "access": {"settings", "errors"},
    "release": {"settings", "errors"},
    "mailbox": {"settings", "errors"},
    "log": {"settings"},
    "measured": set(),
    "settings": {"errors"},
    "errors": set(),
}

HOMES = {
    "streamlit": {"web", "show", "pages", "dashboard"},
    "starlette": {"web"},
    "uvicorn": {"web"},
    "plotly": {"show"},
    "pandas": {"show"},
    "duckdb": {"answers", "intake"},
    "pyarrow": {"answers", "intake", "contract", "arbejdsbog"},
    "openpyxl": {"arbejdsbog", "intake", "regneark"},
    "highspy": {"intake"},
    "open_data_contract_standard": {"contract"},
    "yaml": {"contract"},
    "babel": {"show", "export"},
    "typst": {"export"},
    "pptx": {"export"},
    "prometheus_client": {"measured"},
}


def test_imports_between_our_own_rooms_point_down() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {room_of(path)} must not import {imported}"
        for path in SOURCES
        for imported in imports(path)
        if (room := room_of_module(imported)) and room not in MAY_IMPORT[room_of(path)] | {room_of(path)}
    ]
    assert not wrong, wrong


def test_every_room_in_the_house_has_its_rule() -> None:
    assert {room_of(path) for path in SOURCES} <= set(MAY_IMPORT) | {"overblik"}


def test_each_library_is_imported_at_home_only() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {imported} belongs to {sorted(HOMES[library])}"
        for path in SOURCES
        for imported in imports(path)
        if (library := imported.split(".")[0]) in HOMES and room_of(path) not in HOMES[library]
    ]
    assert not wrong, wrong


def test_one_module_alone_imports_pandas() -> None:
    users = {
        str(path.relative_to(ROOT)) for path in SOURCES for name in imports(path) if name.split(".")[0] == "pandas"
    }
    assert len(users) == 1, users


def test_the_rule_sees_an_import_wherever_it_stands(tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    source.write_text("import a.b\ndef f():\n    from overblik import intake, errors\n    from c import d\n")
    assert list(imports(source)) == ["a.b", "overblik.intake", "overblik.errors", "c"]


def test_no_municipality_stands_in_the_code() -> None:
    names = ("slagelse", "motalavej", "ringparken", "sydbyen", "boligkorsør", "korsør")
    texts = [(path, text) for path in SOURCES for text in strings(path)]
    texts += [(path, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "queries").rglob("*.sql"))]
    wrong = [str(path.relative_to(ROOT)) for path, text in texts if any(name in text.casefold() for name in names)]
    assert not wrong, wrong


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at the top or inside a function; submodules by their full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "overblik":
                yield from (f"overblik.{alias.name}" for alias in node.names)
            elif node.module:
                yield node.module


def strings(path: Path) -> Iterator[str]:
    """Every text constant of a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree)  # type: ignore[attr-defined]
                  if isinstance(node, documented) and ast.get_docstring(node)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def room_of(path: Path) -> str:
    """The room that a file of ours is in: answers for overblik/answers/database.py, contract for contract_files.py."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return room_of_module(".".join(parts)) or parts[0]


def room_of_module(name: str) -> str | None:
    """The room of a module of ours by its full name; None for all that is not ours."""
    parts = name.split(".")
    if parts[0] == "overblik":
        return parts[1].split("_")[0] if len(parts) > 1 and parts[1] != "__init__" else None
    return parts[0] if parts[0] in ("pages", "dashboard") else None
