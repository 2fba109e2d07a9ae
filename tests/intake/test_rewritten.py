"""From the sandbox on, DuckDB reads what was written anew, and nothing else: the handed-in files may be gone."""

import re
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from overblik import contract
from overblik.intake import suspicion
from overblik.intake.judging import judge
from overblik.intake.rewritten import FILE, ROW, ReadFile, newest_dates, opened
from overblik.intake.sandbox import read
from overblik.settings import ROOT
from tests.contract.rows import TODAY, as_read, as_table, delivered, example


def read_all(folder: Path) -> list[ReadFile]:
    """The contract's example rows, handed in as files in `folder`, read by the sandbox; then the files are poison."""
    inbox, scratch = folder / "indbakke", folder / "kladde"
    inbox.mkdir()
    scratch.mkdir()
    taken = []
    for name, table in contract.tables().items():
        pq.write_table(as_table(name, [example(name)]), inbox / f"{name}.parquet")
        taken.append(read(inbox / f"{name}.parquet", f"{name}.parquet", table, scratch).content)
        (inbox / f"{name}.parquet").write_bytes(b"PAR1 not any more PAR1")
    return [one for one in taken if one is not None]


def test_files_are_judged_and_described_when_the_handed_in_ones_are_gone(tmp_path: Path) -> None:
    files = read_all(tmp_path)
    shutil.rmtree(tmp_path / "indbakke")
    assert len(files) == len(contract.tables())
    assert judge(files, TODAY).breaches == ()
    assert newest_dates(files, TODAY)["moede.parquet"] == "2025-05-20"


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_parquet('{inbox}/moede.parquet')",
        "select * from '{inbox}/moede.parquet'",
        "select * from read_text('{inbox}/moede.parquet')",
        "select * from glob('{inbox}/*')",
        "copy (select 1) to '{inbox}/ny.parquet'",
        "attach '{inbox}/ny.db'",
        "set enable_external_access = true",
        "set allowed_paths = ['{inbox}/moede.parquet']",
        "install httpfs",
    ],
)
def test_the_database_reaches_only_what_was_written_anew(sql: str, tmp_path: Path) -> None:
    files = read_all(tmp_path)
    with opened(files) as connection:
        with pytest.raises(duckdb.Error):
            connection.execute(sql.format(inbox=tmp_path / "indbakke")).fetchall()
        assert connection.execute('select count(*) from "moede"').fetchall() == [(1,)]


def test_one_module_alone_names_files_to_duckdb() -> None:
    users = {
        path.name
        for path in (ROOT / "overblik").rglob("*.py")
        if re.search(r"read_parquet|parquet_scan|parquet_schema", path.read_text(encoding="utf-8"))
    }
    assert users == {"rewritten.py"}


def test_each_row_knows_its_file_and_its_number_there() -> None:
    files = [*delivered({"moede": [{}, {"moede_id": "b"}]}), as_read("FOB/moede.parquet", as_table("moede", []))]
    files.append(as_read("SB/moede.parquet", as_table("moede", [example("moede", moede_id="c")])))
    first = next(place for place, one in enumerate(files) if one.table == "moede")
    with opened(files) as connection:
        found = connection.execute(f"select moede_id, {FILE}, {ROW} from moede order by moede_id").fetchall()
    assert sorted(row[1:] for row in found) == [(first, 1), (first, 2), (len(files) - 1, 1)]


def test_keys_whose_hashes_meet_are_compared_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suspicion.checks, "hash_of_key", lambda table: "hash(1)")  # all keys look the same
    different = [{}, *({"moede_id": f"m-{number}"} for number in range(5))]
    assert judge(delivered({"moede": different}), date(2025, 7, 20)).breaches == ()
    (told,) = judge(delivered({"moede": [*different, {"moede_id": "m-3"}]}), date(2025, 7, 20)).breaches
    assert (told.code, told.rows, told.first_rows) == ("dobbelt_noegle", 2, (5, 7))
