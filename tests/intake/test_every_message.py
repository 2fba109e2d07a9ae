"""Every sentence that can be said of a handed-in file, read out of the source: a new one is judged without being named here.

What a sentence says besides its own words is an expression in braces. Each that may stand there is listed below with
what it holds, and none holds a value from the data.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from overblik import contract
from overblik.intake.persondata_kinds import KINDS, Kind
from overblik.intake.persondata_told import Examined, Rows, told
from overblik.settings import ROOT

INTAKE = sorted((ROOT / "overblik" / "intake").glob("*.py"))
SAYERS = {"breach", "Problem", "Check", "_alone"}
ENGLISH = re.compile(
    r"\b(the|column|columns|row|rows|error|file|value|values|must|not|null|nan|invalid|failed|missing|is|are)\b",
    re.IGNORECASE,
)
TECHNICAL = ("row groups",)  # what the program that writes the files calls it
CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+|venter")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """The modules that say something of a file."""
    for path in INTAKE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.Call) and _called(node) in SAYERS for node in ast.walk(tree)):
            yield path, tree


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@cache
def codes() -> frozenset[str]:
    """Every code: where a sentence is made, in the pairs unpacked there, in constants and in the contract."""
    found = {rule.code for table in contract.tables().values() for rule in table.rules}
    for path, tree in trees():
        for node in ast.walk(tree):
            first: list[ast.expr] = []
            if isinstance(node, ast.Call) and _called(node) in SAYERS:
                first = node.args[:1]
            elif isinstance(node, ast.Tuple) and path.stem in {"sandbox", "footer", "previous"}:
                first = node.elts[:1]
            elif isinstance(node, ast.Assign) and path.stem in {"checks", "tally", "candidate", "judging"}:
                first = [node.value]
            found |= {
                one.value
                for one in first
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and CODE.fullmatch(one.value)
            }
    return frozenset(found)


@cache
def all_tests() -> str:
    """All that tests say, but for this file."""
    every = (path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))
    return "\n".join(path.read_text(encoding="utf-8") for path in every)


def test_the_codes_are_found():
    assert {
        "ikke_parquet",
        "fil_tog_for_lang_tid",
        "falske_dele",
        "omraade_borte",
        "mangler_vaerdi",
        "venter",
    } <= codes()
    assert len(codes()) > 60


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_is_seen_in_some_test(code: str):
    assert f'"{code}' in all_tests() or f' {code}"' in all_tests()


def sentences() -> Iterator[tuple[str, str, list[str]]]:
    """Place, words and expressions of each sentence: text that is no docstring, no SQL, no pattern and no name."""
    for path, tree in trees():
        quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            for_the_log = isinstance(node, ast.Call) and _called(node) in {"__init__", "warning", "info", "exception"}
            if isinstance(node, ast.Raise | ast.JoinedStr) or for_the_log:
                quiet |= {
                    id(each)
                    for each in ast.walk(node)
                    if each is not node and isinstance(each, ast.Constant | ast.JoinedStr)
                }
        for node in ast.walk(tree):
            if id(node) in quiet:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words, inside = node.value, []
            elif isinstance(node, ast.JoinedStr):
                words = "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in node.values)
                inside = [ast.unparse(each.value) for each in node.values if isinstance(each, ast.FormattedValue)]
            else:
                continue
            if _is_said(words):
                yield f"{path.name}:{node.lineno}", words, inside


def _is_said(words: str) -> bool:
    sql = re.search(r"\b(select|from|where|order by)\b|::|\"…\"", words)
    return " " in words.strip() and not sql and not re.search(r"\\[bAz]|\(\?", words) and "=" not in words


@cache
def said() -> list[tuple[str, str, list[str]]]:
    return list(sentences())


def test_the_sentences_are_found():
    assert len(said()) > 80
    assert any("kan ikke læses som Parquet" in words for _, words, _ in said())


def test_every_sentence_is_calm_danish_without_path_or_traceback():
    for place, words, _ in said():
        plain = words
        for term in TECHNICAL:
            plain = plain.replace(term, "")
        assert not ENGLISH.search(plain), (place, words)
        assert not re.search(r"Traceback|Exception|/tmp|\.py\b|https?:|!", plain), (place, words)


def test_every_rule_of_the_contract_says_one_thing_and_one_remedy():
    for table in contract.tables().values():
        for rule in table.rules:
            for words in (rule.message, rule.remedy):
                assert words.endswith("."), words
                assert len(re.findall(r"[.?](?= [A-ZÆØÅ]|$)", words)) == 1, words
                assert not ENGLISH.search(words), words


def test_what_a_sentence_says_besides_its_words_is_never_a_value():
    inside = {one: place for place, _, expressions in said() for one in expressions}
    assert {one: place for one, place in inside.items() if one not in HARMLESS} == {}
    assert set(HARMLESS) <= set(inside), "an expression that nobody uses any more"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
@pytest.mark.parametrize("sure", [True, False])
def test_what_is_said_of_personal_data_holds_none_of_it(kind: Kind, sure: bool):
    rows = Rows(3, (2, 4, 9))
    one = told(kind, rows, "FOB/moede.parquet", "moede", Examined("titel", "text"), sure=sure)
    assert one.code == (kind.code if sure else kind.doubt)
    assert re.fullmatch(
        r"FOB/moede\.parquet: Kolonnen titel [a-zæøåA-Z ,-]+ \(3 rækker: 2, 4 og 9\)\. [^.]+\.", one.message
    )


# Words that the contract, the settings or this program chose; `own` are an analyst's organisations.
OURS = {
    "WANTED[column.kind]", "column", "column.maximum", "column.minimum", "column.name", "form", "kind", "kind.many",
    "kind.one", "listed(column.special)", "listed(column.values)", "listed(sorted(waits.tables))", "or_special",
    "table.label.lower()", "table.name", "there", "values.FORMS[column.kind]", "way", "what", "where", "place", "hint",
    "names", "remedy", "type_in_words(values.type)", "what if gone == 1 else what + 'r'", "alike", "least", "lost", "more",
    "'anden' if left == 1 else 'andre'", "'kolonne' if len(others) == 1 else 'kolonner'",
    "'feltet' if len(cells) == 1 else 'felterne'", "whose", "listed(own)",
}  # fmt: skip
# How many.
COUNTS = {
    "danish(COLUMNS)", "danish(ENOUGH)", "danish(ROW_GROUPS)", "danish(footer.num_columns)", "danish(gone)",
    "danish(footer.num_row_groups)", "danish(left)", "danish(len(found))", "danish(len(others))", "danish(most)",
    "danish(new.rows)", "danish(old.rows)", "danish(rows)", "danish(table.min_rows)", "len(waits.paa) - 3",
}  # fmt: skip
# Names of files that were checked before they came here (persondata_file.in_name), sheets and cells of our own workbook.
PLACES = {"theirs.file", "listed(cells)", "cells[0]", "sheet", "sheet.sheet"}
# Names of columns, where they are harmless(), and the allowed value or name that something is like.
CHECKED = {
    "_called(name)", "called", "name", "named", "near", "near[0]", "choices[near[0]][1]",
    "listed([value for value in column.values if value in near])",
}  # fmt: skip
HARMLESS = OURS | COUNTS | PLACES | CHECKED
