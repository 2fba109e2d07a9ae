"""What the example promises: the same bytes each time, all that was promised, and nothing invented told as real."""

from collections import Counter
from datetime import date

import pyarrow.parquet as pq

from eksempel.files import write_all
from eksempel.slagelse import PLAN
from eksempel.writing import COLUMNS
from tests.eksempel.example_rows import DATADATO, EXAMPLE, one, rows

REFERAT = "Referat, 5. maj 2021"


def test_the_tracked_files_are_what_the_program_writes(tmp_path):
    """Contents everywhere; bytes within one PyArrow version, which writes its own number into each file."""
    write_all(PLAN, tmp_path)
    made = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*.parquet")}
    assert set(made) == {path.relative_to(EXAMPLE) for path in EXAMPLE.rglob("*.parquet")}
    assert all(pq.read_table(path).equals(pq.read_table(EXAMPLE / name)) for name, path in made.items())


def test_writing_twice_gives_the_same_bytes(tmp_path):
    once, again = (write_all(PLAN, tmp_path / name) for name in ("en", "to"))
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_every_table_of_the_contract_is_handed_in_and_the_files_are_small():
    assert all(rows(table) for table in COLUMNS)
    assert sum(path.stat().st_size for path in EXAMPLE.rglob("*.parquet")) < 1_500_000


def test_the_amounts_of_rows_are_those_of_a_real_plan():
    assert len(rows("indsats")) == 18
    assert len(rows("milepael")) == 60
    assert len(rows("indikator")) == 25
    assert 19_000 < len(rows("aktivitet")) < 21_000
    assert Counter(row["spor"] for row in rows("milepael"))["fysisk"] >= 10
    assert {row["niveau"] for row in rows("indikator")} == {"aktivitet", "deltagerresultat", "omraade"}
    assert {row["retning"] for row in rows("indikator")} == {"op", "ned"}
    assert "skjult" in {row["vaerdi_status"] for row in rows("maaling")}


def test_every_key_stands_once():
    first = {table: columns.split()[0] for table, columns in COLUMNS.items() if columns.split()[0].endswith("_id")}
    single = ["milepael", "oekonomi", "aktivitet", "indsats", "indikator", "moede", "beslutning", "godkendelse"]
    for table in single:
        assert max(Counter(row[first[table]] for row in rows(table)).values()) == 1, table


def test_nothing_has_happened_after_the_day_of_the_export():
    happened = {
        "milepael": "naaet_dato",
        "aktivitet": "dato",
        "maaling": "periode_slut",
        "beslutning": "udfoert_dato",
        "godkendelse": "dato",
        "justering": "dato",
        "statusvurdering": "dato",
        "tilsagn": "oplyst_dato",
    }
    for table, column in happened.items():
        assert all(row[column] <= DATADATO for row in rows(table) if row[column]), table
    assert max(row["dato"] for row in rows("moede")) == date(2023, 5, 3)


def test_what_is_invented_says_so_and_the_rest_names_its_source():
    for table in ("indsats", "tilsagn", "indikator", "moede", "beslutning", "godkendelse"):
        for row in rows(table):
            assert "opdigtet" in row["kilde"] or row["kilde"] in (REFERAT, "Udvalgssag, 1. marts 2021"), table


def test_the_real_rows_are_those_of_the_minutes():
    real = [row for row in rows("godkendelse") if row["kilde"] == REFERAT]
    assert Counter((row["omraade_id"], row["organ"], row["udfald"]) for row in real) == Counter(
        [
            (None, "fagudvalg", "droeftet"),
            ("SYD", "ikke oplyst", "godkendt"),
            ("MOT", "ikke oplyst", "godkendt"),
            ("RIN", "ikke oplyst", "afventer"),
            ("RIN", "organisationsbestyrelse", "eventuel"),
            ("RIN", "repræsentantskab", "eventuel"),
            (None, "byråd", "afventer"),
        ]
    )
    assert [row["dato"] for row in rows("moede") if row["kilde"] == REFERAT] == [date(2021, 5, 5)]
    assert sum(row["kilde"] == REFERAT for row in rows("beslutning")) == 3
    assert one("tilsagn", kilde=REFERAT)["beloeb_kr"] == 23_000_000


def test_no_decision_of_council_ministry_or_fund_is_invented():
    invented = [row for row in rows("godkendelse") if row["kilde"] != REFERAT]
    assert not {row["organ"] for row in invented} & {
        "byråd",
        "ministerium",
        "Landsbyggefonden",
        "fagudvalg",
        "økonomiudvalg",
    }
    assert not any(row["udpeget"] for row in rows("omraadekriterium"))
    assert not any(row["godkendt_dato"] for row in rows("udviklingsplan"))


def test_only_corrections_are_negative_and_they_are_few():
    negative = [row for row in rows("oekonomi") if row["beloeb_kr"] < 0]
    assert {row["type"] for row in negative} == {"forbrug"}
    assert 3 <= len(negative) <= 20
