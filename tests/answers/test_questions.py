"""Every file of queries/ is a question that keeps its word: header, columns, key, types; and a broken file is refused."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from overblik import contract
from overblik.answers import Choice, fetch, questions
from overblik.answers.database import cursor
from overblik.answers.origins import delivered_tables
from overblik.answers.questions import UNITS, building_blocks, check_columns, read_question
from overblik.answers.syntax import names_in
from overblik.errors import QuestionWrong
from overblik.release import read_release
from overblik.settings import QUERIES
from overblik.settings_limits import Graenser
from tests.answers.asked import STANDARD, asked

FILES = sorted(QUERIES.glob("*.sql"))
NAMES = [path.stem for path in FILES]

# What other programs rely on (issue 2): these columns, in whatever order, among others.
PROMISED = {
    "noegletal": "statusdato tidsprocent budget_kr budget_til_dato_kr forbrug_kr forbrugsprocent disponeret_kr "
    "restbudget_kr prognose_kr prognose_metode prognoseafvigelse_kr forventet_uforbrugt_kr medfinansiering_budget_pct "
    "medfinansiering_forbrug_pct direkte_arbejde_pct fremmoeder nye_deltagere milepaele_til_dato milepaele_naaet "
    "milepaele_overskredet",
    "oekonomi_pr_maaned": "maaned budget_kr forbrug_kr forbrug_akkumuleret_kr budget_akkumuleret_kr",
    "oekonomi_pr_omraade": "omraade_id navn budget_kr budget_til_dato_kr forbrug_kr prognose_kr",
    "oekonomi_pr_indsatsomraade": "indsatsomraade_kode navn budget_kr budget_til_dato_kr forbrug_kr prognose_kr",
    "oekonomi_pr_bidragyder": "bidragyder navn budget_kr budget_til_dato_kr forbrug_kr prognose_kr",
    "oekonomi_pr_kategori": "kategori navn budget_kr budget_til_dato_kr forbrug_kr prognose_kr",
    "aktivitet_pr_maaned": "maaned fremmoeder nye_deltagere frivilligtimer medarbejdertimer",
    "aktivitet_pr_indsats": "indsats_id navn omraade_id fremmoeder nye_deltagere fremmoeder_aar maal_aar maal_pct",
    "milepaele": "forsinkelse_dage overskredet",
    "indikatorer": "indikator_id omraade_id nul_vaerdi maal_vaerdi seneste_vaerdi seneste_periode_slut "
    "maalopfyldelse_pct",
    "status": "omraade_id indsatsomraade_kode dimension status antal_groen antal_gul antal_roed antal_graa aarsag",
}

# Null in a key says something there: money booked on no area, an indsats whose interface nobody has described.
NULL_IN_KEY = {("oekonomi_pr_omraade", "omraade_id"), ("kernedrift", "kernedrift")}

TYPES = {
    "kr": pa.types.is_decimal,
    "pct": pa.types.is_float64,
    "timer": pa.types.is_float64,
    "antal": pa.types.is_int64,
    "dage": pa.types.is_int64,
    "aar": pa.types.is_int64,
    "dato": pa.types.is_date32,
    "ja_nej": pa.types.is_boolean,
    "maaned": pa.types.is_string,
    "tekst": pa.types.is_string,
    "kode": pa.types.is_string,
    "status": pa.types.is_string,
    "maerke": pa.types.is_string,
    "tidspunkt": pa.types.is_string,
    "vaerdi": pa.types.is_float64,
}
# A year's target up to a date is a fraction; days of the week are numbered, so that they sort.
OTHERWISE = {("antal", "maal"), ("kode", "ugedag")}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_file_is_a_question_with_words_of_substance(path: Path) -> None:
    question = read_question(path)
    assert re.fullmatch(r"[a-z][a-z0-9_]*", question.name)
    assert len(question.title) >= 4
    assert len(question.definition) >= 30
    assert question.question.endswith("?")
    assert question.definition.endswith(".")
    assert all(text.strip() for text in [*question.params.values(), *question.settings.values()])
    assert set(question.settings) <= set(Graenser.__dataclass_fields__) | {"direkte_kategorier"}
    for name, column in question.columns.items():
        assert column.label.strip(), name
        assert column.unit in UNITS
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), name


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_has_the_headers_columns_and_a_key_that_is_one(name: str, example_data: Path) -> None:
    question = questions()[name]
    for answer in asked(name):
        assert answer.table.column_names == list(question.columns)
        for column, told in question.columns.items():
            kind = answer.table.schema.field(column).type
            assert TYPES[told.unit](kind) or (told.unit, column) in OTHERWISE, f"{column}: {told.unit} as {kind}"
            assert told.unit != "kr" or kind.scale == 2, column
        if not question.key:
            assert answer.table.num_rows == 1
        keys = [tuple(row[part] for part in question.key) for row in answer.rows()]
        assert len(keys) == len(set(keys)) or not question.key
        for part in question.key:
            assert (name, part) in NULL_IN_KEY or answer.table[part].null_count == 0, part


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_rows_on_the_example(name: str, example_data: Path) -> None:
    assert any(answer.table.num_rows for answer in asked(name))


@pytest.mark.parametrize("name", NAMES)
def test_values_are_of_their_unit(name: str, example_data: Path) -> None:
    for answer in asked(name):
        for column, told in answer.question.columns.items():
            values = [value for value in answer.table[column].to_pylist() if value is not None]
            if told.unit == "maaned":
                assert all(re.fullmatch(r"\d{4}-\d\d", value) for value in values), column
            if told.unit == "antal" and not column.endswith("_forskel"):  # a difference may be below zero
                assert all(value >= 0 for value in values), column


@pytest.mark.parametrize("name", NAMES)
def test_the_same_question_gives_the_same_rows_in_the_same_order(name: str, example_data: Path) -> None:
    release = read_release(example_data)
    for answer in asked(name):
        sql, values = answer.question.sql, dict(answer.params) | settings_of(answer.question.settings)
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
        again = cursor(release).execute(sql, values or None).to_arrow_table()
        assert again.to_pylist() == answer.rows()


def settings_of(names: dict[str, str]) -> dict[str, Any]:
    from overblik.answers import _settings_for
    from overblik.answers.questions import Question

    return _settings_for(Question("", "", "", "", (), {}, names, {}, ""))


def test_what_other_programs_rely_on_is_there() -> None:
    for name, columns in PROMISED.items():
        question = questions()[name]
        assert set(columns.split()) <= set(question.columns), name
        assert set(question.params) <= STANDARD, name
    milepael = [column.name for column in contract.tables()["milepael"].columns]
    assert set(milepael) <= set(questions()["milepaele"].columns)


def test_every_question_takes_every_standard_parameter(example_data: Path) -> None:
    everything = {row["omraade_id"] for row in fetch("valg_omraade").rows()}
    for name, question in questions().items():
        if set(question.params) <= STANDARD:
            fetch(name, omraade=tuple(everything), indsatsomraade=(), organisation=(), fra=None, til=None)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_which_deliveries_it_rests_on(name: str) -> None:
    found = delivered_tables(questions()[name])
    assert found <= set(contract.tables())
    release_only = {"leverancer", "leverede_tabeller"}
    assert found or name in release_only


def test_every_piece_of_shared_sql_is_used_and_explained() -> None:
    used = set().union(*(names_in(question.sql) for question in questions().values()))
    for block in building_blocks():
        inside = f"select {block.sql}" if block.scalar else block.sql
        used |= names_in(inside)
        assert len(block.definition) >= 20, block.name
    assert {block.name for block in building_blocks()} <= used


def test_no_question_rounds_formats_or_orders_by_number() -> None:
    for path in [*FILES, *sorted((QUERIES / "faelles").glob("*.sql"))]:
        sql = re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8").partition("*/")[2]).lower()
        for word in (r"\bround\(", r"\bprintf\(", r"\bformat\(", r"\border by \d"):
            assert not re.search(word, sql), f"{path.name}: {word}"


HEADER = """/*
title      = "Én"
question   = "Er det én?"
definition = "Det er altid én, hvad man end spørger om."
key        = ["antal"]

[columns]
antal = { label = "Antal", unit = "antal" }
*/
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "en.sql"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_good_file_is_taken(tmp_path: Path) -> None:
    assert read_question(written(tmp_path, HEADER + "select 1 as antal")).columns["antal"].unit == "antal"
    recursive = "with recursive t as (select 1 as antal union all select antal + 1 from t where antal < 3) from t"
    assert read_question(written(tmp_path, HEADER + recursive))


BROKEN: dict[str, str | bytes] = {
    "no header": "select 1 as antal",
    "a header never closed": HEADER.replace("*/", "") + "select 1 as antal",
    "bad TOML": HEADER.replace('title      = "Én"', "title = Én") + "select 1 as antal",
    "no text": b"/*\xff*/ select 1",
    "no title": HEADER.replace('title      = "Én"\n', "") + "select 1 as antal",
    "no definition": re.sub(r"definition.*\n", "", HEADER) + "select 1 as antal",
    "no key": re.sub(r"key .*\n", "", HEADER) + "select 1 as antal",
    "no columns": HEADER.partition("[columns]")[0] + "*/ select 1 as antal",
    "columns that are no table": HEADER.partition("[columns]")[0] + 'columns = "antal"\n*/ select 1 as antal',
    "an unknown word": HEADER.replace("title ", "overskrift = 1\ntitle ") + "select 1 as antal",
    "an unknown unit": HEADER.replace('unit = "antal"', 'unit = "stk"') + "select 1 as antal",
    "no unit": HEADER.replace(', unit = "antal"', "") + "select 1 as antal",
    "a key that is no column": HEADER.replace('["antal"]', '["maaned"]') + "select 1 as antal",
    "a parameter without a word": HEADER + "select $plan as antal",
    "a word without a parameter": HEADER.replace("[columns]", '[params]\nplan = "x"\n[columns]') + "select 1 as antal",
    "a setting without use": HEADER.replace("[columns]", '[settings]\ntakt = "x"\n[columns]') + "select 1 as antal",
    "no statement": HEADER,
    "two statements": HEADER + "select 1 as antal; select 2 as antal",
    "no SQL": HEADER + "vælg 1 som antal",
    "an insert": HEADER + "insert into plan values (1)",
    "a copy": HEADER + "copy (select 1) to 'x.csv'",
    "a copy in a CTE": HEADER + "with x as (copy (select 1) to 'x.csv') select 1 as antal",
    "an insert in a CTE": HEADER + "with x as (insert into plan values (1) returning *) select 1 as antal",
    "a delete deep inside": HEADER + "select (with x as (delete from plan returning *) select 1) as antal",
    "an update deep inside": HEADER + "select * from (with x as (update plan set navn = '') select 1 as antal)",
    "a pragma": HEADER + "pragma version",
    "a setting made": HEADER + "set threads = 1",
    "an explain": HEADER + "explain select 1 as antal",
    "an attach": HEADER + "attach 'x.db'",
    "an attach of nothing": HEADER + "attach ':memory:' as andet",  # the locked database would let it
    "a table of its own": HEADER + "create temp table ny as select 1 as antal",  # and this
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_refused_by_name(kind: str, tmp_path: Path) -> None:
    with pytest.raises(QuestionWrong, match=r"en\.sql"):
        read_question(written(tmp_path, BROKEN[kind]))


def test_columns_that_are_not_the_headers_are_refused(tmp_path: Path) -> None:
    question = read_question(written(tmp_path, HEADER + "select 1 as andet"))
    with pytest.raises(QuestionWrong, match="andet"):
        check_columns(question, ["andet"])


REACHING_OUT = [
    "select * from read_csv('{file}')",
    "select * from read_csv_auto('{file}')",
    "select * from '{file}'",
    "select * from read_text('{file}')",
    "select * from read_blob('{file}')",
    "select * from read_json('{file}')",
    "select * from read_json_objects('{file}')",
    "select * from read_parquet('{object}')",
    "select * from parquet_scan('{object}')",
    "select * from parquet_metadata('{object}')",
    "select * from parquet_schema('{object}')",
    "select * from '{object}'",
    "select * from glob('{folder}/*')",
    "select * from read_csv('https://example.org/a.csv')",
    "select * from sniff_csv('{file}')",
    "copy (select 1) to '{folder}/ud.csv'",
    "copy (select 1) to '{object}' (format parquet, use_tmp_file false)",
    "copy plan from '{file}'",
    "with x as (copy (select 1) to '{folder}/ud.csv') select 1",
    "export database '{folder}/ud'",
    "import database '{folder}/ud'",
    "attach '{folder}/ud.db'",
    "install httpfs",
    "load httpfs",
    "load '{file}'",
    "set enable_external_access = true",
    "reset enable_external_access",
    "set lock_configuration = false",
    "set allowed_directories = ['/']",
    "set threads = 64",
    "set memory_limit = '1TB'",
    "set global temp_directory = '{folder}'",
    "pragma enable_profiling",
    "pragma threads = 8",
    "create secret (type s3)",
    "create persistent secret p (type s3)",
    "select * from python_variable",
    "select getenv('HOME')",
]
CHANGING = [
    "create table ny as select 1 as a",
    "create view ny as select 1 as a",
    "create or replace macro i_omraader(a, b, c) as true",
    "create schema ny",
    "create sequence ny",
    "create type ny as enum ('a')",
    "insert into plan select * from plan",
    "with x as (insert into plan select * from plan returning *) select * from x",
    "with x as (delete from plan returning *) select * from x",
    "update plan set navn = 'x'",
    "delete from plan",
    "truncate plan",
    "drop table plan",
    "alter table plan add column ny int",
    "comment on table plan is 'x'",
]


@pytest.mark.parametrize("attack", [*REACHING_OUT, *CHANGING])
def test_nothing_reaches_out_of_the_locked_database_or_changes_it(
    attack: str, example_data: Path, tmp_path: Path
) -> None:
    release = read_release(example_data)
    python_variable = pa.table({"hemmelig": [1]})
    (tmp_path / "fil.csv").write_text("a,b\n1,2\n")
    stored = release.folder / "objekter" / f"{release.manifest['objects']['plan']['sha256']}.parquet"
    before, content = fetch("valg_plan").rows(), stored.read_bytes()
    sql = attack.format(file=tmp_path / "fil.csv", folder=tmp_path, object=stored)
    with pytest.raises(duckdb.Error):
        cursor(release).execute(sql).fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["fil.csv"]
    assert stored.read_bytes() == content
    assert python_variable.num_rows == 1
    assert cursor(release).sql("select count(*) from plan").fetchall() == [(len(before),)]


def test_eight_threads_at_once_get_the_answers_of_one(example_data: Path) -> None:
    from overblik.answers import _ask

    areas: list[tuple[str, ...]] = [(), *((row["omraade_id"],) for row in fetch("valg_omraade").rows())]
    names = [name for name, question in questions().items() if set(question.params) <= STANDARD]
    work = [(name, Choice(omraade=area)) for area in areas for name in names[::3]]
    alone = [fetch(name, choice).rows() for name, choice in work]
    _ask.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda job: fetch(*job).rows(), work * 2))
    assert together == alone * 2


def test_an_answer_that_is_remembered_is_the_same(example_data: Path) -> None:
    first, second = fetch("noegletal"), fetch("noegletal")
    assert first.table is second.table
    assert fetch("noegletal", release=first.release.id).table.equals(first.table)


def test_an_answer_holds_on_to_its_release(example_data: Path) -> None:
    answer = fetch("status")
    assert answer.release == read_release(example_data)
    assert {source["tabel"] for source in answer.rests_on()} <= delivered_tables(answer.question)
    assert {"oekonomi", "milepael", "aktivitet"} <= {source["tabel"] for source in answer.rests_on()}
